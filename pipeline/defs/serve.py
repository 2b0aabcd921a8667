"""Start the Dagster service: `python -m pipeline.defs.serve ui|webserver|daemon|check`.

Looks first at what a service needs (DAGSTER_HOME, its storage, folders, schedule, port) and says in words what is wrong
and what to do; then becomes the Dagster process asked for. Belongs here: starting. Does not belong here: the assets.

Exit statuses: 2 when something given cannot be used, else that of the process.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import click
import dagster as dg

from pipeline.defs.places import can_write, check_outputs
from pipeline.errors import UsageError
from pipeline.settings import OUTPUTS, SEEDS, setting

HOME = "DAGSTER_HOME"
MODULE = "pipeline.definitions"
COMMANDS = {
    "ui": ["dagster", "dev"],
    "webserver": ["dagster-webserver"],
    "daemon": ["dagster-daemon", "run"],
}
AT_WORK = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("what", type=click.Choice([*COMMANDS, "check"]))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address that the web server listens on.")
@click.option("--port", default="3000", show_default=True, help="Port that the web server listens on.")
def serve(what: str, host: str, port: str) -> None:
    """Start the web server, the daemon or, with `ui`, both; `check` only looks whether they could start."""
    try:
        look_before(what, host, port)
    except UsageError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    if what == "check":
        click.echo("All is well: DAGSTER_HOME, storage, folders, schedule and port can be used.")
        return
    listen = [] if what == "daemon" else ["--host", host, "--port", port]
    program, *arguments = COMMANDS[what]
    path = str(Path(sys.executable).parent / program)
    sys.stdout.flush()
    os.execv(path, [path, *arguments, "-m", MODULE, *listen])


def look_before(what: str, host: str, port: str) -> None:
    """Everything that can be wrong, the cheapest first. Raises UsageError for the first that is.

    Runs that a former service left unfinished are ended, where this service is the one that starts runs.
    """
    check_home(os.environ.get(HOME, ""))
    check_folders(Path(setting(SEEDS, "seeds")), Path(setting(OUTPUTS, "outputs")))
    if what != "daemon":
        check_port(host, port)
    __import__(MODULE)  # reads the schedule and the other settings, and says what is wrong with them
    with storage() as instance:
        if what in ("ui", "daemon"):
            end_orphans(instance)


def check_home(home: str) -> None:
    """Raises UsageError unless `home` can be Dagster's folder."""
    if not home:
        raise UsageError(
            f"{HOME} is not set. It names the folder where Dagster keeps its settings (dagster.yaml) and runs: "
            f"`make ui` sets it; elsewhere give an absolute path, such as {HOME}=/var/lib/peru-us/dagster."
        )
    path = Path(home)
    if not path.is_absolute():
        raise UsageError(f"{HOME} is {home!r}; it must be an absolute path, such as {path.absolute()}.")
    if not path.is_dir():
        raise UsageError(f"{HOME} is {home}, which is no folder. Make it and put a dagster.yaml there (see deploy/).")
    if not can_write(path):
        raise UsageError(
            f"{HOME} is {home}, which this user cannot write to. Make it writable, or name another folder."
        )


def check_folders(seeds: Path, outputs: Path) -> None:
    """Raises UsageError unless sources can be read and a release can be written."""
    if not seeds.is_dir():
        raise UsageError(f"There is no folder {seeds.absolute()} with sources. Make it, or name another in {SEEDS}.")
    if not os.access(seeds, os.R_OK | os.X_OK):
        raise UsageError(
            f"The folder {seeds.absolute()} with sources cannot be read by this user. Give it the right to."
        )
    check_outputs(outputs.expanduser().resolve())


def check_port(host: str, port: str) -> None:
    """Raises UsageError unless something can listen there."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise UsageError(f"The port is {port!r}; it must be a number from 1 to 65535.")
    try:
        with socket.create_server((host, int(port))):
            pass
    except OSError as error:
        raise UsageError(
            f"Port {port} of {host} cannot be used ({error.strerror}). Another service may be running there: stop it, "
            f"or name another port, as in `make ui PORT={int(port) % 65535 + 1}`."
        ) from error


def storage() -> dg.DagsterInstance:
    """The instance of DAGSTER_HOME, with its storage answering. Raises UsageError where it does not."""
    settings = Path(os.environ[HOME]) / "dagster.yaml"
    logging.disable(logging.WARNING)  # each try to reach a database is logged, and what is told at the end is enough
    try:
        instance = dg.DagsterInstance.get()
        instance.get_runs(limit=1)
    except dg.DagsterInvalidConfigError as error:
        raise UsageError(f"{settings} is not understood: {error.errors[0].message}") from error
    except Exception as error:
        raise UsageError(
            f"The storage that {settings} names does not answer: {_first_line(error)}. If it is PostgreSQL, see "
            "whether the server runs and whether host, port, user, password and database are right (deploy/README.md)."
        ) from error
    finally:
        logging.disable(logging.NOTSET)
    return instance


def end_orphans(instance: dg.DagsterInstance, alive: Callable[[int], bool] | None = None) -> list[str]:
    """Ends runs whose process died with a former service, so that they do not keep later ones waiting for ever.

    alive: whether a process works on a run of ours. Gives the ids of the runs that were ended.
    """
    ended = []
    for run in instance.get_runs(filters=dg.RunsFilter(statuses=AT_WORK)):
        pid = process_of(instance, run.run_id)
        if pid is None or not (alive or _is_python)(pid):
            instance.report_run_failed(
                run, "The service was stopped while this run was at work. The former release stays."
            )
            ended.append(run.run_id)
    return ended


def process_of(instance: dg.DagsterInstance, run_id: str) -> int | None:
    """The process that was started for a run; None where none is told."""
    for record in reversed(instance.all_logs(run_id, of_type=dg.DagsterEventType.ENGINE_EVENT)):
        data = record.dagster_event.engine_event_data if record.dagster_event else None
        pid = data.metadata.get("pid") if data else None
        if pid is not None and str(pid.value).isdecimal():
            return int(str(pid.value))
    return None


def _is_python(pid: int) -> bool:
    try:
        return b"python" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _first_line(error: BaseException) -> str:
    while error.__cause__ is not None:
        error = error.__cause__
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__).rstrip(".")


if __name__ == "__main__":
    serve()
