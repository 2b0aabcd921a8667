"""Two releases compared: which they are, and what became of each row.

Belongs here: finding the releases and putting their differences into frames and plain data. Does not belong here: the
comparison of two tables (pipeline.derive.comparison), or printing (pipeline.cli.diff).

A release is named by its folder, or by its version (or release_id). A version is looked for in the folder `outputs` and
in the release folders beside it, so that a copy kept as `outputs-2024` is found by the version it holds. Of a version
whose rows are kept nowhere, the history in `releases` still tells how many rows each refresh changed, and why.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.derive.comparison import TableChanges, compare, key_text, value_text
from pipeline.errors import UsageError
from pipeline.publish.history import CONTENT, current
from pipeline.released.folder import Released, is_release, open_release
from schemas import TABLES


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the rows from one release to another; tables without a difference are left out."""

    old: Released
    new: Released
    tables: dict[str, TableChanges]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the history tells of the releases after `old` up to `new`, in order: their rows in `releases`."""

    old: str
    new: str
    steps: tuple[dict[str, Any], ...]


class UnknownRelease(UsageError):
    """What was given is neither the folder of a release nor a version that is known."""


def between(old: str, new: str, outputs: Path) -> Difference | Recorded:
    """The difference of two releases, each named by its folder or its version.

    outputs: the release in whose neighbourhood and history versions are looked up. Raises UnknownRelease, and Unusable
    for a folder that is no whole release.
    """
    before, after = _opened(old, outputs), _opened(new, outputs)
    if before and after:
        return Difference(before, after, compare(before.tables, after.tables, CONTENT))
    return _recorded(before.version if before else old, after.version if after else new, after, outputs)


def _opened(name: str, outputs: Path) -> Released | None:
    """The release of a folder, or the one found by its version; None for a version whose rows are not kept."""
    folder = Path(name)
    if folder.exists() or not name or "/" in name or name.startswith("."):
        return open_release(folder)
    found = [where for where in _neighbourhood(outputs) if name in _names(where)]
    return open_release(found[0]) if found else None


def _neighbourhood(outputs: Path) -> Iterator[Path]:
    yield outputs
    beside = outputs.resolve().parent
    if beside.is_dir():
        yield from sorted(path for path in beside.iterdir() if path.is_dir() and is_release(path))


def _names(folder: Path) -> tuple[str, ...]:
    found = current(folder)
    return (found.version, found.release_id) if found else ()


def _recorded(old: str, new: str, after: Released | None, outputs: Path) -> Recorded:
    teller = after or open_release(outputs)
    history = teller.tables["releases"].sort("ordinal").to_dicts()
    places = {row[name]: n for n, row in enumerate(history) for name in ("version", "release_id")}
    unknown = [name for name in (old, new) if name not in places]
    if unknown:
        known = ", ".join(row["version"] for row in history)
        raise UnknownRelease(
            f"{unknown[0]} is no folder, no release beside {outputs}, and not in the history of {teller.folder}, "
            f"which knows {known}."
        )
    if places[old] > places[new]:
        raise UnknownRelease(f"{old} is later than {new}: name the older release first, or folders of both.")
    return Recorded(old, new, tuple(history[places[old] + 1 : places[new] + 1]))


CELLS = {"table_name": pl.String, "row_key": pl.String, "change": pl.String, "column": pl.String} | {
    "old": pl.String,
    "new": pl.String,
}


def cells(difference: Difference) -> pl.DataFrame:
    """One row per added or removed row, and per changed value.

    Columns: table_name; row_key (JSON list where several columns are the key); change: added, removed or changed;
    column: null for whole rows; old, new: the values as JSON.
    """
    rows = [row for changes in difference.tables.values() for row in _cells(changes)]
    return pl.DataFrame(rows, schema=CELLS, orient="row")


def _cells(changes: TableChanges) -> Iterator[tuple[str | None, ...]]:
    key = TABLES[changes.table].key()
    for change, frame in (("added", changes.added), ("removed", changes.removed)):
        for values in frame.select(key).iter_rows():
            yield changes.table, key_text(values), change, None, None, None
    for row in changes.changed:
        for cell in row.cells:
            old, new = value_text(cell.old), value_text(cell.new)
            yield changes.table, key_text(row.key), "changed", cell.column, old, new


def whole_rows(changes: TableChanges) -> pl.DataFrame:
    """The rows of a table that differ, whole. `change`: added, removed, before or after; then the table's columns."""
    kinds = {
        "added": changes.added,
        "removed": changes.removed,
        "before": pl.DataFrame([row.old for row in changes.changed], schema=changes.added.schema),
        "after": pl.DataFrame([row.new for row in changes.changed], schema=changes.added.schema),
    }
    named = [frame.select(pl.lit(kind).alias("change"), pl.all()) for kind, frame in kinds.items()]
    return pl.concat(named).sort([*TABLES[changes.table].key(), "change"], descending=False)


def as_data(difference: Difference | Recorded) -> dict[str, Any]:
    """Plain data, ready for JSON: whole rows of what was added and removed, both values of what changed."""
    if isinstance(difference, Recorded):
        return {"old": difference.old, "new": difference.new, "recorded": [_step(step) for step in difference.steps]}
    return {
        "old": _release(difference.old),
        "new": _release(difference.new),
        "tables": {name: _table(changes) for name, changes in difference.tables.items()},
    }


def _step(step: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: step[name] for name in ("version", "release_id", "reasons", "notable")}
    return told | {"changes": json.loads(step["changes"])}


def _release(release: Released) -> dict[str, str]:
    return {"version": release.version, "release_id": release.release_id, "folder": str(release.folder)}


def _table(changes: TableChanges) -> dict[str, Any]:
    key = TABLES[changes.table].key()
    return {
        "counts": changes.counts,
        "added": changes.added.to_dicts(),
        "removed": changes.removed.to_dicts(),
        "changed": [
            {
                "key": dict(zip(key, row.key, strict=True)),
                "cells": {cell.column: {"old": cell.old, "new": cell.new} for cell in row.cells},
            }
            for row in changes.changed
        ],
    }
