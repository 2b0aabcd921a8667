"""Why a release differs from the one before: sources, code, lexicons, model, hand coding, columns and rules.

Belongs here: sentences about causes. Does not belong here: finding the differences (pipeline.derive.comparison), which
rows differ (notable), the page that tells both (changelog).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from pipeline.derive.comparison import TableChanges
from pipeline.derive.frames import completed
from schemas import TABLES

FIRST = "first release"
UNREADABLE = "the tables of the release before could not be read: all rows count as added"

RULES_SHOWN = 15
"""How many rules are named, those with most rows first."""


def reasons(
    former: Mapping[str, pl.DataFrame] | None,
    tables: Mapping[str, pl.DataFrame],
    before: Mapping[str, Any],
    now: Mapping[str, Any],
    found: Mapping[str, TableChanges],
) -> list[str]:
    """Why `tables` are not `former`, most direct cause first.

    former: None where the tables could not be read. before, now: the values of `releases` that tell code, lexicons,
    model and hand coding of either release; `before` is empty for the first. Of a fingerprint that is null nothing is
    concluded; a model that is null is none. found: the comparison of both.
    """
    if not before:
        return [FIRST]
    if former is None:
        return [UNREADABLE]
    documents = completed(TABLES["documents"], former["documents"])
    told = list(_sources(documents, tables["documents"]))
    for column, what in (("rules_sha256", "code"), ("lexicons_sha256", "lexicons"), ("gold_sha256", "hand coding")):
        if before.get(column) and now.get(column) and before[column] != now[column]:
            told.append(f"{what} changed")
    if before.get("model") != now.get("model"):
        told.append(f"language model changed: {before.get('model') or 'none'} to {now.get('model') or 'none'}")
    told += [
        f"columns of {name}: {verb} {', '.join(columns)}"
        for name, changes in found.items()
        for verb, columns in (("added", changes.columns_added), ("removed", changes.columns_removed))
        if columns
    ]
    return told + _rules(found, _unchanged(documents, tables["documents"]))


def _sources(former: pl.DataFrame, latter: pl.DataFrame) -> Iterator[str]:
    old, new = ({row["file_name"]: row for row in frame.iter_rows(named=True)} for frame in (former, latter))
    for verb, names in (("added", new.keys() - old.keys()), ("removed", old.keys() - new.keys())):
        yield from (f"source {verb}: {_source((new | old)[name])}" for name in sorted(names))
    for name in sorted(old.keys() & new.keys()):
        if old[name]["sha256"] != new[name]["sha256"]:
            yield f"source changed: {_source(new[name])}"
        elif old[name]["may_redistribute"] != new[name]["may_redistribute"]:
            yield f"licence changed: {_source(new[name])}"


def _source(document: Mapping[str, Any]) -> str:
    return f"{document['title']} ({document['file_name']})" if document["title"] else document["file_name"]


def _unchanged(former: pl.DataFrame, latter: pl.DataFrame) -> set[str]:
    same = ["document_id", "sha256", "may_redistribute"]
    return set(latter.join(former, on=same, how="semi").get_column("document_id"))


def _rules(found: Mapping[str, TableChanges], documents: set[str]) -> list[str]:
    """Rules whose rows differ in documents that are the same in both releases."""
    counted: dict[str, Counter[str]] = {}
    for changes in found.values():
        for change, row in _rows(changes):
            if row.get("rule_id") and row.get("document_id") in documents:
                counted.setdefault(row["rule_id"], Counter())[change] += 1
    ordered = sorted(counted, key=lambda rule: (-counted[rule].total(), rule))
    told = [f"in unchanged sources, rule {rule}: {_told(counted[rule])}" for rule in ordered[:RULES_SHOWN]]
    more = len(ordered) - RULES_SHOWN
    return [*told, f"in unchanged sources, {more} more rules"] if more > 0 else told


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{counts[change]} {change}" for change in ("added", "removed", "changed") if counts.get(change))


def _rows(changes: TableChanges) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from (("added", row) for row in changes.added.iter_rows(named=True))
    yield from (("removed", row) for row in changes.removed.iter_rows(named=True))
    yield from (("changed", row.new) for row in changes.changed)
