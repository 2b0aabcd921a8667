"""What the Dagster UI shows of a table: its columns from the declaration, its rows as a preview."""

from __future__ import annotations

import dagster as dg
import polars as pl

from schemas.base import Column, Table

PREVIEW_ROWS = 5
PREVIEW_CHARACTERS = 60


def column_schema(table: type[Table]) -> dg.TableSchema:
    """Every column with its type, meaning and constraints."""
    columns = table.columns().values()
    key = table.key()
    return dg.TableSchema(
        columns=[_column(declared, only_key=key == (declared.name,)) for declared in columns],
        constraints=dg.TableConstraints(other=[f"key: {', '.join(key)}"]),
    )


def _column(declared: Column, only_key: bool) -> dg.TableColumn:
    return dg.TableColumn(
        name=declared.name,
        type=declared.kind,
        description=declared.en,
        constraints=dg.TableColumnConstraints(
            nullable=declared.nullable, unique=only_key, other=list(_other_constraints(declared))
        ),
    )


def _other_constraints(declared: Column) -> list[str]:
    found = []
    if declared.references:
        found.append(f"found in {declared.references}")
    if declared.closed_terms:
        found.append(f"one of: {', '.join(declared.closed_terms)}")
    if declared.edtf:
        found.append("EDTF")
    if declared.unit:
        found.append(f"in {declared.unit}")
    return found


def preview(frame: pl.DataFrame) -> str:
    """The first rows as a Markdown table, long values cut."""
    head = frame.head(PREVIEW_ROWS)
    lines = [_line(head.columns), _line(["---"] * head.width), *(_line(row) for row in head.iter_rows())]
    return "\n".join(lines)


def _line(values: list[object] | tuple[object, ...]) -> str:
    return f"| {' | '.join(_cell(value) for value in values)} |"


def _cell(value: object) -> str:
    text = "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split()).replace("|", "\\|")
    return text if len(text) <= PREVIEW_CHARACTERS else text[: PREVIEW_CHARACTERS - 1] + "…"
