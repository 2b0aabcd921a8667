"""Advice by saying that nothing stands against an act: "nothing prevents X from doing A", "there is no reason why X
should not do A".

Belongs here: denied hindrances. Does not belong here: what is worth doing (worth).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.frames.signals import occurrences
from pipeline.coding.recommendations.frames.wishes import clause_verb
from pipeline.coding.recommendations.lexicon import Frame
from pipeline.coding.recommendations.model import Advice
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence

_HINDERING = frozenset({"prevent", "stop", "keep", "bar", "hinder", "forbid", "preclude", "hold"})
_NEAR, _REACH = 6, 12
"""Words between "nothing" and the verb of hindering, and from there to the gerund."""


def unhindered(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Nothing prevents X from doing A", "there is nothing to stop X doing A"."""
    doc = sentence.doc
    for first, last in occurrences(doc, frame.words):
        verb = next((t for t in doc[last + 1 : last + _NEAR] if t.lemma_ in _HINDERING), None)
        if verb is None or verb.tag_ == "VBD" or statement.is_supposed(clause.governing_verb(doc[first])):
            continue
        act = next((t for t in doc[verb.i + 1 : verb.i + _REACH] if t.tag_ == "VBG"), None)
        who = _between(verb, act) if act is not None else None
        if act is not None and who is not None:
            yield Advice(sentence, frame, verb_acts(doc, act.i, "ing"), who=(who,), anchor=(first,))


def no_reason(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "There is no reason why X should not do A", "no reason for X not to do A"."""
    doc = sentence.doc
    for first, last in occurrences(doc, frame.words):
        if statement.is_supposed(clause.governing_verb(doc[first])):
            continue
        denial = next((t for t in doc[last + 1 : last + _REACH] if t.dep_ == "neg" or t.lower_ in ("not", "n't")), None)
        if denial is None:
            continue
        if doc[last].lower_ == "for":
            verb = clause_verb(doc, last)
            who = next((t for t in doc[last + 1 : denial.i] if t.dep_ in ("nsubj", "pobj")), None)
        else:
            verb = denial.head if denial.head.i > denial.i else None
            who = clause.subject(verb) if verb is not None else None
        if verb is not None and who is not None and last < who.i < denial.i and may_act(who):
            yield Advice(sentence, frame, verb_acts(doc, verb.i, "bare"), who=(who,), anchor=(first,), strong=True)


def _between(verb: Token, act: Token) -> Token | None:
    """Who is not hindered: the head of the words between the verb and the gerund, if that is somebody."""
    words = [t for t in verb.doc[verb.i + 1 : act.i] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    heads = [t for t in words if t.dep_ not in ("compound", "poss", "amod", "conj") and may_act(t)]
    return heads[0] if heads else None
