"""A refresh that ended without a release says so where people look: at the asset `release`."""

from __future__ import annotations

import dagster as dg

from pipeline.defs.failures import STAYS
from pipeline.defs.freshness import RELEASE
from pipeline.defs.refresh import refresh
from pipeline.defs.release import PUBLISHED


@dg.run_failure_sensor(
    name="failed_refresh",
    monitored_jobs=[refresh],
    minimum_interval_seconds=15,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="After a refresh that failed or died: the check `published` of the release tells why, and which "
    "release stays.",
)
def failed_refresh(context: dg.RunFailureSensorContext) -> dg.SensorResult:
    run = context.dagster_run.run_id
    reasons = [_reason(event) for event in context.get_step_failure_events()]
    told = "; ".join(reasons) or context.failure_event.message or "the run died"
    version = _published(context.instance)
    stays = f"Release {version} stays." if version else "There is no release yet."
    text = told if STAYS not in told else told.replace(STAYS, "").strip()
    return dg.SensorResult(
        asset_events=[
            dg.AssetCheckEvaluation(
                asset_key=RELEASE,
                check_name=PUBLISHED.name,
                passed=False,
                description=f"Run {run[:8]} published nothing. {text} {stays}",
                metadata={"run": dg.MetadataValue.dagster_run(run), **({"version": version} if version else {})},
            )
        ]
    )


def _reason(event: dg.DagsterEvent) -> str:
    data = event.step_failure_data
    if data.user_failure_data and data.user_failure_data.description:
        return data.user_failure_data.description
    return data.error.message.strip().splitlines()[0] if data.error else f"step {event.step_key} failed"


def _published(instance: dg.DagsterInstance) -> str | None:
    event = instance.get_latest_materialization_event(RELEASE)
    found = event.asset_materialization.metadata.get("version") if event and event.asset_materialization else None
    return str(found.value) if found else None
