"""Events on which sources disagree: when it was, whether it was, how many it was, who did it.

Belongs here: comparing accounts of events. Does not belong here: which accounts are one event (happenings).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from pipeline.merge.actors import Actors
from pipeline.merge.conflict_figures import figure, figures_meet
from pipeline.merge.conflict_rows import MOST_DAYS, conflict, positions, said_by
from pipeline.merge.edtf_bounds import overlap, possible
from pipeline.merge.events import Events
from pipeline.merge.evidence import Row, Source
from pipeline.merge.grouping import by_key
from pipeline.merge.happenings import Account, dates_part, near_miss
from pipeline.merge.model import Ref

_ONCE_EVER = frozenset({"end", "found"})
"""Modes that a body goes through once in its life: no two dates are of two such deeds. States come and go."""
_FATAL = frozenset({"kill"})
"""Modes that a person goes through once in life."""
_ONE_DOER = frozenset({"abduct", "arrest", "convict", "dissolve", "remove"})
"""Modes done to one person or body by one doer, seldom twice in a month."""
_SAME_DAYS = 31
"""Days that the dates of such a deed may leave open for it to be one and the same."""
_PART_OR_LATER = re.compile(
    r"\b(?:additional|among|another|eventually|final|first|further|includ\w+|initial\w*|later|more"
    r"|of (?:them|those|whom)|other|others|ris\w+|rose|since|subsequent\w*|then|toll|total|updated?)\b",
    re.IGNORECASE,
)
"""What shows a number to be a part of another, or to have grown since."""
_TELLING = frozenset({"armed_force", "armed_group", "government_body", "party", "person"})
"""Kinds of which two from one country are two doers. A state acts through its bodies, a body through its head."""


def event_conflicts(sources: Sequence[Source], events: Events, actors: Actors) -> Iterator[Row]:
    """All disagreements about events; `sources` in document order."""
    yield from _of_dates(sources, events)
    yield from _once(_of_near_dates(sources, events))
    yield from _of_status(sources, events)
    yield from _once(_of_doers(sources, events, actors))
    yield from _of_counts(sources, events)


def _of_dates(sources: Sequence[Source], events: Events) -> Iterator[Row]:
    """Statements of one event on days that exclude each other."""
    for _, told in events.merged:
        for left, right in _pairs(told):
            x, y = (sources[d].coded.event_mentions[n].date for d, n in (left, right))
            if x and y and not overlap(possible(x), possible(y)):
                text = f"{said_by(sources, left[0], right[0])} date the same event {x} and {y}."
                yield _of_mentions(events, "date", left, right, text)


def _of_near_dates(sources: Sequence[Source], events: Events) -> Iterator[Row]:
    """Deeds done once that sources date differently."""
    for (left, a), (right, b) in _alike(events, lambda a: [(a.event_type, a.mode, tuple(sorted(a.participants)))]):
        most = MOST_DAYS**2 if a.mode in _ONCE_EVER and a.named else MOST_DAYS
        if a.is_dated and b.is_dated and near_miss(a, b, most):
            said = f"{said_by(sources, a.document, b.document)} date what seems the same event"
            text = f"{said} {', '.join(a.dates)} and {', '.join(b.dates)}."
            yield conflict("events", "date", left, right, text)


def _of_status(sources: Sequence[Source], events: Events) -> Iterator[Row]:
    """Events that one document tells as a fact and another only as somebody's claim.

    A document that has both has told the doubt itself. Undated statements are left alone: they mostly mention in
    passing what the document does not tell ("his removal"), and one reported by somebody is then no claim.
    """
    for _, told in events.merged:
        said: dict[int, dict[str, Ref]] = defaultdict(dict)
        for d, n in (ref for account in told for ref in account.mentions):
            mention = sources[d].coded.event_mentions[n]
            if mention.date:
                said[d].setdefault(mention.status, (d, n))
        sure = [by["occurred"] for by in said.values() if "occurred" in by and "alleged" not in by]
        unsure = [by["alleged"] for by in said.values() if "alleged" in by and "occurred" not in by]
        for left, right in ((a, b) for a in sure for b in unsure):
            fact, claim = (sources[ref[0]].coded.document.file_name for ref in (left, right))
            text = f"{fact} tells as a fact what {claim} tells as a claim."
            yield _of_mentions(events, "status", left, right, text)


def _of_doers(sources: Sequence[Source], events: Events, actors: Actors) -> Iterator[Row]:
    """Deeds done once to the same person or body, for which documents name different doers."""
    for (left, a), (right, b) in _alike(events, lambda a: [(a.event_type, a.mode, t) for t in a.targets & a.named]):
        if _rivals(a, b, actors):
            doers = (" and ".join(actors.name_of[i] for i in sorted(x.sources)) for x in (a, b))
            done_to = " and ".join(actors.name_of[i] for i in sorted(a.targets & b.targets))
            deed = f"the same event ({a.event_type}, {a.mode}) done to {done_to}"
            said = said_by(sources, a.document, b.document)
            text = f"{said} name {' and '.join(f'[{names}]' for names in doers)} as doers of what seems {deed}."
            yield conflict("events", "source_ids", left, right, text)


def _rivals(a: Account, b: Account, actors: Actors) -> bool:
    if a.document == b.document or "announced" in (a.status, b.status) or dates_part(a, b):
        return False
    if a.mode in _FATAL:
        once = any(actors.kind_of[i] == "person" for i in a.targets & b.targets)
    else:
        known = [x.open_days for x in (a, b)]
        once = a.mode in _ONE_DOER and all(days is not None and days <= _SAME_DAYS for days in known)
    told_apart = all(_are_two(x, y, actors) for x in a.sources for y in b.sources)
    return once and bool(a.sources) and bool(b.sources) and told_apart


def _are_two(x: str, y: str, actors: Actors) -> bool:
    """Whether two doers are surely not one under two names, nor one acting for the other."""
    a, b = actors.country_of[x], actors.country_of[y]
    if x == y or not a or not b:
        return False
    return a != b or (actors.kind_of[x] == actors.kind_of[y] and actors.kind_of[x] in _TELLING)


def _of_counts(sources: Sequence[Source], events: Events) -> Iterator[Row]:
    """Numbers of one event that different documents give differently."""
    position = positions(sources)
    by_event: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in events.count_rows:
        by_event[str(row["event_id"]), str(row["what"])].append(row)
    for (_, what), rows in by_event.items():
        for a, b in combinations(rows, 2):
            if _may_disagree(a, b, sources, position) and not figures_meet(a, b):
                said = said_by(sources, position[str(a["document_id"])], position[str(b["document_id"])])
                text = f"{said} count {figure(a)} and {figure(b)} {what} in the same event."
                ids = str(a["event_count_id"]), str(b["event_count_id"])
                yield conflict("event_counts", "value", *ids, text)


def _may_disagree(a: Row, b: Row, sources: Sequence[Source], position: dict[str, int]) -> bool:
    """Whether two numbers are of one thing: told by two documents, or twice by one without more ado."""
    if a["document_id"] != b["document_id"]:
        return True
    exact = all(row["comparator"] in (None, "=") for row in (a, b))
    source = sources[position[str(a["document_id"])]]
    told = (source.sentence_around(int(str(row["char_start"]))) for row in (a, b))
    return exact and a["sentence_id"] != b["sentence_id"] and not any(map(_PART_OR_LATER.search, told))


def _pairs(told: Sequence[Account]) -> Iterator[tuple[Ref, Ref]]:
    return combinations([ref for account in told for ref in account.mentions], 2)


def _of_mentions(events: Events, column: str, left: Ref, right: Ref, text: str) -> Row:
    return conflict("event_mentions", column, events.mention_ids[left], events.mention_ids[right], text)


def _alike(
    events: Events, keys: Callable[[Account], Iterable[object]]
) -> Iterator[tuple[tuple[str, Account], tuple[str, Account]]]:
    """Pairs of accounts with a key in common that belong to two events, each with the event's key."""
    flat = [(event_id, account) for event_id, told in events.merged for account in told]
    for near in by_key(flat, lambda f: keys(f[1])).values():
        for i, j in combinations(near, 2):
            if flat[i][0] != flat[j][0]:
                yield flat[i], flat[j]


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """One row for each two events and column: the first."""
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        key = (row["field"], row["left_id"], row["right_id"])
        if key not in seen:
            seen.add(key)
            yield row
