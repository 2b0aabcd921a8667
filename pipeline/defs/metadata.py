"""What the Dagster UI shows of a table: its columns and dictionary page from the declaration, its rows as a preview."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import dagster as dg
import polars as pl

from pipeline.defs.charts import table_charts
from pipeline.derive.descriptions import describe
from schemas import TABLES, Table

PREVIEW_ROWS = 5
PREVIEW_CHARACTERS = 60


def definition_metadata(name: str) -> dict[str, Any]:
    """What is known of a table before it is made: its columns."""
    return {"dagster/column_schema": column_schema(TABLES[name])}


def tags(name: str) -> dict[str, str]:
    """Tags to filter the graph by: whether rows quote the words they rest on, and the table's key."""
    table = TABLES[name]
    return {"evidence": "quoted" if table.has_evidence() else "none", "key": ".".join(table.key())}


def table_metadata(
    table: type[Table], frame: pl.DataFrame, outputs: Path, *, lost: int, change: str | None = None
) -> dict[str, Any]:
    """What the UI shows of a table as made.

    outputs: folder of the release that it goes into. lost: how many of its rows went to `rejects`. change: what is
    different from the published release.
    """
    charts = {name: dg.MetadataValue.md(chart) for name, chart in table_charts(table, frame).items()}
    return {
        "dagster/row_count": frame.height,
        **({"change": change} if change else {}),
        "rejects": lost,
        "preview": dg.MetadataValue.md(preview(frame)),
        **charts,
        **links(table, outputs),
    }


def links(table: type[Table], outputs: Path) -> dict[str, dg.MetadataValue]:
    """Where the published file and the dictionary page of a table lie."""
    from pipeline.publish.files import DICTIONARY
    from pipeline.publish.parquet import parquet_path

    return {
        "file": dg.MetadataValue.path(str(parquet_path(outputs, table))),
        "dictionary": dg.MetadataValue.path(str(outputs / DICTIONARY / "en" / f"{table.table()}.md")),
    }


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
