"""The country of an actor whose own words carry none.

Belongs here: weighing what the document says around an actor. Does not belong here: countries that a name, a title or an
apposition states (pipeline.language.names); what the world knows about a person.

In texts about relations between states people act across the border more often than within it: a person on one side
of a visit, a meeting or a rebuke belongs to the other state than the one on the other side, while arrests, removals
and elections stay at home. A body deals with its own state's people. Where the votes disagree the country stays open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.coding.registry import Actors
from pipeline.coding.rows import EventMention
from pipeline.language.names import Name

AT_HOME = frozenset({"COERCE", "TRANSITION", "PROTEST"})
"""Types whose two sides mostly belong to one state."""
OPEN = frozenset({"state", "igo", "ngo", "media", "company", "armed_group", "group"})
"""Kinds that keep no country unless their own words give one."""
NEAR, ACROSS, MARGIN = 1.0, 3.0, 1.3
"""Weights of: a country in the same sentence (over its distance), the other side of an event;
and by how much the first country must lead the second."""


def infer(
    book: Actors, names: dict[int, list[Name]], by_token: dict[tuple[int, int], int], events: Iterable[EventMention],
    dyad: tuple[int, ...],
) -> None:  # fmt: skip
    """Fill `country` of the book's actors where the votes are clear. Changes the entries in place."""
    actors = [entry.actor for entry in book.entries]
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    pair = tuple(c for i in dyad if (c := actors[i].country))
    wanted = {i for i, a in enumerate(actors) if not a.country and a.kind not in OPEN and not book.entries[i].settled}
    _nearby(votes, wanted, names, by_token)
    if len(pair) == 2:
        _across(votes, wanted, events, actors, pair)
    for index in sorted(wanted):
        ranked = votes[index].most_common()
        ranked.sort(key=lambda v: (-v[1], v[0]))
        if ranked and (len(ranked) == 1 or ranked[0][1] >= MARGIN * ranked[1][1]):
            actors[index].country = ranked[0][0]


def _nearby(votes, wanted: set[int], names: dict[int, list[Name]], by_token: dict[tuple[int, int], int]) -> None:
    for ordinal, found in names.items():
        countries = [n for n in found if n.country and n.kind in ("state", "place")]
        for name in found:
            index = by_token.get((ordinal, name.first))
            if index in wanted:
                for other in countries:
                    votes[index][other.country or ""] += NEAR / (1 + abs(other.first - name.first))


def _across(votes, wanted: set[int], events: Iterable[EventMention], actors, pair: tuple[str, ...]) -> None:
    for event in events:
        sides = [event.sources, event.targets]
        if not event.targets:
            sides = [(s,) for s in event.sources]
        for k, side in enumerate(sides):
            others = [a for j, s in enumerate(sides) if j != k for a in s]
            countries = {actors[a].country for a in others} & set(pair)
            if len(countries) != 1:
                continue
            country = next(iter(countries))
            other = pair[1] if country == pair[0] else pair[0]
            domestic = event.event_type in AT_HOME and not (event.mode == "inaugurate" and event.targets)
            for index in side:
                person = actors[index].kind == "person"
                home = domestic if person else all(actors[a].kind == "person" for a in others)
                if index in wanted:
                    votes[index][country if home else other] += ACROSS
