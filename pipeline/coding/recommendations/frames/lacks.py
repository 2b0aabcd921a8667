"""Advice by what somebody lacks: "the coast guard needs a second vessel", "they discussed the need for X to do A".

Belongs here: needs whose holder or doer is named. Does not belong here: acts that are needed (needs).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.recommendations.acts.nouns import acts_from
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import is_instrument, may_act
from pipeline.coding.recommendations.frames.wishes import clause_verb, doer
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Advice
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms


def need_thing(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "The coast guard needs a second vessel": a body or a class of people is to get a thing. A state's needs are
    mostly for others to fill (require)."""
    for verb in sentence.doc:
        if verb.lemma_.lower() not in frame.words or verb.pos_ != "VERB" or not statement.is_present(verb):
            continue
        wanted = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
        who = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
        if wanted is None or who is None or not _lacks(who) or not _is_thing(wanted):
            continue
        if statement.is_supposed(verb) or statement.is_negated(verb, verb.i, verb.i) or _is_share(who):
            continue
        yield Advice(sentence, frame, acts_from(wanted), who=(who,), anchor=(who.i, verb.i))


def _lacks(who: Token) -> bool:
    """Whether a subject is a body or class, no state and no pronoun."""
    return who.pos_ in ("NOUN", "PROPN") and may_act(who) and who.i not in country_forms(who.doc)


def _is_thing(wanted: Token) -> bool:
    """Whether a noun is something new to get: "a second vessel", "more clerks", "teachers who ..."."""
    if wanted.lemma_.lower() in words().given or wanted.pos_ != "NOUN":
        return False
    new = any(t.lower_ in ("a", "an", "more", "new", "better") or t.tag_ == "JJR" for t in wanted.children)
    counted = any(t.tag_ == "CD" for t in wanted.children)
    return not counted and (new or (wanted.tag_ == "NNS" and any(t.dep_ == "relcl" for t in wanted.children)))


def stated_need(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "The two discussed the need for X to do A": somebody tells whom to act."""
    doc = sentence.doc
    for noun in doc:
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        if noun.lemma_.lower() not in ("need", "necessity") or noun.dep_ not in ("dobj", "pobj"):
            continue
        speaker = clause.subject(verb)
        if verb.lemma_.lower() not in frame.words or speaker is None or statement.is_supposed(verb):
            continue
        behind = noun.i + 1
        if behind >= len(doc) or doc[behind].lower_ != "for" or any(t.lower_ == "no" for t in noun.children):
            continue
        act = clause_verb(doc, behind)
        who = doer(doc, behind, act) if act is not None else None
        if act is not None and who is not None and may_act(who) and not is_instrument(who):
            acts = verb_acts(doc, act.i, "bare")
            yield Advice(sentence, frame, acts, who=(who,), anchor=(noun.i,), speaker=speaker)


def _is_share(who: Token) -> bool:
    """ "Three in four farmers need a loan" counts those in need."""
    return any(t.like_num and t.lower_ != "two" for t in who.subtree)
