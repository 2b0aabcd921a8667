"""The release as an asset: all tables, checked, written beside the old release and swapped in.

With it come the tables about releases, which exist only when there is one.
"""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from pipeline.defs.basis import KEY, code_of_this_run, shared_basis
from pipeline.defs.failures import stage
from pipeline.defs.freshness import POLICY
from pipeline.defs.metadata import table_metadata
from pipeline.defs.resources import Folders, Rights
from pipeline.defs.summary import summary
from pipeline.defs.tables import MADE_ON_RELEASE, MERGED, QUALITY, REJECTS, table_out
from pipeline.progress import Heard
from schemas import TABLES

MADE = (*MERGED, REJECTS, QUALITY)

PUBLISHED = dg.AssetCheckSpec(
    "published",
    asset="release",
    description="The last refresh ended with a release. Where it did not, the reason stands here and the former "
    "release stays.",
)


@dg.multi_asset(
    name="publish",
    ins={name: dg.AssetIn(key=name) for name in ("source_files", *MADE)},
    outs={
        "release": dg.AssetOut(
            group_name="release",
            kinds={"parquet", "duckdb"},
            tags={"holds": "release"},
            freshness_policy=POLICY,
            description="The published dataset: Parquet files, the DuckDB file and their descriptions. "
            "Whole or not at all.",
        )
    }
    | {name: table_out(name, "release") for name in MADE_ON_RELEASE},
    check_specs=[PUBLISHED],
)
def release(
    context: dg.AssetExecutionContext,
    folders: Folders,
    rights: Rights,
    progress: dg.ResourceParam[Heard],
    source_files: str,
    **tables: pl.DataFrame,
) -> Iterator[dg.Output[Any] | dg.AssetCheckResult]:
    from pipeline.fingerprint import source_prints, sources_fingerprint
    from pipeline.ingredients import lexicons_fingerprint, rules_fingerprint
    from pipeline.made import remember
    from pipeline.publish.parquet import parquet_path, read_parquet
    from pipeline.publish.release import publish

    with stage(progress, "publish"):
        made_from = shared_basis(context.instance, MADE, [], rights.restricted_text)
        gold = sources_fingerprint(source_prints(folders.gold_path)) if folders.gold_path else ""
        published = publish(
            tables,
            folders.outputs_path,
            sources_sha256=source_files,
            rules_sha256=rules_fingerprint(),
            lexicons_sha256=lexicons_fingerprint(),
            gold_sha256=gold or None,
            private=rights.restricted_text,
        )
        remember(folders.cache_path, published.outputs, f"{source_files}-{code_of_this_run()}-{gold}")
    yield dg.Output(
        published.version,
        output_name="release",
        metadata={
            "version": published.version,
            "unchanged": published.unchanged,
            "folder": dg.MetadataValue.path(str(published.outputs)),
            "rows": sum(published.row_counts.values()),
            "summary": dg.MetadataValue.md(summary(published, progress, tables)),
            "changes": dg.MetadataValue.json(published.changes),
            KEY: made_from,
        },
    )
    yield dg.AssetCheckResult(
        check_name=PUBLISHED.name,
        asset_key="release",
        passed=True,
        description=f"Release {published.version} lies in {published.outputs}.",
        metadata={"version": published.version},
    )
    for name in MADE_ON_RELEASE:
        frame = read_parquet(TABLES[name], parquet_path(published.outputs, TABLES[name]))
        told = table_metadata(TABLES[name], frame, published.outputs, lost=0)
        yield dg.Output(frame, output_name=name, metadata=told | {KEY: made_from})
