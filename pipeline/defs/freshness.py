"""How old the release may become before the UI shows it as overdue.

A release counts as young when it was made or confirmed lately. With nothing changed no run is needed: the sensor
confirms then, now and again, that the release is what the sources and the code would give.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import dagster as dg

from pipeline.settings import MAX_AGE_HOURS, whole_number

MAX_AGE = timedelta(hours=whole_number(MAX_AGE_HOURS, 48))
POLICY = dg.FreshnessPolicy.time_window(fail_window=MAX_AGE, warn_window=MAX_AGE * 3 / 4)

RELEASE = dg.AssetKey("release")


def confirmation(
    instance: dg.DagsterInstance, version: str, folder: str, now: datetime
) -> dg.AssetMaterialization | None:
    """An event that says that the published release is still right; None where the last word on it is young.

    It carries on what the event before told. now: with time zone.
    """
    record = instance.get_latest_materialization_event(RELEASE)
    former = record.asset_materialization if record else None
    if record and now.timestamp() - record.timestamp < MAX_AGE.total_seconds() / 4:
        return None
    same = former is not None and former.metadata.get("version") == dg.MetadataValue.text(version)
    told = dict(former.metadata) if former and same else {"folder": dg.MetadataValue.path(folder)}
    return dg.AssetMaterialization(
        RELEASE,
        description="Confirmed: nothing has changed since this release was published.",
        metadata=told | {"version": version, "unchanged": True},
        tags=dict(former.tags or {}) if former and same else None,
    )
