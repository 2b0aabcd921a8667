"""The page CHANGES.md: every release, what differs in it and why.

Belongs here: the form of the page. Does not belong here: its sentences (reasons, notable).

The page is made from the table `releases` and nothing else, so a rebuild over a release gives the same page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from pipeline.publish.notable import NOTABLE_SHOWN


def changelog(releases: pl.DataFrame) -> str:
    """The text of CHANGES.md: every release, the latest first."""
    rows = releases.sort("ordinal", descending=True).to_dicts()
    versions = {row["release_id"]: row["version"] for row in rows}
    lines = [
        "# Changes",
        "",
        "Made from the table `releases`, the latest release first. Versions end in a fingerprint of",
    ]
    lines += ["all rows: equal fingerprints, equal rows.", ""]
    for row in rows:
        lines += [*section(row, versions.get(row["previous_release_id"])), ""]
    return "\n".join(lines).rstrip() + "\n"


def section(row: Mapping[str, Any], previous: str | None) -> Iterator[str]:
    """One release as Markdown. row: its row in `releases`; previous: version of the release before."""
    yield f"## {row['version']}"
    yield ""
    if row["private"]:
        yield "Private: it holds words of sources that may not be passed on. Not to be published."
        yield ""
    if previous is None:
        yield f"The first release, made of {row['n_documents']:,} documents."
    elif row["reasons"]:
        yield f"Why it differs from {previous}:"
        yield ""
        yield from (f"- {_escaped(reason)}" for reason in row["reasons"])
    else:
        yield f"It differs from {previous}; why is not recorded."
    yield ""
    yield from _table(json.loads(row["row_counts"]), json.loads(row["changes"]))
    if row["notable"]:
        yield ""
        yield f"Among the rows that differ (at most {NOTABLE_SHOWN} of a kind):"
        yield ""
        yield from (f"- {_escaped(line)}" for line in row["notable"])


def _table(rows: Mapping[str, int], changes: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    yield "| table | rows | added | removed | changed |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, height in rows.items():
        counts = changes.get(name, {})
        cells = (str(counts.get(change) or "") for change in ("added", "removed", "changed"))
        yield f"| {name} | {height} | {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is and that stays on one line."""
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())
