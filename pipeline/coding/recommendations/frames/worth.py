"""Advice by duty and worth: "it falls to X to do A", "the onus is on X", "there is merit in doing A", "it makes sense".

Belongs here: set phrases that lay an act on somebody or call it worth doing, or a mistake. Does not belong here: single
adjectives of importance (essential), nouns of chance (chances).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.forms import is_act_gerund
from pipeline.coding.recommendations.acts.nouns import acts_from, is_act_noun
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.frames.signals import occurrences
from pipeline.coding.recommendations.frames.wishes import clause_verb, doer
from pipeline.coding.recommendations.lexicon import Frame
from pipeline.coding.recommendations.model import Act, Advice, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence

_REACH = 14
"""Words within which "to do A" must come behind the name of who is to do it."""
_ASIDE = 4
"""Words that may stand between a set phrase and what it calls worth doing ("makes sense, then, for X to")."""


def falls_to(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "It falls to X to do A", "the onus is on X to do A", "it is up to X to do A"."""
    doc = sentence.doc
    for first, last in occurrences(doc, frame.words):
        if not _stated(doc, first):
            continue
        to = next((t.i for t in doc[last + 2 : last + 2 + _REACH] if t.tag_ == "TO"), None)
        who = _head(doc, last + 1, to) if to is not None else None
        if to is None or who is None or not may_act(who):
            continue
        act = clause.past_adverbs(doc, to + 1)
        if act < len(doc) and doc[act].tag_ in ("VB", "VBP", "NN"):
            acts = verb_acts(doc, act, "bare")
            yield Advice(sentence, frame, acts, who=(who,), anchor=(first,), strong=True)


def turn(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "It is X's turn to do A", "it is the duty of X to do A"."""
    doc = sentence.doc
    for noun in doc:
        main = noun.head
        if noun.lower_ not in frame.words or noun.dep_ != "attr" or main.lemma_ != "be" or not _stated(doc, noun.i):
            continue
        it = clause.child(main, "nsubj", "expl")
        who = clause.child(noun, "poss") or clause.object_of(noun, "of")
        to = next((t.i for t in doc[noun.i : noun.i + _REACH] if t.tag_ == "TO"), None)
        if it is None or it.lower_ != "it" or who is None or to is None or not may_act(who):
            continue
        acts = verb_acts(doc, clause.past_adverbs(doc, to + 1), "bare")
        yield Advice(sentence, frame, acts, who=(who,), anchor=(it.i,), strong=True)


def worth(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "It makes sense (for X) to do A", "it is worth doing A", "there is merit in doing A", "a case for doing A"."""
    doc = sentence.doc
    for first, last in occurrences(doc, frame.words):
        if not _stated(doc, first):
            continue
        found = _what(doc, last + 1)
        if found is not None:
            acts, who = found
            yield Advice(
                sentence,
                frame,
                acts,
                who=one_or_none(who),
                carry="none" if who is not None else "said",
                anchor=(first,),
                avoid=frame.polarity == "avoid",
                strong=frame.voice == "own",
            )


def worth_if(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "It would help if X did A"."""
    doc = sentence.doc
    for first, last in occurrences(doc, frame.words):
        verb = doc[last].head
        who = clause.subject(verb) if verb.i > last else None
        if who is None or who.i < last or not may_act(who) or statement.is_supposed(clause.governing_verb(doc[first])):
            continue
        yield Advice(sentence, frame, verb_acts(doc, verb.i, "bare"), who=(who,), anchor=(first,))


def _what(doc: Doc, start: int) -> tuple[list[Act], Token | None] | None:
    """(the acts, who is to do them) of what stands behind a phrase of worth."""
    i = next((t.i for t in doc[start : start + _ASIDE] if t.tag_ == "TO" or t.lower_ in ("for", "in", "that")), None)
    if start < len(doc) and is_act_gerund(doc, start):
        return verb_acts(doc, start, "ing"), None
    if i is None or i + 1 >= len(doc):
        return None
    after = clause.past_adverbs(doc, i + 1)
    if doc[i].tag_ == "TO":
        return (verb_acts(doc, after, "bare"), None) if doc[after].tag_ in ("VB", "VBP", "NN") else None
    verb = clause_verb(doc, i) if doc[i].lower_ in ("for", "that") else None
    who = doer(doc, i, verb) if verb is not None else None
    if verb is not None and who is not None and may_act(who):
        return verb_acts(doc, verb.i, "bare"), who
    if is_act_gerund(doc, after):
        return verb_acts(doc, after, "ing"), None
    noun = clause.child(doc[i], "pobj")
    return (acts_from(noun), None) if noun is not None and is_act_noun(noun) else None


def _stated(doc: Doc, first: int) -> bool:
    """Whether the clause of a set phrase states it: present, not denied, not supposed, nobody else's thought."""
    main = clause.governing_verb(doc[first])
    past = main.tag_ == "VBD" or any(t.tag_ == "VBD" for t in main.children if t.dep_ in ("aux", "auxpass"))
    denied = any(t.dep_ == "neg" or t.lower_ in ("no", "little") for t in doc[max(0, first - 3) : first + 3])
    return not past and not denied and not statement.is_supposed(main)


def _head(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the noun phrase at start..end-1."""
    inside = [t for t in doc[start:end] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    return next((t for t in inside if not start <= t.head.i < end or t.head == t), inside[0] if inside else None)
