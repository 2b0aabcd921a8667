"""Advice by can and could: "X can do A by doing B", "X could do A", "X can benefit from doing A", "doing A can help".

Belongs here: the tests that tell a suggestion from an ability and a risk. Does not belong here: should and its like
(modals).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.forms import bare_verb, is_act_gerund
from pipeline.coding.recommendations.acts.subjects import subject_acts
from pipeline.coding.recommendations.acts.verbs import gerund_with_tail, verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.frames.operators import cleft_acts, noun_before, verb_after
from pipeline.coding.recommendations.frames.signals import occurrences
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Advice, Carry
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence


def could(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "X can strengthen A by doing B" advises B; "X could share A" advises that."""
    doc = sentence.doc
    for first, _ in occurrences(doc, frame.words):
        cleft = _cleft(sentence, frame, first)
        if cleft is not None:
            yield cleft
        verb, who = _statement(doc, first)
        if verb is None or who is None:
            continue
        if doc[first].lower_ == "may" and verb.lemma_ != "consider":
            continue
        instrument = who.lemma_.lower() in words().instruments and who.pos_ == "NOUN"
        means = _fronted_means(doc, verb) or (None if _gains(verb) else _means(doc, verb))
        if means is not None:
            acts = verb_acts(doc, means, "ing", who.left_edge.i if means < who.i else None)
        elif bare_verb(verb) in (words().could_of_instruments if instrument else words().could_acts):
            acts = verb_acts(doc, verb.i, "bare")
        else:
            continue
        anchor = (verb.i,) if instrument else (who.i, verb.i)
        pointing = who.lower_ == "it"
        able = doc[first].lower_ == "can" and means is None and not instrument
        carry: Carry = "about" if instrument else "none"
        yield Advice(sentence, frame, acts, who=(who,), carry=carry, anchor=anchor, needs_name=pointing, able=able)


def _cleft(sentence: ParsedSentence, frame: Frame, first: int) -> Advice | None:
    """ "What X can do is A"."""
    verb = verb_after(sentence.doc, first, first)
    acts = cleft_acts(verb) if verb is not None else None
    who = clause.subject(verb) if verb is not None else None
    return Advice(sentence, frame, acts, who=(who,), anchor=(first,)) if acts and who is not None else None


def could_gain(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "X can benefit from doing A" advises A; benefiting from a thing is no act."""
    doc = sentence.doc
    for first, _ in occurrences(doc, ["can", "could", "would"]):
        verb, who = _statement(doc, first)
        if verb is None or who is None or not _gains(verb) or _fronted_means(doc, verb) is not None:
            continue
        prep = next((t for t in verb.children if t.lower_ in ("from", "by") and t.i > verb.i), None)
        act = (
            next((t for t in prep.children if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
            if prep is not None
            else None
        )
        if act is not None:
            yield Advice(sentence, frame, gerund_with_tail(doc, act.i), who=(who,), anchor=(who.i, verb.i))


def result(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Doing A can strengthen ties" suggests doing A."""
    doc = sentence.doc
    for first, _ in occurrences(doc, frame.words):
        verb = doc[first].head
        if (
            verb.i < first
            or statement.is_negated(verb, first, verb.i)
            or statement.is_supposed(verb)
            or statement.is_perfect(verb)
        ):
            continue
        who = clause.verbal_subject(verb) or clause.subject(verb)
        if who is None or who.i > first or verb.lemma_ not in words().benefits or who.lemma_.lower() in words().dangers:
            continue
        acts = subject_acts(doc, who, first)
        if acts:
            yield Advice(sentence, frame, acts, anchor=(verb.i,))


def _statement(doc: Doc, first: int) -> tuple[Token | None, Token | None]:
    """(verb, subject) of a positive active statement by a modal about somebody who may act."""
    verb = verb_after(doc, first, first)
    if verb is None or statement.is_perfect(verb) or statement.is_supposed(verb) or clause.is_passive(verb):
        return None, None
    who = clause.subject(verb) or noun_before(doc, first)
    if who is None or who.i > first or who.dep_ in ("csubj", "csubjpass") or not (may_act(who) or who.lower_ == "it"):
        return None, None
    return (None, None) if statement.is_negated(verb, first, verb.i) else (verb, who)


def _gains(verb: Token) -> bool:
    return bare_verb(verb) in ("benefit", "gain", "profit")


def _means(doc: Doc, verb: Token) -> int | None:
    """The first gerund of "... by doing A" or "through doing A" behind the verb."""
    for i in range(verb.i + 1, len(doc) - 1):
        if doc[i].lower_ in ("by", "through"):
            j = clause.past_adverbs(doc, i + 1)
            if is_act_gerund(doc, j) and (doc[j].tag_ != "VBG" or doc[j].dep_ not in ("amod", "compound")):
                return j
    return None


def _fronted_means(doc: Doc, verb: Token) -> int | None:
    """The first gerund of "By doing A, X can ..."."""
    for i in range(max(0, min(verb.i - 2, 8))):
        opens = i < 3 or doc[i - 1].text in (",", '"')
        if doc[i].lower_ in ("by", "through") and is_act_gerund(doc, i + 1) and opens:
            return i + 1
    return None
