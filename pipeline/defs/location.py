"""Everything of this folder put together: assets, checks, job, schedule, sensors and resources."""

from __future__ import annotations

import dagster as dg

from pipeline.defs.checks import TABLE_CHECKS
from pipeline.defs.quality import measured
from pipeline.defs.refresh import daily, refresh, seeds
from pipeline.defs.release import release
from pipeline.defs.resources import Folders, Rights, Work, frame_store, logged_progress
from pipeline.defs.stages import coded_documents, read, source_files
from pipeline.defs.tables import tables
from pipeline.defs.watch import failed_refresh

defs = dg.Definitions(
    assets=[source_files, read, coded_documents, tables, measured, release],
    asset_checks=TABLE_CHECKS,
    jobs=[refresh],
    schedules=[daily],
    sensors=[seeds, failed_refresh],
    resources={
        "folders": Folders(),
        "work": Work(),
        "rights": Rights(),
        "progress": logged_progress,
        "frames": frame_store,
    },
)
