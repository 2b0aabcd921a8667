"""What a view is: a query with the meaning of each of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.derive.ddl import both, literal, quoted

Meaning = tuple[str, str]
"""English and Spanish."""


@dataclass(frozen=True, slots=True)
class View:
    """name, meaning in two languages, a SELECT, and the meaning of each column it gives, in order."""

    name: str
    en: str
    es: str
    columns: dict[str, Meaning]
    sql: str


def create_view(view: View) -> str:
    """CREATE VIEW with the declared column names."""
    names = ", ".join(quoted(name) for name in view.columns)
    return f"CREATE VIEW {quoted(view.name)} ({names}) AS\n{view.sql.strip()}"


def view_comments(view: View) -> Iterator[str]:
    """COMMENT ON the view and each of its columns."""
    name = quoted(view.name)
    yield f"COMMENT ON VIEW {name} IS {literal(both(view.en, view.es))}"
    for column, meaning in view.columns.items():
        yield f"COMMENT ON COLUMN {name}.{quoted(column)} IS {literal(both(*meaning))}"


def values(rows: list[tuple[object, ...]]) -> str:
    """Rows as the body of a VALUES clause."""
    return ",\n    ".join("(" + ", ".join(_value(item) for item in row) + ")" for row in rows)


def _value(item: object) -> str:
    if item is None:
        return "NULL"
    return str(item) if isinstance(item, int | float) else literal(str(item))
