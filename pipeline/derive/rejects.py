"""Rows that failed, as rows of the table `rejects`."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.derive.frames import conform
from pipeline.read.model import Unreadable
from schemas.rejects import Rejects


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that failed: the table it was meant for, the row, the name of the check and the reason in words."""

    table_name: str
    row: dict[str, Any]
    check: str
    reason: str

    @property
    def document_id(self) -> str | None:
        """The document the row was read from, where the row tells."""
        found = self.row.get("document_id")
        return found if isinstance(found, str) else None


def rejects_frame(rejects: Iterable[Reject]) -> pl.DataFrame:
    """The table `rejects`. An id depends on table, row and check, and on nothing else."""
    seen: Counter[str] = Counter()
    rows = []
    for reject in rejects:
        row = json.dumps(reject.row, ensure_ascii=False, default=str)
        identity = "\0".join((reject.table_name, row, reject.check))
        seen[identity] += 1
        digest = hashlib.sha256(f"{identity}\0{seen[identity]}".encode()).hexdigest()
        rows.append(
            {
                "reject_id": f"reject-{digest[:16]}",
                "table_name": reject.table_name,
                "document_id": reject.document_id,
                "row": row,
                "check": reject.check,
                "reason": reject.reason,
            }
        )
    return conform(Rejects, rows)


def unreadable_rejects(unreadable: Iterable[Unreadable]) -> pl.DataFrame:
    """Files that could not become documents, as rows of `rejects`."""
    return rejects_frame(
        Reject("documents", {"file_name": file.file_name}, file.check, f"{file.file_name}: {file.reason}")
        for file in unreadable
    )
