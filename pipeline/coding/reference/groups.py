"""People without a name who act together: "Kenyan protesters", "15 members of the assembly".

Belongs here: when such a phrase is an actor, and of which kind. Does not belong here: governments and forces (states,
bodies).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.coding.reference.phrase import phrase_of
from pipeline.coding.reference.through import of_phrase
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedSentence

if TYPE_CHECKING:
    from pipeline.coding.reference.who import Reference

VAGUE_GROUPS = frozenset("people members man woman women families companies communities population officers citizens "
                         "nationals investors firms opposition".split())  # fmt: skip
"""Nouns that name no group unless something says which."""


def group(who: Reference, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
    inner = (
        of_phrase(who, sentence, token)
        if token.lower_ in ("members", "member", "supporters", "opponents", "families", "victims")
        else ()
    )
    if inner and who.registry.actors[inner[0]].kind in ("igo",):
        return inner
    named = [i for c in token.children if c.dep_ in ("compound", "nmod") for i in who.one(sentence, c)]
    fighters = token.lower_ in vocabulary("armed_group_nouns") and len(named) == 1
    if fighters and who.registry.actors[named[0]].kind == "armed_group":
        return (named[0],)  # "Al-Shabaab fighters" are Al-Shabaab
    phrase = phrase_of(token)
    counted = any(c.dep_ == "nummod" or c.lower_ in ("some", "many", "several", "no", "any") for c in token.children)
    if " " not in phrase and (counted or token.lower_ in VAGUE_GROUPS):
        return ()
    kind = "armed_group" if token.lower_ in vocabulary("armed_group_nouns") else "group"
    known = who.registry.book.by_name(phrase, ("group", "armed_group"))
    if known is not None:
        return (known,)
    if country is None and len(phrase.split()) == 1:
        earlier = [
            i
            for i, e in enumerate(who.registry.book.entries)
            if e.actor.kind in ("group", "armed_group") and e.actor.name.lower().split()[-1] == token.lower_
        ]
        if earlier:
            return (earlier[-1],)
    return (who.registry.book.describe(phrase, kind, country, (sentence.ordinal, token.i)),)
