"""The job as the Dagster service runs it: with its own instance, storage and run config."""

from __future__ import annotations

from collections.abc import Iterator

import dagster as dg
import pytest

from pipeline.definitions import defs
from pipeline.defs.resources import Folders
from pipeline.defs.state import look

TEXT = """# Norway and Chile

On 8 March 2023 the foreign ministers of Norway and Chile signed an accord on fisheries in Valparaíso. The two
countries had negotiated for two years. Norway will pay for a research vessel, and Chile promised to open its ports
to Norwegian inspectors.
"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    here = tmp_path_factory.mktemp("run")
    (here / "seeds").mkdir()
    (here / "seeds" / "accord.md").write_text(TEXT, encoding="utf-8")
    (here / "seeds" / "empty.txt").touch()
    return Folders(seeds=str(here / "seeds"), outputs=str(here / "outputs"), cache=str(here / "cache"))


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral(tempdir=str(tmp_path_factory.mktemp("home"))) as instance:
        yield instance


@pytest.fixture(scope="module")
def run(folders: Folders, instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    config = {"resources": {"folders": {"config": {"seeds": folders.seeds, "outputs": folders.outputs}}}}
    return defs.resolve_job_def("refresh").execute_in_process(instance=instance, run_config=config)


def metadata(run: dg.ExecuteInProcessResult, asset: str) -> dict:
    (event,) = [e for e in run.get_asset_materialization_events() if e.asset_key == dg.AssetKey(asset)]
    return {name: entry.value for name, entry in event.materialization.metadata.items()}


def test_it_publishes_into_the_folder_of_its_config(run, folders: Folders) -> None:
    assert run.success
    assert (folders.outputs_path / "parquet" / "events.parquet").is_file()


def test_tables_show_rows_and_a_preview(run) -> None:
    shown = metadata(run, "documents")
    assert (shown["dagster/row_count"], shown["rejects"]) == (1, 1)
    assert "accord" in shown["preview"]


def test_unreadable_files_show_with_their_reason(run) -> None:
    assert metadata(run, "unreadable_files")["files"] == 1
    assert "empty.txt" in metadata(run, "unreadable_files")["reasons"]
    assert metadata(run, "rejects")["dagster/row_count"] == 1


def test_the_release_tells_version_and_changes(run) -> None:
    shown = metadata(run, "release")
    assert shown["changes"]["documents"]["added"] == 1
    assert shown["version"]


def test_every_check_ran(run) -> None:
    evaluations = run.get_asset_check_evaluations()
    assert {e.asset_key.to_user_string() for e in evaluations} >= {"documents", "events", "rejects"}
    failed = {(e.asset_key.to_user_string(), e.check_name): e for e in evaluations if not e.passed}
    assert set(failed) == {("source_texts", "readable"), ("documents", "rejected")}, "both tell of the empty file"
    assert all(e.severity == dg.AssetCheckSeverity.WARN and not e.blocking for e in failed.values())
    assert "empty.txt" in failed["source_texts", "readable"].description


def test_then_nothing_is_left_to_do(run, folders: Folders) -> None:
    reason = look(folders).reason_to_rest()
    assert reason is not None
    assert metadata(run, "release")["version"] in reason


def test_then_a_new_file_is_something_to_do(run, folders: Folders) -> None:
    new = folders.seeds_path / "new.md"
    new.write_text(TEXT.replace("Chile", "Kenya"), encoding="utf-8")
    assert look(folders).reason_to_rest() is None
    new.unlink()
