"""People without a name who act together: "Kenyan protesters", "15 members of the assembly".

Belongs here: when such a phrase is an actor, of which kind, and what it is called. Does not belong here: governments
and forces (bodies).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.reference.model import Who
from pipeline.coding.reference.phrase import is_doer, phrase_of
from pipeline.coding.reference.setting import home
from pipeline.coding.reference.through import of_phrase
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedSentence

PART_OF = frozenset("members member supporters opponents families victims relatives residents citizens "
                    "inhabitants officers followers survivors veterans employees crew crews communities parties "
                    "women leaders population minority factions critics".split())  # fmt: skip
"""Nouns of which an of-phrase says who they are: "members of the senate" are called so."""
ANYBODY = frozenset({"no", "any", "every", "anybody"})
SOME = frozenset({"some", "many", "several", "most", "few"})
LONGEST_OF = 6
"""Words of an of-phrase that a group's name still takes in."""


def group(who: Who, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
    inner = of_phrase(who, sentence, token) if token.lower_ in PART_OF else ()
    if inner and who.registry.actors[inner[0]].kind in ("igo",):
        return inner
    named = [i for c in token.children if c.dep_ in ("compound", "nmod") for i in who.one(sentence, c)]
    fighters = token.lower_ in vocabulary("armed_group_nouns") and len(named) == 1
    if fighters and who.registry.actors[named[0]].kind == "armed_group":
        return (named[0],)  # "Al-Shabaab fighters" are Al-Shabaab
    words = {c.lower_ for c in token.children}
    phrase = called(token)
    counted = any(c.dep_ == "nummod" for c in token.children) or bool(words & SOME)
    if words & ANYBODY or (
        " " not in phrase and (token.lower_ in vocabulary("vague_group_nouns") or (counted and not is_doer(token)))
    ):
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
    if country is None and inner:
        country = who.registry.actors[inner[0]].country
    country = country or home(who)
    return (who.registry.book.describe(phrase, kind, country, (sentence.ordinal, token.i)),)


def called(token: Token) -> str:
    """What a group is called: its noun with modifiers, and the short of-phrase that says who they are."""
    phrase = phrase_of(token)
    if token.lower_ not in PART_OF:
        return phrase
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    heads = [t for t in behind.children if t.dep_ == "pobj"] if behind.lower_ == "of" and behind.head == token else []
    if not heads or heads[0].pos_ not in ("NOUN", "PROPN"):
        return phrase
    whole = token.doc[behind.i : heads[0].i + 1]
    if len(whole) > LONGEST_OF or any(t.pos_ in ("NUM", "VERB", "PUNCT", "PRON") for t in whole):
        return phrase
    return f"{phrase} {whole.text}"
