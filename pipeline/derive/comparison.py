"""What differs between two states of the tables: rows added, removed and changed, cell by cell.

Belongs here: comparing frames of declared tables by their keys. Does not belong here: why they differ
(pipeline.publish.reasons), or where the frames come from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.derive.frames import empty
from schemas import TABLES, Table

_FORMER = "__former"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row that is in both states and differs."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row with the same key and other values. key: values of the key columns; old, new: the whole row."""

    key: tuple[Any, ...]
    cells: tuple[Cell, ...]
    old: dict[str, Any]
    new: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What became of one table. added and removed are frames, all in order of the key.

    columns_added, columns_removed: columns that only one state has; they are not compared.
    """

    table: str
    added: pl.DataFrame
    removed: pl.DataFrame
    changed: tuple[ChangedRow, ...]
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Number of rows added, removed and changed."""
        return {"added": self.added.height, "removed": self.removed.height, "changed": len(self.changed)}

    def __bool__(self) -> bool:
        return any(self.counts.values()) or bool(self.columns_added or self.columns_removed)


def compare(
    old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame], names: tuple[str, ...] = tuple(TABLES)
) -> dict[str, TableChanges]:
    """The tables that differ, in declared order. A table that one side lacks counts as empty."""
    both = {name: (old.get(name), new.get(name)) for name in names}
    found = {
        name: compare_table(TABLES[name], *(empty(TABLES[name]) if frame is None else frame for frame in frames))
        for name, frames in both.items()
    }
    return {name: changes for name, changes in found.items() if changes}


def compare_table(table: type[Table], old: pl.DataFrame, new: pl.DataFrame) -> TableChanges:
    """Rows are the same when their keys are. Lists are compared in their order, null equals null."""
    key = list(table.key())
    shared = [name for name in new.columns if name in old.columns and name not in key]
    both = new.join(old.select(key + shared), on=key, how="inner", suffix=_FORMER).sort(key)
    differs = [pl.col(name).ne_missing(pl.col(name + _FORMER)) for name in shared]
    changed = both.filter(pl.any_horizontal(differs)) if shared else both.clear()
    return TableChanges(
        table=table.table(),
        added=new.join(old, on=key, how="anti").sort(key),
        removed=old.join(new, on=key, how="anti").sort(key),
        changed=tuple(_changed(row, key, shared) for row in changed.iter_rows(named=True)),
        columns_added=tuple(name for name in new.columns if name not in old.columns),
        columns_removed=tuple(name for name in old.columns if name not in new.columns),
    )


def _changed(row: dict[str, Any], key: list[str], shared: list[str]) -> ChangedRow:
    of_key = {name: row[name] for name in key}
    cells = (Cell(name, row[name + _FORMER], row[name]) for name in shared)
    return ChangedRow(
        key=tuple(of_key.values()),
        cells=tuple(cell for cell in cells if cell.old != cell.new),
        old=of_key | {name: row[name + _FORMER] for name in shared},
        new=of_key | {name: row[name] for name in shared},
    )


def key_text(key: tuple[Any, ...]) -> str:
    """A key as one string: itself, or a JSON list where several columns are the key together."""
    return str(key[0]) if len(key) == 1 else json.dumps(key, ensure_ascii=False, default=str)


def value_text(value: Any) -> str:
    """A value as JSON; dates as strings in ISO 8601."""
    return json.dumps(value, ensure_ascii=False, default=str)
