"""`verify`: a sound release, every kind of fault in one, and one that its sources no longer give."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.publish.csv import csv_path, write_csv
from pipeline.publish.files import DATABASE, SUMS, sums
from pipeline.publish.parquet import parquet_path, write_parquet
from schemas import TABLES

TEXT = """---
title: Kenya and Japan
published: "2021-06-04"
may_redistribute: true
---

# Kenya and Japan

In May 2021 Japan granted Kenya a loan of 40 million dollars for a port. Kenya's president visited Tokyo and met the
prime minister of Japan. Kenya should train more engineers, and Japan should open its market for Kenyan tea.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `seeds` and the release of them in `outputs`; not to be changed."""
    here = tmp_path_factory.mktemp("made")
    (here / "seeds").mkdir()
    (here / "seeds" / "kenya.md").write_text(TEXT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PERU_US_GOLD", "")
        where = ["--seeds", str(here / "seeds"), "--outputs", str(here / "outputs"), "--no-cache"]
        result = CliRunner().invoke(main, ["build", *where])
    assert result.exit_code == 0, result.output
    return here


@pytest.fixture
def copy(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, to be changed."""
    monkeypatch.setenv("PERU_US_GOLD", "")
    return Path(shutil.copytree(made, tmp_path / "copy"))


def verify(here: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["verify", str(here / "outputs"), "--seeds", str(here / "seeds"), *options])


def tree(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def summed(outputs: Path) -> None:
    """Makes SHA256SUMS tell the files as they are now, so that only a look inside them finds what is wrong."""
    (outputs / SUMS).write_text(sums(outputs), encoding="utf-8")


def rewritten(here: Path, name: str, change: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    outputs, table = here / "outputs", TABLES[name]
    frame = change(pl.read_parquet(parquet_path(outputs, table)))
    write_parquet(table, frame, parquet_path(outputs, table))
    write_csv(table, frame, csv_path(outputs, table))
    summed(outputs)


def column(name: str, value: pl.Expr) -> Callable[[pl.DataFrame], pl.DataFrame]:
    return lambda frame: frame.with_columns(value.alias(name))


def test_a_release_is_identical_with_what_its_sources_give(copy: Path) -> None:
    before = tree(copy)
    result = verify(copy, "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["status"] == "identical"
    assert [check["name"] for check in found["checks"]] == [
        "files",
        "schemas",
        "rows",
        "version",
        "licences",
        "database",
        "words",
        "rebuild",
    ]
    assert all(check["ok"] for check in found["checks"])
    assert tree(copy) == before


def test_another_source_gives_another_release(copy: Path) -> None:
    path = copy / "seeds" / "kenya.md"
    path.write_text(TEXT.replace("40 million", "50 million"), encoding="utf-8")
    before = tree(copy)
    result = verify(copy)
    assert result.exit_code == 1
    assert "cause: source changed: Kenya and Japan (kenya.md)" in result.stdout
    assert "sentences: built anew, " in result.stdout
    assert "1 documents were read from sources that are not there" in result.stdout
    assert tree(copy) == before


def test_quick_says_sound(copy: Path) -> None:
    result = verify(copy, "--quick")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1].endswith(": sound")
    assert "rebuild" not in result.stdout


def test_quick_needs_no_sources(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["verify", str(made / "outputs"), "--quick"])
    assert result.exit_code == 0
    assert "not checked: there is no folder with the sources" in result.stdout


def stray(here: Path) -> None:
    shutil.copy(here / "outputs" / "parquet" / "events.parquet", here / "outputs" / "parquet" / "more.parquet")


def undescribed(here: Path) -> None:
    path = here / "outputs" / "parquet" / "actors.parquet"
    pl.read_parquet(path).write_parquet(path)
    summed(here / "outputs")


def edited_csv(here: Path) -> None:
    path = here / "outputs" / "csv" / "actors.csv"
    path.write_bytes(path.read_bytes().replace(b"Kenya", b"Kenia"))
    summed(here / "outputs")


def edited_page(here: Path) -> None:
    path = here / "outputs" / "CHANGES.md"
    path.write_text(path.read_text() + "\nNothing else changed.\n")
    summed(here / "outputs")


def fewer_in_database(here: Path) -> None:
    with duckdb.connect(str(here / "outputs" / DATABASE)) as connection:
        connection.execute("DELETE FROM event_mentions")
    summed(here / "outputs")


@pytest.mark.parametrize(
    ("spoil", "check", "fault"),
    [
        (stray, "files", "parquet/more.parquet is not named in SHA256SUMS"),
        (undescribed, "schemas", "does not carry the descriptions"),
        (edited_csv, "schemas", "actors.csv"),
        (edited_page, "version", "CHANGES.md does not tell what the table releases tells"),
        (fewer_in_database, "database", "holds something else than the Parquet files"),
        (
            lambda here: rewritten(here, "event_mentions", column("char_end", pl.col("char_end") - 1)),
            "words",
            "event_mentions: the text of",
        ),
        (
            lambda here: rewritten(here, "event_mentions", column("event_id", pl.lit("evt_ghost"))),
            "rows",
            "event_mentions.event_id refers to events that do not exist: evt_ghost",
        ),
        (
            lambda here: rewritten(here, "events", column("status", pl.lit("dreamt"))),
            "rows",
            "status is dreamt",
        ),
        (
            lambda here: rewritten(here, "documents", column("may_redistribute", pl.lit(False))),
            "licences",
            "carry words of sources that may not be passed on",
        ),
        (
            lambda here: rewritten(here, "actors", column("name", pl.col("name").str.to_uppercase())),
            "version",
            "the rows are not those that version",
        ),
    ],
    ids=["stray", "undescribed", "csv", "page", "database", "span", "key", "term", "licence", "name"],
)
def test_every_kind_of_fault_is_found(copy: Path, spoil: Callable[[Path], None], check: str, fault: str) -> None:
    spoil(copy)
    before = tree(copy)
    result = verify(copy, "--quick", "--json")
    assert result.exit_code == 1, result.output
    found = json.loads(result.stdout)
    assert found["status"] == "differs"
    faults = {c["name"]: "; ".join(c["faults"]) for c in found["checks"] if not c["ok"]}
    assert fault in faults[check]
    assert tree(copy) == before


def gone(here: Path) -> None:
    shutil.rmtree(here / "outputs")


def foreign(here: Path) -> None:
    gone(here)
    (here / "outputs").mkdir()
    (here / "outputs" / "thesis.txt").write_text("mine")


def torn(here: Path) -> None:
    path = here / "outputs" / DATABASE
    path.write_bytes(path.read_bytes()[:1000])


def older(here: Path) -> None:
    path = here / "outputs" / "parquet" / "documents.parquet"
    pl.read_parquet(path).drop("licence").write_parquet(path)
    summed(here / "outputs")


def no_sources(here: Path) -> None:
    shutil.rmtree(here / "seeds")


def empty_sources(here: Path) -> None:
    no_sources(here)
    (here / "seeds").mkdir()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (gone, "does not exist"),
        (foreign, "is no release of this dataset"),
        (torn, "is damaged: peru_us.duckdb is not as SHA256SUMS says"),
        (older, "made by another version of this program: it lacks licence in table documents"),
        (no_sources, "is no folder. Name the sources with --seeds"),
        (empty_sources, "No source in"),
    ],
    ids=["missing", "foreign", "damaged", "older", "no sources", "empty sources"],
)
def test_bad_input_is_told_in_one_sentence(copy: Path, spoil: Callable[[Path], None], sentence: str) -> None:
    spoil(copy)
    before = tree(copy)
    result = verify(copy)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert tree(copy) == before
