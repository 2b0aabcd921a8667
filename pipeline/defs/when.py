"""When the schedule ticks: cron string and time zone from the environment, said in words where they are wrong."""

from __future__ import annotations

import zoneinfo

import dagster as dg

from pipeline.errors import UsageError
from pipeline.settings import CRON, TIMEZONE, setting


def cron() -> str:
    """The cron string of the daily schedule. Raises UsageError where it is none."""
    text = setting(CRON, "0 5 * * *")
    try:
        dg.ScheduleDefinition(name="trial", job_name="none", cron_schedule=text)
    except dg.DagsterInvalidDefinitionError as error:
        raise UsageError(
            f"{CRON} is {text!r}, which is no cron schedule. Give minute, hour, day of month, month and day of week, "
            "such as '0 5 * * *' for five in the morning, or '@daily'."
        ) from error
    return text


def timezone() -> str:
    """The time zone in which the schedule counts. Raises UsageError where there is no such zone."""
    text = setting(TIMEZONE, "UTC")
    try:
        zoneinfo.ZoneInfo(text)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            f"{TIMEZONE} is {text!r}, which is no time zone. Name one of the IANA database, such as America/Lima."
        ) from error
    return text
