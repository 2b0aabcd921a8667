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

WORSE_BY = 0.005
"""A figure counts as worse when it is lower by more than this: less is one row among hundreds."""

NOT_WORSE = dg.AssetCheckSpec(
    "not_worse",
    asset=QUALITY,
    description="No table agrees less with its hand coding (F1) than in the published release. A warning only.",
)


@dg.multi_asset(
    name="measure",
    ins={name: dg.AssetIn(key=name) for name in ("source_texts", *TABLES_READ)},
    outs={QUALITY: table_out(QUALITY, "release")},
    check_specs=[NOT_WORSE],
)
def measured(
    context: dg.AssetExecutionContext,
    folders: Folders,
    rights: Rights,
    progress: dg.ResourceParam[Heard],
    source_texts: list,
    **tables: pl.DataFrame,
) -> Iterator[dg.Output[Any] | dg.AssetCheckResult]:
    """How well the rows agree with documents coded by hand. Gold that does not fit stops the run."""
    from pipeline.publish.parquet import parquet_path
    from pipeline.quality.corpora import quality

    with stage(progress, "measure"):
        made_from = shared_basis(context.instance, ["source_texts", *TABLES_READ], [], rights.restricted_text)
        frame = quality(folders.gold_path, tables, source_texts, folders.cache_path)
    told = table_metadata(TABLES[QUALITY], frame, folders.outputs_path, lost=0)
    yield dg.Output(frame, output_name=QUALITY, metadata=told | {KEY: made_from})
    former = parquet_path(folders.outputs_path, TABLES[QUALITY])
    worse = fallen(pl.read_parquet(former), frame) if former.is_file() else []
    yield dg.AssetCheckResult(
        check_name=NOT_WORSE.name,
        asset_key=QUALITY,
        passed=not worse,
        severity=dg.AssetCheckSeverity.WARN,
        description="; ".join(worse) or "No figure is below that of the published release.",
        metadata={"figures": frame.height, "worse": len(worse)},
    )


def fallen(former: pl.DataFrame, latter: pl.DataFrame) -> list[str]:
    """The figures of the table `quality` that are lower than before, in words, those that fell most first.

    Figures that only one of the two has, or that were never measured, are not compared.
    """
    key = list(TABLES[QUALITY].key())
    if not {*key, "f1"} <= set(former.columns):
        return []
    both = latter.join(former.select(*key, pl.col("f1").alias("before")), on=key)
    low = both.filter(pl.col("before") - pl.col("f1") > WORSE_BY).sort(pl.col("f1") - pl.col("before"), *key)
    return [
        f"{table} ({figure}, {corpus}): F1 {now:.3f}, was {before:.3f}"
        for table, figure, corpus, now, before in low.select(*key, "f1", "before").iter_rows()
    ]
