"""`evaluate`: figures for a corpus of one's own, and what went wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.coded import Cache, code_documents
from pipeline.merge.dataset import merge
from pipeline.progress import Progress
from pipeline.read.sources import read_sources

TEXT = """# A pact on fish

On 8 March 2023 Norway and Chile signed an accord on fisheries in Valparaíso. Kenya condemned the accord.
"""
PARTIES = [{"name": name, "kind": "state", "country": code} for name, code in {"Norway": "NOR", "Chile": "CHL"}.items()]
SIGNED = {
    "quote": "Norway and Chile signed an accord on fisheries",
    "trigger": "signed",
    "type": "SUPPORT",
    "sources": ["Norway", "Chile"],
    "targets": [],
    "date": "2023-03-08",
    "status": "occurred",
}
MISSED = SIGNED | {"quote": "in Valparaíso", "type": "MOBILIZE", "trigger": "in"}


def gold_of(folder: Path, **tables: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    content = {"document": "pact.md", "actors": PARTIES, **tables}
    (folder / "pact.md.gold.json").write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with gold, texts, and the tables of releases: one whole, one of a text that may not be passed on."""
    here = tmp_path_factory.mktemp("evaluate")
    gold_of(here / "gold", events=[SIGNED, MISSED])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PERU_US_CACHE", str(here / "cache"))
        for name, head in {"free": "---\nlicence: CC-BY-4.0\nmay_redistribute: true\n---\n\n", "closed": ""}.items():
            (here / name).mkdir()
            (here / name / "pact.md").write_text(head + TEXT, encoding="utf-8")
            tables = merge(list(code_documents(read_sources(here / name).documents, Cache(None), Progress())))
            (here / f"{name}-release" / "parquet").mkdir(parents=True)
            for table, frame in tables.items():
                frame.write_parquet(here / f"{name}-release" / "parquet" / f"{table}.parquet")
        yield here


def run(here: Path, *options: str, gold: str = "gold") -> Result:
    given = [str(here / option) if (here / option).exists() else option for option in options]
    return CliRunner().invoke(main, ["evaluate", "--gold", str(here / gold), *given])


def figures(result: Result) -> dict[tuple[str, str], dict]:
    assert result.exit_code == 0, result.output
    return {(row["table_name"], row["figure"]): row for row in json.loads(result.stdout)["figures"]}


@pytest.mark.parametrize(
    "options",
    [
        ("--texts", "free"),
        ("--texts", "closed"),
        ("--tables", "free-release"),
        ("--tables", "free-release/parquet"),
        ("--tables", "closed-release", "--texts", "closed"),
    ],
    ids=" ".join,
)
def test_texts_and_tables_give_the_same_figures(here: Path, options: tuple[str, ...]) -> None:
    found = figures(run(here, *options, "--json"))
    full = found["events", "full"]
    assert (full["n_gold"], full["recall"], full["n_documents"]) == (2, 0.5, 1)
    assert found["actors", "full"]["recall"] == 1.0
    assert ("citations", "found") not in found, "what was not coded has no figure"


def test_people_get_a_table_with_numbers_of_rows(here: Path) -> None:
    shown = run(here, "--tables", "free-release").stdout
    assert "hand-coded" in shown
    assert [line for line in shown.splitlines() if "events" in line and "full" in line and "0.50" in line]


def test_misses_are_listed_with_place_and_words(here: Path) -> None:
    result = run(here, "--tables", "free-release", "--misses", "events_typed")
    assert "missed pact.md, line 8: event_type MOBILIZE" in result.stdout
    assert "“in Valparaíso”" in result.stdout
    assert "gold: 1 missed, 1 false in events_typed" in result.stdout
    (missed, false) = json.loads(run(here, "--texts", "free", "--misses", "events_typed", "--json").stdout)["misses"]
    assert (missed["what"], missed["fields"]["event_type"]) == ("missed", "MOBILIZE")
    assert (false["what"], false["fields"]["event_type"]) == ("false", "ACCUSE")


