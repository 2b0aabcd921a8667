"""Two states of a table compared: rows by key, values cell by cell."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.derive.comparison import Cell, compare, compare_table, key_text
from pipeline.derive.frames import conform, empty
from schemas import TABLES

ACTORS = TABLES["actors"]


def actor(key: str, name: str = "Norway", **values: Any) -> dict[str, Any]:
    return {"actor_id": key, "name": name, "kind": "state", "n_mentions": 1, "n_documents": 1, **values}


def frame(*rows: dict[str, Any]) -> pl.DataFrame:
    return conform(ACTORS, rows)


def test_an_added_a_removed_and_a_changed_row() -> None:
    old = frame(actor("a"), actor("b", "Chile", aliases=["Chileans"]), actor("c", "Japan"))
    new = frame(actor("d", "Kenya"), actor("b", "Chile", aliases=["Chileans", "CL"], country="CHL"), actor("a"))
    found = compare_table(ACTORS, old, new)
    assert found.counts == {"added": 1, "removed": 1, "changed": 1}
    assert found.added["actor_id"].to_list() == ["d"]
    assert found.removed["actor_id"].to_list() == ["c"]
    (row,) = found.changed
    assert row.key == ("b",)
    assert row.cells == (Cell("country", None, "CHL"), Cell("aliases", ["Chileans"], ["Chileans", "CL"]))
    assert (row.old["name"], row.new["country"]) == ("Chile", "CHL")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (actor("a", country=None), actor("a", country=None), "null equals null"),
        (actor("a", aliases=[]), actor("a"), "an empty list equals one left out"),
        (actor("a", aliases=["x", "y"]), actor("a", aliases=["x", "y"]), "lists are compared by value"),
    ],
)
def test_what_is_no_change(old: dict[str, Any], new: dict[str, Any], why: str) -> None:
    assert not compare_table(ACTORS, frame(old), frame(new)), why


def test_rows_of_a_table_that_is_all_key() -> None:
    parties = TABLES["agreement_parties"]
    old = conform(parties, [{"agreement_id": "pact", "actor_id": "a"}])
    new = conform(parties, [{"agreement_id": "pact", "actor_id": "b"}])
    assert compare_table(parties, old, new).counts == {"added": 1, "removed": 1, "changed": 0}


def test_columns_of_one_side_only_are_named_and_not_compared() -> None:
    found = compare_table(ACTORS, frame(actor("a", country="NOR")).drop("country"), frame(actor("a", country="NOR")))
    assert found.columns_added == ("country",)
    assert found.counts == {"added": 0, "removed": 0, "changed": 0}
    assert found


def test_a_table_that_was_not_there_is_new() -> None:
    found = compare({}, {"actors": frame(actor("a"))}, names=("actors",))
    assert found["actors"].counts["added"] == 1


def test_equal_tables_are_left_out() -> None:
    assert compare({"actors": empty(ACTORS)}, {"actors": empty(ACTORS)}, names=("actors",)) == {}


@pytest.mark.parametrize(
    ("key", "expected"), [(("a",), "a"), (("pact", "chile"), '["pact", "chile"]'), (("é", "x"), '["é", "x"]')]
)
def test_keys_in_one_string(key: tuple[str, ...], expected: str) -> None:
    assert key_text(key) == expected


States = st.dictionaries(
    st.sampled_from("abcdef"),
    st.tuples(st.sampled_from(["Norway", "Chile"]), st.lists(st.sampled_from("xy"), max_size=2)),
)


@given(States, States)
def test_the_changes_lead_from_one_state_to_the_other(
    old: dict[str, tuple[str, list[str]]], new: dict[str, tuple[str, list[str]]]
) -> None:
    frames = [frame(*(actor(key, name, aliases=more) for key, (name, more) in s.items())) for s in (old, new)]
    found = compare_table(ACTORS, *frames)
    made = {row["actor_id"]: row for row in frames[0].iter_rows(named=True)}
    for row in found.removed.iter_rows(named=True):
        del made[row["actor_id"]]
    for row in found.added.iter_rows(named=True):
        made[row["actor_id"]] = row
    for changed in found.changed:
        assert changed.cells
        made[changed.key[0]].update({cell.column: cell.new for cell in changed.cells})
    assert made == {row["actor_id"]: row for row in frames[1].iter_rows(named=True)}
