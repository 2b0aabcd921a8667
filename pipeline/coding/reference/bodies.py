"""States and their forces and bodies by a plain noun: "the Kenyan government", "U.S. troops", "its parliament".

Belongs here: finding or describing the state, force or body that such a noun means. Does not belong here: proper names
of bodies (pipeline.language.names).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.coding.reference.earlier import last_of
from pipeline.coding.reference.phrase import definite, phrase_of
from pipeline.coding.reference.through import of_phrase
from pipeline.coding.registry import body_words
from pipeline.language.countries import by_code
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedSentence

if TYPE_CHECKING:
    from pipeline.coding.reference.who import Reference


def state(who: Reference, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
    if country:
        index = who.registry.book.state(country)
        if index is None:
            index = (
                who.registry.book.describe(by_code()[country].name, "state", country, (sentence.ordinal, token.i))
                if country in by_code()
                else None
            )
        return (index,) if index is not None else ()
    of = of_phrase(who, sentence, token)
    if of:
        return of
    person = [i for c in token.children if c.dep_ in ("compound", "poss") for i in who.one(sentence, c)]
    if person and who.registry.actors[person[0]].kind in ("person", "state"):
        state = who.registry.book.state(who.registry.actors[person[0]].country)
        return (state,) if state is not None else tuple(person[:1])
    if any(c.dep_ in ("amod", "compound", "nmod") or (c.dep_ == "prep" and c.lower_ == "of") for c in token.children):
        return ()  # "the island nation" says which: not simply the country just named
    if token.lemma_.lower() in ("country", "nation", "kingdom", "republic", "government") and definite(token):
        return last_of(who, sentence, token, ("state",), limit=2)
    return ()


def force(who: Reference, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
    if country is None:
        if token.lower_ in ("troops", "soldiers", "forces", "military") and definite(token):
            return last_of(who, sentence, token, ("armed_force",), limit=2)
        return ()
    if any(c.dep_ == "poss" and c.pos_ != "PROPN" for c in token.children):
        return ()
    for i, entry in enumerate(who.registry.book.entries):
        if (
            entry.actor.kind == "armed_force"
            and entry.actor.country == country
            and body_words(entry.actor.name) <= vocabulary("force_nouns")
        ):
            who.registry.book.alias(i, phrase_of(token))
            return (i,)
    return (who.registry.book.describe(phrase_of(token), "armed_force", country, (sentence.ordinal, token.i)),)


def plain_body(token: Token) -> str | None:
    left = token.doc[token.i - 1].lower_ + " " if token.i else ""
    for phrase in (left + token.lower_, token.lower_):
        if phrase in vocabulary("plain_bodies"):
            return phrase
    return None


def body(who: Reference, sentence: ParsedSentence, token: Token, country: str | None, phrase: str) -> tuple[int, ...]:
    head = phrase.split()[0] if phrase == "police force" else phrase.split()[-1]
    for i, entry in reversed(list(enumerate(who.registry.book.entries))):
        same = entry.actor.kind == "government_body" and (
            head in entry.actor.name.lower().split() and phrase.split()[0] in entry.actor.name.lower()
        )
        if same and (country is None or entry.actor.country in (None, country)):
            return (i,)
    if country is None:
        return ()
    return (who.registry.book.describe(phrase_of(token), "government_body", country, (sentence.ordinal, token.i)),)
