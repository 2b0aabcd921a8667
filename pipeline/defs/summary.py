"""What a refresh did, as a page of Markdown for the Dagster UI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import polars as pl

from pipeline.progress import Heard

if TYPE_CHECKING:
    from pipeline.publish.release import Published


def summary(published: Published, progress: Heard, tables: Mapping[str, pl.DataFrame]) -> str:
    """Version, rows with changes and rejected rows per table, files not used, and the time of each stage."""
    what = "was already published; no file was touched" if published.unchanged else "is published"
    lost = dict(tables["rejects"].group_by("table_name").len().iter_rows())
    rows = [
        f"| {name} | {count:,} | {_changes(published.changes.get(name, {}))} | {lost.get(name, 0)} |"
        for name, count in published.row_counts.items()
    ]
    unused = [f"- `{file['file_name']}`: {file['reason']}" for file in progress.unused]
    seconds = progress.seconds()
    times = ", ".join(f"{stage} {took:.1f} s" for stage, took in seconds.items())
    return "\n".join(
        [
            f"**Release {published.version}** {what}.",
            "",
            f"{tables['documents'].height} documents in {sum(seconds.values()):.1f} s: {times}.",
            "",
            "| table | rows | changes since the release before | rejected |",
            "| --- | ---: | --- | ---: |",
            *rows,
            *(["", "Files not used:", "", *unused] if unused else []),
        ]
    )


def _changes(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "none"
