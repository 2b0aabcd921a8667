"""Mentions of one happening inside a document get one event number.

Belongs here: the careful test of sameness inside a document. Does not belong here: sameness across documents
(pipeline.merge.events), which uses the same idea with stricter dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.coding.rows import Actor, EventMention


def group(mentions: list[EventMention], actors: Sequence[Actor]) -> list[EventMention]:
    """Number the events; a mention joins the first earlier event that it cannot contradict and shares participants with."""
    events: list[EventMention] = []
    out = []
    for mention in mentions:
        number = next((i for i, e in enumerate(events) if _same(mention, e)), None)
        if number is None:
            number = len(events)
            events.append(mention)
        out.append(replace(mention, event=number))
    return out


def _same(a: EventMention, b: EventMention) -> bool:
    """Same type and mode, a shared source and target, dates that agree: prefer splitting."""
    if (a.event_type, a.mode) != (b.event_type, b.mode) or a.evidence.sentence == b.evidence.sentence:
        return False
    if a.date and b.date and not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return False
    if not a.date and not b.date and a.trigger.lower() != b.trigger.lower():
        return False
    sources = set(a.sources) & set(b.sources) if a.sources and b.sources else set(a.sources) == set(b.sources)
    targets = set(a.targets) & set(b.targets) if a.targets and b.targets else set(a.targets) == set(b.targets)
    return bool(sources) and bool(targets)
