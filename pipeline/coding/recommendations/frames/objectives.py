"""Advice by goals and steps: "doing A is an objective of X's policy", "the first step is to do A".

Belongs here: nouns of what is aimed at. Does not belong here: adjectives of importance (essential).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.ends import trim
from pipeline.coding.recommendations.acts.forms import first_aux, verb_form
from pipeline.coding.recommendations.acts.nouns import acts_from, is_act_noun, noun_acts
from pipeline.coding.recommendations.acts.subjects import subject_acts
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.lexicon import Frame
from pipeline.coding.recommendations.model import Act, Advice, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence


def objective(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Doing A and doing B are objectives of X's policy", "the first step is to do A"."""
    doc = sentence.doc
    for noun in doc:
        if noun.lemma_.lower() not in frame.words or noun.pos_ != "NOUN" or not _is_goal(noun):
            continue
        main = clause.governing_verb(noun)
        if (
            main.lemma_ not in ("be", "include", "remain")
            or not statement.is_present(main)
            or statement.is_supposed(main)
        ):
            continue
        if noun.dep_ == "attr" and noun.i > main.i:
            who = clause.verbal_subject(main) or clause.subject(main)
            acts = subject_acts(doc, who, first_aux(main)) if who is not None else []
        else:
            acts = _goals_after(doc, main, noun) if noun.i < main.i else []
        if acts:
            holder = _holder(noun)
            who_acts = one_or_none(holder)
            yield Advice(sentence, frame, acts, who=who_acts, carry="said", anchor=(noun.i,))


def _is_goal(noun: Token) -> bool:
    """No goal that somebody has already set; of steps only the first, the next, the best."""
    around = {t.lower_ for t in noun.children}
    if around & {"intended", "stated", "their", "his", "her", "original", "declared"}:
        return False
    return noun.lemma_.lower() != "step" or bool(around & {"first", "next", "best", "logical", "obvious"})


def _goals_after(doc: Doc, main: Token, noun: Token) -> list[Act]:
    """The acts of "the objectives are to do A", "... include doing A", "among the objectives, A and B are ..."."""
    for token in (t for t in main.children if t.i > main.i):
        if token.dep_ in ("xcomp", "ccomp", "attr", "dobj", "advcl") and token.tag_ in ("VB", "VBG", "VBP"):
            return verb_acts(doc, token.i, verb_form(token))
        if token.dep_ in ("attr", "dobj") and is_act_noun(token):
            return acts_from(token)
    if noun.dep_ == "nsubj":
        return []
    who = next((t for t in main.children if t.dep_ == "nsubj" and noun.i < t.i < main.i), None)
    return noun_acts(doc, who.left_edge.i, trim(doc, who.i, first_aux(main))) if who is not None else []


def _holder(noun: Token) -> Token | None:
    """Whose objective: "X's goal", "objectives for X's foreign policy", "goals of X"."""
    owner = clause.child(noun, "poss")
    return owner or clause.object_of(noun, "of", "for")
