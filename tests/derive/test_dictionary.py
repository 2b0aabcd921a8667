"""Pages of the dictionary: everything declared is on them, their tables hold together, their SQL runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

import duckdb
import polars as pl
import pytest
from example_tables import example_tables

from pipeline.derive.ddl import create_table, create_types
from pipeline.derive.dictionary import index, page, table_list
from pipeline.derive.frames import empty
from pipeline.derive.joins import joins
from pipeline.derive.markdown import code
from pipeline.derive.samples import LONGEST, samples, shown
from schemas import TABLES, Table

ALL = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
BOTH = pytest.mark.parametrize("language", ["en", "es"])


@pytest.fixture(scope="module")
def tables() -> Mapping[str, pl.DataFrame]:
    """The example with all tables there."""
    return {name: empty(table) for name, table in TABLES.items()} | example_tables()


@ALL
@BOTH
def test_a_dictionary_page_has_every_column_and_term(table: type[Table], language: Literal["en", "es"]) -> None:
    text = page(table, language)
    for column in table.columns().values():
        assert f"| `{column.name}` |" in text
        assert column.describe(language).replace("|", "\\|") in text
        for term in column.vocabulary.names if column.vocabulary else ():
            assert f"| `{term}` |" in text


@ALL
@BOTH
def test_cells_never_break_a_table(table: type[Table], language: Literal["en", "es"], tables: Any) -> None:
    for block in re.findall(r"(?:^\|.*\n)+", page(table, language, tables), re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1, block


def test_the_table_list_links_every_table() -> None:
    text = table_list("en", "dictionary/{}.md")
    assert all(f"[{name}](dictionary/{name}.md)" in text for name in TABLES)


@BOTH
def test_the_index_leads_to_every_page(language: Literal["en", "es"]) -> None:
    text = index(language)
    assert all(f"[{name}]({name}.md)" in text for name in TABLES)
    assert "```mermaid" in text


@ALL
def test_every_table_tells_its_limits_in_both_languages(table: type[Table]) -> None:
    english, spanish = table.limits("en"), table.limits("es")
    assert english
    assert len(english) == len(spanish)
    assert all(limit.endswith(".") for limit in (*english, *spanish))
    assert not set(english) & set(spanish)
    assert all(f"- {limit}" in page(table, "es") for limit in spanish)


@ALL
def test_order_is_made_of_columns_and_holds_the_key(table: type[Table]) -> None:
    assert set(table.key()) <= set(table.order()) <= set(table.columns())


def test_joins_are_all_there_and_lead_both_ways() -> None:
    found = {(name, join.column, join.other, join.outward) for name, t in TABLES.items() for join in joins(t)}
    for name, table in TABLES.items():
        for column in table.columns().values():
            if column.references:
                assert (name, column.name, column.references, True) in found
                (key,) = TABLES[column.references].key()
                assert column.references == name or (column.references, key, name, False) in found


def test_the_sql_of_every_join_runs() -> None:
    with duckdb.connect() as connection:
        for statement in (*create_types(), *(create_table(table) for table in TABLES.values())):
            connection.execute(statement)
        for table in TABLES.values():
            for join in joins(table):
                assert connection.sql(f"SELECT count(*) {join.sql}").fetchall() == [(0,)], join.sql


@BOTH
def test_a_page_of_a_release_shows_rows_and_quality(language: Literal["en", "es"], tables: Any) -> None:
    text = page(TABLES["events"], language, tables)
    assert "`signing`" in text
    assert "`chile`, `norway`" in text
    assert "../../parquet/events.parquet" in text
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[-1] == {"en": "Measured quality", "es": "Calidad medida"}[language]
    assert len(set(headings)) == len(headings) == 6
    assert {"en": "empty in this release", "es": "vacía"}[language] in page(TABLES["conflicts"], language, tables)


def test_examples_are_the_fullest_row_and_one_that_differs(tables: Any) -> None:
    events = tables["events"]
    assert [row["event_id"] for row in samples(TABLES["events"], events)] == ["signing", "welcome"]
    assert samples(TABLES["events"], events.reverse()) == samples(TABLES["events"], events)
    twins = pl.concat([events, events.filter(event_id="signing").with_columns(event_id=pl.lit("twin"))])
    assert [row["event_id"] for row in samples(TABLES["events"], twins)] == ["signing", "welcome"]
    assert samples(TABLES["events"], events.clear()) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ([], ""),
        (True, "`true`"),
        (3, "`3`"),
        (0.75, "`0.75`"),
        (2500000.0, "`2500000`"),
        ("two\nlines", "`two lines`"),
        ("a `tick`", "`` a `tick` ``"),
        (["a", "b"], "`a`, `b`"),
        (list("abcdef"), "`a`, `b`, `c`, `d`, …"),
    ],
)
def test_values_as_people_read_them(value: Any, text: str) -> None:
    assert shown(value) == text


def test_long_text_is_cut() -> None:
    assert len(shown("word " * 100)) <= LONGEST + 2
    assert shown("word " * 100).endswith("…`")


@pytest.mark.parametrize(("text", "span"), [("", ""), ("a", "`a`"), ("`a", "`` `a ``"), ("a``b", "```a``b```")])
def test_code_spans(text: str, span: str) -> None:
    assert code(text) == span
