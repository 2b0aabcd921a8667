"""What is notable in a release: a line for each of the first rows that differ from the release before.

Belongs here: rows in words. Does not belong here: why they differ (reasons), the page that shows them (changelog).

Lines are made of names and codes, never of a source's sentences: they stay in the history when a source is withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from pipeline.derive.comparison import ChangedRow, TableChanges, key_text
from pipeline.derive.frames import completed
from schemas import TABLES

NOTABLE_SHOWN = 5
"""How many added, removed and changed rows of a table are told one by one."""

_COUNTS = {"n_mentions", "n_documents"}
"""Columns whose change alone makes no row notable."""

_WORDS = {"evidence", "text", "trigger", "surface", "action", "row"}
"""Columns with a source's own words: named when they change, never shown."""

Line = Callable[[Mapping[str, Any], Mapping[str, str]], str]
"""A row and the names of actors by id -> the row in one line."""


def notable(
    former: Mapping[str, pl.DataFrame] | None, tables: Mapping[str, pl.DataFrame], found: Mapping[str, TableChanges]
) -> list[str]:
    """A line for each of the first added, removed and changed rows of the tables that people ask for."""
    if former is None:
        return []
    names = _names(former) | _names(tables)
    told: list[str] = []
    for name, line in _LINES.items():
        if name in found:
            told += _notable(found[name], line, names)
    return told


def _names(tables: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    return dict(tables["actors"].select("actor_id", "name").iter_rows())


def _notable(changes: TableChanges, line: Line, names: Mapping[str, str]) -> Iterator[str]:
    table = TABLES[changes.table]
    for change, frame in (("added", changes.added), ("removed", changes.removed)):
        lines = sorted(
            f"{line(row, names)} [{key_text(tuple(row[k] for k in table.key()))}]"
            for row in completed(table, frame).to_dicts()
        )
        yield from (f"{changes.table} {change}: {told}" for told in lines[:NOTABLE_SHOWN])
    worth = [row for row in changes.changed if {cell.column for cell in row.cells} - _COUNTS]
    lines = sorted(f"{line(row.new, names)} [{key_text(row.key)}]: {_cells(row, names)}" for row in worth)
    yield from (f"{changes.table} changed: {told}" for told in lines[:NOTABLE_SHOWN])


def _cells(row: ChangedRow, names: Mapping[str, str]) -> str:
    told = []
    for cell in row.cells:
        values = f" {_value(cell.old, names)} to {_value(cell.new, names)}"
        told.append(cell.column + ("" if cell.column in _WORDS else values))
    return "; ".join(told)


def _value(value: Any, names: Mapping[str, str]) -> str:
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return ", ".join(names.get(item, item) for item in value)
    return names.get(value, str(value))


def _people(ids: Iterable[str] | None, names: Mapping[str, str]) -> str:
    return ", ".join(sorted(names.get(key, key) for key in ids or ()))


def _actor(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return ", ".join(part for part in (row["name"], row["kind"], row["country"]) if part)


def _agreement(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return ", ".join(part for part in (row["date"], row["name"], row["kind"], row["status"]) if part)


def _event(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    what = f"{row['event_type']} ({row['mode']})" if row["mode"] else row["event_type"]
    sides = [_people(row["source_ids"], names) or "(nobody named)", what, _people(row["target_ids"], names)]
    return f"{row['date'] or 'undated'}: {' - '.join(part for part in sides if part)}"


def _fact(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    about = ", ".join(part for part in (row["indicator"], row["reporter"], row["partner"], row["commodity"]) if part)
    value = "" if row["value"] is None else f": {row['value']:,.12g} {row['currency'] or row['unit'] or ''}".rstrip()
    return f"{row['period'] or 'undated'}: {about}{value}"


def _advice(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    issuer, addressees = names.get(row["issuer_id"] or "", "the document"), _people(row["addressee_ids"], names)
    how = ", ".join(part for part in (row["area"], row["modality"], row["polarity"]) if part)
    return f"{issuer} to {addressees or 'nobody named'}: {how}"


_LINES = {
    "events": _event,
    "agreements": _agreement,
    "actors": _actor,
    "trade_facts": _fact,
    "recommendations": _advice,
}
