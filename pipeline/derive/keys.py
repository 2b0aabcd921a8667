"""References between tables: what each row refers to must be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from schemas import TABLES, Column, Table

SHOWN = 5
"""How many missing keys of a column an error message names."""


@dataclass(frozen=True, slots=True)
class BrokenKey:
    """Values of table.column that are the key of no row of `parent`."""

    table: str
    column: str
    parent: str
    values: tuple[str, ...]

    def __str__(self) -> str:
        shown = ", ".join(self.values[:SHOWN])
        more = f" and {len(self.values) - SHOWN} more" if len(self.values) > SHOWN else ""
        return f"{self.table}.{self.column} refers to {self.parent} that do not exist: {shown}{more}"


class BrokenKeys(RuntimeError):
    """Rows refer to rows that never existed. The release must stop: some stage before lost or invented a row."""

    def __init__(self, broken: list[BrokenKey]) -> None:
        self.broken = tuple(broken)
        lines = "\n".join(f"  {key}" for key in broken)
        super().__init__(
            f"The tables do not fit together, so nothing was published and the former release stays.\n{lines}"
        )


def references(table: type[Table]) -> list[Column]:
    """The columns of a table that refer to others."""
    return [column for column in table.columns().values() if column.references]


def parent_key(column: Column) -> str:
    """Name of the key column that a reference points to."""
    (name,) = TABLES[column.references or ""].key()
    return name


def owners(table: type[Table]) -> list[Column]:
    """References that go by the very name of the key they point to: the row is part of what it refers to there."""
    return [column for column in references(table) if column.kind != "list" and column.name == parent_key(column)]


def missing(frame: pl.DataFrame, column: Column, parents: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The references of `column` that no row of its parent answers: columns `row` (index) and `value`.

    Null references are none; of a list each element counts.
    """
    known = parents[column.references or ""].get_column(parent_key(column))
    values = frame.select(pl.int_range(pl.len(), dtype=pl.Int64).alias("row"), pl.col(column.name).alias("value"))
    if column.kind == "list":
        values = values.explode("value")
    return values.filter(pl.col("value").is_not_null() & ~pl.col("value").is_in(known.implode()))
