"""The sides of a border that an actor can be on: envoys and missions, a state's own text, the two sides of an event.

Belongs here: votes that follow from what somebody is or does. Does not belong here: votes that follow from what stands
near a name or from what the text is about (votes).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipeline.coding.likeness import fold
from pipeline.coding.nationality.model import (
    ACROSS,
    AT_HOME,
    INHERITED,
    MISSION,
    SENDER,
    VOICE,
    Surroundings,
    Votes,
)
from pipeline.coding.registry import Actors, Entry
from pipeline.coding.rows import Actor, EventMention
from pipeline.language.lexicon import foreign_offices, vocabulary

MISSIONS = frozenset({"embassy", "consulate", "legation", "mission", "section"})
"""Words in the names of missions."""
ENVOYS = frozenset(
    "ambassador envoy diplomat consul attaché chargé charge nuncio plenipotentiary legate resident officer".split()
)
"""Words in the titles of those whom a state sends to another; "minister" alone is none of them."""

HEADS = dict.fromkeys(
    ("president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "emir"), "head"
)
"""Offices of which an official text has one on its own side: beside its president a prime minister is the guest."""


def inherited(votes: Votes, wanted: set[int], book: Actors) -> None:
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
                votes[index].append((before[-1], INHERITED, "inherited"))


def not_of(entry: Entry) -> set[str]:
    """The states that do not have the office that an actor holds."""
    held = {title.lower() for title, _ in entry.titles}
    return {code for code, offices in foreign_offices().items() if held & offices}


def is_sent(entry: Entry) -> bool:
    """Whether an actor is an envoy or a mission: what stands near it tells its host as often as its sender."""
    if entry.actor.kind == "government_body":
        return bool(set(fold(entry.actor.name).split()) & MISSIONS)
    return any(set(title.lower().split()) & ENVOYS for title, _ in entry.titles)


def sent(votes: Votes, abroad: set[int], book: Actors, around: Surroundings, pair: tuple[str, ...]) -> None:
    """Envoys and missions: of the pair's other state than their host, of the mission beside them, of the state that
    acts in their sentence."""
    missions = defaultdict(list)
    for ordinal, found in around.names.items():
        for name in found:
            if name.kind == "government_body" and name.country and set(name.text.lower().split()) & MISSIONS:
                missions[ordinal].append(name.country)
    for index in abroad:
        entry = book.entries[index]
        for host in entry.hosts & set(pair):
            votes[index].append((other_of(pair, host), ACROSS, "sent to the other"))
        teller = around.voice or around.teller
        if teller and (entry.actor.kind == "government_body" or not entry.hosts):
            votes[index].append((teller, VOICE, "voice"))
        for ordinal, _ in entry.seen:
            for country in missions[ordinal]:
                votes[index].append((country, MISSION, "mission"))
            if ordinal in around.leading:
                votes[index].append((around.leading[ordinal], SENDER, "sender"))


def own_side(
    votes: Votes, wanted: set[int], book: Actors, around: Surroundings, voice: str, pair: tuple[str, ...]
) -> None:
    """In a state's own text an office without a country is that state's; a second holder of it is the other side's."""
    held: dict[str, int] = {}
    for _, index in sorted((book.entries[i].seen[0], i) for i in wanted if book.entries[i].seen):
        titles = [t.lower() for t, _ in book.entries[index].titles if t.lower() in vocabulary("state_offices")]
        if voice in not_of(book.entries[index]):
            if len(pair) == 2 and voice in pair:
                votes[index].append((other_of(pair, voice), VOICE, "office of the other side"))
            continue
        office = next((HEADS.get(t, t) for t in titles), None)
        if office is None:
            continue
        own = {HEADS.get(t.lower(), t.lower()) for e in book.entries if e.actor.country == voice for t, _ in e.titles}
        acted_on = around.patients.get(index) == voice  # "Norway's ministry sanctions President X": another state's
        if not acted_on and held.setdefault(office, index) == index and office not in own:
            votes[index].append((voice, VOICE, "own side"))
        elif len(pair) == 2 and voice in pair:
            votes[index].append((other_of(pair, voice), VOICE, "other side"))


def authors_own(votes: Votes, wanted: set[int], book: Actors, author: str) -> None:
    """In a text that says "our country", bodies and ministers of which nothing is said are that country's; its heads
    of state and government meet those of others."""
    for index in wanted:
        entry = book.entries[index]
        titles = [t.lower() for t, _ in entry.titles if t.lower() not in HEADS]
        office = any(t.endswith(("minister", "senator", "secretary")) for t in titles)
        if entry.actor.kind == "government_body" or (office and author not in not_of(entry)):
            votes[index].append((author, VOICE, "the author's own"))


def across(
    votes: Votes, wanted: set[int], events: Iterable[EventMention], actors: list[Actor], pair: tuple[str, ...]
) -> None:
    for event in events:
        sides = [event.sources, event.targets]
        if not event.targets:
            sides = [(s,) for s in event.sources]
        for k, side in enumerate(sides):
            others = [a for j, s in enumerate(sides) if j != k for a in s]
            countries = {c for a in others if (c := actors[a].country)} & set(pair)
            if len(countries) != 1:
                continue
            country = next(iter(countries))
            domestic = event.event_type in AT_HOME and not (event.mode == "inaugurate" and event.targets)
            for index in side:
                person = actors[index].kind == "person"
                home = domestic if person else all(actors[a].kind == "person" for a in others)
                if index in wanted:
                    votes[index].append((country if home else other_of(pair, country), ACROSS, "event"))


def other_of(pair: tuple[str, ...], country: str) -> str:
    return pair[1] if country == pair[0] else pair[0]
