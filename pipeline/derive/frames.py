"""Typed polars frames of declared tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from schemas import Column, Table

_DTYPES: dict[str, pl.DataType] = {
    "string": pl.String(),
    "integer": pl.Int64(),
    "number": pl.Float64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
    "list": pl.List(pl.String()),
}


def dtype(column: Column) -> pl.DataType:
    """The polars type of a column. Terms of vocabularies are strings."""
    return _DTYPES[column.kind]


def schema(table: type[Table]) -> pl.Schema:
    """Column names and polars types, in declared order."""
    return pl.Schema({name: dtype(column) for name, column in table.columns().items()})


def empty(table: type[Table]) -> pl.DataFrame:
    """The table without rows."""
    return pl.DataFrame(schema=schema(table))


def completed(table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
    """A frame from before some of the table's columns, with nulls in those that it lacks, behind its own."""
    missing = {name: kind for name, kind in schema(table).items() if name not in frame.columns}
    return frame.with_columns(pl.lit(None, kind).alias(name) for name, kind in missing.items())


def conform(table: type[Table], rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Rows as a frame with the table's columns, in order and typed.

    A column that a row leaves out is null; a list column it leaves out is empty. Tuples become lists. Raises
    ValueError for a column the table does not have and for a value of a wrong type, naming table and column.
    """
    columns = table.columns()
    gathered: dict[str, list[Any]] = {name: [] for name in columns}
    for row in rows:
        unknown = row.keys() - columns.keys()
        if unknown:
            raise ValueError(f"{table.table()} has no column {', '.join(sorted(unknown))}")
        for name, column in columns.items():
            gathered[name].append(_value(row.get(name), column))
    return pl.DataFrame([_series(table, columns[name], values) for name, values in gathered.items()])


def _value(value: Any, column: Column) -> Any:
    if column.kind == "list":
        return [] if value is None else list(value)
    return float(value) if column.kind == "number" and isinstance(value, int) else value


def _series(table: type[Table], column: Column, values: list[Any]) -> pl.Series:
    try:
        return pl.Series(column.name, values, dtype=dtype(column), strict=True)
    except (TypeError, pl.exceptions.PolarsError) as error:
        cause = str(error).splitlines()[0]
        raise ValueError(f"{table.table()}.{column.name} is declared as {column.kind}: {cause}") from error
