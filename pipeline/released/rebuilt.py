"""A release against what was built anew from the same sources: identical, or the first differences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.derive.comparison import TableChanges, compare, key_text, value_text
from pipeline.publish.database import logical_hash
from pipeline.publish.files import DATABASE
from pipeline.publish.history import CONTENT
from pipeline.publish.reasons import reasons
from pipeline.released.checks import SHOWN
from pipeline.released.folder import Released, check_files

WIDTH = 80


def differences(release: Released, anew: Released) -> list[str]:
    """How a release differs from the one built anew, in sentences; empty where both are identical.

    The DuckDB files may have other bytes; their logical hashes are compared.
    """
    found = compare(release.tables, anew.tables, CONTENT)
    if found:
        old, new = (of.tables["releases"].sort("ordinal").row(-1, named=True) for of in (release, anew))
        causes = reasons(release.tables, anew.tables, old, new, found)
        return [*_rows(found), *(f"cause: {cause}" for cause in causes)]
    told, built = check_files(release.folder), check_files(anew.folder)
    names = sorted(told.keys() | built.keys())
    return [line for name in names if told.get(name) != built.get(name) for line in _file(name, release, anew)]


def _rows(found: dict[str, TableChanges]) -> Iterator[str]:
    for name, changes in found.items():
        counts = ", ".join(f"{count} {change}" for change, count in changes.counts.items() if count)
        yield f"{name}: built anew, {counts}"
        for change, frame in (("added", changes.added), ("removed", changes.removed)):
            keys = (row[0] for row in frame.select(frame.columns[:1]).head(SHOWN).iter_rows())
            yield from (f"  {change}: {key}" for key in keys)
        for row in changes.changed[:SHOWN]:
            cell = row.cells[0]
            old, new = (_short(value_text(value)) for value in (cell.old, cell.new))
            yield f"  changed: {key_text(row.key)}, {cell.column}: {old} -> {new}"


def _file(name: str, release: Released, anew: Released) -> Iterator[str]:
    old, new = release.folder / name, anew.folder / name
    if not old.is_file() or not new.is_file():
        yield f"{name} is {'missing' if new.is_file() else 'there, but not built anew'}"
    elif name == DATABASE:
        if logical_hash(old) != logical_hash(new):
            yield f"{name} holds something else"
    else:
        yield f"{name} has other bytes{_first_line(old, new)}"


def _first_line(old: Path, new: Path) -> str:
    """The first line that differs, of two texts; nothing of other files."""
    try:
        lines = [path.read_text(encoding="utf-8").splitlines() for path in (old, new)]
    except UnicodeDecodeError:
        return ""
    for number, (one, other) in enumerate(zip(*lines, strict=False), start=1):
        if one != other:
            return f", line {number}: {_short(one)} -> {_short(other)}"
    return f": {len(lines[0])} lines -> {len(lines[1])}"


def _short(text: str) -> str:
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
