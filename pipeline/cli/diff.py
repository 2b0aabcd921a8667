"""`diff`: what became of each row from one release to another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.refusal import refusing

if TYPE_CHECKING:
    from pipeline.derive.comparison import TableChanges
    from pipeline.released.difference import Difference, Recorded

FOLDER = click.Path(path_type=Path)

WIDTH = 100
"""Characters of a row or value that are printed; JSON and Parquet have the whole."""


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--outputs",
    type=FOLDER,
    default="outputs",
    show_default=True,
    help="Release in whose history, and beside which, versions are looked up.",
)
@click.option(
    "--parquet", type=FOLDER, default=None, help="Also write the differences as Parquet into this new folder."
)
@click.option(
    "--limit", type=click.IntRange(0), default=10, show_default=True, help="Rows of a kind to print, 0 for all."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with all rows.")
@refusing
def diff(old: str, new: str, outputs: Path, parquet: Path | None, limit: int, as_json: bool) -> None:
    """Compare two releases row by row, by their keys.

    OLD and NEW are folders of releases, or versions such as 0.2.0+1a2b3c4d. A version is found in the outputs folder or
    in a release folder beside it. Of one whose rows are not kept, the history tells what each refresh changed.
    """
    from pipeline.released.difference import Recorded, as_data, between

    found = between(old, new, outputs)
    if parquet is not None:
        _write(found, parquet)
    if as_json:
        click.echo(json.dumps(as_data(found), ensure_ascii=False, indent=2, default=str))
        return
    for line in _recorded(found) if isinstance(found, Recorded) else _lines(found, limit):
        click.echo(line)


def _write(found: Difference | Recorded, folder: Path) -> None:
    from pipeline.errors import UsageError
    from pipeline.publish.differences import write_differences
    from pipeline.released.difference import Recorded, cells, whole_rows

    if isinstance(found, Recorded):
        raise UsageError(
            f"The rows of {found.old} and {found.new} are not both kept here, only how many changed. "
            "Name the folders of both releases to get them as Parquet."
        )
    rows = {name: whole_rows(changes) for name, changes in found.tables.items()}
    write_differences(cells(found), rows, folder)


def _recorded(found: Recorded) -> Iterator[str]:
    from pipeline.publish.changelog import section

    yield f"The rows of {found.old} and {found.new} are not both kept here; this is what each refresh recorded."
    previous = found.old
    for step in found.steps:
        yield ""
        yield from section(step, previous)
        previous = step["version"]


def _lines(found: Difference, limit: int) -> Iterator[str]:
    yield f"{found.old.version} ({found.old.folder}) -> {found.new.version} ({found.new.folder})"
    if not found.tables:
        yield "No row differs."
        return
    width = max(len(name) for name in found.tables)
    yield f"{'':{width}}  {'added':>7} {'removed':>7} {'changed':>7}"
    for name, changes in found.tables.items():
        yield f"{name:{width}}  " + " ".join(f"{count:7}" for count in changes.counts.values())
    for name, changes in found.tables.items():
        yield ""
        yield name
        yield from _rows(changes, limit)


def _rows(changes: TableChanges, limit: int) -> Iterator[str]:
    from pipeline.derive.comparison import key_text, value_text
    from schemas import TABLES

    key = TABLES[changes.table].key()
    for mark, frame in (("+", changes.added), ("-", changes.removed)):
        for row in frame.head(limit or frame.height).iter_rows(named=True):
            yield f"  {mark} {key_text(tuple(row[name] for name in key))}  {_short(_about(row, key))}".rstrip()
        yield from _more(mark, frame.height, limit)
    for changed in changes.changed[: limit or None]:
        yield f"  ~ {key_text(changed.key)}"
        for cell in changed.cells:
            yield f"      {cell.column}: {_short(value_text(cell.old))} -> {_short(value_text(cell.new))}"
    yield from _more("~", len(changes.changed), limit)


def _more(mark: str, count: int, limit: int) -> Iterator[str]:
    if limit and count > limit:
        yield f"  {mark} and {count - limit} more; --limit 0 prints all"


def _about(row: dict[str, Any], key: tuple[str, ...]) -> str:
    values = (str(value) for name, value in row.items() if name not in key and value not in (None, []))
    return ", ".join(values)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"
