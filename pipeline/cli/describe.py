"""`describe`: what a table and its columns mean."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from schemas import Table

Language = Literal["en", "es"]


@click.command()
@click.argument("table", required=False)
@click.option("--lang", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Language.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def describe(table: str | None, lang: Language, as_json: bool) -> None:
    """Print what TABLE and each of its columns mean. Without TABLE, list all tables."""
    from pipeline.derive.dictionary import page, table_list
    from schemas import TABLES

    if table is None:
        about = {name: declared.about(lang) for name, declared in TABLES.items()}
        _print(_json(about) if as_json else table_list(lang), as_json)
    elif table in TABLES:
        _print(_json(_dictionary(TABLES[table], lang)) if as_json else page(TABLES[table], lang), as_json)
    else:
        raise click.UsageError(f"There is no table {table!r}. The tables are {', '.join(TABLES)}.")


def _dictionary(table: type[Table], lang: Language) -> dict[str, object]:
    from pipeline.derive.descriptions import describe as columns_of

    vocabularies = {c.name: c.vocabulary for c in table.columns().values() if c.vocabulary}
    return {
        "table": table.table(),
        "description": table.about(lang),
        "key": table.key(),
        "columns": [asdict(column) for column in columns_of(table, lang)],
        "vocabularies": {
            name: {term.name: term.en if lang == "en" else term.es for term in vocabulary}
            for name, vocabulary in vocabularies.items()
        },
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _print(text: str, as_json: bool) -> None:
    """Markdown is laid out on a terminal and left as it is elsewhere."""
    if as_json or not sys.stdout.isatty():
        click.echo(text)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text))
