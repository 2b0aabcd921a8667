"""Why a release differs from the one before, what is notable in it, and the page CHANGES.md that tells both.

Belongs here: sentences about differences. Does not belong here: finding the differences (pipeline.derive.comparison)
or keeping them (pipeline.publish.history).

The page is made from the table `releases` and nothing else, so a rebuild over a release gives the same page. Lines are
made of names and codes, never of a source's sentences: they stay in the history when a source is withdrawn.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from pipeline.derive.comparison import ChangedRow, TableChanges, key_text
from pipeline.derive.frames import schema
from schemas import TABLES

FIRST = "first release"
UNREADABLE = "the tables of the release before could not be read: all rows count as added"

RULES_SHOWN = 15
NOTABLE_SHOWN = 5
"""How many added, removed and changed rows of a table are told one by one."""

_COUNTS = {"n_mentions", "n_documents"}
"""Columns whose change alone makes no row notable."""

_WORDS = {"evidence", "text", "trigger", "surface", "action", "row"}
"""Columns with a source's own words: named when they change, never shown."""

Tables = Mapping[str, pl.DataFrame]


def reasons(
    former: Tables | None,
    tables: Tables,
    before: Mapping[str, Any],
    now: Mapping[str, Any],
    found: Mapping[str, TableChanges],
) -> list[str]:
    """Why `tables` are not `former`, most direct cause first.

    former: None where the tables could not be read. before, now: the values of `releases` that tell code, lexicons,
    model and hand coding of either release; empty for none before; where one of them is null nothing is concluded from
    it. found: the comparison of both.
    """
    if not before:
        return [FIRST]
    if former is None:
        return [UNREADABLE]
    documents = _whole("documents", former["documents"])
    told = [*_sources(documents, tables["documents"])]
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


def _whole(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """A table of an older release with nulls in the columns that it lacks."""
    missing = {column: kind for column, kind in schema(TABLES[name]).items() if column not in frame.columns}
    return frame.with_columns(pl.lit(None, kind).alias(column) for column, kind in missing.items())


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


def notable(former: Tables | None, tables: Tables, found: Mapping[str, TableChanges]) -> list[str]:
    """A line for each of the first added, removed and changed rows of the tables that people ask for."""
    if former is None:
        return []
    names = _names(former) | _names(tables)
    told: list[str] = []
    for name, line in _LINES.items():
        if name in found:
            told += _notable(found[name], line, names)
    return told


def _names(tables: Tables) -> dict[str, str]:
    return dict(tables["actors"].select("actor_id", "name").iter_rows())


def _notable(changes: TableChanges, line: Any, names: Mapping[str, str]) -> Iterator[str]:
    key = TABLES[changes.table].key()
    for change, frame in (("added", changes.added), ("removed", changes.removed)):
        lines = sorted(
            f"{line(row, names)} [{key_text(tuple(row[k] for k in key))}]"
            for row in _whole(changes.table, frame).to_dicts()
        )
        yield from (f"{changes.table} {change}: {told}" for told in lines[:NOTABLE_SHOWN])
    worth = [row for row in changes.changed if {cell.column for cell in row.cells} - _COUNTS]
    lines = sorted(f"{line(row.new, names)} [{key_text(row.key)}]: {_cells(row, names)}" for row in worth)
    yield from (f"{changes.table} changed: {told}" for told in lines[:NOTABLE_SHOWN])


def _cells(row: ChangedRow, names: Mapping[str, str]) -> str:
    told = []
    for cell in row.cells:
        values = f" {_value(cell.old, names)} to {_value(cell.new, names)}"
        told.append(cell.column + ("" if cell.column in _WORDS else values))
    return "; ".join(told)


def _value(value: Any, names: Mapping[str, str]) -> str:
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return ", ".join(names.get(item, item) for item in value)
    return names.get(value, str(value))


def _people(ids: Iterable[str] | None, names: Mapping[str, str]) -> str:
    return ", ".join(sorted(names.get(key, key) for key in ids or ()))


def _actor(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return ", ".join(part for part in (row["name"], row["kind"], row["country"]) if part)


def _agreement(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return ", ".join(part for part in (row["date"], row["name"], row["kind"], row["status"]) if part)


def _event(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    what = f"{row['event_type']} ({row['mode']})" if row["mode"] else row["event_type"]
    sides = [_people(row["source_ids"], names) or "(nobody named)", what, _people(row["target_ids"], names)]
    return f"{row['date'] or 'undated'}: {' - '.join(part for part in sides if part)}"


def _fact(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    about = ", ".join(part for part in (row["indicator"], row["reporter"], row["partner"], row["commodity"]) if part)
    value = "" if row["value"] is None else f": {row['value']:,.12g} {row['currency'] or row['unit'] or ''}".rstrip()
    return f"{row['period'] or 'undated'}: {about}{value}"


def _advice(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    issuer, addressees = names.get(row["issuer_id"] or "", "the document"), _people(row["addressee_ids"], names)
    how = ", ".join(part for part in (row["area"], row["modality"], row["polarity"]) if part)
    return f"{issuer} to {addressees or 'nobody named'}: {how}"


_LINES = {
    "events": _event,
    "agreements": _agreement,
    "actors": _actor,
    "trade_facts": _fact,
    "recommendations": _advice,
}


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
