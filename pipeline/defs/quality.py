"""The table `quality` as an asset: the tables just made, and the texts that are only measured, against gold files."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from pipeline.defs.basis import KEY, shared_basis
from pipeline.defs.failures import stage
from pipeline.defs.metadata import table_metadata
from pipeline.defs.resources import Folders, Rights
from pipeline.defs.tables import QUALITY, table_out
from pipeline.progress import Heard
from pipeline.quality.rows import TABLES_READ
from schemas import TABLES


@dg.multi_asset(
    name="measure",
    ins={name: dg.AssetIn(key=name) for name in ("source_texts", *TABLES_READ)},
    outs={QUALITY: table_out(QUALITY, "release")},
)
def measured(
    context: dg.AssetExecutionContext,
    folders: Folders,
    rights: Rights,
    progress: dg.ResourceParam[Heard],
    source_texts: list,
    **tables: pl.DataFrame,
) -> Iterator[dg.Output[Any]]:
    """How well the rows agree with documents coded by hand. Gold that does not fit stops the run."""
    from pipeline.quality.corpora import quality

    with stage(progress, "measure"):
        made_from = shared_basis(context.instance, ["source_texts", *TABLES_READ], [], rights.restricted_text)
        frame = quality(folders.gold_path, tables, source_texts, folders.cache_path)
    told = table_metadata(TABLES[QUALITY], frame, folders.outputs_path, lost=0)
    yield dg.Output(frame, output_name=QUALITY, metadata=told | {KEY: made_from})
