"""The files in deploy/ are tried as they stand: PostgreSQL, the two services, a refresh, a database that is gone."""

from __future__ import annotations

import configparser
import os
import pwd
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
DEPLOY = ROOT / "deploy"
SERVICES = ("webserver", "daemon")
SECONDS = 300

TEXT = """# Kenya and Japan

In May 2021 Japan granted Kenya a loan of 40 million dollars for a port.
"""


def server_program(name: str) -> str | None:
    """A program of PostgreSQL's server; Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(found[-1]) if found else None)


def settings() -> dict[str, str]:
    """The variables of deploy/peru-us.env."""
    lines = shlex.split((DEPLOY / "peru-us.env").read_text(), comments=True)
    return dict(line.split("=", 1) for line in lines)


def unit(name: str) -> configparser.SectionProxy:
    parsed = configparser.ConfigParser(interpolation=None, strict=False)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]
    parsed.read(DEPLOY / f"peru-us-{name}.service")
    return parsed["Service"]


def test_a_team_has_the_settings_of_the_embedded_instance_and_a_database() -> None:
    team = yaml.safe_load((DEPLOY / "dagster.yaml").read_text())
    assert set(team.pop("storage")) == {"postgres"}
    assert team == yaml.safe_load((ROOT / "dagster.yaml").read_text())


def test_every_variable_of_the_database_is_in_the_environment() -> None:
    database = yaml.safe_load((DEPLOY / "dagster.yaml").read_text())["storage"]["postgres"]["postgres_db"]
    assert {value["env"] for value in database.values() if isinstance(value, dict)} <= set(settings())


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_understands_the_units(name: str, tmp_path: Path) -> None:
    text = (DEPLOY / f"peru-us-{name}.service").read_text()
    here = tmp_path / f"peru-us-{name}.service"
    here.write_text(text.replace("/opt/peru-us/.venv/bin/python", sys.executable).replace("User=peru-us", "User=root"))
    said = subprocess.run(["systemd-analyze", "verify", str(here)], capture_output=True, text=True).stderr
    assert "Unknown" not in said
    assert "Failed to parse" not in said


@dataclass
class Database:
    """A PostgreSQL server of the test's own."""

    folder: Path
    port: int
    password: str
    user: int | None

    def control(self, *arguments: str) -> None:
        program = server_program("pg_ctl")
        log = str(self.folder / "log")
        command = [program, "-D", str(self.folder / "data"), "-l", log, "-w", "-t", "60", *arguments]
        subprocess.run(command, check=True, user=self.user, cwd=self.folder, stdout=subprocess.DEVNULL)  # type: ignore


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    if server_program("initdb") is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    pytest.importorskip("dagster_postgres")
    folder = Path(tempfile.mkdtemp(prefix="peru-us-pg-"))  # where the server's user can reach it
    user = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None  # the server refuses to run as root
    made = Database(folder, free_port(), secrets.token_hex(8), user)
    (folder / "password").write_text(made.password)
    if user is not None:
        for path in (folder, folder / "password"):
            os.chown(path, user, -1)
    options = ["-U", "peru_us", "--auth=scram-sha-256", f"--pwfile={folder / 'password'}", "--no-sync"]
    initdb = [server_program("initdb"), "-D", str(folder / "data"), *options]
    subprocess.run(initdb, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)  # type: ignore
    where = f"-p {made.port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    made.control("-o", where, "start")
    try:
        yield made
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            made.control("-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def environment(database: Database, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """That of the services: deploy/peru-us.env with folders and database of the test."""
    here = tmp_path_factory.mktemp("team")
    for name in ("dagster", "cache", "seeds", "published"):
        (here / name).mkdir()
    shutil.copy(DEPLOY / "dagster.yaml", here / "dagster")
    ours = {
        "DAGSTER_HOME": str(here / "dagster"),
        "PERU_US_SEEDS": str(here / "seeds"),
        "PERU_US_OUTPUTS": str(here / "published" / "outputs"),
        "PERU_US_CACHE": str(here / "cache"),
        "PERU_US_GOLD": "",
        "PERU_US_LOOK_SECONDS": "3",
        "PERU_US_PG_PORT": str(database.port),
        "PERU_US_PG_PASSWORD": database.password,
        "PERU_US_PG_DATABASE": "postgres",
    }
    assert set(ours) <= set(settings()), "the file names every variable that a team has to set"
    return {**os.environ, **settings(), **ours}


def check(environment: dict[str, str]) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "pipeline.defs.serve", "check", "--port", str(free_port())]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=SECONDS)


def start(name: str, environment: dict[str, str], log: Path) -> subprocess.Popen:
    """A service as its unit starts it, on a port of its own."""
    program, *arguments = shlex.split(unit(name)["ExecStart"])
    assert program == "/opt/peru-us/.venv/bin/python"
    arguments = [str(free_port()) if argument == "3000" else argument for argument in arguments]
    with log.open("wb") as file:
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=environment, stdout=file, stderr=file, start_new_session=True
        )


def test_the_services_publish_and_keep_their_runs_in_postgresql(
    database: Database, environment: dict[str, str], tmp_path: Path
) -> None:
    import psycopg2

    looked = check(environment)
    assert looked.returncode == 0, looked.stderr
    (Path(environment["PERU_US_SEEDS"]) / "kenya.md").write_text(TEXT, encoding="utf-8")
    started = {name: start(name, environment, tmp_path / name) for name in SERVICES}
    release = Path(environment["PERU_US_OUTPUTS"]) / "parquet" / "releases.parquet"
    query = "SELECT status FROM runs"
    statuses: list[str] = []
    try:
        give_up = time.monotonic() + SECONDS
        while statuses != ["SUCCESS"]:
            logs = {name: (tmp_path / name).read_text(errors="replace")[-3000:] for name in SERVICES}
            assert all(service.poll() is None for service in started.values()), logs
            assert time.monotonic() < give_up, logs
            assert "FAILURE" not in statuses, logs
            time.sleep(1)
            address = {"host": "127.0.0.1", "port": database.port, "user": "peru_us", "dbname": "postgres"}
            with psycopg2.connect(**address, password=database.password) as connection, connection.cursor() as cursor:
                cursor.execute(query)
                statuses = [status for (status,) in cursor.fetchall()]
    finally:
        for service in started.values():
            os.killpg(service.pid, signal.SIGTERM)
        for service in started.values():
            service.wait(timeout=60)
    assert pl.read_parquet(release).height == 1


def test_a_database_that_is_gone_is_named(database: Database, environment: dict[str, str]) -> None:
    wrong = check(environment | {"PERU_US_PG_PASSWORD": "other"})
    assert wrong.returncode == 2
    assert "password authentication failed" in wrong.stderr
    database.control("-m", "fast", "stop")
    dead = check(environment)
    assert dead.returncode == 2
    assert "does not answer" in dead.stderr
    assert str(database.port) in dead.stderr
    assert "whether the server runs" in dead.stderr
    assert "Traceback" not in dead.stderr
