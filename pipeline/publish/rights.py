"""Words that may not be passed on do not leave the house.

The merge stage leaves them out; this is the last look before anything is written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import polars as pl

from schemas import TABLES

_WORDS = ("evidence", "text")
"""Columns that hold a source's own words at length."""


class NotRedistributable(RuntimeError):
    """A table holds words of a source whose licence forbids passing them on. Nothing was published."""


def check_rights(tables: Mapping[str, pl.DataFrame]) -> None:
    """Raises NotRedistributable if a row carries words of a document that may not be redistributed."""
    documents = tables["documents"]
    closed = documents.filter(~pl.col("may_redistribute")).get_column("document_id").implode()
    for name, table in TABLES.items():
        words = [column for column in _WORDS if column in table.columns()]
        if not words or "document_id" not in table.columns():
            continue
        leaked = tables[name].filter(
            pl.col("document_id").is_in(closed) & pl.any_horizontal(pl.col(column).is_not_null() for column in words)
        )
        _stop(name, leaked)
    rejects = tables["rejects"].filter(pl.col("document_id").is_in(closed))
    _stop("rejects", rejects.filter(pl.col("row").map_elements(_has_words, return_dtype=pl.Boolean)))


def _has_words(row: str) -> bool:
    values = json.loads(row)
    return any(values.get(column) is not None for column in _WORDS)


def _stop(name: str, leaked: pl.DataFrame) -> None:
    if leaked.height:
        documents = ", ".join(leaked.get_column("document_id").unique().sort().head(5))
        raise NotRedistributable(
            f"{leaked.height} rows of {name} carry words of sources that may not be passed on ({documents}). "
            "Nothing was published and the former release stays."
        )
