"""Everything of this folder put together: assets, checks, job, schedule, sensor and resources."""

from __future__ import annotations

import dagster as dg

from pipeline.defs.quality import measured
from pipeline.defs.refresh import daily, refresh, seeds
from pipeline.defs.release import release
from pipeline.defs.resources import Folders, frame_store, logged_progress
from pipeline.defs.stages import coded_documents, read, source_files
from pipeline.defs.tables import SCHEMA_CHECKS, tables

defs = dg.Definitions(
    assets=[source_files, read, coded_documents, tables, measured, release],
    asset_checks=SCHEMA_CHECKS,
    jobs=[refresh],
    schedules=[daily],
    sensors=[seeds],
    resources={
        "folders": Folders(),
        "progress": logged_progress,
        "frames": frame_store,
    },
)
