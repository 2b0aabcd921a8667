"""The code location: what the graph holds follows from the declarations."""

from __future__ import annotations

import itertools
import subprocess
import sys

import dagster as dg
import polars as pl
import pytest

from pipeline.definitions import defs
from pipeline.defs.metadata import PREVIEW_CHARACTERS, column_schema, preview
from pipeline.defs.tables import MERGED
from schemas import TABLES

GROUPS = {"sources", "text", "coding", "tables", "release"}
HEAVY = ("spacy", "duckdb", "trafilatura", "dateparser")


@pytest.fixture(scope="module")
def graph() -> dg.AssetGraph:
    return defs.resolve_asset_graph()


def test_definitions_are_sound() -> None:
    dg.Definitions.validate_loadable(defs)


def test_the_graph_reads_like_the_data_flow(graph) -> None:
    flow = ["source_files", "source_texts", "coded_documents", "events", "release"]
    for before, after in itertools.pairwise(flow):
        assert dg.AssetKey(before) in graph.get(dg.AssetKey(after)).parent_keys
    assert {node.group_name for node in graph.asset_nodes} == GROUPS
    assert all(node.description for node in graph.asset_nodes)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_an_asset_with_its_meaning(graph, name: str) -> None:
    node = graph.get(dg.AssetKey(name))
    assert node.description == TABLES[name].about("en")
    shown = node.metadata["dagster/column_schema"]
    columns = {column.name: column.description for column in getattr(shown, "value", shown).columns}
    assert columns == {column.name: column.en for column in TABLES[name].columns().values()}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_checks(graph, name: str) -> None:
    keys = graph.get_check_keys_for_assets({dg.AssetKey(name)})
    specs = {key.name: graph.get_check_spec(key) for key in keys}
    assert {"schema", "keys"} <= set(specs)
    assert ("evidence" in specs) == (TABLES[name].has_evidence() or name == "sentences")
    assert ("rejected" in specs) == (name in MERGED)
    for check, spec in specs.items():
        assert spec.blocking == (check in {"schema", "keys", "vocabulary", "evidence"})
        assert ("Blocking" in spec.description) == spec.blocking, "people can see which checks stop a release"


def test_one_job_in_process() -> None:
    job = defs.resolve_job_def("refresh")
    assert job.executor_def is dg.in_process_executor
    assert {key.to_user_string() for key in job.asset_layer.selected_asset_keys} >= {*TABLES, "release"}


def test_schedule_and_sensor_are_on_and_ask_for_it() -> None:
    schedule, sensor = defs.resolve_schedule_def("daily"), defs.resolve_sensor_def("seeds")
    assert schedule.default_status == dg.DefaultScheduleStatus.RUNNING
    assert sensor.default_status == dg.DefaultSensorStatus.RUNNING
    assert schedule.job_name == sensor.job_name == "refresh"


def test_loading_leaves_heavy_libraries_alone() -> None:
    code = f"import sys, pipeline.definitions; print([name for name in {HEAVY} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_column_schema_names_constraints() -> None:
    columns = {column.name: column for column in column_schema(TABLES["events"]).columns}
    assert columns["event_id"].constraints.unique
    assert not columns["event_type"].constraints.nullable
    assert any("agreements" in other for other in columns["agreement_id"].constraints.other)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a|b", "a\\|b"),
        ("two\nlines", "two lines"),
        (None, ""),
        ("x" * 200, "x" * (PREVIEW_CHARACTERS - 1) + "…"),
    ],
    ids=["pipe", "line end", "null", "long"],
)
def test_preview_cells_stay_in_their_row(value: str | None, shown: str) -> None:
    lines = preview(pl.DataFrame({"a": [value], "b": [["one", "two"]]}, schema_overrides={"a": pl.String}))
    assert lines.splitlines()[-1] == f"| {shown} | one, two |"
    assert len(lines.splitlines()) == 3
