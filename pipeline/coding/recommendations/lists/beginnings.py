"""How an item or a cell begins: with an imperative, a gerund, an infinitive, or none of them.

Belongs here: telling a verb that opens a phrase, against the tagger where needed. Does not belong here: which lists and
tables advise (lead_ins, tables).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.forms import bare_verb, object_follows
from pipeline.coding.recommendations.acts.nouns import is_act_noun
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.model import Act
from pipeline.coding.recommendations.sentence import clause

_MISTAKEN = ("VBP", "NNP", "NN", "JJ", "JJR", "VBN", "VBD", "RB")
"""Tags that the tagger gives to imperatives."""

_DONE = 8
"""Words within which "have the papers translated" says what is to be done."""


def begin_of(doc: Doc, begin: int, end: int | None = None) -> int:
    """The first word from `begin` that is no mark, counter or adverb."""
    end = len(doc) if end is None else end
    while begin < end - 1 and (
        doc[begin].is_punct
        or doc[begin].is_space
        or doc[begin].tag_ == "LS"
        or (doc[begin].tag_ == "RB" and doc[begin : begin + 2].text.lower() != "no longer")
    ):
        begin += 1
    return begin


def opening_acts(doc: Doc, begin: int, end: int) -> list[Act] | None:
    """Acts of words that begin with "to do", an imperative or a gerund."""
    if doc[begin].tag_ == "TO" and begin + 1 < end:
        return verb_acts(doc, begin + 1, "bare", end)
    if is_imperative(doc, begin):
        return verb_acts(doc, begin, "bare", end)
    named = is_act_noun(doc[begin]) and begin + 1 < end and doc[begin + 1].pos_ == "ADP"  # "training for officers"
    if doc[begin].lower_.endswith("ing") and bare_verb(doc[begin]) in words().acts and not named:
        return verb_acts(doc, begin, "ing", end)
    return None


def is_imperative(doc: Doc, i: int) -> bool:
    """Whether token i is an imperative, also where the tagger took it for a noun or an adjective."""
    token = doc[i]
    if token.tag_ == "VB" and _own_subject(token) is None:
        return True
    if token.lower_ == "have":
        return any(t.tag_ in ("VBN", "VBD") for t in doc[i + 2 : i + _DONE])  # "have the papers translated"
    mistaken = token.tag_ in _MISTAKEN and token.dep_ not in ("amod", "nsubj")
    if token.lower_ in words().noun_verbs and i + 1 < len(doc):
        return mistaken and doc[i + 1].tag_ in ("DT", "PRP", "PRP$", "NNP")
    return token.lower_ in words().acts and mistaken and object_follows(doc, i)


def _own_subject(verb: Token) -> Token | None:
    """The verb's subject, unless it is the label before a colon, which the parser takes for one."""
    who = clause.subject(verb)
    return None if who is None or any(t.text in (":", "—", "–") for t in verb.doc[who.i : verb.i]) else who
