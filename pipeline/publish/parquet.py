"""Tables as Parquet files: sorted for readers, described in their metadata, the same bytes on every run."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from pipeline.derive.arrow import arrow_schema
from schemas import Table

FOLDER = "parquet"
"""Folder of the Parquet files inside a release."""

ROWS_PER_GROUP = 131_072
"""Rows of a row group: fixed, so that the bytes do not depend on a library's default."""


def parquet_path(outputs: Path, table: type[Table]) -> Path:
    """Where a table lies inside a release."""
    return outputs / FOLDER / f"{table.table()}.parquet"


def sort_by_key(table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
    """The declared columns, with the rows in the order of their keys: the order in which tables are compared."""
    return frame.select(list(table.columns())).sort(table.key())


def in_order(table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
    """The declared columns, with the rows in the order in which files hold them: the declared one, nulls last."""
    return frame.select(list(table.columns())).sort(table.order(), nulls_last=True)


def write_parquet(table: type[Table], frame: pl.DataFrame, path: Path) -> None:
    """Writes one table. Raises pyarrow.ArrowInvalid if a frame does not fit its declaration.

    The order of rows is told in the file and each column chunk has a page index, so that readers can skip what a
    filter on a date or a document rules out. Repeated strings are stored once per chunk, as a dictionary.
    """
    arrow = in_order(table, frame).to_arrow().cast(arrow_schema(table))
    columns = list(table.columns())
    pq.write_table(
        arrow,
        path,
        compression="zstd",
        row_group_size=ROWS_PER_GROUP,
        use_dictionary=True,
        write_page_index=True,
        sorting_columns=[pq.SortingColumn(columns.index(name), nulls_first=False) for name in table.order()],
    )


def read_parquet(table: type[Table], path: Path) -> pl.DataFrame:
    """A published table as a frame with the declared columns. Raises PolarsError where the file has others."""
    return pl.read_parquet(path, glob=False).select(list(table.columns()))


def faults(table: type[Table], frame: pl.DataFrame, path: Path) -> list[str]:
    """What is wrong with a file just written: other rows or other descriptions. Empty when sound."""
    found = []
    if not read_parquet(table, path).equals(in_order(table, frame)):
        found.append(f"{path.name} does not hold the rows that were written")
    if not pq.read_schema(path).equals(arrow_schema(table), check_metadata=True):
        found.append(f"{path.name} does not carry the descriptions of its columns")
    return found
