"""Pairs: "the two countries", "both presidents", "the leaders".

Belongs here: which phrases mean two, and which two. Does not belong here: the document's two states (who.dyad), "they".
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.reference.earlier import before
from pipeline.coding.reference.model import Who
from pipeline.language.model import ParsedSentence

PAIR_NOUNS = frozenset("country nation state side government republic party neighbour neighbor".split())
PAIR_PEOPLE = frozenset("leader president minister politician counterpart".split())

OFFICES = frozenset("prime foreign defence defense labour labor trade finance interior environment economy".split())
"""Words in front of "ministers" that leave it a plain office: "the two foreign ministers"."""
PAIR_FORCES = frozenset("navy army military fleet parliament capital chancellery".split())
"""What a state has one of: "the two navies" are those of the two states."""

NUMBERS = {"three": 3, "four": 4, "five": 5}
"""Numbers of countries or people that a phrase may sum up."""


PAIR_PARTIES = frozenset("countries nations governments participants parties sides".split())
"""Plurals that in an official text between two states mean these two: "the Participants"."""


def is_pair(token: Token) -> bool:
    lemma = token.lemma_.lower()
    few = any(c.lower_ in ("two", "both", *NUMBERS) for c in token.children)
    leaders = (
        token.tag_ == "NNS"
        and lemma in PAIR_PEOPLE
        and any(c.lower_ in ("the", "these", "those") for c in token.children)
        and not any(c.dep_ in ("prep", "amod", "compound", "poss") and c.lower_ not in OFFICES for c in token.children)
    )
    return leaders or (few and (lemma in PAIR_NOUNS | PAIR_PEOPLE | PAIR_FORCES or _heads_of_government(token)))


def _heads_of_government(token: Token) -> bool:
    """Whether a noun is that of "the two heads of state"."""
    of = [t.lower_ for c in token.children if c.lower_ == "of" for t in c.children]
    return token.lower_ == "heads" and bool({"state", "government"} & set(of))


def official_pair(who: Who, token: Token) -> tuple[int, ...]:
    """ "the countries", "our governments", "the Participants" of an official text: its two states."""
    if who.registry.parsed.document.meta.genre != "official" or token.lower_ not in PAIR_PARTIES:
        return ()
    bare = not any(c.dep_ in ("prep", "amod", "compound", "nummod", "relcl", "acl") for c in token.children)
    marked = any(c.lower_ in ("the", "our", "their") and c.dep_ in ("det", "poss") for c in token.children)
    return (who.dyad() or who.circle()) if bare and marked else ()


def pair(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    lemma = token.lemma_.lower()
    people = lemma in PAIR_PEOPLE or _heads_of_government(token)
    if not people and lemma not in PAIR_NOUNS | PAIR_FORCES:
        return ()
    kinds = ("person",) if people else ("state",)
    number = next((NUMBERS[c.lower_] for c in token.children if c.lower_ in NUMBERS), 2)
    if number > 2:
        circle = who.circle() if kinds == ("state",) else ()
        return just(who, sentence, token, kinds, number) or (circle if len(circle) == number else ())
    here = before(who, sentence, token, kinds, reach=3 if kinds == ("state",) else 6)
    latest: list[int] = []
    for index in here:
        if index not in latest:
            latest.append(index)
    if kinds == ("state",):
        dyad = who.dyad()
        if len(dyad) == 2 and (not latest or set(latest) & set(dyad)):
            return dyad
        return just(who, sentence, token, kinds, 2) or _sides(who, lemma)
    if kinds == ("person",) and who.registry.parsed.document.meta.genre == "official":
        latest = principals(who) or latest
    return tuple(sorted(latest[:2])) if len(latest) >= 2 else ()


def _sides(who: Who, lemma: str) -> tuple[int, ...]:
    """ "The two sides" of an official text that tells of a meeting and names no states: the two who met."""
    official = who.registry.parsed.document.meta.genre == "official"
    met = principals(who) if official and lemma == "side" else []
    return tuple(sorted(met)) if len(met) == 2 else ()


def just(who: Who, sentence: ParsedSentence, token: Token, kinds: tuple[str, ...], number: int) -> tuple[int, ...]:
    """The actors named last, when they are as many as the phrase says: of three countries no two are "the two"."""
    for reach in (1, 2, 3):
        named = set(before(who, sentence, token, kinds, reach=reach))
        if len(named) >= number:
            return tuple(sorted(named)) if len(named) == number else leading(who, kinds, number)
    return leading(who, kinds, number)


def leading(who: Who, kinds: tuple[str, ...], number: int) -> tuple[int, ...]:
    """The three or more states that a document is about: those named most often, when they clearly lead."""
    entries = who.registry.book.entries
    counts = sorted(((len(e.seen), -i) for i, e in enumerate(entries) if e.actor.kind == "state"), reverse=True)
    if number < 3 or kinds != ("state",) or len(counts) < number or counts[number - 1][0] < 3:
        return ()
    if len(counts) > number and counts[number][0] * 1.5 > counts[number - 1][0]:
        return ()
    return tuple(sorted(-i for _, i in counts[:number]))


def principals(who: Who) -> list[int]:
    """The two people that an official text is about: the first two whom its body names with their offices."""
    body = {s.ordinal for s in who.registry.parsed.body()}
    first = [
        (min(where for where in entry.seen if where[0] in body), i)
        for i, entry in enumerate(who.registry.book.entries)
        if entry.actor.kind == "person" and entry.titles and any(where[0] in body for where in entry.seen)
    ]
    return [i for _, i in sorted(first)][:2] if len(first) >= 2 else []


def only_two(who: Who) -> tuple[int, ...]:
    """The two people whom the first sentence with more than one person names, () where it names three or more: then
    "they" may be any of them."""
    people: dict[int, set[int]] = {}
    for (ordinal, _), i in who.registry.by_token.items():
        if who.registry.actors[i].kind == "person":
            people.setdefault(ordinal, set()).add(i)
    opening = next((people[s.ordinal] for s in who.registry.parsed.body() if len(people.get(s.ordinal, ())) > 1), set())
    return tuple(sorted(opening)) if len(opening) == 2 and opening == set(principals(who)) else ()
