"""The job `refresh`, and when it is asked for: once a day, and soon after something has changed.

Schedule and sensor ask for a run only where it would change something; a tick that does not says what is published.
"""

from datetime import UTC, datetime

import dagster as dg

from pipeline.defs.freshness import confirmation
from pipeline.defs.resources import Folders
from pipeline.defs.state import State, look
from pipeline.defs.when import cron, timezone
from pipeline.settings import LOOK_SECONDS, whole_number

JOB = "refresh"
WHY = "why"
"""Tag of a run that tells what it was asked for."""
UNFINISHED = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]

refresh = dg.define_asset_job(
    JOB,
    selection=dg.AssetSelection.all(),
    executor_def=dg.in_process_executor,
    description="Read the sources, code them, check the tables and publish a release.",
)


@dg.schedule(
    name="daily",
    cron_schedule=cron(),
    execution_timezone=timezone(),
    job=refresh,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Once a day, if sources, code or hand coding have changed since the published release.",
)
def daily(context: dg.ScheduleEvaluationContext, folders: Folders) -> dg.RunRequest | dg.SkipReason:
    state = look(folders)
    reason = state.reason_to_rest() or _unfinished_run(context.instance)
    return dg.SkipReason(reason) if reason else dg.RunRequest(tags={WHY: state.reason_to_run()})


@dg.sensor(
    name="seeds",
    minimum_interval_seconds=whole_number(LOOK_SECONDS, 15),
    job=refresh,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Soon after sources, code or hand coding have changed. Two looks in a row must see the same content, "
    "so that a burst of changes gives one run.",
)
def seeds(context: dg.SensorEvaluationContext, folders: Folders) -> dg.SensorResult:
    state = look(folders)
    reason = (
        state.reason_to_rest()
        or _unfinished_run(context.instance)
        or _former_attempt(context.instance, state)
        or _unsettled(context.cursor, state)
    )
    if reason:
        return dg.SensorResult(
            skip_reason=reason, cursor=state.content, asset_events=_confirmed(context, state, folders)
        )
    request = dg.RunRequest(run_key=state.run_key, tags={WHY: state.reason_to_run()})
    return dg.SensorResult(run_requests=[request], cursor=state.content)


def _confirmed(context: dg.SensorEvaluationContext, state: State, folders: Folders) -> list[dg.AssetMaterialization]:
    if not state.published or state.changed:
        return []
    event = confirmation(context.instance, state.published, str(folders.outputs_path), datetime.now(UTC))
    return [event] if event else []


def _unfinished_run(instance: dg.DagsterInstance) -> str | None:
    """Runs of single tables count as well: they write to the same places."""
    found = instance.get_runs(filters=dg.RunsFilter(statuses=UNFINISHED), limit=1)
    return f"Run {found[0].run_id[:8]} has not ended yet." if found else None


def _former_attempt(instance: dg.DagsterInstance, state: State) -> str | None:
    """Content that a run could not publish is not tried again and again; the daily schedule tries it once a day."""
    found = instance.get_runs(filters=dg.RunsFilter(tags={"dagster/run_key": state.run_key}), limit=1)
    if not found:
        return None
    return f"Run {found[0].run_id[:8]} has tried exactly this and published nothing: see why there."


def _unsettled(seen: str | None, state: State) -> str | None:
    return None if seen == state.content else f"{state.reason_to_run()} Waiting until the files rest."
