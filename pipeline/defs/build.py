"""The refresh job run here and now, without a service: what the command line's `build` does."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dagster as dg

from pipeline.defs.refresh import STAGE_OF_STEP
from pipeline.errors import UsageError
from pipeline.progress import Progress
from schemas import TABLES

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class BuildFailed(Exception):
    """A build ended without a release. `stage` is where, `cause` says what happened in one sentence."""

    def __init__(self, stage: str, cause: str) -> None:
        super().__init__(f"{stage}: {cause}")
        self.stage = stage
        self.cause = cause


@dataclass(frozen=True, slots=True)
class BuiltTable:
    """One published table: its rows, the rows it lost to `rejects`, seconds to check and store it."""

    name: str
    rows: int
    rejects: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Built:
    """A release as published, with the seconds of each stage in the order of the data flow."""

    outputs: str
    version: str
    documents: int
    reused: int
    seconds: float
    stages: dict[str, float] = field(default_factory=dict)
    tables: list[BuiltTable] = field(default_factory=list)
    unreadable: list[dict[str, str]] = field(default_factory=list)


class _Heard(Progress):
    """Passes progress on and remembers the stage that runs."""

    def __init__(self, inner: Progress) -> None:
        self.inner = inner
        self.current = "start"
        self.unused: list[dict[str, str]] = []

    def stage(self, name: str) -> None:
        self.current = name
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

    cache: folder of coded documents, None to keep none. Raises UsageError where what was given cannot be used and
    BuildFailed where a stage failed; in both cases the former release stays.
    """
    from pipeline.defs.resources import Folders
    from pipeline.definitions import defs

    started = time.perf_counter()
    heard = _Heard(progress)
    resources = {
        "folders": Folders(seeds=str(seeds), outputs=str(outputs), cache=str(cache or "")),
        "progress": heard,
    }
    job = defs.resolve_job_def("refresh")
    with tempfile.TemporaryDirectory(prefix="peru-us-") as home, dg.DagsterInstance.ephemeral(tempdir=home) as instance:
        run_id = dg.make_new_run_id() if hasattr(dg, "make_new_run_id") else None
        try:
            result = job.execute_in_process(run_config=QUIET, instance=instance, resources=resources, run_id=run_id)
        except (UsageError, KeyboardInterrupt):
            raise
        except dg.DagsterExecutionInterruptedError:
            raise KeyboardInterrupt from None
        except dg.DagsterAssetCheckFailedError as error:
            raise BuildFailed("check", str(error)) from error
        except Exception as error:
            raise BuildFailed(heard.current, f"{type(error).__name__}: {error}") from error
        return _built(result.all_events, outputs, heard.unused, time.perf_counter() - started)
