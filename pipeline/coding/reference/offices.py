"""Offices without a name: "the president", "the Kenyan foreign minister".

Belongs here: the person that the text gives a title. Does not belong here: titles in front of names
(pipeline.language.names), diplomats who stand for their state (described).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.coding.reference.phrase import definite
from pipeline.language.model import ParsedSentence

if TYPE_CHECKING:
    from pipeline.coding.reference.who import Reference


def office(who: Reference, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
    """ "the president", "the Kenyan foreign minister": the person that the text gives that title."""
    named = [
        t
        for t in token.children
        if t.dep_ in ("appos", "compound") and (sentence.ordinal, t.i) in who.registry.by_token
    ]
    for child in named:
        index = who.registry.by_token[sentence.ordinal, child.i]
        if who.registry.actors[index].kind == "person":
            return (index,)
    if not definite(token) and not country:
        return ()
    holders = [
        (where, i)
        for i, entry in enumerate(who.registry.book.entries)
        if entry.actor.kind == "person"
        and any(token.lower_ in t.lower().split() for t, _ in entry.titles)
        and (not country or entry.actor.country in (None, country))
        for where in entry.seen
        if where < (sentence.ordinal, token.i) and sentence.ordinal - where[0] <= 6
    ]
    if not holders:
        return ()
    index = max(holders)[1]
    if country and who.registry.actors[index].country is None:
        who.registry.actors[index].country = country  # "the Kenyan president", said of somebody named before
    return (index,)
