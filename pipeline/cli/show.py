"""`show`: a row of a release with the words it rests on."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.refusal import refusing

if TYPE_CHECKING:
    from rich.text import Text

    from pipeline.released.trace import Passage, Traced

FOLDER = click.Path(path_type=Path)

WITHHELD = "(words withheld: the source's licence does not let them be passed on)"

OPEN, CLOSE = "»", "«"
"""Around the evidence in its sentence, so that it is marked where there are no colours too."""


@click.command()
@click.argument("row_id")
@click.option("--outputs", type=FOLDER, default="outputs", show_default=True, help="Folder with the release.")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="Passages to print, 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with all passages.")
@refusing
def show(row_id: str, outputs: Path, limit: int, as_json: bool) -> None:
    """Print the row whose key is ROW_ID, and where it comes from.

    ROW_ID is the key of an event or of a row of any other table: an actor, an agreement, a statement, a trade fact, a
    recommendation, a citation, a sentence. Each passage is shown in its sentence with the words marked, the rule that
    made the row, its confidence, and the citation of the source.
    """
    from pipeline.released.folder import open_release
    from pipeline.released.trace import trace

    traced = trace(open_release(outputs), row_id)
    if as_json:
        click.echo(json.dumps(asdict(traced), ensure_ascii=False, indent=2, default=str))
    else:
        _print(traced, limit)


def _print(traced: Traced, limit: int) -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    for line in _lines(traced, limit or len(traced.passages)):
        console.print(line)


def _lines(traced: Traced, limit: int) -> list[Text]:
    from rich.text import Text

    from pipeline.released.trace import SHARED

    # what a row shares with its passage is told there
    row = {name: value for name, value in traced.row.items() if "evidence" not in traced.row or name not in SHARED}
    lines = [Text.assemble((f"{traced.table} {traced.row_id}", "bold"), f"  (release {traced.version})")]
    lines += [Text(f"  {line}") for line in _told(row, traced)]
    number = {key: n for n, key in enumerate(traced.sources, start=1)}
    if traced.passages:
        lines += [Text(), Text("Passages", style="bold")]
    for passage in traced.passages[:limit]:
        lines += _passage(passage, traced, number[passage.document_id])
    if len(traced.passages) > limit:
        lines += [Text(), Text(f"  and {len(traced.passages) - limit} more; --limit 0 prints all")]
    if traced.sources:
        lines += [Text(), Text("Sources", style="bold")]
    lines += [Text(f"  [{number[key]}] {citation} ({key})") for key, citation in traced.sources.items()]
    return lines


def _passage(passage: Passage, traced: Traced, source: int) -> list[Text]:
    from rich.text import Text

    # of the row itself all has been told above; of a part, not again what it is part of
    own = (passage.table, passage.row_id) == (traced.table, traced.row_id)
    rest = {name: value for name, value in passage.details.items() if value != traced.row_id and not own}
    details = "; ".join(_told(rest, traced))
    where = ", ".join(part for part in (f"[{source}]", passage.place) if part)
    return [
        Text(),
        _marked(passage),
        Text(f"    {where}, characters {passage.char_start} to {passage.char_end}"),
        Text(f"    {passage.table} {passage.row_id}, rule {passage.rule_id}, confidence {passage.confidence:.2f}"),
        *([Text(f"    {details}")] if details else []),
    ]


def _told(row: dict[str, Any], traced: Traced) -> list[str]:
    """Name and value of the columns that are not null."""
    values = ((name, _value(value, traced.names)) for name, value in row.items())
    return [f"{name}: {_line(value)}" for name, value in values if value]


def _marked(passage: Passage) -> Text:
    from rich.text import Text

    if passage.sentence is None:
        return Text(f"  {WITHHELD}", style="italic")
    start, end = passage.mark
    before, words, after = (_line(part) for part in _cut(passage.sentence, start, end))
    return Text.assemble("  ", before, (f"{OPEN}{words}{CLOSE}", "bold reverse"), after)


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[:start], text[start:end], text[end:]


_BLANKS = dict.fromkeys(range(32), " ")


def _line(text: str) -> str:
    """Text on one line and without control characters, which a terminal might obey; blanks at its ends stay."""
    return text.translate(_BLANKS)


def _value(value: Any, names: dict[str, str]) -> str:
    """A value with the names of what it refers to; empty for null and an empty list."""
    if value is None or value == []:
        return ""
    if isinstance(value, list):
        return ", ".join(_value(item, names) for item in value)
    return f"{names[value]} ({value})" if value in names else str(value)