def test_gold_beside_texts_needs_no_option(here: Path, tmp_path: Path) -> None:
    gold_of(tmp_path / "own", events=[SIGNED])
    (tmp_path / "own" / "texts").mkdir()
    (tmp_path / "own" / "texts" / "pact.md").write_text(TEXT, encoding="utf-8")
    assert figures(run(tmp_path, "--json", gold="own"))["events", "full"]["recall"] == 1.0


def test_rows_held_back_are_counted_and_not_listed(here: Path, tmp_path: Path) -> None:
    gold_of(tmp_path / "own", events=[MISSED], corpus="held_back")
    result = run(tmp_path, "--tables", str(here / "free-release"), "--misses", "events_typed", gold="own")
    assert result.exit_code == 0, result.output
    assert "Valparaíso" not in result.stdout
    assert "held_back: 1 missed" in result.stdout


def test_misses_of_a_single_column_are_listed(here: Path, tmp_path: Path) -> None:
    gold_of(tmp_path / "own", events=[SIGNED | {"date": "1901"}])
    wanted = ("--tables", str(here / "free-release"), "--json", "--misses")
    right, wrong = (run(tmp_path, *wanted, f"events_{name}", gold="own") for name in ("source_ids", "date"))
    assert [miss["what"] for miss in json.loads(right.stdout)["misses"]] == ["false"], "only what nobody coded"
    assert sorted(miss["what"] for miss in json.loads(wrong.stdout)["misses"]) == ["false", "false", "missed"]


@pytest.mark.parametrize(
    ("options", "gold", "told"),
    [
        (
            ("--tables", "free-release"),
            {"events": [SIGNED | {"quote": "Norway sank"}]},
            "events, row 1 (“Norway sank”)",
        ),
        (("--tables", "free-release"), {"events": [SIGNED | {"type": "PACT"}]}, "'PACT' is none of"),
        (("--tables", "free-release"), {"document": "tract.md"}, "'tract.md' is not among those measured (pact.md)"),
        (("--tables", "closed-release"), {"events": [SIGNED]}, "--texts DIR"),
        (("--tables", "nowhere"), {"events": [SIGNED]}, "there is no such file"),
        (("--texts", "nowhere"), {"events": [SIGNED]}, "does not exist"),
        (("--tables", "free-release", "--misses", "events"), {}, "There is no figure 'events'"),
    ],
)
def test_what_does_not_fit_is_told(here: Path, tmp_path: Path, options: tuple, gold: dict, told: str) -> None:
    gold_of(tmp_path / "own", **gold)
    given = [str(here / option) if option.endswith("release") else option for option in options]
    result = run(tmp_path, *given, gold="own")
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_texts_that_cannot_be_read_are_named(here: Path, tmp_path: Path) -> None:
    gold_of(tmp_path / "own", document="empty.md")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "pact.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "texts" / "empty.md").touch()
    result = run(tmp_path, "--texts", "texts", gold="own")
    assert result.exit_code == 2
    assert "Not used: empty.md" in result.stderr
    assert "'empty.md' is not among those measured" in result.stderr


def test_a_fault_of_ours_names_the_document(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(parsed: object) -> None:
        raise LookupError("no such actor")

    monkeypatch.setattr("pipeline.coding.coder.code", broken)
    monkeypatch.setenv("PERU_US_CACHE", str(tmp_path / "cache"))
    gold_of(tmp_path / "own")
    result = run(tmp_path, "--texts", str(here / "free"), gold="own")
    assert result.exit_code == 1
    assert "pact.md could not be coded" in result.stderr
    assert "Traceback" not in result.output


def test_broken_json_is_told(here: Path, tmp_path: Path) -> None:
    gold_of(tmp_path / "own")
    (tmp_path / "own" / "pact.md.gold.json").write_text('{"document": ', encoding="utf-8")
    result = run(tmp_path, "--tables", str(here / "free-release"), "--json", gold="own")
    assert result.exit_code == 2
    assert "pact.md.gold.json is no JSON" in json.loads(result.stdout)["error"]
