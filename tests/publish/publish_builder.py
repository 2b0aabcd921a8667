"""Tables of the example with one column altered."""

from __future__ import annotations

import polars as pl


def changed(tables: dict[str, pl.DataFrame], name: str, column: str, value: pl.Expr) -> dict[str, pl.DataFrame]:
    """The tables with another value in every row of one column."""
    return tables | {name: tables[name].with_columns(value.alias(column))}
