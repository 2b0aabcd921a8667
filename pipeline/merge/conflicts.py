"""Rows that cannot both hold, and points on which sources disagree.

Belongs here: the table `conflicts` put together. Does not belong here: finding disagreements (conflict_events,
conflict_facts, conflict_records), and deciding which source is right, which nothing here does.

Only what is about the same thing is compared, and in doubt nothing is told: a false alarm costs a reader more than a
disagreement that is missed.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.merge.actors import Actors
from pipeline.merge.agreements import Agreements
from pipeline.merge.conflict_events import event_conflicts
from pipeline.merge.conflict_facts import fact_conflicts
from pipeline.merge.conflict_records import record_conflicts
from pipeline.merge.events import Events
from pipeline.merge.evidence import Row, Source
from pipeline.merge.ids import make_id, number_repeats

_IDENTIFYING = ("table_name", "field", "left_id", "right_id", "explanation")


def conflict_rows(
    sources: Sequence[Source],
    actors: Actors,
    events: Events,
    agreements: Agreements,
    *,
    trade_facts: Sequence[Row],
    roles: Sequence[Row],
    citations: Sequence[Row],
) -> list[Row]:
    """The rows of `conflicts`; `sources` in document order, the others as published."""
    found = [
        *event_conflicts(sources, events, actors),
        *fact_conflicts(sources, trade_facts),
        *record_conflicts(sources, actors, agreements, roles, citations),
    ]
    ids = number_repeats(make_id("con", *(str(row[c]) for c in _IDENTIFYING)) for row in found)
    rows = [{"conflict_id": i, **row} for i, row in zip(ids, found, strict=True)]
    return sorted(rows, key=lambda r: str(r["conflict_id"]))
