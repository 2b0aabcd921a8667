"""`diff`: an added, a removed and a changed row, between folders and between versions."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.derive.checks import validate
from pipeline.publish.release import publish

sys.path.insert(0, str(Path(__file__).parent.parent / "derive"))

from example_tables import TEXTS, example_tables


@dataclass(frozen=True)
class Kept:
    """A folder with the release `outputs` and, beside it, a copy of the first one as `first`."""

    folder: Path
    versions: tuple[str, str, str]


def without(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Another name for Kenya, Japan added, the count of boats removed."""
    actors = tables["actors"]
    kenya = actors.filter(pl.col("actor_id") == "kenya").with_columns(name=pl.lit("Kenia"), aliases=pl.lit(["Kenya"]))
    japan = kenya.with_columns(actor_id=pl.lit("japan"), name=pl.lit("Japan"), country=pl.lit("JPN"))
    rest = actors.filter(pl.col("actor_id") != "kenya")
    return tables | {"actors": pl.concat([rest, kenya, japan]), "event_counts": tables["event_counts"].clear()}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    tables = validate(example_tables(), TEXTS).tables
    first = publish(tables, folder / "outputs").version
    shutil.copytree(folder / "outputs", folder / "first")
    second = publish(tables | {"recommendations": tables["recommendations"].clear()}, folder / "outputs").version
    third = publish(without(tables), folder / "outputs").version
    return Kept(folder, (first, second, third))


def diff(kept: Kept, old: str, new: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["diff", old, new, "--outputs", str(kept.folder / "outputs"), *options])


def folders(kept: Kept) -> tuple[str, str]:
    return str(kept.folder / "first"), str(kept.folder / "outputs")


def test_as_json(kept: Kept) -> None:
    result = diff(kept, *folders(kept), "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert (found["old"]["version"], found["new"]["version"]) == (kept.versions[0], kept.versions[2])
    assert {name: table["counts"] for name, table in found["tables"].items()} == {
        "actors": {"added": 1, "removed": 0, "changed": 1},
        "event_counts": {"added": 0, "removed": 1, "changed": 0},
    }
    actors = found["tables"]["actors"]
    assert [row["name"] for row in actors["added"]] == ["Japan"]
    assert actors["changed"] == [
        {
            "key": {"actor_id": "kenya"},
            "cells": {"name": {"old": "Kenya", "new": "Kenia"}, "aliases": {"old": [], "new": ["Kenya"]}},
        }
    ]
    assert [row["value"] for row in found["tables"]["event_counts"]["removed"]] == [10]


def test_as_text(kept: Kept) -> None:
    lines = diff(kept, *folders(kept)).stdout.splitlines()
    assert "  + japan  Kenia, state" not in lines
    assert any(line.startswith("  + japan  Japan, state, JPN") for line in lines)
    assert any(line.startswith("  - c1  signing, boats") for line in lines)
    assert lines[lines.index("  ~ kenya") + 1] == '      name: "Kenya" -> "Kenia"'
    assert lines[lines.index("  ~ kenya") + 2] == '      aliases: [] -> ["Kenya"]'


def test_as_parquet(kept: Kept, tmp_path: Path) -> None:
    assert diff(kept, *folders(kept), "--parquet", str(tmp_path / "new" / "deep")).exit_code == 0
    cells = pl.read_parquet(tmp_path / "new" / "deep" / "cells.parquet")
    assert sorted(cells.rows(), key=str) == sorted(
        [
            ("actors", "japan", "added", None, None, None),
            ("actors", "kenya", "changed", "name", '"Kenya"', '"Kenia"'),
            ("actors", "kenya", "changed", "aliases", "[]", '["Kenya"]'),
            ("event_counts", "c1", "removed", None, None, None),
        ],
        key=str,
    )
    rows = pl.read_parquet(tmp_path / "new" / "deep" / "rows" / "actors.parquet")
    assert rows.select("change", "actor_id", "name").rows() == [
        ("added", "japan", "Japan"),
        ("after", "kenya", "Kenia"),
        ("before", "kenya", "Kenya"),
    ]


def test_versions_are_found_beside_the_outputs(kept: Kept) -> None:
    by_version = diff(kept, kept.versions[0], kept.versions[2], "--json")
    assert json.loads(by_version.stdout)["tables"] == json.loads(diff(kept, *folders(kept), "--json").stdout)["tables"]


def test_the_other_way_round(kept: Kept) -> None:
    found = json.loads(diff(kept, *reversed(folders(kept)), "--json").stdout)
    assert found["tables"]["actors"]["counts"] == {"added": 0, "removed": 1, "changed": 1}


def test_a_release_and_itself(kept: Kept) -> None:
    assert "No row differs." in diff(kept, folders(kept)[0], folders(kept)[0]).stdout


def test_of_rows_that_are_not_kept_the_history_tells(kept: Kept, tmp_path: Path) -> None:
    found = json.loads(diff(kept, kept.versions[1], kept.versions[2], "--json").stdout)
    (step,) = found["recorded"]
    assert step["version"] == kept.versions[2]
    assert step["changes"]["recommendations"] == {"added": 1, "removed": 0, "changed": 0}
    text = diff(kept, kept.versions[1], folders(kept)[1]).stdout
    assert "not both kept here" in text
    assert "| actors | 4 | 1 |  | 1 |" in text
    result = diff(kept, kept.versions[1], kept.versions[2], "--parquet", str(tmp_path / "new"))
    assert result.exit_code == 2
    assert "not both kept here" in result.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("9.9.9+ffffffff", "outputs", "9.9.9+ffffffff is no folder, no release beside"),
        ("./nowhere", "outputs", "does not exist"),
        ("outputs", "outputs/parquet", "is no release of this dataset"),
        ("", "outputs", "is no release of this dataset"),
        ("{2}", "{1}", "is later than"),
    ],
)
def test_bad_input(kept: Kept, monkeypatch: pytest.MonkeyPatch, old: str, new: str, sentence: str) -> None:
    monkeypatch.chdir(kept.folder)
    before = sorted(kept.folder.rglob("*"))
    names = [name.format(*kept.versions) for name in (old, new)]
    result = CliRunner().invoke(main, ["diff", *names, "--outputs", "outputs"])
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert sorted(kept.folder.rglob("*")) == before


def test_a_folder_with_other_things_is_left_alone(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    result = diff(kept, *folders(kept), "--parquet", str(tmp_path))
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
