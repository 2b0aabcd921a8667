from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.derive.arrow import arrow_schema
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


DUCKDB_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "list": "VARCHAR[]",
}

PANDAS_TYPES = {"string": "str", "integer": "int64", "number": "float64", "boolean": "bool"}
"""Of columns without null; dates and lists are objects there. A null makes an integer a float, as pandas has it."""


@ALL
def test_types_come_back_in_duckdb(table: type[Table], release: Path) -> None:
    path = parquet_path(release, table)
    found = duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet('{path}'))").fetchall()
    assert dict(found) == {name: DUCKDB_TYPES[column.kind] for name, column in table.columns().items()}


@ALL
def test_types_come_back_in_pyarrow(table: type[Table], release: Path) -> None:
    assert pq.read_table(parquet_path(release, table)).schema.equals(arrow_schema(table))


@ALL
def test_types_come_back_in_pandas(table: type[Table], release: Path) -> None:
    path = parquet_path(release, table)
    exact, usual = pd.read_parquet(path, dtype_backend="pyarrow"), pd.read_parquet(path)
    assert {name: exact[name].dtype.pyarrow_dtype for name in exact} == {f.name: f.type for f in arrow_schema(table)}
    for name, column in table.columns().items():
        if column.kind in PANDAS_TYPES and not column.nullable:
            assert usual[name].dtype == PANDAS_TYPES[column.kind], name
    assert len(usual) == pl.read_parquet(path).height


def test_values_come_back_in_pandas(release: Path) -> None:
    (row,) = pd.read_parquet(parquet_path(release, TABLES["events"])).query("event_id == 'signing'").to_dict("records")
    assert (row["date_min"], row["goldstein"], list(row["source_ids"])) == (
        dt.date(2011, 5, 3),
        8.0,
        ["chile", "norway"],
    )
    assert pd.isna(row["place"])


def test_bytes_are_the_same_whatever_the_order_of_rows(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    table, frame = TABLES["actors"], tables["actors"]
    write_parquet(table, frame, tmp_path / "one.parquet")
    write_parquet(table, frame.reverse(), tmp_path / "two.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


@ALL
def test_every_column_is_compressed_with_zstd(table: type[Table], release: Path) -> None:
    assert {chunk.compression for chunk in chunks(parquet_path(release, table)).values()} <= {"ZSTD"}


def test_vocabularies_are_strings_with_a_dictionary_on_disk(release: Path) -> None:
    for table in TABLES.values():
        stored = chunks(parquet_path(release, table))
        for name, column in table.columns().items():
            if column.vocabulary and name in stored:
                assert stored[name].has_dictionary_page, f"{table.table()}.{name}"
                assert "RLE_DICTIONARY" in stored[name].encodings
    assert pq.read_schema(parquet_path(release, TABLES["events"])).field("event_type").type == pa.string()


def chunks(path: Path) -> dict[str, Any]:
    """The column chunks of a file's first row group by column name; none of a file without rows."""
    metadata = pq.read_metadata(path)
    if not metadata.num_rows:
        return {}
    group = metadata.row_group(0)
    found = [group.column(place) for place in range(group.num_columns)]
    return {chunk.path_in_schema.split(".")[0]: chunk for chunk in found}


@ALL
def test_the_order_of_rows_is_told_and_kept(table: type[Table], release: Path) -> None:
    path = parquet_path(release, table)
    metadata = pq.read_metadata(path)
    names = list(table.columns())
    for group in range(metadata.num_row_groups):
        told = metadata.row_group(group).sorting_columns
        assert [names[column.column_index] for column in told] == list(table.order())
        assert not any(column.descending or column.nulls_first for column in told)
    frame = pl.read_parquet(path)
    assert frame.equals(frame.sort(table.order(), nulls_last=True))
    assert all(chunk.has_offset_index and chunk.has_column_index for chunk in chunks(path).values())


def test_a_filter_on_a_document_leaves_row_groups_out(
    tables: dict[str, pl.DataFrame], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.publish.parquet.ROWS_PER_GROUP", 2)
    path = tmp_path / "sentences.parquet"
    write_parquet(TABLES["sentences"], tables["sentences"].reverse(), path)
    place = list(TABLES["sentences"].columns()).index("document_id")
    found = pq.ParquetFile(path).metadata
    bounds = [found.row_group(group).column(place).statistics for group in range(found.num_row_groups)]
    assert [(bound.min, bound.max) for bound in bounds] == [("kenya-note",) * 2, ("norway-chile",) * 2]


def test_a_file_with_other_rows_is_noticed(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    path = tmp_path / "actors.parquet"
    write_parquet(TABLES["actors"], tables["actors"].head(1), path)
    assert faults(TABLES["actors"], tables["actors"], path) == [
        "actors.parquet does not hold the rows that were written"
    ]
    tables["actors"].sort("actor_id").write_parquet(path)
    assert "does not carry the descriptions" in faults(TABLES["actors"], tables["actors"], path)[0]
