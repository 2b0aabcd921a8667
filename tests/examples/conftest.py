from __future__ import annotations

import sys
from pathlib import Path

import polars as pl
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "derive"))  # the example dataset lies with the tests of derive
sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

from example_tables import TEXTS, example_tables

from pipeline.derive.checks import validate
from pipeline.publish.parquet import FOLDER, parquet_path, write_parquet
from schemas import TABLES


@pytest.fixture(scope="session")
def tables() -> dict[str, pl.DataFrame]:
    """The example dataset, validated; not to be changed in place."""
    return validate(example_tables(), TEXTS).tables


@pytest.fixture
def folder(tables: dict[str, pl.DataFrame], tmp_path: Path) -> Path:
    """A folder with the Parquet files of a release in `outputs`, where a reader would run the scripts."""
    (tmp_path / "outputs" / FOLDER).mkdir(parents=True)
    for name, table in TABLES.items():
        write_parquet(table, tables[name], parquet_path(tmp_path / "outputs", table))
    return tmp_path
