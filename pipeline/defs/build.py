"""The refresh job run here and now, without a service: what the command line's `build` does."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path

import dagster as dg

from pipeline.definitions import defs
from pipeline.defs.already import already_built
from pipeline.defs.built import Built, BuiltTable
from pipeline.defs.failures import cause
from pipeline.defs.refresh import JOB
from pipeline.defs.resources import Folders, Rights, Work
from pipeline.errors import UsageError
from pipeline.progress import Heard, Progress
from pipeline.settings import gold_folder
from schemas import TABLES

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class BuildFailed(Exception):
    """A build ended without a release. `stage` is where, `cause` says what happened."""

    def __init__(self, stage: str, cause: str) -> None:
        super().__init__(f"{stage}: {cause}")
        self.stage = stage
        self.cause = cause


def build_release(
    seeds: Path,
    outputs: Path,
    cache: Path | None,
    progress: Progress,
    *,
    restricted_text: bool = False,
    workers: int = 1,
    cluster: str = "",
) -> Built:
    """Materialise the job `refresh` in this process, against a Dagster instance that lives as long as the call.

    cache: folder of coded documents, None to keep none; with one, a release that is whole and was made from just this
    is left as it is. Gold files lie where the settings say. restricted_text: include words that may not be passed on.
    workers, cluster: who codes new documents (see `pipeline.defs.resources.Work`). Raises UsageError where what was
    given cannot be used, KeyboardInterrupt where the user stopped it and BuildFailed where a stage failed; the former
    release stays.
    """
    heard = Heard(progress)
    folders = Folders(seeds=str(seeds), outputs=str(outputs), cache=str(cache or ""), gold=gold_folder())
    if cache and not restricted_text and (unchanged := _unchanged(folders, heard)):
        return unchanged
    resources = {
        "folders": folders,
        "work": Work(workers=workers, cluster=cluster),
        "rights": Rights(restricted_text=restricted_text),
        "progress": heard,
    }
    run_id = str(uuid.uuid4())
    with tempfile.TemporaryDirectory(prefix="peru-us-") as home, dg.DagsterInstance.ephemeral(tempdir=home) as instance:
        try:
            result = defs.resolve_job_def(JOB).execute_in_process(
                run_config=QUIET, instance=instance, resources=resources, run_id=run_id
            )
        except dg.DagsterExecutionInterruptedError:
            raise KeyboardInterrupt from None
        except Exception as error:
            raise _told(error, heard, _failed_checks(instance, run_id)) from error
        return _built(result.all_events, outputs, heard)


def _told(error: Exception, heard: Heard, checks: list[str]) -> Exception:
    """What a caller is told of what a run raised."""
    inner = error.__cause__ if isinstance(error, dg.Failure) and isinstance(error.__cause__, Exception) else error
    if isinstance(inner, UsageError):
        return inner
    stage = next(reversed(heard.started))
    return BuildFailed(stage, "; ".join(checks) or cause(inner))


def _unchanged(folders: Folders, heard: Heard) -> Built | None:
    """The release that is there already, if it is whole and remembered as made from what a build would use now.

    A private one is none that a build for publication could leave there.
    """
    from pipeline.defs.state import look
    from pipeline.made import is_whole, recall
    from pipeline.publish.history import current

    outputs = folders.outputs_path
    found = current(outputs)
    if (
        found is None
        or found.private
        or recall(folders.cache_path, outputs) is None
        or look(folders).reason_to_rest() is None
        or not is_whole(outputs)
    ):
        return None
    return already_built(outputs, heard)


def _built(events: Sequence[dg.DagsterEvent], outputs: Path, heard: Heard) -> Built:
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
    """Seconds that the checks of each table took, by table."""
    steps = {f"check_{name}": name for name in TABLES}
    return {
        steps[event.step_key]: round(event.step_success_data.duration_ms / 1000, 3)
        for event in events
        if event.is_step_success and event.step_key in steps
    }


def _failed_checks(instance: dg.DagsterInstance, run_id: str) -> list[str]:
    records = instance.all_logs(run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
    found = [record.dagster_event.asset_check_evaluation_data for record in records if record.dagster_event]
    return [
        f"table {check.asset_key.to_user_string()} fails its check `{check.check_name}`: {check.description}"
        for check in found
        if not check.passed
    ]


def _plain(metadata: Mapping[str, dg.MetadataValue]) -> dict:
    return {key: entry.value for key, entry in metadata.items()}
