"""Why a release differs from the one before."""

from __future__ import annotations

import polars as pl
import pytest
from publish_builder import changed

from pipeline.derive.comparison import compare
from pipeline.publish.history import CONTENT
from pipeline.publish.reasons import FIRST, UNREADABLE, reasons

BEFORE = {"rules_sha256": "a" * 64, "lexicons_sha256": "b" * 64, "gold_sha256": None, "model": "en 1"}


def told(old: dict[str, pl.DataFrame] | None, new: dict[str, pl.DataFrame], **now: str) -> list[str]:
    before = BEFORE if old is not None else {}
    return reasons(old, new, before, BEFORE | now, compare(old or {}, new, CONTENT))


def test_the_first_release_needs_no_reason(tables: dict[str, pl.DataFrame]) -> None:
    assert told(None, tables) == [FIRST]


def test_tables_that_cannot_be_read_are_the_reason(tables: dict[str, pl.DataFrame]) -> None:
    assert reasons(None, tables, BEFORE, BEFORE, compare({}, tables, CONTENT)) == [UNREADABLE]


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
