"""Differences of two releases as Parquet files, in a folder of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from pipeline.errors import UsageError

CELLS = "cells.parquet"
ROWS = "rows"


def write_differences(cells: pl.DataFrame, rows: Mapping[str, pl.DataFrame], folder: Path) -> None:
    """Writes `cells.parquet` and `rows/<table>.parquet` for each table that differs into a new or an empty folder.

    Raises UsageError where the folder holds something or cannot be written; then nothing is written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already and not empty. Name a new folder for the differences.")
    try:
        (folder / ROWS).mkdir(parents=True)
        cells.write_parquet(folder / CELLS)
        for name, frame in rows.items():
            frame.write_parquet(folder / ROWS / f"{name}.parquet")
    except OSError as error:
        raise UsageError(f"The differences cannot be written to {folder}: {error.strerror}.") from error
