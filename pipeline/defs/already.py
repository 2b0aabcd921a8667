"""A build that found nothing to do tells of the release that is there."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.defs.built import Built, BuiltTable
from pipeline.progress import Heard
from schemas import TABLES


def already_built(outputs: Path, heard: Heard) -> Built:
    """The release in `outputs`, with the files that it could not use named once more."""
    import polars as pl

    from pipeline.publish.history import current
    from pipeline.publish.parquet import parquet_path

    found = current(outputs)
    assert found is not None, "only called where there is a release"
    rejects = pl.read_parquet(parquet_path(outputs, TABLES["rejects"]))
    for row, check, reason in rejects.filter(table_name="documents").select("row", "check", "reason").iter_rows():
        name = json.loads(row).get("file_name", "")
        heard.unreadable(name, check, reason.removeprefix(f"{name}: "))
    lost = dict(rejects.group_by("table_name").len().iter_rows())
    paths = {name: parquet_path(outputs, table) for name, table in TABLES.items()}
    rows = {name: pl.scan_parquet(path).select(pl.len()).collect().item() for name, path in paths.items()}
    return Built(
        version=found.version,
        outputs=str(outputs),
        documents=rows["documents"],
        reused=rows["documents"],
        seconds=round(sum(heard.seconds().values()), 3),
        stages=heard.seconds(),
        tables=[BuiltTable(name, rows[name], lost.get(name, 0), 0.0) for name in TABLES],
        unreadable=heard.unused,
    )
