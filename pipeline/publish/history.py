"""The table `releases`: which release this is, and what changed since the one before.

No clock and no random number enters. A release is its content: equal rows give the same release, whatever was built in
between. When only code or sources changed but no row did, the latest release keeps its id, number and changes and its
row tells the sources and code that gave it last.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow as pa

from pipeline.derive.frames import conform, empty
from pipeline.publish.parquet import parquet_path, read_parquet, sort_by_key
from schemas import TABLES, Table
from schemas.releases import Releases


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a release is made from.

    sources_sha256: fingerprint of all sources; code_version: of code and lexicons; model: name and version of the
    language model, None where none was used.
    """

    sources_sha256: str
    code_version: str
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """A published release, as its row in `releases` tells."""

    release_id: str
    ordinal: int
    version: str
    sources_sha256: str
    code_version: str
    content_sha256: str


def current(outputs: Path) -> Release | None:
    """The release that lies in a folder; None where there is none that can be read."""
    history = _stored(Releases, outputs)
    if history is None or history.is_empty():
        return None
    latest = history.sort("ordinal").row(-1, named=True)
    return Release(**{name: latest[name] for name in Release.__dataclass_fields__})


def releases(tables: Mapping[str, pl.DataFrame], outputs: Path, provenance: Provenance) -> pl.DataFrame:
    """The table `releases` of a release of `tables` over the one in `outputs`: its history and the new row."""
    history = _stored(Releases, outputs)
    rows = [] if history is None else history.sort("ordinal").to_dicts()
    content = content_sha256(tables)
    built_from = {
        "sources_sha256": provenance.sources_sha256,
        "code_version": provenance.code_version,
        "model": provenance.model,
    }
    if rows and rows[-1]["content_sha256"] == content:
        return conform(Releases, [*rows[:-1], rows[-1] | built_from])
    previous = rows[-1]["release_id"] if rows else None
    ordinal = rows[-1]["ordinal"] + 1 if rows else 1
    new = {
        "release_id": f"release-{ordinal:05}-{hashlib.sha256(f'{previous}:{content}'.encode()).hexdigest()[:12]}",
        "ordinal": ordinal,
        "version": f"0.{ordinal}.0+{content[:8]}",
        "previous_release_id": previous,
        "content_sha256": content,
        "n_documents": tables["documents"].height,
        "row_counts": json.dumps({name: tables[name].height for name in _CONTENT}),
        "changes": json.dumps(changes(tables, outputs)),
    }
    return conform(Releases, [*rows, new | built_from])


_CONTENT = tuple(name for name in TABLES if name != "releases")


def content_sha256(tables: Mapping[str, pl.DataFrame]) -> str:
    """SHA-256 over the rows of all tables but `releases`, in published order."""
    digest = hashlib.sha256()
    for name in _CONTENT:
        rows = io.BytesIO()
        sort_by_key(TABLES[name], tables[name]).write_ndjson(rows)
        digest.update(f"{name}\n".encode())
        digest.update(rows.getbuffer())
    return digest.hexdigest()


def changes(tables: Mapping[str, pl.DataFrame], outputs: Path) -> dict[str, dict[str, int]]:
    """Rows added, removed and changed since the release in `outputs`, by table; unchanged tables are left out.

    Rows are the same when their keys are. Without a former release every row is added.
    """
    found = {}
    for name in _CONTENT:
        table = TABLES[name]
        former = _stored(table, outputs)
        counts = _compare(table, empty(table) if former is None else former, tables[name])
        if any(counts.values()):
            found[name] = counts
    return found


def _compare(table: type[Table], former: pl.DataFrame, latter: pl.DataFrame) -> dict[str, int]:
    key = list(table.key())
    others = [name for name in table.columns() if name not in key]
    both = latter.join(former, on=key, how="inner", suffix="__former")
    differs = [pl.col(name).ne_missing(pl.col(f"{name}__former")) for name in others]
    return {
        "added": latter.height - both.height,
        "removed": former.height - both.height,
        "changed": both.filter(pl.any_horizontal(differs)).height if others else 0,
    }


def _stored(table: type[Table], outputs: Path) -> pl.DataFrame | None:
    """A table of the release in `outputs`; None where it is not there, not readable or of other columns."""
    try:
        return conform(table, read_parquet(table, parquet_path(outputs, table)).iter_rows(named=True))
    except (OSError, ValueError, pa.ArrowException, pl.exceptions.PolarsError):
        return None
