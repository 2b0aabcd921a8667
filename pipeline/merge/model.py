"""What the merging of actors, agreements and events passes around.

Belongs here: plain data and the order of documents. Does not belong here: any decision about identity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.coding.rows import CodedDocument
from pipeline.merge.edtf_bounds import bounds

Ref = tuple[int, int]
"""(position of the document in `in_order`, position in one of its lists)."""


def in_order(coded: Sequence[CodedDocument]) -> list[CodedDocument]:
    """Documents by publication, then by id: the order in which ties are settled, whatever order they came in."""

    def key(c: CodedDocument) -> tuple[date, str]:
        return bounds(c.document.meta.published)[0] or date.max, c.document.document_id

    return sorted(coded, key=key)


@dataclass(frozen=True, slots=True)
class Merged:
    """Published identity of one thing: its rows' key, and which local things it unites (in document order)."""

    id: str
    members: tuple[Ref, ...]
