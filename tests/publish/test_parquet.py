from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

from pipeline.derive.frames import schema
from pipeline.publish.parquet import faults, in_order, parquet_path, write_parquet
from schemas import TABLES, Table

ALL = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


@ALL
def test_polars_reads_back_what_was_written(table: type[Table], tables: dict[str, pl.DataFrame], release: Path) -> None:
    frame = pl.read_parquet(parquet_path(release, table))
    assert frame.schema == schema(table)
    if table.table() != "releases":
        assert frame.equals(in_order(table, tables[table.table()]))


@ALL
def test_arrow_reads_the_descriptions(table: type[Table], release: Path) -> None:
    stored = pq.read_schema(parquet_path(release, table))
    assert stored.metadata[b"description"].decode() == table.about("en")
    assert stored.metadata[b"description_es"].decode() == table.about("es")
    for name, column in table.columns().items():
        assert stored.field(name).metadata[b"description"].decode() == column.en
        assert str(stored.field(name).type) in {
            "string",
            "int64",
            "double",
            "bool",
            "date32[day]",
            "list<element: string>",
        }


@ALL
def test_duckdb_reads_the_same_rows(table: type[Table], release: Path) -> None:
    path = parquet_path(release, table)
    rows = duckdb.sql(f"SELECT * FROM read_parquet('{path}')").fetchall()
    assert rows == pl.read_parquet(path).rows()


def test_bytes_are_the_same_whatever_the_order_of_rows(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    table, frame = TABLES["actors"], tables["actors"]
    write_parquet(table, frame, tmp_path / "one.parquet")
    write_parquet(table, frame.reverse(), tmp_path / "two.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_pages_are_compressed_with_zstd(release: Path) -> None:
    metadata = pq.read_metadata(parquet_path(release, TABLES["actors"]))
    assert metadata.row_group(0).column(0).compression == "ZSTD"


def test_a_file_with_other_rows_is_noticed(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    path = tmp_path / "actors.parquet"
    write_parquet(TABLES["actors"], tables["actors"].head(1), path)
    assert faults(TABLES["actors"], tables["actors"], path) == [
        "actors.parquet does not hold the rows that were written"
    ]
    tables["actors"].sort("actor_id").write_parquet(path)
    assert "does not carry the descriptions" in faults(TABLES["actors"], tables["actors"], path)[0]
