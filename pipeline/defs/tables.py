"""The tables as assets: merged from all documents, validated together and stored one by one.

Everything here is made from the declarations in `schemas`: a table declared there appears in the graph.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg

from pipeline.defs.basis import KEY, shared_basis
from pipeline.defs.failures import stage
from pipeline.defs.metadata import definition_metadata, table_metadata, tags
from pipeline.defs.resources import Folders, Rights
from pipeline.progress import Heard
from schemas import TABLES

REJECTS = "rejects"
QUALITY = "quality"
MADE_ON_RELEASE = ("releases",)
"""Tables about a release, which exist only with it."""

MERGED = tuple(name for name in TABLES if name not in (REJECTS, QUALITY, *MADE_ON_RELEASE))


def table_out(name: str, group: str) -> dg.AssetOut:
    """A declared table as an output of the step that makes it."""
    return dg.AssetOut(
        key=name,
        group_name=group,
        io_manager_key="frames",
        is_required=False,
        description=TABLES[name].about("en"),
        metadata=definition_metadata(name),
        kinds={"polars", "parquet"},
        tags=tags(name),
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
    folders: Folders,
    rights: Rights,
    progress: dg.ResourceParam[Heard],
) -> Iterator[dg.Output[Any]]:
    """Rows of all documents merged into one dataset and validated together. Broken keys stop the run.

    A single table can be made again: it is made from the same coded documents as the others, or not at all.
    """
    from pipeline.derive.checks import validate
    from pipeline.derive.rejects import unreadable_rejects
    from pipeline.merge.dataset import merge
    from pipeline.publish.history import changes, current

    wanted = [name for name in TABLES if name in context.op_execution_context.selected_output_names]
    beside = [name for name in (*MERGED, REJECTS) if name not in wanted]
    with stage(progress, "merge"):
        inputs = ["coded_documents", "unreadable_files"]
        made_from = shared_basis(context.instance, inputs, beside, rights.restricted_text)
        merged = merge(coded_documents, restricted_text=rights.restricted_text)
    with stage(progress, "check"):
        texts = {coded.document.document_id: coded.document.text for coded in coded_documents}
        frames = validate({**merged, REJECTS: unreadable_rejects(unreadable_files)}, texts).tables
        former = current(folders.outputs_path)
        changed = changes(frames, folders.outputs_path)
    lost = dict(frames[REJECTS].group_by("table_name").len().iter_rows())
    for name in wanted:
        told = table_metadata(
            TABLES[name],
            frames[name],
            folders.outputs_path,
            lost=lost.get(name, 0),
            change=_change(changed.get(name), former.version if former else None),
        )
        yield dg.Output(frames[name], output_name=name, metadata=told | {KEY: made_from})


def _change(counts: Mapping[str, int] | None, former: str | None) -> str:
    """Rows added, removed and changed since the published release, in words."""
    since = f"since release {former}" if former else "(first release)"
    if not counts:
        return f"none {since}"
    return f"{', '.join(f'{count} {what}' for what, count in counts.items() if count)} {since}"
