"""The shape of a row of `conflicts`, and who says what in it.

Belongs here: what all kinds of disagreement share. Does not belong here: finding any of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.merge.edtf_bounds import Bounds, bounds
from pipeline.merge.evidence import Row, Source

MOST_DAYS = 731
"""Two dates of a thing done once that part by two years or less are one date told in two ways."""


def conflict(table: str, column: str, left: str, right: str, explanation: str) -> Row:
    """A row without its key. left, right: keys of the two rows of `table` that differ in `column`."""
    return {"table_name": table, "field": column, "left_id": left, "right_id": right, "explanation": explanation}


def said_by(sources: Sequence[Source], left: int, right: int) -> str:
    """Who says so, for two documents or one; `left` and `right` are their positions."""
    a, b = sources[left].coded.document.file_name, sources[right].coded.document.file_name
    return f"{a} and {b}" if left != right else f"{a}, in two places,"


def positions(sources: Sequence[Source]) -> dict[str, int]:
    """Key of a document -> its position."""
    return {source.id: source.position for source in sources}


def published(source: Source) -> Bounds:
    """First and last day on which a document can have come out."""
    return bounds(source.coded.document.meta.published)
