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
QUALITY = "quality"
MADE_ON_RELEASE = ("releases",)
"""Tables about a release, which exist only with it."""

FAULTS_SHOWN = 20

MERGED = tuple(name for name in TABLES if name not in (REJECTS, QUALITY, *MADE_ON_RELEASE))


def table_out(name: str, group: str) -> dg.AssetOut:
    """A declared table as an output of the step that makes it."""
    return dg.AssetOut(
        key=name,
        group_name=group,
        io_manager_key="frames",
        is_required=False,
        description=TABLES[name].about("en"),
        metadata={"dagster/column_schema": column_schema(TABLES[name])},
        kinds={"polars"},
    )


@dg.multi_asset(
    name="tables",
    outs={name: table_out(name, "tables") for name in MERGED} | {REJECTS: table_out(REJECTS, "release")},
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
    from pipeline.derive.rejects import unreadable_rejects
    from pipeline.merge.dataset import merge

    progress.stage("merge")
    merged = merge(coded_documents)
    progress.stage("check")
    texts = {coded.document.document_id: coded.document.text for coded in coded_documents}
    frames = validate({**merged, REJECTS: unreadable_rejects(unreadable_files)}, texts).tables
    lost = dict(frames[REJECTS].group_by("table_name").len().iter_rows())
    wanted = context.op_execution_context.selected_output_names
    for name in (name for name in TABLES if name in wanted):
        yield dg.Output(frames[name], output_name=name, metadata=table_metadata(frames[name], lost.get(name, 0)))


def table_metadata(frame: pl.DataFrame, lost: int) -> dict[str, Any]:
    """What the UI shows of a table as made. lost: how many of its rows went to `rejects`."""
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
        found = faults(name, table)
        shown = "\n".join(f"- {fault}" for fault in found[:FAULTS_SHOWN])
        return dg.AssetCheckResult(
            passed=not found,
            description=found[0] if found else None,
            metadata={"rows": table.height, "faults": len(found), "first faults": dg.MetadataValue.md(shown)},
        )

    return check


def faults(name: str, table: pl.DataFrame) -> list[str]:
    """What is wrong with a table by its declaration, in words; empty for a sound one."""
    from pipeline.derive.checks import WrongColumns, check_rows

    try:
        return [f"{reject.check}: {reject.reason}" for reject in check_rows(TABLES[name], table).rejects]
    except WrongColumns as error:
        return [str(error)]


SCHEMA_CHECKS = [schema_check(name) for name in TABLES]
