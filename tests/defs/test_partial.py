"""Parts made again one by one: what comes out fits the rest, or is refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import polars as pl
import pytest

from pipeline.definitions import defs
from pipeline.defs import basis as basis_module
from pipeline.defs.basis import recorded
from pipeline.defs.resources import Folders
from pipeline.defs.state import look

TEXT = "# {one} and {other}\n\nIn May {year} {one} granted {other} a loan of 40 million dollars for a port.\n"
COUNTRIES = ("Kenya", "Japan", "Norway", "Chile", "Ghana", "Nepal", "Latvia", "Jordan")


def write(folders: Folders, number: int, year: int = 2001) -> str:
    name = f"loan{number}.md"
    one, other = COUNTRIES[number % 8], COUNTRIES[(number + 3) % 8]
    (folders.seeds_path / name).write_text(TEXT.format(one=one, other=other, year=year + number), encoding="utf-8")
    return name


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    here = tmp_path_factory.mktemp("partial")
    (here / "seeds").mkdir()
    made = Folders(**{name: str(here / name) for name in ("seeds", "outputs", "cache")}, gold="")
    for number in range(12):
        write(made, number)
    return made


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral(tempdir=str(tmp_path_factory.mktemp("home"))) as instance:
        yield instance


@pytest.fixture(scope="module")
def run(folders: Folders, instance: dg.DagsterInstance):
    """Runs the job, or the part of it that makes some assets; config: of ops, by op."""

    def execute(*assets: str, config: dict | None = None, into: str = "") -> dg.ExecuteInProcessResult:
        places = folders.model_dump(include={"seeds", "outputs", "cache", "gold"})
        places |= {"outputs": into} if into else {}
        return defs.resolve_job_def("refresh").execute_in_process(
            instance=instance,
            run_config={"resources": {"folders": {"config": places}}, "ops": config or {}},
            asset_selection=[dg.AssetKey(asset) for asset in assets] or None,
            raise_on_error=False,
        )

    assert execute().success
    return execute


def told(result: dg.ExecuteInProcessResult) -> str:
    """What a failed run says to people."""
    events = [event for event in result.all_events if event.is_step_failure]
    data = [event.step_failure_data.user_failure_data for event in events]
    return " ".join(each.description or "" for each in data if each)


def metadata(result: dg.ExecuteInProcessResult, asset: str) -> dict:
    (event,) = [e for e in result.get_asset_materialization_events() if e.asset_key == dg.AssetKey(asset)]
    return {name: entry.value for name, entry in event.materialization.metadata.items()}


def documents(folders: Folders) -> set[str]:
    return set(pl.read_parquet(folders.outputs_path / "parquet" / "documents.parquet")["file_name"])


def test_a_single_table_is_made_again_as_it_was(run, instance) -> None:
    before = recorded(instance, "events")
    result = run("events")
    assert result.success
    assert {e.asset_key.to_user_string() for e in result.get_asset_materialization_events()} == {"events"}
    assert recorded(instance, "events") == before == recorded(instance, "actors")
    again = run("release", "releases")
    assert again.success
    assert metadata(again, "release")["unchanged"] is True


def test_one_changed_document_among_many_is_coded_alone(run, folders: Folders) -> None:
    changed = write(folders, 3, year=2015)
    result = run()
    assert result.success
    shown = metadata(result, "coded_documents")
    assert (shown["documents"], shown["coded"], shown["reused"]) == (12, 1, 11)
    assert changed in documents(folders)
    assert "changed since release" in metadata(result, "documents")["change"]


def test_a_removed_source_leaves_the_release(run, folders: Folders) -> None:
    name = write(folders, 11)
    (folders.seeds_path / name).unlink()
    assert look(folders).changed == ("sources",)
    result = run()
    assert result.success
    assert metadata(result, "coded_documents")["coded"] == 0
    assert name not in documents(folders)
    assert "1 removed" in metadata(result, "documents")["change"]


def test_a_document_named_in_the_config_is_coded_again(run) -> None:
    result = run(config={"coded_documents": {"config": {"again": ["loan2.md"]}}})
    assert (metadata(result, "coded_documents")["coded"], metadata(result, "release")["unchanged"]) == (1, True)


def test_a_document_that_is_not_there_cannot_be_coded_again(run) -> None:
    result = run(config={"coded_documents": {"config": {"again": ["loan99.md"]}}})
    assert not result.success
    assert "There is no document loan99.md" in told(result)


def test_a_table_of_other_documents_is_refused_until_all_are_made(run, folders: Folders) -> None:
    write(folders, 4, year=2019)
    assert run("source_files", "source_texts", "unreadable_files", "coded_documents").success
    lonely = run("events")
    assert not lonely.success
    assert "they would not fit together" in told(lonely)
    assert "former release stays" in told(lonely)
    old = run("release", "releases")
    assert old.success, "the stored tables still fit one another"
    assert run().success


def test_a_table_of_other_code_is_refused(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basis_module, "code_of_this_run", lambda: "f" * 64)
    lonely = run("events")
    assert not lonely.success
    assert "other code or lexicons" in told(lonely)
    release = run("release", "releases")
    assert not release.success
    assert "other code or lexicons" in told(release)


def test_sources_that_change_while_they_are_read_stop_the_run(run, folders, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.read import sources

    read = sources.read_sources

    def slow(folder: Path):
        result = read(folder)
        write(folders, 5, year=1990)
        return result

    monkeypatch.setattr(sources, "read_sources", slow)
    result = run()
    assert not result.success
    assert "changed while they were read" in told(result)


def test_outputs_that_cannot_be_written_stop_the_run_before_the_work(run) -> None:
    result = run(into="/proc/peru-us/outputs")
    assert not result.success
    assert "cannot be written to /proc/peru-us/outputs" in told(result)
    assert [event.step_key for event in result.all_events if event.is_step_start] == ["source_files"]
