"""The release as an asset: all tables, checked, written beside the old release and swapped in.

With it come the tables about releases, which exist only when there is one.
"""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from pipeline.defs.resources import Folders
from pipeline.defs.tables import MADE_ON_RELEASE, MERGED, QUALITY, REJECTS, table_metadata, table_out
from pipeline.progress import Progress
from schemas import TABLES

INPUTS = ("source_files", *MERGED, REJECTS, QUALITY)


@dg.multi_asset(
    name="publish",
    ins={name: dg.AssetIn(key=name) for name in INPUTS},
    outs={
        "release": dg.AssetOut(
            group_name="release",
            kinds={"parquet", "duckdb"},
            description="The published dataset: Parquet files, the DuckDB file and their descriptions. "
            "Whole or not at all.",
        )
    }
    | {name: table_out(name, "release") for name in MADE_ON_RELEASE},
)
def release(
    folders: Folders, progress: dg.ResourceParam[Progress], source_files: str, **tables: pl.DataFrame
) -> Iterator[dg.Output[Any]]:
    from pipeline.publish.parquet import parquet_path, read_parquet
    from pipeline.publish.release import publish

    progress.stage("publish")
    published = publish(tables, folders.outputs_path, sources_sha256=source_files)
    yield dg.Output(
        published.version,
        output_name="release",
        metadata={
            "version": published.version,
            "unchanged": published.unchanged,
            "folder": dg.MetadataValue.path(str(published.outputs)),
            "rows": sum(published.row_counts.values()),
            "changes": dg.MetadataValue.json(published.changes),
        },
    )
    for name in MADE_ON_RELEASE:
        frame = read_parquet(TABLES[name], parquet_path(published.outputs, TABLES[name]))
        yield dg.Output(frame, output_name=name, metadata=table_metadata(frame, lost=0))
