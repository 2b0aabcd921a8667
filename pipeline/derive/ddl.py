"""SQL of the DuckDB file: types of vocabularies, tables with keys and checks, comments.

Every name is quoted, since columns such as `end`, `check` and `row` are words of SQL.
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas import TABLES, Column, Table
from schemas.vocabularies import Vocabulary

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "list": "VARCHAR[]",
}


def quoted(name: str) -> str:
    """An identifier in double quotes."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A string in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def both(en: str, es: str) -> str:
    """The text of a comment: English, then Spanish."""
    return f"{en} | ES: {es}"


def create_types() -> Iterator[str]:
    """One ENUM type for each closed vocabulary that a column uses, in order of first use."""
    used: dict[str, Vocabulary] = {}
    for table in TABLES.values():
        for column in table.columns().values():
            if column.vocabulary and not column.vocabulary.open:
                used.setdefault(column.vocabulary.name, column.vocabulary)
    for name, vocabulary in used.items():
        yield f"CREATE TYPE {quoted(name)} AS ENUM ({', '.join(literal(term) for term in vocabulary.names)})"


def create_table(table: type[Table]) -> str:
    """CREATE TABLE with primary key, foreign keys, NOT NULL and CHECK constraints.

    References held in lists cannot be foreign keys in SQL; pipeline.derive.checks has checked them.
    """
    columns = table.columns().values()
    parts = [_column(column) for column in columns]
    parts.append(f"PRIMARY KEY ({', '.join(quoted(name) for name in table.key())})")
    parts += [_foreign_key(column) for column in columns if column.references and column.kind != "list"]
    parts += [f"CHECK ({condition})" for column in columns for condition in _conditions(column)]
    return f"CREATE TABLE {quoted(table.table())} (\n  " + ",\n  ".join(parts) + "\n)"


def comments(table: type[Table]) -> Iterator[str]:
    """COMMENT ON the table and each of its columns."""
    name = quoted(table.table())
    yield f"COMMENT ON TABLE {name} IS {literal(both(table.about('en'), table.about('es')))}"
    for column in table.columns().values():
        yield f"COMMENT ON COLUMN {name}.{quoted(column.name)} IS {literal(both(column.en, column.es))}"


def _column(column: Column) -> str:
    null = "" if column.nullable else " NOT NULL"
    return f"{quoted(column.name)} {sql_type(column)}{null}"


def sql_type(column: Column) -> str:
    """DuckDB type of a column: closed vocabularies are ENUMs, lists of their terms lists of ENUMs."""
    if column.vocabulary and not column.vocabulary.open:
        return quoted(column.vocabulary.name) + ("[]" if column.kind == "list" else "")
    return _TYPES[column.kind]


def _foreign_key(column: Column) -> str:
    parent = column.references or ""
    (key,) = TABLES[parent].key()
    return f"FOREIGN KEY ({quoted(column.name)}) REFERENCES {quoted(parent)} ({quoted(key)})"


def _conditions(column: Column) -> Iterator[str]:
    name = quoted(column.name)
    if column.minimum is not None:
        yield f"{name} >= {column.minimum:g}"
    if column.maximum is not None:
        yield f"{name} <= {column.maximum:g}"
    if column.pattern is not None and column.kind == "string":
        yield f"regexp_matches({name}, {literal(column.pattern)})"
