from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from pipeline.derive.frames import completed, conform, empty, schema
from schemas import TABLES, Table


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_rows_give_a_typed_frame(table: type[Table]) -> None:
    assert empty(table).schema == conform(table, []).schema == schema(table)
    assert empty(table).height == 0


def test_what_a_row_leaves_out_is_null_and_lists_are_empty() -> None:
    frame = conform(TABLES["events"], [{"event_id": "talks", "source_ids": ("kenya", "japan"), "goldstein": 7}])
    row = frame.row(0, named=True)
    assert row["source_ids"] == ["kenya", "japan"]
    assert row["target_ids"] == []
    assert row["mode"] is None
    assert row["goldstein"] == 7.0
    assert frame.schema == schema(TABLES["events"])


def test_columns_of_a_later_version_are_null_in_an_older_frame() -> None:
    older = conform(TABLES["events"], [{"event_id": "talks"}]).drop("mode", "source_ids")
    row = completed(TABLES["events"], older).row(0, named=True)
    assert (row["event_id"], row["mode"], row["source_ids"]) == ("talks", None, None)
    assert set(row) == set(schema(TABLES["events"]))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"event_id": 3}, r"events\.event_id is declared as string"),
        ({"n_mentions": "three"}, r"events\.n_mentions is declared as integer"),
        ({"source_ids": [1]}, r"events\.source_ids is declared as list"),
        ({"date_min": "3 May 2011"}, r"events\.date_min is declared as date"),
        ({"colour": "red"}, "events has no column colour"),
    ],
)
def test_wrong_values_name_table_and_column(row: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        conform(TABLES["events"], [row])


def test_columns_keep_their_declared_order() -> None:
    frame = conform(TABLES["actors"], [{"name": "Norway", "actor_id": "norway"}])
    assert frame.columns == list(TABLES["actors"].columns())
    assert isinstance(frame, pl.DataFrame)
