"""Which names that the model takes for people are places: "a factory at Asaka", "bananas from Guayaquil".

Belongs here: how a name is used in all of a document, as people are or as places are. Does not belong here: finding
names (pipeline.language.names), places that a list knows (pipeline.language.names.places).
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from pipeline.coding.likeness import fold
from pipeline.language.names import Name

_AT = frozenset("in at into near across around outside inside throughout".split())
"""Words that stand before places and hardly ever before people."""
_WAYS = frozenset({"from", "to", "via", "through", "towards", "toward", "off"})
"""Words that stand before places where somebody or something moves."""
_MOVING = frozenset(
    """fly travel go come move return sail run ship drive walk march flee head extend arrive send export import deport
    flight road ferry train route railway line pipeline trip journey bus train truck ship cargo shipment export import
    migrant worker student tourist refugee delegation transfer convoy cable corridor service""".split()
)
"""Verbs and nouns of moving, behind which such words lead to places."""
_WORDS = frozenset(
    """letter call message request invitation support pressure statement response reply offer word note order loan gift
    visit quote criticism congratulation greeting telegram cable question answer condolence passage speech remark
    instruction permission approval concession""".split()
)
"""Nouns of what comes from people: "a letter from X"."""
_STORMS = frozenset("hurricane cyclone typhoon storm earthquake quake tsunami flood eruption wildfire drought".split())
_RAZING = frozenset("hit strike flatten devastate batter ravage flood lash destroy shake".split())
_STILL = frozenset("be lie become remain have include border stand host contain consist join belong".split())
"""Verbs whose subject is as often a place as a person."""
_WITH_PEOPLE = frozenset(
    """appoint name nominate elect arrest detain kill assassinate execute murder meet succeed replace thank tell ask
    persuade accuse charge convict indict sentence jail pardon praise criticize criticise congratulate dismiss sack
    oust depose overthrow sanction impeach extradite release marry invite receive inform instruct urge warn back
    endorse support defeat beat blame quote cite recall""".split()
)
"""Verbs that people have as their objects."""
_SPEAKING = frozenset("meet speak talk confer write say appeal complain lose vote apologize apologise side".split())
_RULES = frozenset(
    """administration government regime era presidency doctrine plan cabinet campaign family junta years dictatorship
    premiership rule reign brothers""".split()
)
"""Nouns behind the name of whoever rules."""


def places(found: Iterable[tuple[Doc, list[Name]]]) -> frozenset[str]:
    """Folded names that no title and no fuller name shows to be people's and that the document uses as places.

    A single word must be used as people's names are to be one; of several words a place's use must say that they are
    none.
    """
    personal: set[str] = set()
    placed: set[str] = set()
    single: set[str] = set()
    for doc, names in found:
        for name in names:
            if name.rule not in ("entity:person", "entity:place") or name.title:
                continue
            key = fold(name.text)
            if name.kind == "person" and " " not in key:
                single.add(key)
            if name.kind == "place" or stands_as_place(doc, name):
                placed.add(key)
            elif name.kind == "person" and _acts_as_person(doc, name):
                personal.add(key)
    return frozenset((single | placed) - personal)


def stands_as_place(doc: Doc, name: Name) -> bool:
    """Whether a name stands where places do: "in X", "fly to X", "a storm hit X"."""
    token = _first_of_row(doc[name.last], "conj")
    head = token.head
    before = doc[name.first - 1].lower_ if name.first else ""
    if before in _AT and head.lower_ == before:
        return True
    if token.dep_ == "pobj" and head.lower_ in _AT | _WAYS and head.i < token.i:
        over = head.head
        if head.lower_ == "to" and name.last > name.first:
            return False  # "the medal went to X Y", "a message to X Y"
        if head.lower_ in _AT or over.lemma_.lower() in _MOVING:
            return True
        return head.lower_ == "from" and over.pos_ == "NOUN" and over.lemma_.lower() not in _WORDS
    if token.dep_ == "dobj" and head.lemma_ in _RAZING:
        return any(c.dep_ == "nsubj" and any(t.lemma_.lower() in _STORMS for t in c.subtree) for c in head.children)
    return False


def _acts_as_person(doc: Doc, name: Name) -> bool:
    """Whether a name is used as people's are: it does something, is told, holds an office, rules, owns."""
    token = _first_of_row(doc[name.last], "conj", "appos")
    head = token.head
    after = doc[name.last + 1] if name.last + 1 < len(doc) else None
    if token.dep_ == "nsubj":
        return head.pos_ == "VERB" and head.lemma_ not in _STILL
    if token.dep_ in ("dobj", "nsubjpass"):
        return head.lemma_.lower() in _WITH_PEOPLE
    if token.dep_ == "pobj":
        return head.lower_ == "by" or (head.head.lemma_.lower() in _SPEAKING and head.lower_ not in _AT)
    if token.dep_ == "poss" or (after is not None and after.text in ("'s", "’s")):
        return not (token.head.pos_ == "PROPN" and token.head.i > token.i)
    if after is not None and after.lower_ in _RULES:
        return True
    return name.first > 0 and doc[name.first - 1].pos_ == "NOUN" and doc[name.first - 1].is_lower


def _first_of_row(token: Token, *joined: str) -> Token:
    """The first of coordinated or apposed names, which tells for all of them where they stand."""
    while token.dep_ in joined and token.head.i < token.i and token.head.pos_ == "PROPN":
        token = token.head
    return token
