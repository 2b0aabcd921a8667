"""Tables as Parquet files: sorted by key, described in their metadata, the same bytes on every run."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from pipeline.derive.arrow import arrow_schema
from schemas import Table

ROWS_PER_GROUP = 131_072
"""Rows of a row group: fixed, so that the bytes do not depend on a library's default."""


def sort_by_key(table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
    """The rows in the order in which they are published."""
    return frame.select(list(table.columns())).sort(table.key())


def write_parquet(table: type[Table], frame: pl.DataFrame, path: Path) -> None:
    """Writes one table. Raises pyarrow.ArrowInvalid if a frame does not fit its declaration."""
    arrow = sort_by_key(table, frame).to_arrow().cast(arrow_schema(table))
    pq.write_table(arrow, path, compression="zstd", row_group_size=ROWS_PER_GROUP, store_schema=True)


def read_parquet(table: type[Table], path: Path) -> pl.DataFrame:
    """A published table as a frame, with the declared columns."""
    return pl.read_parquet(path).select(list(table.columns()))
