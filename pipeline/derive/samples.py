"""Rows of a table that show what it holds, and their values as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

import polars as pl

from pipeline.derive.markdown import code
from schemas import Table

LOOKED_AT = 2000
"""Rows from which examples are chosen: enough to find full ones, and no more work in a large table."""

LONGEST = 120
"""Characters of a value that are shown; the rest is an ellipsis."""

Row = Mapping[str, Any]


def samples(table: type[Table], frame: pl.DataFrame, count: int = 2) -> list[Row]:
    """Up to `count` rows: first the fullest, then those that differ most from the ones before in their coded values.

    Of equals the first in published order is taken, so that the same table gives the same examples.
    """
    rest = list(islice(frame.sort(table.order(), nulls_last=True).iter_rows(named=True), LOOKED_AT))
    coded = [column.name for column in table.columns().values() if column.vocabulary]
    chosen: list[Row] = []
    while rest and len(chosen) < count:
        best = max(rest, key=lambda row: (_news(row, chosen, coded), _filled(row)))
        chosen.append(best)
        rest.remove(best)
    return chosen


def _filled(row: Row) -> int:
    return sum(value not in (None, []) for value in row.values())


def _news(row: Row, chosen: list[Row], coded: list[str]) -> int:
    """How many coded values of a row no chosen one has; of the first row it does not matter."""
    if not chosen:
        return 0
    return sum(row[name] not in (None, []) and all(row[name] != other[name] for other in chosen) for name in coded)


def shown(value: Any) -> str:
    """A value for a Markdown page: code, lists joined with commas, nothing for null, long text cut."""
    if value is None:
        return ""
    if isinstance(value, list):
        return _cut_list([code(_short(str(item))) for item in value])
    if isinstance(value, bool):
        return code(str(value).lower())
    return code(_short(f"{value:.15g}" if isinstance(value, float) else str(value)))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"


def _cut_list(items: list[str], longest: int = 4) -> str:
    return ", ".join(items[:longest]) + (", …" if len(items) > longest else "")
