"""The tables as assets: merged from all documents, validated together, stored one by one, and each checked again.

Everything here is made from the declarations in `schemas`: a table declared there appears in the graph.
"""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from pipeline.defs.metadata import column_schema, preview
from pipeline.progress import Progress
from schemas import TABLES

REJECTS = "rejects"
MADE_ON_RELEASE = ("quality", "releases")
"""Tables about a release, which exist only with it."""

MERGED = tuple(name for name in TABLES if name not in (REJECTS, *MADE_ON_RELEASE))


def _out(name: str, group: str) -> dg.AssetOut:
    return dg.AssetOut(
        key=name,
        group_name=group,
        io_manager_key="frames",
        is_required=False,
        description=TABLES[name].en,
        metadata={"dagster/column_schema": column_schema(TABLES[name])},
        kinds={"polars"},
    )


@dg.multi_asset(
    name="tables",
    outs={name: _out(name, "tables") for name in MERGED} | {REJECTS: _out(REJECTS, "release")},
    internal_asset_deps={name: {dg.AssetKey("coded_documents")} for name in MERGED}
    | {REJECTS: {dg.AssetKey("coded_documents"), dg.AssetKey("unreadable_files")}},
    can_subset=True,
)
def tables(
    context: dg.AssetExecutionContext,
    coded_documents: list,
    unreadable_files: list,
    progress: dg.ResourceParam[Progress],
) -> Iterator[dg.Output[Any]]:
    """Rows of all documents merged into one dataset and validated together. Broken keys stop the run."""
    from pipeline.derive.checks import validate
    from pipeline.merge.dataset import merge

    progress.stage("merge")
    validated = validate(merge(coded_documents))
    rejects = with_unreadable(validated.rejects, unreadable_files)
    lost = dict(rejects.group_by("table_name").len().iter_rows())
    frames = {**validated.tables, REJECTS: rejects}
    progress.stage("check")
    for name in context.op_execution_context.selected_output_names:
        yield dg.Output(frames[name], output_name=name, metadata=_metadata(frames[name], lost.get(name, 0)))


def _metadata(frame: pl.DataFrame, lost: int) -> dict[str, Any]:
    return {
        "dagster/row_count": frame.height,
        "rejects": lost,
        "preview": dg.MetadataValue.md(preview(frame)),
    }


def schema_check(name: str) -> dg.AssetChecksDefinition:
    """The blocking check that the stored table is what its declaration says."""

    @dg.asset_check(
        name="schema",
        asset=dg.AssetKey(name),
        blocking=True,
        description=f"Columns, types, keys, vocabularies and ranges of {name} as declared.",
    )
    def check(table: pl.DataFrame) -> dg.AssetCheckResult:
        from pipeline.derive.checks import faults

        found = faults(TABLES[name], table)
        return dg.AssetCheckResult(
            passed=not found,
            metadata={"rows": table.height, "faults": dg.MetadataValue.md("\n".join(f"- {f}" for f in found[:20]))},
        )

    return check


SCHEMA_CHECKS = [schema_check(name) for name in (*MERGED, REJECTS)]
