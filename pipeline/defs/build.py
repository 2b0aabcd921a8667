"""The refresh job run here and now, without a service: what the command line's `build` does."""

from __future__ import annotations

import tempfile
import time
import traceback
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from pipeline.definitions import defs
from pipeline.defs.refresh import JOB
from pipeline.defs.resources import Folders
from pipeline.errors import UsageError
from pipeline.progress import Progress
from pipeline.settings import gold_folder
from schemas import TABLES

OURS = Path(__file__).parent.parent

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class BuildFailed(Exception):
    """A build ended without a release. `stage` is where, `cause` says what happened."""

    def __init__(self, stage: str, cause: str) -> None:
        super().__init__(f"{stage}: {cause}")
        self.stage = stage
        self.cause = cause


@dataclass(frozen=True, slots=True)
class BuiltTable:
    """One published table: its rows, the rows it lost to `rejects`, and the seconds its check took."""

    name: str
    rows: int
    rejects: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Built:
    """A release as published.

    documents, reused: how many were coded, and how many of them the cache had. stages: seconds of each stage in the
    order of the data flow. unreadable: file_name, check and reason of the files that could not be used.
    """

    version: str
    outputs: str
    documents: int
    reused: int
    seconds: float
    stages: dict[str, float]
    tables: list[BuiltTable]
    unreadable: list[dict[str, str]]


class _Heard(Progress):
    """Passes progress on, and remembers stages with their times and the files that could not be used."""

    def __init__(self, inner: Progress) -> None:
        self.inner = inner
        self.started: dict[str, float] = {"start": time.perf_counter()}
        self.unused: list[dict[str, str]] = []

    @property
    def current(self) -> str:
        return next(reversed(self.started))

    def seconds(self) -> dict[str, float]:
        """How long each stage took, the last one until now."""
        ends = [*list(self.started.values())[1:], time.perf_counter()]
        return {stage: round(end - start, 3) for (stage, start), end in zip(self.started.items(), ends, strict=True)}

    def stage(self, name: str) -> None:
        self.started[name] = time.perf_counter()
        self.inner.stage(name)

    def documents(self, total: int) -> None:
        self.inner.documents(total)

    def coded(self, file_name: str, rows: int, seconds: float, reused: bool) -> None:
        self.inner.coded(file_name, rows, seconds, reused)

    def unreadable(self, file_name: str, check: str, reason: str) -> None:
        self.unused.append({"file_name": file_name, "check": check, "reason": reason})
        self.inner.unreadable(file_name, check, reason)


def build_release(seeds: Path, outputs: Path, cache: Path | None, progress: Progress) -> Built:
    """Materialise the job `refresh` in this process, against a Dagster instance that lives as long as the call.

    cache: folder of coded documents, None to keep none. Gold files lie where the settings say. Raises UsageError where
    what was given cannot be used, KeyboardInterrupt where the user stopped it and BuildFailed where a stage failed; the
    former release stays.
    """
    heard = _Heard(progress)
    folders = Folders(seeds=str(seeds), outputs=str(outputs), cache=str(cache or ""), gold=gold_folder())
    run_id = str(uuid.uuid4())
    with tempfile.TemporaryDirectory(prefix="peru-us-") as home, dg.DagsterInstance.ephemeral(tempdir=home) as instance:
        try:
            result = defs.resolve_job_def(JOB).execute_in_process(
                run_config=QUIET, instance=instance, resources={"folders": folders, "progress": heard}, run_id=run_id
            )
        except UsageError:
            raise
        except dg.DagsterExecutionInterruptedError:
            raise KeyboardInterrupt from None
        except Exception as error:
            causes = _failed_checks(instance, run_id) or [_cause(error)]
            raise BuildFailed(heard.current, "; ".join(causes)) from error
        return _built(result.all_events, outputs, heard)


def _built(events: Sequence[dg.DagsterEvent], outputs: Path, heard: _Heard) -> Built:
    metadata = {
        event.asset_key.to_user_string(): _plain(event.materialization.metadata)
        for event in events
        if event.is_step_materialization and event.asset_key
    }
    stages = heard.seconds()
    coded = metadata["coded_documents"]
    return Built(
        version=metadata["release"]["version"],
        outputs=str(outputs),
        documents=coded["documents"],
        reused=coded["reused"],
        seconds=round(sum(stages.values()), 3),
        stages=stages,
        tables=_tables(metadata, _check_seconds(events)),
        unreadable=heard.unused,
    )


def _tables(metadata: dict[str, dict], seconds: dict[str, float]) -> list[BuiltTable]:
    return [
        BuiltTable(name, metadata[name]["dagster/row_count"], metadata[name]["rejects"], seconds[name])
        for name in TABLES
        if name in seconds
    ]


def _check_seconds(events: Sequence[dg.DagsterEvent]) -> dict[str, float]:
    """Seconds that the check of each table took, by table."""
    checked = {
        event.step_key: event.asset_check_evaluation_data.asset_key.to_user_string()
        for event in events
        if event.event_type == dg.DagsterEventType.ASSET_CHECK_EVALUATION
    }
    return {
        checked[event.step_key]: round(event.step_success_data.duration_ms / 1000, 3)
        for event in events
        if event.is_step_success and event.step_key in checked
    }


def _failed_checks(instance: dg.DagsterInstance, run_id: str) -> list[str]:
    records = instance.all_logs(run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
    found = [record.dagster_event.asset_check_evaluation_data for record in records if record.dagster_event]
    return [
        f"table {check.asset_key.to_user_string()} fails its check `{check.check_name}`: {check.description}"
        for check in found
        if not check.passed
    ]


def _cause(error: Exception) -> str:
    """What happened, in one line, and where in our code: at the place that raised it, or that called what did."""
    first = error
    while isinstance(first.__cause__, Exception):
        first = first.__cause__
    ours = [frame for frame in traceback.extract_tb(first.__traceback__) if Path(frame.filename).is_relative_to(OURS)]
    where = f" ({Path(ours[-1].filename).relative_to(OURS.parent)}, line {ours[-1].lineno})" if ours else ""
    told_by_us = type(error).__module__.startswith(f"{OURS.name}.")
    return f"{error if told_by_us else f'{type(error).__name__}: {error}'}{where}"


def _plain(metadata: Mapping[str, dg.MetadataValue]) -> dict:
    return {key: entry.value for key, entry in metadata.items()}
