"""Every table says what it is, in both languages, and all its parts fit together."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

import schemas
from schemas import TABLES, Column, Table

COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns().values()]
IDS = [f"{table.table()}.{column.name}" for table, column in COLUMNS]
CONTRACT = Path(__file__).parents[3] / "shared" / "design" / "TABLES.md"
UNBOUNDED = {"accessed", "date"}
"""Dates that are looked at, not searched by: those of access, and of single statements of an event."""
BOUNDED = [
    (table, column)
    for table, column in COLUMNS
    if column.edtf and (column.name not in UNBOUNDED or f"{column.name}_min" in table.columns())
]


def test_each_file_declares_one_table() -> None:
    files = {path.stem for path in Path(schemas.__file__).parent.glob("*.py")} - {"__init__", "base", "evidence"}
    assert files == set(TABLES)
    for name, table in TABLES.items():
        assert importlib.import_module(f"schemas.{name}") is importlib.import_module(table.__module__)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_says_what_a_row_is(table: type[Table]) -> None:
    english, spanish = table.about("en"), table.about("es")
    assert english.endswith(".")
    assert spanish.endswith(".")
    assert english != spanish
    assert table.key()


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=IDS)
def test_a_column_is_described_in_both_languages(table: type[Table], column: Column) -> None:
    assert column.en.endswith(".")
    assert column.es.endswith(".")
    assert column.en != column.es


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=IDS)
def test_pandera_carries_the_declaration(table: type[Table], column: Column) -> None:
    field = table.to_schema().columns[column.name]
    assert field.nullable == column.nullable
    assert field.description == column.en


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=IDS)
def test_references_lead_to_a_table_that_comes_before(table: type[Table], column: Column) -> None:
    if column.references is None:
        return
    order = list(TABLES)
    assert order.index(column.references) <= order.index(table.table())
    (key,) = TABLES[column.references].key()
    assert TABLES[column.references].columns()[key].kind == "string"


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=IDS)
def test_ids_refer_to_something(table: type[Table], column: Column) -> None:
    points = re.fullmatch(r"(?!left_|right_)\w+_ids?", column.name) and not column.key
    if points and table.table() != "rejects" and column.name not in {"rule_id"}:
        assert column.references


@pytest.mark.parametrize(("table", "column"), BOUNDED, ids=[f"{t.table()}.{c.name}" for t, c in BOUNDED])
def test_a_date_in_edtf_has_its_first_and_last_day(table: type[Table], column: Column) -> None:
    columns = table.columns()
    for suffix, bound in (("min", "first"), ("max", "last")):
        derived = columns[f"{column.name}_{suffix}"]
        assert (derived.kind, derived.nullable, derived.bound_of, derived.bound) == ("date", True, column.name, bound)


def test_dates_of_events_agreements_and_facts_have_bounds() -> None:
    found = {f"{table.table()}.{column.name}" for table, column in BOUNDED}
    assert {"events.date", "agreements.date", "citations.date", "trade_facts.period", "actor_roles.start"} <= found


def test_keys_are_never_null() -> None:
    assert not [name for name, (_, column) in zip(IDS, COLUMNS, strict=True) if column.key and column.nullable]


def test_evidence_is_declared_once() -> None:
    shared = ["document_id", "sentence_id", "char_start", "char_end", "evidence", "rule_id", "confidence"]
    bearing = [table for table in TABLES.values() if table.has_evidence()]
    assert len(bearing) == 8
    assert all(list(table.columns())[-len(shared) :] == shared for table in bearing)


@pytest.mark.shared
@pytest.mark.skipif(not CONTRACT.exists(), reason="the design documents are not beside this checkout")
def test_names_are_those_of_the_contract() -> None:
    promised = _promised()
    assert promised.keys() == TABLES.keys()
    for name, (evidence, words) in promised.items():
        assert TABLES[name].has_evidence() == evidence
        assert words <= TABLES[name].columns().keys(), name


def _promised() -> dict[str, tuple[bool, set[str]]]:
    """Table name -> whether it bears evidence, and the column names its line in the contract tells."""
    found = {}
    for line in CONTRACT.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"\| (\w+)( \(E\))? \| ([\w, ]+)(?:\([\w, ]+\) )?\|(.*)\|", line)
        if match and match[1] != "table":
            plain = re.sub(r"\([^()]*\)", "", f"{match[3]}, {match[4]}")
            names = {word.strip() for word in plain.split(",")}
            found[match[1]] = (bool(match[2]), {name for name in names if re.fullmatch(r"[a-z0-9_]+", name)})
    return found
