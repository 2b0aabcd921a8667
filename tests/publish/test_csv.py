"""CSV copies: harmless in a spreadsheet, and nothing is lost."""

from __future__ import annotations

import csv as standard
import datetime as dt
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.derive.frames import conform, schema
from pipeline.publish.csv import MARK, as_json, csv_path, faults, read_csv, write_csv
from pipeline.publish.parquet import in_order
from schemas import TABLES, Column, Table
from schemas.vocabularies import VOCABULARIES

ALL = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
ACTORS = TABLES["actors"]


def actor(**values: Any) -> pl.DataFrame:
    """One actor, with these values."""
    row = {"actor_id": "a", "name": "n", "kind": "state", "n_mentions": 1, "n_documents": 1}
    return conform(ACTORS, [row | values])


def written(frame: pl.DataFrame, folder: Path) -> list[dict[str, str]]:
    """The cells of a copy as Python's own reader sees them."""
    write_csv(ACTORS, frame, folder / "actors.csv")
    with (folder / "actors.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(standard.DictReader(file))


@pytest.mark.parametrize(
    ("text", "cell", "why"),
    [
        ("=1+1", "'=1+1", "a formula"),
        ("+51 1 555", "'+51 1 555", "a telephone number would be added up"),
        ("-5 degrees", "'-5 degrees", "a difference"),
        ("@SUM(A1)", "'@SUM(A1)", "an old way to call a function"),
        ("|calc", "'|calc", "an old way to call a program"),
        ("  =1", "'  =1", "blanks are skipped by some"),
        ("\u00a0=1", "'\u00a0=1", "so are blanks that do not break"),
        ("\u200b=1", "'\u200b=1", "and what has no width"),
        ("＝1", "'＝1", "full width is folded by some"),
        ("\t=1", "'\t=1", "a tabulator moves the rest to another cell"),
        ("\n=1", "'\n=1", "so does a line end"),
        ("'tis", "''tis", "an apostrophe of its own"),
        ("''", "'''", "two of them"),
        ("", "'", "empty is not null"),
        ("Chile", "Chile", "plain text stays"),
        ("a=b", "a=b", "a sign inside is no formula"),
        ('a, "b"\nc', 'a, "b"\nc', "what needs quotes needs no mark"),
        ("Ñuñoa – 智利", "Ñuñoa – 智利", "any script"),
    ],
)
def test_text_is_marked_where_a_spreadsheet_would_calculate(tmp_path: Path, text: str, cell: str, why: str) -> None:
    (row,) = written(actor(name=text), tmp_path)
    assert row["name"] == cell, why
    assert read_csv(ACTORS, tmp_path / "actors.csv")["name"].to_list() == [text]


def test_null_is_nothing_and_a_list_is_json(tmp_path: Path) -> None:
    (row,) = written(actor(country=None, aliases=["=1", 'a "b", c', "é"]), tmp_path)
    assert row["country"] == ""
    assert json.loads(row["aliases"]) == ["=1", 'a "b", c', "é"]
    assert row["aliases"].startswith("["), "a bracket begins no formula"


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=5), max_size=3), min_size=1, max_size=3))
def test_lists_are_written_as_python_writes_them(lists: list[list[str]]) -> None:
    frame = pl.DataFrame({"it": lists}, schema={"it": pl.List(pl.String)})
    assert frame.select(as_json(pl.col("it"))).to_series().to_list() == [
        json.dumps(x, ensure_ascii=False) for x in lists
    ]


def test_terms_of_closed_vocabularies_stand_as_they_are(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    table = TABLES["event_counts"]
    write_csv(table, tables["event_counts"], tmp_path / "counts.csv")
    assert pl.read_csv(tmp_path / "counts.csv")["comparator"].to_list() == ["="]
    assert not [term for v in VOCABULARIES.values() if not v.open for term in v.names if term.startswith(MARK)]


@ALL
def test_a_published_copy_reads_back(table: type[Table], release: Path) -> None:
    stored = pl.read_parquet(release / "parquet" / f"{table.table()}.parquet")
    assert read_csv(table, csv_path(release, table)).equals(stored)
    assert faults(table, stored, csv_path(release, table)) == []


@ALL
def test_spreadsheets_and_other_readers_see_every_row(table: type[Table], release: Path) -> None:
    path, names = csv_path(release, table), list(table.columns())
    rows = pl.read_parquet(release / "parquet" / f"{table.table()}.parquet").height
    with path.open(encoding="utf-8-sig", newline="") as file:
        seen = list(standard.reader(file))
    assert seen[0] == names
    assert [len(row) for row in seen] == [len(names)] * (rows + 1)
    assert pd.read_csv(path).shape == (rows, len(names))
    assert duckdb.sql(f"FROM read_csv('{path}', header = true, all_varchar = true)").pl().shape == (rows, len(names))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "without it Excel takes the text for another encoding"


def values_of(column: Column) -> st.SearchStrategy[Any]:
    """Any value a column may have, odd ones more often than in life."""
    text = st.text(st.characters(codec="utf-8"), max_size=6) | st.sampled_from(
        ["", "'", "''", "=", "-1", "\r", "NA", "[]"]
    )
    found: dict[str, st.SearchStrategy[Any]] = {
        "string": text,
        "integer": st.integers(-(2**63), 2**63 - 1),
        "number": st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
        "date": st.dates(dt.date(1, 1, 1)),
        "list": st.lists(text, max_size=3),
    }
    if column.closed_terms and column.kind == "string":
        return st.sampled_from(column.closed_terms)
    return found[column.kind]


@st.composite
def frames(draw: st.DrawFn) -> tuple[type[Table], pl.DataFrame]:
    """A table and up to three rows for it, with nulls wherever lists are not."""
    table = draw(st.sampled_from(list(TABLES.values())))
    kinds = {
        name: values_of(column) if column.kind == "list" else st.none() | values_of(column)
        for name, column in table.columns().items()
    }
    rows = draw(st.lists(st.fixed_dictionaries(kinds), max_size=3))
    return table, pl.DataFrame(rows, schema=schema(table), orient="row")


@settings(deadline=None, max_examples=60)
@given(frames())
def test_whatever_is_written_reads_back(tmp_path_factory: pytest.TempPathFactory, made: Any) -> None:
    table, frame = made
    path = tmp_path_factory.mktemp("csv") / "table.csv"
    write_csv(table, frame, path)
    assert read_csv(table, path).equals(in_order(table, frame))


def test_another_file_is_noticed(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    write_csv(ACTORS, tables["actors"].head(1), path)
    assert faults(ACTORS, tables["actors"], path) == ["actors.csv does not read back as the rows that were written"]


def test_bytes_do_not_depend_on_the_order_of_rows(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    for name, frame in (("one", tables["actors"]), ("two", tables["actors"].reverse())):
        write_csv(ACTORS, frame, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
