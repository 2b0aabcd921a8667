"""Why a release differs, what is notable in it, and the page that tells it."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from pipeline.derive.comparison import compare
from pipeline.publish.changes import FIRST, changelog, notable, reasons
from pipeline.publish.files import SUMS, sums
from pipeline.publish.history import CONTENT, history
from pipeline.publish.parquet import parquet_path
from pipeline.publish.release import publish
from schemas import TABLES

BEFORE = {"rules_sha256": "a" * 64, "lexicons_sha256": "b" * 64, "gold_sha256": None, "model": "en 1"}


def told(old: dict[str, pl.DataFrame] | None, new: dict[str, pl.DataFrame], **now: str) -> list[str]:
    before = BEFORE if old is not None else {}
    return reasons(old, new, before, BEFORE | now, compare(old or {}, new, CONTENT))


def changed(tables: dict[str, pl.DataFrame], name: str, column: str, value: pl.Expr) -> dict[str, pl.DataFrame]:
    return tables | {name: tables[name].with_columns(value.alias(column))}


def test_the_first_release_needs_no_reason(tables: dict[str, pl.DataFrame]) -> None:
    assert told(None, tables) == [FIRST]
    assert notable(None, tables, compare({}, tables, CONTENT)) == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({}, []),
        ({"rules_sha256": "c" * 64}, ["code changed"]),
        ({"lexicons_sha256": "c" * 64, "model": "en 2"}, ["lexicons changed", "language model changed: en 1 to en 2"]),
        ({"gold_sha256": "c" * 64}, []),
    ],
    ids=["nothing", "code", "lexicons and model", "hand coding unknown before"],
)
def test_what_it_was_made_with(tables: dict[str, pl.DataFrame], now: dict[str, str], expected: list[str]) -> None:
    assert told(tables, tables, **now) == expected


def test_sources_that_came_went_and_changed(tables: dict[str, pl.DataFrame]) -> None:
    documents = tables["documents"]
    fewer = tables | {"documents": documents.filter(pl.col("document_id") != "kenya-note")}
    assert told(fewer, tables) == ["source added: A note: kenya-note (kenya-note.md)"]
    assert told(tables, fewer) == ["source removed: A note: kenya-note (kenya-note.md)"]
    edited = changed(tables, "documents", "sha256", pl.lit("0" * 64))
    assert [reason.split(":")[0] for reason in told(tables, edited)] == ["source changed"] * 2
    closed = changed(tables, "documents", "may_redistribute", pl.lit(False))
    assert [reason.split(":")[0] for reason in told(tables, closed)] == ["licence changed"] * 2


def test_rules_are_named_for_rows_of_unchanged_sources_only(tables: dict[str, pl.DataFrame]) -> None:
    surer = changed(tables, "event_mentions", "confidence", pl.lit(0.9))
    assert told(tables, surer) == ["in unchanged sources, rule example: 2 changed"]
    edited = changed(surer, "documents", "sha256", pl.lit("0" * 64))
    assert not [reason for reason in told(tables, edited) if "rule" in reason]


def test_notable_rows_are_lines_without_the_words_of_sources(tables: dict[str, pl.DataFrame]) -> None:
    new = changed(tables, "events", "mode", pl.lit("endorse")) | {"recommendations": tables["recommendations"].clear()}
    new = changed(new, "actors", "n_mentions", pl.lit(7))
    lines = notable(tables, new, compare(tables, new, CONTENT))
    assert lines == [
        "events changed: 2011-05-03: Chile, Norway - SUPPORT (endorse) [signing]: mode sign to endorse",
        "recommendations removed: Kenya to Chile: trade, should, do [r1]",
    ]
    advice = changed(tables, "recommendations", "action", pl.lit("shut its ports"))
    assert notable(tables, advice, compare(tables, advice, CONTENT)) == [
        "recommendations changed: Kenya to Chile: trade, should, do [r1]: action"
    ]


def test_the_page_tells_every_release_the_latest_first(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    first = publish(tables, outputs, rules_sha256="a" * 64)
    second = publish(tables | {"event_counts": tables["event_counts"].clear()}, outputs, rules_sha256="b" * 64)
    page = (outputs / "CHANGES.md").read_text(encoding="utf-8")
    assert page.index(f"## {second.version}") < page.index(f"## {first.version}")
    assert f"Why it differs from {first.version}:\n\n- code changed\n" in page
    assert "| event_counts | 0 |  | 1 |  |" in page
    assert "The first release, made of 2 documents." in page
    assert page == changelog(pl.read_parquet(outputs / "parquet" / "releases.parquet"))


def test_names_cannot_break_the_page(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    publish(tables, tmp_path / "outputs")
    publish(changed(tables, "actors", "name", pl.lit("[a](b)\n# *Chile* | <i>")), tmp_path / "outputs")
    page = (tmp_path / "outputs" / "CHANGES.md").read_text(encoding="utf-8")
    assert "\n# *" not in page
    assert r"\[a\](b) # \*Chile\* \| \<i\>" in page


def test_a_release_of_an_older_version_is_continued(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    """One from before releases told why they differ, and from before documents had a licence."""
    outputs = tmp_path / "outputs"
    first = publish(tables, outputs)
    for name, columns in {
        "releases": ["private", "reasons", "notable", "rules_sha256"],
        "documents": ["licence"],
    }.items():
        path = parquet_path(outputs, TABLES[name])
        pl.read_parquet(path).drop(columns).write_parquet(path)
    (outputs / SUMS).write_text(sums(outputs), encoding="utf-8")
    second = publish(changed(tables, "documents", "language", pl.lit("fr")), outputs)
    rows = history(outputs)
    assert [row["version"] for row in rows] == [first.version, second.version]
    assert rows[1]["reasons"] == ["columns of documents: added licence"]
    assert json.loads(rows[1]["changes"]) == {"documents": {"added": 0, "removed": 0, "changed": 2}}
    assert (rows[0]["private"], rows[0]["reasons"]) == (False, [])
