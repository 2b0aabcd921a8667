"""Which rows of a release are told one by one, and how."""

from __future__ import annotations

import polars as pl
from publish_builder import changed

from pipeline.derive.comparison import compare
from pipeline.publish.history import CONTENT
from pipeline.publish.notable import notable


def test_nothing_is_notable_where_the_tables_before_are_not_known(tables: dict[str, pl.DataFrame]) -> None:
    assert notable(None, tables, compare({}, tables, CONTENT)) == []


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
