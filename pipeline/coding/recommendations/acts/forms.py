"""The forms of an act's verb: bare or gerund, also where the tagger took it for a noun.

Belongs here: single words. Does not belong here: how far an act goes (ends), how it is worded (wording).
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.lexicon import words

Form = Literal["bare", "ing"]


def bare_verb(token: Token) -> str:
    """The base form of a verb, also of a gerund that the tagger took for a noun."""
    low = token.lower_
    if token.pos_ in ("VERB", "AUX") and not (low.endswith("ing") and token.lemma_ == low):
        return token.lemma_.lower()
    if low.endswith("ing") and len(low) > 5:
        stem = low[:-3]
        return next((c for c in (stem, stem + "e", stem[:-1]) if c in words().acts), low)
    return low


def object_follows(doc: Doc, i: int) -> bool:
    """Whether the words behind token i begin an object, so that i is a verb however it was tagged."""
    if i + 1 >= len(doc):
        return False
    after = doc[i + 1]
    nominal = after.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
    return nominal and after.lower_ not in ("that", "which") and after.tag_ != "VBG"


def is_act_gerund(doc: Doc, i: int) -> bool:
    """Whether token i is the gerund of an act: "training" in "training officers", not in "a training"."""
    token = doc[i]
    if token.tag_ == "VBG":
        return True
    return token.lower_.endswith("ing") and bare_verb(token) in words().acts and object_follows(doc, i)


def verb_form(token: Token) -> Form:
    return "ing" if token.lower_.endswith("ing") else "bare"


def first_aux(verb: Token) -> int:
    """The first word of a verb group: "can" in "can still help"."""
    return min([verb.i, *(t.i for t in verb.children if t.dep_ in ("aux", "auxpass", "neg") and t.i < verb.i)])
