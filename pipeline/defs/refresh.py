"""The job `refresh`, and when it is asked for: once a day, and soon after the sources have changed.

Schedule and sensor ask for a run only where it would change something; a tick that does not says what is published.
"""

import dagster as dg

from pipeline.defs.resources import Folders
from pipeline.defs.state import State, look
from pipeline.settings import CRON, TIMEZONE, setting

JOB = "refresh"
SECONDS_BETWEEN_LOOKS = 15
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
    cron_schedule=setting(CRON, "0 5 * * *"),
    execution_timezone=setting(TIMEZONE, "UTC"),
    job=refresh,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Once a day, if sources or code have changed since the published release.",
)
def daily(context: dg.ScheduleEvaluationContext, folders: Folders) -> dg.RunRequest | dg.SkipReason:
    state = look(folders)
    reason = state.reason_to_rest() or _unfinished_run(context.instance)
    return dg.SkipReason(reason) if reason else dg.RunRequest()


@dg.sensor(
    name="seeds",
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    job=refresh,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Soon after the sources have changed. Two looks in a row must see the same content, so that a burst "
    "of changes gives one run.",
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
        return dg.SensorResult(skip_reason=reason, cursor=state.content)
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=state.run_key)], cursor=state.content)


def _unfinished_run(instance: dg.DagsterInstance) -> str | None:
    found = instance.get_runs(filters=dg.RunsFilter(job_name=JOB, statuses=UNFINISHED), limit=1)
    return f"Run {found[0].run_id[:8]} has not ended yet." if found else None


def _former_attempt(instance: dg.DagsterInstance, state: State) -> str | None:
    """Content that a run could not publish is not tried again and again; the daily schedule tries it once a day."""
    found = instance.get_runs(filters=dg.RunsFilter(tags={"dagster/run_key": state.run_key}), limit=1)
    if not found:
        return None
    return f"Run {found[0].run_id[:8]} has tried these sources and published nothing: see why there."


def _unsettled(seen: str | None, state: State) -> str | None:
    return None if seen == state.content else "The sources have changed; waiting until they rest."
