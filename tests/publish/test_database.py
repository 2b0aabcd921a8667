from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest
from example_tables import example_rows

from pipeline.derive.frames import conform
from pipeline.derive.views import VIEWS
from pipeline.derive.views.gdelt import GDELT_EVENTS
from pipeline.derive.views.polecat import POLECAT
from pipeline.publish.database import faults, logical_hash, write_database
from pipeline.publish.files import DATABASE
from schemas import TABLES


@pytest.fixture(scope="module")
def database(release: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(release / DATABASE), read_only=True) as connection:
        yield connection


def rows(database: duckdb.DuckDBPyConnection, query: str) -> list[tuple]:
    return database.sql(query).fetchall()


def test_the_file_opens_in_older_releases(database: duckdb.DuckDBPyConnection) -> None:
    ((tags,),) = rows(database, "SELECT tags FROM duckdb_databases() WHERE database_name = 'peru_us'")
    assert tags["storage_version"].startswith("v1.3.0")


@pytest.mark.parametrize("name", TABLES)
def test_older_releases_read_every_string(database: duckdb.DuckDBPyConnection, name: str) -> None:
    """DuckDB 1.3 reads strings that 2.0 stored as DICT_FSST as nulls, without a word."""
    used = {method for (method,) in rows(database, f"SELECT compression FROM pragma_storage_info('{name}')")}
    assert "DICT_FSST" not in used


def test_everything_has_a_comment_in_both_languages(database: duckdb.DuckDBPyConnection) -> None:
    comments = rows(database, "SELECT comment FROM duckdb_columns() WHERE NOT internal")
    comments += rows(database, "SELECT comment FROM duckdb_tables() WHERE NOT internal")
    comments += rows(database, "SELECT comment FROM duckdb_views() WHERE NOT internal")
    assert len(comments) > 300
    assert all(comment and " | ES: " in comment for (comment,) in comments)


@pytest.mark.parametrize("name", TABLES)
def test_tables_have_their_keys(database: duckdb.DuckDBPyConnection, name: str) -> None:
    declared = TABLES[name].columns().values()
    kinds = [
        kind
        for (kind,) in rows(database, f"SELECT constraint_type FROM duckdb_constraints() WHERE table_name = '{name}'")
    ]
    assert kinds.count("PRIMARY KEY") == 1
    assert kinds.count("FOREIGN KEY") == sum(bool(c.references) and c.kind != "list" for c in declared)
    assert kinds.count("NOT NULL") >= sum(not c.nullable for c in declared)


def test_vocabularies_are_enums(database: duckdb.DuckDBPyConnection) -> None:
    ((labels,),) = rows(database, "SELECT labels FROM duckdb_types() WHERE type_name = 'actor_kind'")
    assert labels == list(TABLES["actors"].columns()["kind"].closed_terms or ())
    ((contexts,),) = rows(
        database, "SELECT data_type FROM duckdb_columns() WHERE table_name = 'events' AND column_name = 'contexts'"
    )
    assert contexts.startswith("ENUM(")
    assert contexts.endswith(")[]")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO agreement_parties VALUES ('pact', 'nobody')",
        "INSERT INTO agreement_parties VALUES ('pact', 'chile')",
        "INSERT INTO agreement_parties VALUES ('pact', NULL)",
        "UPDATE actors SET kind = 'planet'",
        "UPDATE actors SET country = 'norway'",
        "UPDATE event_counts SET confidence = 7",
    ],
)
def test_constraints_hold(release: Path, tmp_path: Path, statement: str) -> None:
    copy = tmp_path / "copy.duckdb"
    shutil.copy(release / DATABASE, copy)
    with (
        duckdb.connect(str(copy)) as connection,
        pytest.raises((duckdb.ConstraintException, duckdb.ConversionException)),
    ):
        connection.execute(statement)


def test_the_timeline_reads_like_one(database: duckdb.DuckDBPyConnection) -> None:
    lines = [line for (line,) in rows(database, "SELECT line FROM timeline")]
    assert lines == [
        "2011-05-03: Chile, Norway - SUPPORT (sign)",
        "undated: Kenya - SUPPORT (endorse) - Chile, Norway",
    ]


