"""Where things lie unless said otherwise. Environment variables are for the Dagster service; the command line has
options."""

from __future__ import annotations

import os
from pathlib import Path

SEEDS = "PERU_US_SEEDS"
OUTPUTS = "PERU_US_OUTPUTS"
CACHE = "PERU_US_CACHE"
CRON = "PERU_US_CRON"
TIMEZONE = "PERU_US_TIMEZONE"


def setting(name: str, default: str) -> str:
    """The environment variable `name`, or `default` where it is not set."""
    return os.environ.get(name, default)


def cache_folder() -> Path:
    """The folder of this project in the user's cache (XDG base directory specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(setting(CACHE, str(Path(base) / "peru-us")))
