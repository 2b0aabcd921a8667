"""Which columns of a table join to what, with the SQL that joins them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas import TABLES, Column, Table


@dataclass(frozen=True, slots=True)
class Join:
    """A column that refers to another table's key, or a key that another table's column refers to.

    column: of the table asked for; other, other_column: where it leads. outward: whether the table asked for refers
    to the other one. each: whether one side is a list, of which each element is a key. sql: a FROM clause that runs.
    """

    column: str
    other: str
    other_column: str
    outward: bool
    each: bool
    sql: str


def joins(table: type[Table]) -> list[Join]:
    """All joins of a table: first those it declares, then those that other tables declare, in published order."""
    return [*_outward(table), *_inward(table)]


def _outward(table: type[Table]) -> Iterator[Join]:
    for column in table.columns().values():
        if column.references:
            key = _key(column.references)
            each = column.kind == "list"
            yield Join(column.name, column.references, key, True, each, _sql(table.table(), column))


def _inward(table: type[Table]) -> Iterator[Join]:
    for name, other in TABLES.items():
        for column in other.columns().values():
            if column.references == table.table() and other is not table:
                each = column.kind == "list"
                yield Join(_key(table.table()), name, column.name, False, each, _sql(name, column))


def _key(table: str) -> str:
    (key,) = TABLES[table].key()
    return key


def _sql(table: str, column: Column) -> str:
    """The join of a table with the one that a column of it refers to."""
    parent = column.references or ""
    key = _key(parent)
    if parent == table:
        return f"FROM {table} AS a JOIN {table} AS b ON a.{column.name} = b.{key}"
    if column.kind == "list":
        return f"FROM {table} JOIN {parent} ON list_contains({table}.{column.name}, {parent}.{key})"
    if column.name == key:
        return f"FROM {table} JOIN {parent} USING ({key})"
    return f"FROM {table} JOIN {parent} ON {table}.{column.name} = {parent}.{key}"
