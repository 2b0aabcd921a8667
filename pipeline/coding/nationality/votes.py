"""The country of an actor whose own words carry none.

Belongs here: weighing what the document says around an actor. Does not belong here: countries that a name, a title or
an apposition states (pipeline.language.names); what the world knows about a person; what the document or a heading is
about (focus), the state in whose voice a document speaks (voice_state).

In texts about relations between states people act across the border more often than within it: a person on one side
of a visit, a meeting or a rebuke belongs to the other state than the one on the other side, while arrests, removals
and elections stay at home. A body deals with its own state's people. An envoy, like a mission, belongs to another state
than the one it is sent to, a visitor to another than the one visited. In a text that hardly leaves one state's affairs
all belong to it. Where the votes disagree the country stays open.
"""

from __future__ import annotations

from collections import defaultdict

from pipeline.coding.nationality.model import (
    ACROSS,
    BOUND,
    HOME,
    MARGIN,
    NEAR,
    NEVER,
    OPEN,
    ORIGIN,
    STRONG,
    SUBJECT,
    UNDER,
    Surroundings,
    Votes,
)
from pipeline.coding.nationality.sides import across, authors_own, inherited, is_sent, not_of, other_of, own_side, sent
from pipeline.coding.registry import Actors
from pipeline.coding.rows import Actor

_NEIGHBOURS = frozenset({"state", "government_body", "armed_force"})
"""Kinds of names whose country counts for what stands near them."""
_TOLD = _NEIGHBOURS | {"place"}
"""The same where it is one of the two that the document is about, or the place is a seat of government."""


def infer(book: Actors, around: Surroundings) -> None:
    """Fill `country` of the book's actors where the votes are clear. Changes the entries in place."""
    actors = [entry.actor for entry in book.entries]
    pair = tuple(c for i in around.dyad if (c := actors[i].country))
    free = {i for i, a in enumerate(actors) if not a.country and a.kind not in NEVER and not book.entries[i].settled}
    open_kinds = {i for i in free if actors[i].kind in OPEN}
    wanted = free - open_kinds
    abroad = {i for i in wanted if is_sent(book.entries[i])}
    still: Votes = defaultdict(list)  # votes that no other actor's country changes
    _nearby(still, wanted - abroad, around, pair)
    inherited(still, wanted, book)
    sent(still, abroad, book, around, pair)
    _about(still, free, abroad, book, around, pair)
    if around.voice:
        own_side(still, wanted, book, around, around.voice, pair)
    elif around.author:
        authors_own(still, wanted - abroad, book, around.author)
    missions = {i for i in abroad if actors[i].kind == "government_body"}
    people = {i for i in free if actors[i].kind == "person"}
    for chosen, least in ((people, STRONG), (people, 0.0), (free - people, 0.0), (people, 0.0)):
        for _ in range(2):  # what one vote settles, the next may rest on
            votes: Votes = defaultdict(list, {i: list(v) for i, v in still.items()})
            if len(pair) == 2:
                across(votes, chosen & wanted - missions, around.events, actors, pair)
            _bound(votes, around, actors)
            for index in sorted(i for i in chosen if not actors[i].country):
                actors[index].country = _winner(votes[index], _hosts(index, book, around, actors), least)


def _winner(votes: list[tuple[str, float, str]], hosts: set[str], least: float) -> str | None:
    """The country that clearly leads, no host of an envoy, a mission or a visitor."""
    sums: dict[str, float] = defaultdict(float)
    for country, weight, _ in votes:
        sums[country] += weight
    ranked = sorted(((c, n) for c, n in sums.items() if c not in hosts), key=lambda v: (-v[1], v[0]))
    clear = ranked and ranked[0][1] >= least and (len(ranked) == 1 or ranked[0][1] >= MARGIN * ranked[1][1])
    return ranked[0][0] if clear else None


def _hosts(index: int, book: Actors, around: Surroundings, actors: list[Actor]) -> set[str]:
    """The states that an actor is sent to or visits, or that do not have its office."""
    visited = {
        c
        for event in around.events
        if event.mode == "visit" and index in event.sources
        for a in event.targets
        if actors[a].kind == "state" and (c := actors[a].country)
    }
    return book.entries[index].hosts | visited | around.guests.get(index, set()) | not_of(book.entries[index])


def _bound(votes: Votes, around: Surroundings, actors: list[Actor]) -> None:
    """The countries of the actors that the text binds to one."""
    for a, b in around.bound:
        for one, other in ((a, b), (b, a)):
            if country := actors[other].country:
                votes[one].append((country, BOUND, "bound"))


def _about(
    votes: Votes, free: set[int], abroad: set[int], book: Actors, around: Surroundings, pair: tuple[str, ...]
) -> None:
    """What the document, its title and the headings are about."""
    for index in free - abroad:
        kind = book.entries[index].actor.kind
        if around.home and (around.home.alone or kind not in OPEN):
            votes[index].append((around.home.country, HOME if around.home.alone else SUBJECT, "home"))
    for index in free:
        entry = book.entries[index]
        away = around.guests.get(index, set()) & set(pair)
        if len(away) == 1 and entry.actor.kind == "person":
            votes[index].append((other_of(pair, min(away)), ACROSS, "guest"))
        over = [h for where in sorted({o for o, _ in entry.seen}) if (h := around.headings.get(where)) is not None]
        origins = {h.origin for h in over if h.origin}
        states = {h.state for h in over if h.state}
        if len(origins) == 1 and entry.actor.kind == "person":
            votes[index].append((min(origins), ORIGIN, "origin"))
        if len(states) == 1 and index not in abroad and entry.actor.kind not in {*OPEN, "person"}:
            votes[index].append((min(states), UNDER, "heading"))


def _nearby(votes: Votes, wanted: set[int], around: Surroundings, pair: tuple[str, ...]) -> None:
    """Countries in the sentence of a name, less with distance; a city of a third state is where people meet,
    and those who arrest or hurt somebody may be of any state."""
    telling = {
        ordinal: [
            n
            for n in found
            if n.country and n.kind in (_TOLD if n.form == "seat" or n.country in pair else _NEIGHBOURS)
        ]
        for ordinal, found in around.names.items()
    }
    for ordinal, found in around.names.items():
        for name in found:
            index = around.by_token.get((ordinal, name.first))
            if index not in wanted:
                continue
            doers = around.victims.get((ordinal, index), set())
            for other in (n for n in telling[ordinal] if n is not name and n.country not in doers):
                votes[index].append((other.country or "", NEAR / (1 + abs(other.first - name.first)), "near"))
