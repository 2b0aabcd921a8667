"""Mutations of a sound dataset: each must be noticed, named, kept in `rejects`, and cost no other row."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import polars as pl
import pytest
from example_tables import TEXTS, example_rows, example_tables

from pipeline.derive.checks import BrokenKeys, WrongColumns, check_rows, validate
from pipeline.derive.frames import conform
from pipeline.derive.rejects import unreadable_rejects
from pipeline.derive.rules import is_edtf
from pipeline.read.model import Unreadable
from schemas import TABLES

MUTATIONS: list[tuple[str, dict[str, Any], str, str]] = [
    ("event_counts", {"comparator": "!"}, "vocabulary", "comparator is !, which is no term of comparator"),
    ("event_counts", {"what": None}, "not_null", "what is missing"),
    ("event_counts", {"event_count_id": None}, "not_null", "event_count_id is missing"),
    ("event_counts", {"confidence": 1.5}, "maximum", "confidence is 1.5, which is above 1"),
    ("event_counts", {"confidence": -0.1}, "minimum", "confidence is -0.1, which is below 0"),
    ("event_counts", {"evidence": "Ten"}, "length", "evidence is not as long as its offsets say"),
    ("event_counts", {"evidence": "Six Norwegian boats"}, "evidence_text", "has other words"),
    ("event_counts", {"char_end": 50, "evidence": None}, "span", "char_end is not after char_start"),
    ("event_counts", {"char_end": 9000, "evidence": None}, "evidence_in_sentence", "leaves its sentence"),
    ("event_counts", {"sentence_id": "kenya-note-s0"}, "evidence_in_sentence", "another document"),
    ("event_mentions", {"date": "3 May 2011"}, "edtf", "date is 3 May 2011, which is no EDTF date"),
    ("event_mentions", {"date": "2011-02-30"}, "edtf", "no EDTF date"),
    ("event_mentions", {"mode": "bomb"}, "mode_of_type", "the event type does not have this mode"),
    ("event_mentions", {"mode": "waltz"}, "vocabulary", "no term of event_mode"),
    ("recommendations", {"beneficiary_ids": [None]}, "no_null_element", "a null among its elements"),
    ("agreement_mentions", {"rule_id": None}, "not_null", "rule_id is missing"),
]


def mutated(table: str, change: dict[str, Any]) -> dict[str, pl.DataFrame]:
    """The example with the first row of `table` changed."""
    rows = example_rows()[table]
    return example_tables() | {table: conform(TABLES[table], [rows[0] | change, *rows[1:]])}


def test_a_sound_dataset_has_no_rejects() -> None:
    tables = example_tables()
    result = validate(tables, TEXTS)
    assert result.rejects.is_empty()
    assert result.tables.keys() == TABLES.keys()
    assert all(result.tables[name].equals(frame) for name, frame in tables.items())


@pytest.mark.parametrize(("table", "change", "check", "reason"), MUTATIONS)
def test_a_bad_row_goes_to_rejects(table: str, change: dict[str, Any], check: str, reason: str) -> None:
    tables = mutated(table, change)
    result = validate(tables, TEXTS)
    assert result.tables[table].height == tables[table].height - 1
    (reject,) = result.rejects.to_dicts()
    assert (reject["table_name"], reject["check"]) == (table, check)
    assert reason in reject["reason"]
    assert reject["document_id"] == example_rows()[table][0]["document_id"]
    kept = json.loads(reject["row"])
    assert all(kept[name] == value for name, value in change.items())


@pytest.mark.parametrize(
    ("table", "change", "check"),
    [
        ("events", {"contexts": ["economic", "weather"]}, "vocabulary"),
        ("events", {"source_countries": ["Norway"]}, "pattern"),
        ("events", {"date_min": dt.date(2012, 1, 1)}, "bounds"),
        ("events", {"goldstein": 11.0}, "maximum"),
        ("actors", {"country": "no"}, "pattern"),
        ("documents", {"sha256": "abc"}, "pattern"),
        ("documents", {"n_words": -1}, "minimum"),
        ("sentences", {"block": "sidebar"}, "vocabulary"),
    ],
)
def test_rules_of_tables_that_others_refer_to(table: str, change: dict[str, Any], check: str) -> None:
    frame = mutated(table, change)[table]
    checked = check_rows(TABLES[table], frame)
    assert [reject.check for reject in checked.rejects] == [check]
    assert checked.valid.height == frame.height - 1


def test_of_rows_with_one_key_the_first_stays() -> None:
    rows = example_rows()["event_counts"]
    frame = conform(TABLES["event_counts"], [rows[0], rows[0] | {"value": 11}])
    checked = check_rows(TABLES["event_counts"], frame)
    assert checked.valid.get_column("value").to_list() == [10.0]
    assert [reject.check for reject in checked.rejects] == ["unique_key"]


def test_keys_of_several_columns_are_unique_together() -> None:
    row = {"event_id": "signing", "actor_id": "chile", "role": "source"}
    frame = conform(TABLES["event_participants"], [row, row | {"role": "target"}, row])
    checked = check_rows(TABLES["event_participants"], frame)
    assert checked.valid.height == 2
    assert [reject.check for reject in checked.rejects] == ["unique_key"]


def test_all_reasons_are_told() -> None:
    tables = mutated("event_counts", {"comparator": "!", "confidence": 2.0})
    (reason,) = validate(tables, TEXTS).rejects.get_column("reason")
    assert "comparator is !" in reason
    assert "confidence is 2.0" in reason


def test_what_refers_to_a_rejected_row_goes_with_it() -> None:
    result = validate(mutated("events", {"status": "dreamt"}), TEXTS)
    lost = result.rejects.group_by("table_name", "check").len().sort("table_name", "check").rows()
    assert lost == [
        ("event_counts", "reference_rejected", 1),
        ("event_mentions", "reference_rejected", 1),
        ("event_participants", "reference_rejected", 2),
        ("events", "vocabulary", 1),
    ]
    assert result.tables["event_mentions"].get_column("event_id").to_list() == ["welcome"]


def test_lists_that_refer_to_a_rejected_row_go_with_it() -> None:
    result = validate(mutated("actors", {"kind": "planet"}), TEXTS)
    assert result.tables["agreements"].is_empty()
    assert result.tables["events"].is_empty()
    assert not result.tables["documents"].is_empty()


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        ("event_mentions", {"event_id": "ghost"}, "event_mentions.event_id refers to events that do not exist: ghost"),
        ("events", {"source_ids": ["norway", "atlantis"]}, "events.source_ids refers to actors that do not exist: atl"),
        ("events", {"agreement_id": "none"}, "events.agreement_id refers to agreements that do not exist: none"),
        ("sentences", {"document_id": "lost"}, "sentences.document_id refers to documents"),
        ("agreement_parties", {"actor_id": "mars"}, "agreement_parties.actor_id refers to actors"),
    ],
)
def test_a_broken_key_stops_the_release(table: str, change: dict[str, Any], told: str) -> None:
    with pytest.raises(BrokenKeys) as stopped:
        validate(mutated(table, change))
    assert told in str(stopped.value)
    assert "former release stays" in str(stopped.value)


def test_many_broken_values_are_counted() -> None:
    tables = mutated("events", {"source_ids": [f"ghost-{n}" for n in range(9)]})
    with pytest.raises(BrokenKeys, match="ghost-4 and 4 more"):
        validate(tables)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda frame: frame.drop("kind"), "Table actors lacks column kind"),
        (lambda frame: frame.with_columns(colour=pl.lit("red")), "has column colour, which is not declared"),
        (lambda frame: frame.with_columns(pl.col("n_mentions").cast(pl.String)), "has n_mentions as String"),
    ],
)
def test_a_frame_of_other_columns_is_a_fault(change: Any, told: str) -> None:
    tables = example_tables()
    with pytest.raises(WrongColumns, match=told):
        validate(tables | {"actors": change(tables["actors"])})


def test_an_undeclared_table_is_a_fault() -> None:
    with pytest.raises(WrongColumns, match="no declared table named moods"):
        validate({"moods": pl.DataFrame()})


def test_rejects_keep_their_ids_whatever_else_is_rejected() -> None:
    one = validate(mutated("event_counts", {"comparator": "!"}), TEXTS).rejects
    tables = mutated("event_counts", {"comparator": "!"}) | {
        "agreement_mentions": mutated("agreement_mentions", {"rule_id": None})["agreement_mentions"]
    }
    both = validate(tables, TEXTS).rejects
    assert set(one.get_column("reject_id")) < set(both.get_column("reject_id"))


def test_equal_rows_rejected_twice_have_two_ids() -> None:
    row = example_rows()["event_counts"][0] | {"comparator": "!"}
    rejects = validate(example_tables() | {"event_counts": conform(TABLES["event_counts"], [row, row])}).rejects
    assert rejects.get_column("reject_id").n_unique() == 2


def test_unreadable_files_are_kept_as_rejects() -> None:
    unreadable = unreadable_rejects([Unreadable("map.png", "binary", "holds no text")])
    (reject,) = validate(example_tables() | {"rejects": unreadable}).rejects.to_dicts()
    assert reject["table_name"] == "documents"
    assert reject["reason"] == "map.png: holds no text"
    assert json.loads(reject["row"]) == {"file_name": "map.png"}


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("1826-05-02", True),
        ("2022-12", True),
        ("2006/2007", True),
        ("2006/..", True),
        ("198X", True),
        ("1964~", True),
        ("2004-23", True),
        ("XXXX-12", True),
        ("2004-13", False),
        ("May 2004", False),
        ("", False),
        ("2011-2-3", False),
    ],
)
def test_edtf(text: str, valid: bool) -> None:
    assert is_edtf(text) is valid
