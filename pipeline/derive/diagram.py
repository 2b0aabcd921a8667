"""The tables and how they refer to each other, as a Mermaid entity-relationship diagram."""

from __future__ import annotations

from collections.abc import Iterator

from schemas import TABLES, Column, Table


def diagram(with_keys: bool = False) -> str:
    """A Mermaid `erDiagram` of all tables, one line for each pair of tables with the columns that join them.

    Rows with evidence belong to a document through their sentence, so only the sentence is drawn.
    with_keys: list key and reference columns in each box.
    """
    lines = ["erDiagram"]
    for table in TABLES.values():
        lines += _box(table) if with_keys else [f"  {table.table()}"]
    for table in TABLES.values():
        lines += _lines(table)
    return "\n".join(lines) + "\n"


def _box(table: type[Table]) -> Iterator[str]:
    yield f"  {table.table()} {{"
    for column in table.columns().values():
        marks = [mark for mark, holds in (("PK", column.key), ("FK", column.references)) if holds]
        if marks:
            yield f"    {column.kind} {column.name} {','.join(marks)}"
    yield "  }"


def _lines(table: type[Table]) -> Iterator[str]:
    by_parent: dict[str, list[Column]] = {}
    for column in table.columns().values():
        drawn_through_sentence = table.has_evidence() and column.name == "document_id"
        if column.references and not drawn_through_sentence:
            by_parent.setdefault(column.references, []).append(column)
    for parent, columns in by_parent.items():
        names = ", ".join(column.name for column in columns)
        yield f'  {parent} {_link(columns)} {table.table()} : "{names}"'


def _link(columns: list[Column]) -> str:
    if any(column.kind == "list" for column in columns):
        return "}o--o{"
    return "|o--o{" if all(column.nullable for column in columns) else "||--o{"
