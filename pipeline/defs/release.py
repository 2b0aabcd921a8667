"""The release as an asset: all tables, checked, written beside the old release and swapped in."""

import dagster as dg
import polars as pl

from pipeline.defs.resources import Folders
from pipeline.defs.tables import MERGED, REJECTS
from pipeline.progress import Progress


@dg.asset(
    ins={name: dg.AssetIn(key=name) for name in (*MERGED, REJECTS)},
    group_name="release",
    kinds={"parquet", "duckdb"},
    description="The published dataset: Parquet files, the DuckDB file and their descriptions. Whole or not at all.",
)
def release(
    folders: Folders, progress: dg.ResourceParam[Progress], source_files: str, **tables: pl.DataFrame
) -> dg.MaterializeResult:
    from pipeline.publish.release import publish

    progress.stage("publish")
    published = publish(tables, folders.outputs_path, sources_sha256=source_files)
    return dg.MaterializeResult(
        metadata={
            "version": published.version,
            "unchanged": published.unchanged,
            "folder": dg.MetadataValue.path(str(published.outputs)),
            "rows": sum(published.row_counts.values()),
            "changes": dg.MetadataValue.json(published.changes),
        }
    )
