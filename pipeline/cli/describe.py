"""`describe`: what a table and its columns mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

import click

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from schemas import Table


@click.command()
@click.argument("table", required=False)
@click.option("--lang", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Language.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def describe(table: str | None, lang: Literal["en", "es"], as_json: bool) -> None:
    """Print what TABLE and each of its columns mean; without TABLE, the list of all tables."""
    from schemas import TABLES

    try:
        wanted = [_table(table)] if table else list(TABLES.values())
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        shown = _as_dict(wanted[0], lang) if table else {each.table(): each.about(lang) for each in wanted}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        _print_dictionary(table, lang)


def _table(name: str) -> type[Table]:
    from schemas import TABLES

    if name not in TABLES:
        raise UsageError(f"There is no table {name!r}. The tables are {', '.join(TABLES)}.")
    return TABLES[name]


def _as_dict(table: type[Table], lang: Literal["en", "es"]) -> dict[str, object]:
    from dataclasses import asdict

    from pipeline.derive.descriptions import describe as described

    return {
        "table": table.table(),
        "description": table.about(lang),
        "key": list(table.key()),
        "columns": [{**asdict(column), "vocabulary": _terms(column.vocabulary, lang)} for column in described(table, lang)],
    }
