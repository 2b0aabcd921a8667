"""The questions that the DuckDB file answers with parameters, and modes under PLOVER's names."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.derive.checks import validate
from pipeline.derive.views import MACROS
from pipeline.derive.views.polecat import OF_PLOVER, RENAMED, plover_mode
from pipeline.publish.database import write_database
from schemas.vocabularies import MODES

sys.path.insert(0, str(Path(__file__).parent))

from example_tables import TEXTS, example_tables


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("macros") / "example.duckdb"
    write_database(validate(example_tables(), TEXTS).tables, path)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize(
    ("call", "expected", "why"),
    [
        ("events_of_dyad('NOR', 'CHL')", ["signing"], "a joint deed counts, whatever the order of the pair"),
        ("events_of_dyad('CHL', 'NOR')", ["signing"], "the other order"),
        ("events_of_dyad('CHL', 'KEN')", ["welcome"], "either direction"),
        ("events_of_dyad('KEN', 'NOR', since := '2000-01-01')", [], "an undated event lies in no period"),
        (
            "events_of_dyad('NOR', 'CHL', since := DATE '2011-05-03', until := '2011-05-03')",
            ["signing"],
            "that day",
        ),
        ("events_of_dyad('NOR', 'CHL', since := '2011-05-04')", [], "the day after"),
        ("events_of_dyad('NOR', 'CHL', until := '2011-05-02')", [], "the day before"),
        ("events_of_dyad('NOR', 'JPN')", [], "a country that nothing tells of"),
        ("events_of_actor('NORWEGIAN')", ["signing", "welcome"], "by an alias, in capitals"),
        ("events_of_actor('kenya', since := '2011-01-01')", [], "undated"),
        ("events_of_actor('Nor')", [], "a part of a name is no name"),
    ],
)
def test_events_that_were_asked_for(
    database: duckdb.DuckDBPyConnection, call: str, expected: list[str], why: str
) -> None:
    found = database.execute(f"SELECT DISTINCT event_id FROM {call} ORDER BY ALL").fetchall()
    assert [event for (event,) in found] == expected, why


def test_all_about_an_actor(database: duckdb.DuckDBPyConnection) -> None:
    found = database.execute("SELECT table_name, row_id FROM about_actor('chile')").fetchall()
    assert found == [
        ("actors", "chile"),
        ("events", "signing"),
        ("events", "welcome"),
        ("agreements", "pact"),
        ("recommendations", "r1"),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("signing", ["c1", "signing-1"]),
        ("pact", ["am1"]),
        ("norway", ["m1"]),
        ("r1", ["r1"]),
        ("kenya-note-s1", ["r1"]),
        ("nothing", []),
    ],
)
def test_evidence_of_a_row_and_its_parts(database: duckdb.DuckDBPyConnection, row: str, expected: list[str]) -> None:
    found = database.execute("SELECT row_id FROM evidence_of(?)", [row]).fetchall()
    assert sorted(key for (key,) in found) == expected


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_is_explained_and_its_example_runs(database: duckdb.DuckDBPyConnection, name: str) -> None:
    ((comment,),) = database.execute(
        "SELECT comment FROM duckdb_functions() WHERE NOT internal AND function_name = ?", [name]
    ).fetchall()
    assert MACROS[name].en in comment
    assert MACROS[name].es in comment
    ((example,),) = database.execute("SELECT example FROM macros WHERE macro = ?", [MACROS[name].signature]).fetchall()
    database.execute(example).fetchall()


@pytest.mark.parametrize(
    ("event_type", "mode", "expected"),
    [
        ("PROTEST", "demonstrate", "demo"),
        ("COERCE", "martial-law", "martial-law"),
        ("SANCTION", "sever", "withdraw"),
        ("SUPPORT", "sign", None),
        ("CONSULT", "meeting", None),
    ],
)
def test_modes_of_plover(event_type: str, mode: str, expected: str | None) -> None:
    assert plover_mode(event_type, mode) == expected


def test_every_mode_named_for_plover_exists() -> None:
    """A slip in a list would silently lose a mode: all that are listed are found among the declared ones."""
    listed = {(kind, name) for kind, names in OF_PLOVER.items() for name in names.split()} | set(RENAMED)
    assert listed == {(m.event_type, m.name) for m in MODES if plover_mode(m.event_type, m.name)}
