"""What the Dagster UI shows of a table: its columns from the declaration, its rows as a preview."""

from __future__ import annotations

from collections.abc import Iterable

import dagster as dg
import polars as pl

from pipeline.derive.descriptions import describe
from schemas import Table

PREVIEW_ROWS = 5
PREVIEW_CHARACTERS = 60


def column_schema(table: type[Table]) -> dg.TableSchema:
    """Every column with its type, meaning and constraints."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name=column.name,
                type=column.type,
                description=column.description,
                constraints=dg.TableColumnConstraints(
                    nullable=column.nullable, unique=column.unique, other=list(column.constraints)
                ),
            )
            for column in describe(table)
        ],
        constraints=dg.TableConstraints(other=[f"key: {', '.join(table.key())}"]),
    )


def preview(frame: pl.DataFrame) -> str:
    """The first rows as a Markdown table, long values cut."""
    head = frame.head(PREVIEW_ROWS)
    lines = [_line(head.columns), _line(["---"] * head.width), *(_line(row) for row in head.iter_rows())]
    return "\n".join(lines)


def _line(values: Iterable[object]) -> str:
    return f"| {' | '.join(_cell(value) for value in values)} |"


def _cell(value: object) -> str:
    text = "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split()).replace("|", "\\|")
    return text if len(text) <= PREVIEW_CHARACTERS else text[: PREVIEW_CHARACTERS - 1] + "…"
