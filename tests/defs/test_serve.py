"""What keeps a service from starting is said in one sentence that tells what to do, with exit status 2."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest
from click.testing import CliRunner

from pipeline.defs.serve import check_home, check_port, end_orphans, serve, storage
from pipeline.defs.when import cron, timezone
from pipeline.errors import UsageError
from pipeline.settings import whole_number

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound environment: DAGSTER_HOME with the settings of `make ui`, folders for sources and release."""
    made = tmp_path / "home"
    made.mkdir()
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "dagster.yaml", made)
    for name, value in {"DAGSTER_HOME": "home", "PERU_US_SEEDS": "seeds", "PERU_US_OUTPUTS": "outputs"}.items():
        monkeypatch.setenv(name, str(tmp_path / value))
    return made


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def look(*options: str) -> tuple[int, str]:
    port = options or ("--port", str(free_port()))
    result = CliRunner().invoke(serve, ["check", *port])
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def test_a_sound_environment_is_well(home: Path) -> None:
    assert look() == (0, "All is well: DAGSTER_HOME, storage, folders, schedule and port can be used.\n")


@pytest.mark.parametrize(
    ("variable", "value", "said", "advice"),
    [
        ("DAGSTER_HOME", None, "DAGSTER_HOME is not set", "absolute path"),
        ("DAGSTER_HOME", "here", "must be an absolute path", "/here"),
        ("DAGSTER_HOME", "/nowhere/at/all", "is no folder", "Make it"),
        ("DAGSTER_HOME", "/proc", "cannot write", "name another"),
        ("PERU_US_SEEDS", "/nowhere/seeds", "There is no folder /nowhere/seeds", "PERU_US_SEEDS"),
        (
            "PERU_US_OUTPUTS",
            "/proc/peru-us/outputs",
            "cannot be written to /proc/peru-us/outputs",
            "name another folder",
        ),
    ],
)
def test_places_that_cannot_be_used(
    home: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str | None, said: str, advice: str
) -> None:
    if value is None:
        monkeypatch.delenv(variable)
    else:
        monkeypatch.setenv(variable, value)
    status, output = look()
    assert status == 2
    assert said in output
    assert advice in output


def test_a_port_in_use(home: Path, taken: int) -> None:
    status, output = look("--port", str(taken))
    assert status == 2
    assert f"Port {taken} of 127.0.0.1 cannot be used" in output
    assert f"PORT={taken + 1}" in output


@pytest.mark.parametrize("port", ["http", "0", "70000", "-1"])
def test_a_port_that_is_none(port: str) -> None:
    with pytest.raises(UsageError, match="from 1 to 65535"):
        check_port("127.0.0.1", port)


def test_make_ui_says_it_too(home: Path, taken: int) -> None:
    places = {"PORT": taken, "DAGSTER_HOME": home, "SEEDS": home.parent / "seeds", "OUTPUTS": home.parent / "outputs"}
    command = ["make", "ui", *(f"{name}={value}" for name, value in places.items())]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert result.returncode == 2
    assert f"Error: Port {taken}" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("text", ["every day", "0 5 * *", "61 5 * * *", "", "0 25 * * *"])
def test_a_schedule_that_is_no_cron(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("PERU_US_CRON", text)
    with pytest.raises(UsageError, match=r"which is no cron schedule\. Give minute, hour"):
        cron()


@pytest.mark.parametrize("text", ["0 5 * * *", "@daily", "*/30 6-18 * * MON-FRI"])
def test_a_schedule_that_is_cron(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("PERU_US_CRON", text)
    assert cron() == text


def test_a_time_zone_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERU_US_TIMEZONE", "Lima")
    with pytest.raises(UsageError, match="America/Lima"):
        timezone()


def test_a_service_with_a_wrong_schedule_does_not_start(home: Path) -> None:
    command = [sys.executable, "-m", "pipeline.defs.serve", "check", "--port", str(free_port())]
    environment = {**os.environ, "PERU_US_CRON": "every day"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert result.returncode == 2
    assert "PERU_US_CRON is 'every day', which is no cron schedule" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("text", ["soon", "0", "-3", "1.5", ""])
def test_a_number_that_is_none(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("PERU_US_WORKERS", text)
    with pytest.raises(UsageError, match=r"PERU_US_WORKERS is .*must be a whole number from 1"):
        whole_number("PERU_US_WORKERS", 1)


def test_settings_that_dagster_does_not_know(home: Path) -> None:
    (home / "dagster.yaml").write_text("storrage: {}\n")
    with pytest.raises(UsageError, match=r"dagster.yaml is not understood: .*storrage"):
        storage()


def test_runs_of_a_dead_service_are_ended_and_others_are_not(tmp_path: Path) -> None:
    with dg.DagsterInstance.local_temp(str(tmp_path)) as instance:
        dead = dg.DagsterRun(job_name="refresh", status=dg.DagsterRunStatus.STARTED)
        alive = dg.DagsterRun(job_name="refresh", status=dg.DagsterRunStatus.STARTED)
        done = dg.DagsterRun(job_name="refresh", status=dg.DagsterRunStatus.SUCCESS)
        for run, pid in ((dead, 1), (alive, 2), (done, 1)):
            instance.add_run(run)
            instance.report_engine_event(
                "started",
                run,
                engine_event_data=dg._core.events.EngineEventData(metadata={"pid": dg.TextMetadataValue(str(pid))}),
            )
        assert end_orphans(instance, alive=lambda pid: pid == 2) == [dead.run_id]
        assert instance.get_run_by_id(dead.run_id).status == dg.DagsterRunStatus.FAILURE
        assert instance.get_run_by_id(alive.run_id).status == dg.DagsterRunStatus.STARTED


def test_home_is_a_folder_of_its_own(tmp_path: Path) -> None:
    check_home(str(tmp_path))
