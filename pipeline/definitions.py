"""The Dagster entry point: `defs`, all that the code location offers."""

from __future__ import annotations

from pipeline.defs.location import defs

__all__ = ["defs"]
