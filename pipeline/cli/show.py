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
@click.argument("row_id", metavar="ID")
@click.option("--outputs", type=FOLDER, default="outputs", show_default=True, help="Folder with the release.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@refusing
def show(row_id: str, outputs: Path, as_json: bool) -> None:
    """Print the row whose key is ID, and where it comes from.

    ID is the key of an event or of a row of any other table: an actor, an agreement, a statement, a trade fact, a
    recommendation, a citation, a sentence. Each passage is shown in its sentence with the words marked, the rule that
    made the row, its confidence, and the citation of the source.
    """
    from pipeline.released.folder import open_release
    from pipeline.released.trace import trace

    traced = trace(open_release(outputs), row_id)
    if as_json:
        click.echo(json.dumps(asdict(traced), ensure_ascii=False, indent=2, default=str))
    else:
        _print(traced)


def _print(traced: Traced) -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    for line in _lines(traced):
        console.print(line)


def _lines(traced: Traced) -> list[Text]:
    from rich.text import Text

    lines = [Text.assemble((f"{traced.table} {traced.row_id}", "bold"), f"  (release {traced.version})")]
    lines += [Text(f"  {name}: {told}") for name, value in traced.row.items() if (told := _value(value, traced.names))]
    number = {key: n for n, key in enumerate(traced.sources, start=1)}
    if traced.passages:
        lines += [Text(), Text("Passages", style="bold")]
    for passage in traced.passages:
        lines += _passage(passage, traced, number[passage.document_id])
    if traced.sources:
        lines += [Text(), Text("Sources", style="bold")]
    lines += [Text(f"  [{number[key]}] {citation} ({key})") for key, citation in traced.sources.items()]
    return lines


def _passage(passage: Passage, traced: Traced, source: int) -> list[Text]:
    from rich.text import Text

    details = "; ".join(f"{name}: {_value(value, traced.names)}" for name, value in passage.details.items())
    where = ", ".join(part for part in (f"[{source}]", passage.place) if part)
    return [
        Text(),
        _marked(passage),
        Text(f"    {where}, characters {passage.char_start} to {passage.char_end}"),
        Text(f"    {passage.table} {passage.row_id}, rule {passage.rule_id}, confidence {passage.confidence:.2f}"),
        *([Text(f"    {details}")] if details else []),
    ]


def _marked(passage: Passage) -> Text:
    from rich.text import Text

    if passage.sentence is None:
        return Text(f"  {WITHHELD}", style="italic")
    start, end = passage.mark
    before, words, after = (_line(part) for part in _cut(passage.sentence, start, end))
    return Text.assemble("  ", before, (f"{OPEN}{words}{CLOSE}", "bold reverse"), after)


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[:start], text[start:end], text[end:]


def _line(text: str) -> str:
    """A piece of a sentence on one line; blanks at its ends stay, since words follow."""
    return text.replace("\n", " ").replace("\t", " ")


def _value(value: Any, names: dict[str, str]) -> str:
    """A value with the names of what it refers to; empty for null and an empty list."""
    if value is None or value == []:
        return ""
    if isinstance(value, list):
        return ", ".join(_value(item, names) for item in value)
    return f"{names[value]} ({value})" if value in names else str(value)
