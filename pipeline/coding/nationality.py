"""The country of an actor whose own words carry none.

Belongs here: weighing what the document says around an actor. Does not belong here: countries that a name, a title or
an apposition states (pipeline.language.names); what the world knows about a person.

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
NEAR, ACROSS, INHERITED, MARGIN = 1.0, 5.0, 1.5, 1.3
"""Weights of: a country in the same sentence (over its distance), the other side of an event, the
country of the last holder of the same title;
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
    _inherited(votes, wanted, book)
    events = list(events)
    for kinds in (("person",), tuple(k for k in {a.kind for a in actors} if k != "person")):  # bodies after people
        chosen = {i for i in wanted if actors[i].kind in kinds}
        if len(pair) == 2:
            _across(votes, chosen, events, actors, pair)
        for index in sorted(chosen):
            ranked = sorted(votes[index].items(), key=lambda v: (-v[1], v[0]))
            if ranked and (len(ranked) == 1 or ranked[0][1] >= MARGIN * ranked[1][1]):
                actors[index].country = ranked[0][0]


def _nearby(votes, wanted: set[int], names: dict[int, list[Name]], by_token: dict[tuple[int, int], int]) -> None:
    for ordinal, found in names.items():
        countries = [n for n in found if n.country and n.kind in ("state", "place", "government_body", "armed_force")]
        for name in found:
            index = by_token.get((ordinal, name.first))
            if index in wanted:
                for other in (c for c in countries if c is not name):
                    votes[index][other.country or ""] += NEAR / (1 + abs(other.first - name.first))


def _inherited(votes, wanted: set[int], book: Actors) -> None:
    """A bare "President X" is most likely president of the country whose president was named last."""
    holders = sorted(
        (where, title.lower().split()[-1], country)
        for entry in book.entries
        for (title, country) in entry.titles
        for where in entry.seen[:1]
        if country
    )
    for index in wanted:
        entry = book.entries[index]
        for title, _ in entry.titles[:1]:
            before = [
                c for where, t, c in holders if t == title.lower().split()[-1] and entry.seen and where < entry.seen[0]
            ]
            if before:
                votes[index][before[-1]] += INHERITED


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
