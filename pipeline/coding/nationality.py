"""The country of an actor whose own words carry none.

Belongs here: weighing what the document says around an actor. Does not belong here: countries that a name, a title or
an apposition states (pipeline.language.names); what the world knows about a person; the state in whose voice a document
speaks (pipeline.coding.voice_state).

In texts about relations between states people act across the border more often than within it: a person on one side
of a visit, a meeting or a rebuke belongs to the other state than the one on the other side, while arrests, removals
and elections stay at home. A body deals with its own state's people. An envoy, like a mission, belongs to another state
than the one it is sent to. Where the votes disagree the country stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.coding.registry import Actors, Entry, fold
from pipeline.coding.rows import Actor, EventMention
from pipeline.language.lexicon import vocabulary
from pipeline.language.names import Name

AT_HOME = frozenset({"COERCE", "TRANSITION", "PROTEST"})
"""Types whose two sides mostly belong to one state."""
OPEN = frozenset({"state", "igo", "ngo", "media", "company", "armed_group", "group"})
"""Kinds that keep no country unless their own words give one."""
NEAR, ACROSS, INHERITED, MISSION, SENDER, VOICE, BOUND, MARGIN = 1.0, 5.0, 1.5, 2.0, 1.0, 3.0, 4.0, 1.3
"""Weights of: a country in the same sentence (over its distance), the other side of an event, the country of the last
holder of the same title, a mission beside its envoy, the state that acts in an envoy's sentence, an office of the state
in whose voice the document speaks, a person bound to this one; and by how much the first country must lead the second.
"""
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
RECEIVING = frozenset("receive accept welcome expel summon host admit reject".split())
"""Verbs whose subject is the host of the envoys in its sentence."""

Votes = dict[int, dict[str, float]]
"""Position of an actor -> ISO code -> weight."""


@dataclass
class Surroundings:
    """What the document says around its actors: names by sentence, actors by token, events, the two states it is about,
    the state in whose voice it speaks (None for most), the country of each sentence's subject, people of one state."""

    names: dict[int, list[Name]]
    by_token: dict[tuple[int, int], int]
    events: list[EventMention] = field(default_factory=list)
    dyad: tuple[int, ...] = ()
    voice: str | None = None
    leading: dict[int, str] = field(default_factory=dict)
    bound: list[tuple[int, int]] = field(default_factory=list)


def infer(book: Actors, around: Surroundings) -> None:
    """Fill `country` of the book's actors where the votes are clear. Changes the entries in place."""
    actors = [entry.actor for entry in book.entries]
    votes: Votes = defaultdict(lambda: defaultdict(float))
    pair = tuple(c for i in around.dyad if (c := actors[i].country))
    wanted = {i for i, a in enumerate(actors) if not a.country and a.kind not in OPEN and not book.entries[i].settled}
    abroad = {i for i in wanted if _is_sent(book.entries[i])}
    _nearby(votes, wanted - abroad, around)
    _inherited(votes, wanted, book)
    _sent(votes, abroad, book, around, pair)
    if around.voice:
        _own_side(votes, wanted, book, around.voice, pair)
    for kinds in (("person",), tuple(k for k in {a.kind for a in actors} if k != "person")):  # bodies after people
        chosen = {i for i in wanted if actors[i].kind in kinds}
        if len(pair) == 2:
            _across(votes, chosen, around.events, actors, pair)
        for _ in range(2):  # what one vote settles, the next may rest on
            for index in sorted(i for i in chosen if not actors[i].country):
                actors[index].country = _winner(
                    _with_bound(votes[index], index, around, actors), book.entries[index].hosts
                )


def _winner(votes: dict[str, float], hosts: set[str]) -> str | None:
    """The country that clearly leads, no host of an envoy or a mission."""
    ranked = sorted(((c, n) for c, n in votes.items() if c not in hosts), key=lambda v: (-v[1], v[0]))
    clear = ranked and (len(ranked) == 1 or ranked[0][1] >= MARGIN * ranked[1][1])
    return ranked[0][0] if clear else None


def _with_bound(votes: dict[str, float], index: int, around: Surroundings, actors: list[Actor]) -> dict[str, float]:
    """The votes, with those of the people whom the text binds to this one."""
    out = dict(votes)
    for a, b in around.bound:
        country = actors[b if a == index else a].country if index in (a, b) else None
        if country:
            out[country] = out.get(country, 0) + BOUND
    return out


def _nearby(votes: Votes, wanted: set[int], around: Surroundings) -> None:
    """Countries in the sentence of a name, less with distance."""
    telling = {
        ordinal: [n for n in found if n.country and n.kind in ("state", "place", "government_body", "armed_force")]
        for ordinal, found in around.names.items()
    }
    for ordinal, found in around.names.items():
        for name in found:
            index = around.by_token.get((ordinal, name.first))
            if index not in wanted:
                continue
            for other in (n for n in telling[ordinal] if n is not name):
                votes[index][other.country or ""] += NEAR / (1 + abs(other.first - name.first))


def _inherited(votes: Votes, wanted: set[int], book: Actors) -> None:
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


def _is_sent(entry: Entry) -> bool:
    """Whether an actor is an envoy or a mission: what stands near it tells its host as often as its sender."""
    if entry.actor.kind == "government_body":
        return bool(set(fold(entry.actor.name).split()) & MISSIONS)
    return any(set(title.lower().split()) & ENVOYS for title, _ in entry.titles)


def _sent(votes: Votes, abroad: set[int], book: Actors, around: Surroundings, pair: tuple[str, ...]) -> None:
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
            votes[index][pair[1] if host == pair[0] else pair[0]] += ACROSS
        if around.voice and entry.actor.kind == "government_body":
            votes[index][around.voice] += VOICE
        for ordinal, _ in entry.seen:
            for country in missions[ordinal]:
                votes[index][country] += MISSION
            if ordinal in around.leading:
                votes[index][around.leading[ordinal]] += SENDER


def _own_side(votes: Votes, wanted: set[int], book: Actors, voice: str, pair: tuple[str, ...]) -> None:
    """In a state's own text an office without a country is that state's; a second holder of it is the other side's."""
    held: dict[str, int] = {}
    for _, index in sorted((book.entries[i].seen[0], i) for i in wanted if book.entries[i].seen):
        titles = [t.lower() for t, _ in book.entries[index].titles if t.lower() in vocabulary("state_offices")]
        office = next((HEADS.get(t, t) for t in titles), None)
        if office is None:
            continue
        own = {HEADS.get(t.lower(), t.lower()) for e in book.entries if e.actor.country == voice for t, _ in e.titles}
        if held.setdefault(office, index) == index and office not in own:
            votes[index][voice] += VOICE
        elif len(pair) == 2 and voice in pair:
            votes[index][pair[1] if voice == pair[0] else pair[0]] += VOICE


def _across(
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
            other = pair[1] if country == pair[0] else pair[0]
            domestic = event.event_type in AT_HOME and not (event.mode == "inaugurate" and event.targets)
            for index in side:
                person = actors[index].kind == "person"
                home = domestic if person else all(actors[a].kind == "person" for a in others)
                if index in wanted:
                    votes[index][country if home else other] += ACROSS
