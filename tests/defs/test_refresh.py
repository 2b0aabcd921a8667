"""When a refresh is asked for, and when a tick rests and says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
import pytest

from pipeline.defs import refresh as module
from pipeline.defs.freshness import confirmation
from pipeline.defs.refresh import daily, seeds
from pipeline.defs.resources import Folders
from pipeline.defs.state import State

A = State(Path("seeds"), files=2, sources="a" * 64, code="c" * 64)
"""Sources over which nothing is published yet."""


def published(state: State, sources: str, version: str = "0.1.0+abc") -> State:
    changed = () if sources == state.sources else ("sources",)
    return State(state.folder, state.files, state.sources, state.code, published=version, changed=changed)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.local_temp(str(tmp_path_factory.mktemp("home"))) as instance:
        yield instance


@pytest.fixture
def instance(home: dg.DagsterInstance) -> dg.DagsterInstance:
    """An instance without runs, on disk as the service has it."""
    home.wipe()
    return home


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(seeds=str(tmp_path / "seeds"), outputs=str(tmp_path / "outputs"), cache="")


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> list[State]:
    """What the next look at the folders will see; set world[0]."""
    states = [A]
    monkeypatch.setattr(module, "look", lambda folders: states[0])
    return states


def look(instance: dg.DagsterInstance, folders: Folders, cursor: str | None) -> dg.SensorResult:
    with dg.build_sensor_context(instance=instance, cursor=cursor, resources={"folders": folders}) as context:
        result = seeds(context)
    assert isinstance(result, dg.SensorResult)
    return result


def launched(
    instance: dg.DagsterInstance, request: dg.RunRequest, status: dg.DagsterRunStatus, job: str = "refresh"
) -> None:
    """The run that the daemon would make of a request."""
    run = dg.DagsterRun(job_name=job, tags={"dagster/run_key": request.run_key or ""}, status=status)
    instance.add_run(run)


def test_a_change_is_run_when_it_has_settled(instance, folders, world) -> None:
    first = look(instance, folders, None)
    assert "rest" in first.skip_reason.skip_message
    second = look(instance, folders, first.cursor)
    assert len(second.run_requests) == 1


def test_a_burst_of_changes_gives_one_run(instance, folders, world) -> None:
    cursor, requests = None, []
    for sources in "abcddd":
        world[0] = State(A.folder, 2, sources * 64, A.code)
        result = look(instance, folders, cursor)
        cursor = result.cursor
        for request in result.run_requests or []:
            launched(instance, request, dg.DagsterRunStatus.SUCCESS)
            world[0] = published(world[0], world[0].sources)
            requests.append(request)
    assert len(requests) == 1


def test_nothing_changed_names_the_version(instance, folders, world) -> None:
    world[0] = published(A, A.sources, "0.7.0+cafe")
    assert "0.7.0+cafe" in look(instance, folders, A.content).skip_reason.skip_message


def test_no_source_is_no_reason_to_run(instance, folders, world) -> None:
    world[0] = State(A.folder, 0, A.sources, A.code)
    assert "no source" in look(instance, folders, A.content).skip_reason.skip_message


@pytest.mark.parametrize("status", [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED])
@pytest.mark.parametrize("job", ["refresh", "__ASSET_JOB"], ids=["a refresh", "a single table"])
def test_two_refreshes_never_run_at_once(instance, folders, world, status, job) -> None:
    launched(instance, dg.RunRequest(run_key="other"), status, job)
    assert "has not ended" in look(instance, folders, A.content).skip_reason.skip_message
    assert "has not ended" in tick(instance, folders).skip_message


def test_sources_that_failed_are_not_tried_again_by_the_sensor(instance, folders, world) -> None:
    (request,) = look(instance, folders, A.content).run_requests
    launched(instance, request, dg.DagsterRunStatus.FAILURE)
    assert "published nothing" in look(instance, folders, A.content).skip_reason.skip_message
    assert isinstance(tick(instance, folders), dg.RunRequest), "the daily schedule does try again"


def test_going_back_to_former_sources_is_a_change(instance, folders, world) -> None:
    """A, then B, then A again: each is published over another release, so each runs."""
    keys = set()
    for sources, over in [("a", None), ("b", "1+a"), ("a", "2+b")]:
        state = State(A.folder, 2, sources * 64, A.code)
        world[0] = published(state, "other", over) if over else state
        (request,) = look(instance, folders, world[0].content).run_requests
        launched(instance, request, dg.DagsterRunStatus.SUCCESS)
        keys.add(request.run_key)
    assert len(keys) == 3


def tick(instance: dg.DagsterInstance, folders: Folders) -> dg.RunRequest | dg.SkipReason:
    with dg.build_schedule_context(instance=instance, resources={"folders": folders}) as context:
        return daily(context)


def test_the_schedule_rests_when_nothing_changed(instance, folders, world) -> None:
    world[0] = published(A, A.sources, "0.7.0+cafe")
    assert "0.7.0+cafe" in tick(instance, folders).skip_message


def test_the_schedule_runs_what_has_changed(instance, folders, world) -> None:
    assert isinstance(tick(instance, folders), dg.RunRequest)


def test_new_code_is_a_change(instance, folders, world) -> None:
    world[0] = State(A.folder, 2, A.sources, "b" * 64, published="0.1.0+abc", changed=("code or lexicons",))
    request = tick(instance, folders)
    assert isinstance(request, dg.RunRequest)
    assert request.tags["why"] == "Changed since release 0.1.0+abc: code or lexicons."


def test_with_nothing_changed_the_release_is_confirmed_now_and_then(instance, folders, world) -> None:
    world[0] = published(A, A.sources, "0.7.0+cafe")
    (event,) = look(instance, folders, A.content).asset_events
    assert (event.asset_key.to_user_string(), event.metadata["version"].value) == ("release", "0.7.0+cafe")
    instance.report_runless_asset_event(event)
    assert look(instance, folders, A.content).asset_events == [], "not at every look"
    world[0] = State(A.folder, 2, "c" * 64, A.code, published="0.7.0+cafe", changed=("sources",))
    assert look(instance, folders, A.content).asset_events == [], "what has changed is not confirmed"


@pytest.mark.parametrize(("hours", "confirmed"), [(11, False), (13, True)])
def test_a_confirmation_carries_on_what_was_told(instance, hours: int, confirmed: bool) -> None:
    told = {"version": "0.7.0+cafe", "rows": 12, "basis": "ab-cd"}
    instance.report_runless_asset_event(dg.AssetMaterialization("release", metadata=told, tags={"x": "y"}))
    event = confirmation(instance, "0.7.0+cafe", "outputs", datetime.now(UTC) + timedelta(hours=hours))
    assert (event is not None) == confirmed
    if event:
        assert {name: event.metadata[name].value for name in told} == told
        assert event.tags["x"] == "y"
