"""The table `releases`: which release this is, and what changed since the one before.

No clock and no random number enters. A release is its content: equal rows give the same release, whatever was built in
between. When only code or sources changed but no row did, the latest release keeps its id, number and changes and its
row tells the sources, code and model that gave it last. Rules, lexicons and hand coding are told as they were when the
release was first built, so that a change of theirs without effect changes no byte.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa

from pipeline.derive.comparison import TableChanges, compare
from pipeline.derive.frames import conform, schema
from pipeline.publish.notable import notable
from pipeline.publish.parquet import parquet_path, sort_by_key
from pipeline.publish.reasons import reasons
from schemas import TABLES, Table
from schemas.releases import Releases


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a release is made from.

    sources_sha256: fingerprint of all sources; code_version: version of the code; model: name and version of the
    language model, None where none was used. rules_sha256, lexicons_sha256, gold_sha256: fingerprints of the code that
    decides rows, of the lexicons and of the hand coding, None where not known. private: whether words that may not be
    passed on are in it.
    """

    sources_sha256: str
    code_version: str
    model: str | None = None
    rules_sha256: str | None = None
    lexicons_sha256: str | None = None
    gold_sha256: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """A published release, as its row in `releases` tells."""

    release_id: str
    ordinal: int
    version: str
    sources_sha256: str
    code_version: str
    content_sha256: str
    private: bool


def current(outputs: Path) -> Release | None:
    """The release that lies in a folder; None where there is none that can be read."""
    rows = history(outputs)
    return Release(**{name: rows[-1][name] for name in Release.__dataclass_fields__}) if rows else None


def history(outputs: Path) -> list[dict[str, Any]]:
    """The rows of `releases` of the release in a folder, the latest last; of an older one, with nulls for new columns.

    Empty where there is none that can be read.
    """
    stored = _stored(Releases, outputs)
    needed = {name for name, column in Releases.columns().items() if not column.nullable and column.kind != "list"}
    if stored is None or not needed - _SINCE_LATER.keys() <= set(stored.columns):
        return []
    return conform(Releases, [_SINCE_LATER | row for row in stored.sort("ordinal").to_dicts()]).to_dicts()


_SINCE_LATER = {"private": False}
"""What holds for releases from before a column of `releases` that is never null."""


def releases(tables: Mapping[str, pl.DataFrame], outputs: Path, provenance: Provenance) -> pl.DataFrame:
    """The table `releases` of a release of `tables` over the one in `outputs`: its history and the new row."""
    rows = history(outputs)
    content = content_sha256(tables)
    told = asdict(provenance)
    if rows and rows[-1]["content_sha256"] == content:
        last = {name: told[name] for name in ("sources_sha256", "code_version", "model")}
        return conform(Releases, [*rows[:-1], rows[-1] | last])
    former = stored_tables(outputs) if rows else None
    found = compare(former or {}, tables, CONTENT)
    previous = rows[-1] if rows else {}
    ordinal = previous.get("ordinal", 0) + 1
    identity = f"{previous.get('release_id')}:{content}"
    new = {
        "release_id": f"release-{ordinal:05}-{hashlib.sha256(identity.encode()).hexdigest()[:12]}",
        "ordinal": ordinal,
        "version": f"0.{ordinal}.0+{content[:8]}{PRIVATE_MARK if provenance.private else ''}",
        "previous_release_id": previous.get("release_id"),
        "content_sha256": content,
        "n_documents": tables["documents"].height,
        "row_counts": json.dumps({name: tables[name].height for name in CONTENT}),
        "changes": json.dumps(_counts(found)),
        "reasons": reasons(former, tables, previous, told, found),
        "notable": notable(former, tables, found),
    }
    return conform(Releases, [*rows, new | told])


CONTENT = tuple(name for name in TABLES if name != "releases")
"""The tables that a version stands for."""

PRIVATE_MARK = ".private"
"""Ends the version of a release that is not to be passed on (build metadata of semantic versioning)."""


def content_sha256(tables: Mapping[str, pl.DataFrame]) -> str:
    """SHA-256 over the rows of all tables but `releases`, in published order."""
    digest = hashlib.sha256()
    for name in CONTENT:
        rows = io.BytesIO()
        sort_by_key(TABLES[name], tables[name]).write_ndjson(rows)
        digest.update(f"{name}\n".encode())
        digest.update(rows.getbuffer())
    return digest.hexdigest()


def changes(tables: Mapping[str, pl.DataFrame], outputs: Path) -> dict[str, dict[str, int]]:
    """Rows added, removed and changed since the release in `outputs`, by table; unchanged tables are left out.

    Rows are the same when their keys are. Without a former release every row is added.
    """
    return _counts(compare(stored_tables(outputs) or {}, tables, CONTENT))


def _counts(found: Mapping[str, TableChanges]) -> dict[str, dict[str, int]]:
    return {name: changes.counts for name, changes in found.items() if any(changes.counts.values())}


def stored_tables(outputs: Path) -> dict[str, pl.DataFrame] | None:
    """The tables of the release in `outputs`, with the columns it has; None where one that a comparison needs is not.

    Tables that are not there or cannot be read are left out.
    """
    stored = {name: _stored(TABLES[name], outputs) for name in CONTENT}
    found = {name: frame for name, frame in stored.items() if frame is not None}
    return found if {"documents", "actors"} <= found.keys() else None


def _stored(table: type[Table], outputs: Path) -> pl.DataFrame | None:
    """The declared columns that a table of the release in `outputs` has; None where it cannot be read or lacks its key.

    A column of another type than declared counts as not there.
    """
    try:
        found = pl.read_parquet(parquet_path(outputs, table), glob=False)
    except (OSError, ValueError, pa.ArrowException, pl.exceptions.PolarsError):
        return None
    known = [name for name, kind in schema(table).items() if found.schema.get(name) == kind]
    return found.select(known) if set(table.key()) <= set(known) else None