def test_pairs_of_countries_by_month(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(database, "SELECT country_a, country_b, CAST(month AS VARCHAR), quad_class, n_events FROM dyad_month")
    assert found == [("CHL", "NOR", "2011-05-01", "verbal_cooperation", 1)]


def test_polecat_speaks_polecat(database: duckdb.DuckDBPyConnection) -> None:
    frame = database.sql("SELECT * FROM polecat").pl()
    assert frame.columns == list(POLECAT.columns)
    first = frame.row(0, named=True)
    assert first["Event Date"] == "2011-05-03"
    assert first["Quad Code"] == "VERBAL COOPERATION"
    assert first["Actor Name"] == "Chile; Norway"
    assert first["Contexts"] == "economic; resource"


def test_polecat_columns_stand_where_scripts_look_for_them(database: duckdb.DuckDBPyConnection) -> None:
    """Some read its files by number: date 1, type 2, actor 7, recipient 15, country of the place 27, version 39."""
    columns = database.sql("SELECT * FROM polecat").columns
    assert [columns[n] for n in (1, 2, 7, 15, 27, 39)] == [
        "Event Date",
        "Event Type",
        "Actor Name",
        "Recipient Name",
        "Country",
        "Version",
    ]


def test_gdelt_has_all_columns_in_their_order(database: duckdb.DuckDBPyConnection) -> None:
    columns = database.sql("SELECT * FROM gdelt_events").columns
    assert len(columns) == 61
    assert [columns[n] for n in (0, 1, 5, 15, 26, 34, 52, 60)] == [
        "GLOBALEVENTID",
        "SQLDATE",
        "Actor1Code",
        "Actor2Code",
        "EventCode",
        "AvgTone",
        "ActionGeo_FullName",
        "SOURCEURL",
    ]


def test_gdelt_speaks_cameo(database: duckdb.DuckDBPyConnection) -> None:
    frame = database.sql("SELECT * FROM gdelt_events").pl()
    assert frame.columns == list(GDELT_EVENTS.columns)
    assert frame.get_column("GLOBALEVENTID").n_unique() == frame.height == 4
    assert frame.get_column("GLOBALEVENTID").max() < 2**53
    pairs = set(frame.select("Actor1CountryCode", "Actor2CountryCode", "EventCode", "QuadClass").rows())
    assert pairs == {
        ("CHL", "NOR", "057", 1),
        ("NOR", "CHL", "057", 1),
        ("KEN", "CHL", "051", 1),
        ("KEN", "NOR", "051", 1),
    }
    assert frame.get_column("SQLDATE").drop_nulls().to_list() == [20110503, 20110503]


def test_evidence_finds_the_sentence_of_every_row(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(database, "SELECT table_name, evidence, sentence FROM evidence")
    assert {name for name, _, _ in found} == {name for name in example_rows() if TABLES[name].has_evidence()}
    assert all(evidence in sentence for _, evidence, sentence in found)


def test_corroboration_counts_publishers_once(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    again = example_rows()["event_mentions"]
    told_twice = again[1] | {"event_mention_id": "signing-2", "event_id": "signing"}
    documents = tables["documents"].with_columns(publisher=pl.lit("The Same Paper"))
    mentions = conform(TABLES["event_mentions"], [*again, told_twice])
    path = tmp_path / "twice.duckdb"
    write_database(tables | {"documents": documents, "event_mentions": mentions}, path)
    with duckdb.connect(str(path), read_only=True) as connection:
        query = "SELECT n_independent, n_documents, n_statements FROM corroboration WHERE event_id = 'signing'"
        assert rows(connection, query) == [(1, 2, 2)]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_runs(database: duckdb.DuckDBPyConnection, name: str) -> None:
    assert database.sql(f"SELECT * FROM {name}").columns == list(VIEWS[name].columns)
    assert rows(database, f"SELECT count(*) FROM {name}") != [(0,)]


def test_two_files_of_one_release_hold_the_same(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    for name in ("one.duckdb", "two.duckdb"):
        write_database(tables, tmp_path / name)
    fewer = tables | {"event_counts": tables["event_counts"].clear()}
    write_database(fewer, tmp_path / "fewer.duckdb")
    assert logical_hash(tmp_path / "one.duckdb") == logical_hash(tmp_path / "two.duckdb")
    assert logical_hash(tmp_path / "one.duckdb") != logical_hash(tmp_path / "fewer.duckdb")


def test_a_file_that_lost_something_is_noticed(tables: dict[str, pl.DataFrame], release: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    shutil.copy(release / DATABASE, copy)
    with duckdb.connect(str(copy)) as connection:
        connection.execute("DELETE FROM event_counts")
        connection.execute("COMMENT ON COLUMN actors.name IS NULL")
    found = faults(copy, tables | {"releases": tables["releases"].clear()})
    assert "event_counts has 0 rows in the database, 1 were written" in found
    assert "actors.name has no comment" in found
