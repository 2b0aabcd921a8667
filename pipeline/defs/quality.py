"""The table `quality` as an asset: the tables just made, and the texts that are only measured, against gold files."""

from typing import Any

import dagster as dg
import polars as pl

from pipeline.defs.resources import Folders
from pipeline.defs.tables import QUALITY, table_metadata, table_out
from pipeline.progress import Progress
from pipeline.quality.rows import TABLES_READ


@dg.multi_asset(
    name="measure",
    ins={name: dg.AssetIn(key=name) for name in ("source_texts", *TABLES_READ)},
    outs={QUALITY: table_out(QUALITY, "release")},
)
def measured(
    folders: Folders, progress: dg.ResourceParam[Progress], source_texts: list, **tables: pl.DataFrame
) -> dg.Output[Any]:
    """How well the rows agree with documents coded by hand. Gold that does not fit stops the run."""
    from pipeline.quality.corpora import quality

    progress.stage("measure")
    texts = {document.file_name: document.text for document in source_texts}
    frame = quality(folders.gold_path, tables, texts, folders.cache_path)
    return dg.Output(frame, output_name=QUALITY, metadata=table_metadata(frame, lost=0))
