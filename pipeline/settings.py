"""Where things lie and when the service looks, unless said otherwise. Environment variables are for the Dagster
service; the command line has options."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.errors import UsageError

SEEDS = "PERU_US_SEEDS"
OUTPUTS = "PERU_US_OUTPUTS"
CACHE = "PERU_US_CACHE"
GOLD = "PERU_US_GOLD"
WORKERS = "PERU_US_WORKERS"
CLUSTER = "PERU_US_CLUSTER"
CRON = "PERU_US_CRON"
TIMEZONE = "PERU_US_TIMEZONE"
LOOK_SECONDS = "PERU_US_LOOK_SECONDS"
MAX_AGE_HOURS = "PERU_US_MAX_AGE_HOURS"


def setting(name: str, default: str) -> str:
    """The environment variable `name`, or `default` where it is not set."""
    return os.environ.get(name, default)


def whole_number(name: str, default: int) -> int:
    """The environment variable `name` as a whole number from 1. Raises UsageError where it is none."""
    text = setting(name, str(default))
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise UsageError(f"{name} is {text!r}; it must be a whole number from 1, such as {default}.")
    return int(text)


def gold_folder() -> str:
    """The folder of hand-coded documents; empty where nothing is to be measured."""
    return setting(GOLD, "tests/gold")


def cache_folder() -> Path:
    """The folder of this project in the user's cache (XDG base directory specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(setting(CACHE, str(Path(base) / "peru-us")))
