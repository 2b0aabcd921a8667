"""What a view is: a query with the meaning of each of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.derive.ddl import both, literal, quoted


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of a view: the SQL expression that gives it, and its meaning in English and Spanish."""

    sql: str
    en: str
    es: str


def not_coded(sql_type: str) -> Shown:
    """A column that another system has and this dataset does not code."""
    return Shown(f"NULL::{sql_type}", "Not coded here: always null.", "No se codifica aquí: siempre nulo.")


@dataclass(frozen=True, slots=True)
class View:
    """A query: `before` (a WITH clause or nothing), SELECT of the columns, `after` (FROM and all that follows)."""

    name: str
    en: str
    es: str
    columns: dict[str, Shown]
    after: str
    before: str = ""


def create_view(view: View) -> str:
    """CREATE VIEW in which every column is named.

    DuckDB compares the names of a stored view with those it finds; a name that it made up itself from an expression
    differs between releases, and the view would not open.
    """
    shown = ",\n    ".join(f"{column.sql} AS {quoted(name)}" for name, column in view.columns.items())
    parts = [f"CREATE VIEW {quoted(view.name)} AS", view.before.strip(), f"SELECT\n    {shown}", view.after.strip()]
    return "\n".join(part for part in parts if part)


def view_comments(view: View) -> Iterator[str]:
    """COMMENT ON the view and each of its columns."""
    name = quoted(view.name)
    yield f"COMMENT ON VIEW {name} IS {literal(both(view.en, view.es))}"
    for column, shown in view.columns.items():
        yield f"COMMENT ON COLUMN {name}.{quoted(column)} IS {literal(both(shown.en, shown.es))}"


def values(rows: list[tuple[object, ...]]) -> str:
    """Rows as the body of a VALUES clause."""
    return ",\n    ".join("(" + ", ".join(_value(item) for item in row) + ")" for row in rows)


def _value(item: object) -> str:
    if item is None:
        return "NULL"
    return str(item) if isinstance(item, int | float) else literal(str(item))
