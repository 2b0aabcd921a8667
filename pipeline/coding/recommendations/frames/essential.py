"""Advice that calls an act essential: "it is vital for X to do A", "doing A is crucial".

Belongs here: adjectives of importance. Does not belong here: objectives (objectives), needs and requirements (needs).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.forms import bare_verb, first_aux
from pipeline.coding.recommendations.acts.subjects import is_wanted, subject_acts
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.frames.wishes import clause_verb, doer, joined
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Advice, Carry, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence


def adjective(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "it is essential (for X) to do A", "doing A is essential"."""
    for token in sentence.doc:
        if token.lower_ not in frame.words:
            continue
        main = clause.governing_verb(token)
        if main.lemma_ not in ("be", "remain", "become"):
            continue
        if statement.is_supposed(main) or not statement.is_present(main) or statement.is_negated(main, main.i, token.i):
            continue
        who = next((t for t in main.children if t.dep_ in ("nsubj", "csubj", "expl") and t.i < token.i), None)
        who = who or clause.verbal_subject(main)
        if who is None or _decides(main):
            continue
        if who.lower_ == "it":
            yield from _it_is(sentence, frame, token, who) if token.head == main else ()
        else:
            yield from _is_essential(sentence, frame, token, main, who)


def _decides(main: Token) -> bool:
    """ "I have determined that it is necessary to ..." is an act of office, not advice."""
    return any(t.lemma_.lower() in words().deciding for t in main.ancestors)


def _it_is(sentence: ParsedSentence, frame: Frame, token: Token, it: Token) -> Iterator[Advice]:
    doc = sentence.doc
    i = _past_aside(doc, token.i + 1)
    if i + 1 >= len(doc):
        return
    who: Token | None = None
    if doc[i].lower_ in ("for", "that"):
        verb = clause_verb(doc, i)
        if verb is None or (doc[i].lower_ == "that" and not _wished(verb)):
            return
        who = doer(doc, i, verb)
    elif doc[i].tag_ == "TO":
        verb = doc[clause.past_adverbs(doc, i + 1)]
    else:
        return
    if who is not None and not may_act(who):
        if doc[i].lower_ == "that":
            return
        who = None  # "essential for peace to do" names what the act serves
    who = who or _fronted_for(token, it)
    if verb.tag_ not in ("VB", "VBP", "VBZ", "NN", "VBN") or (bare_verb(verb) in words().reader and who is None):
        return
    carry: Carry = "none" if who is not None else "said"
    acts = verb_acts(doc, verb.i, "bare")
    yield Advice(sentence, frame, acts, who=one_or_none(who), carry=carry, anchor=(it.i,), strong=True)
    for other, doing in joined(doc, i, verb):
        others = verb_acts(doc, other.i, "bare")
        yield Advice(sentence, frame, others, who=(doing,), anchor=(doing.left_edge.i,), strong=True)


def _past_aside(doc: Doc, i: int) -> int:
    """Past ", therefore," and the like."""
    if i < len(doc) and doc[i].text == ",":
        return next((j + 1 for j in range(i + 1, min(i + 6, len(doc))) if doc[j].text == ","), i)
    return i


def _wished(verb: Token) -> bool:
    """Whether "that X do" wishes, rather than tells a fact; a should or must inside is a frame of its own."""
    fact = verb.tag_ == "VBD" or (verb.lemma_ in ("be", "have") and verb.tag_ != "VB") or statement.is_perfect(verb)
    return not fact and not any(t.tag_ in ("MD", "VBZ", "VBD") for t in verb.children if t.dep_ in ("aux", "auxpass"))


def _fronted_for(token: Token, it: Token) -> Token | None:
    """ "For both countries it is vital to ..."."""
    prep = next((t for t in clause.governing_verb(token).children if t.lower_ == "for" and t.i < it.i), None)
    whom = clause.child(prep, "pobj") if prep is not None else None
    return whom if whom is not None and may_act(whom) else None


def _is_essential(sentence: ParsedSentence, frame: Frame, token: Token, main: Token, who: Token) -> Iterator[Advice]:
    noun = token.head if token.head.pos_ == "NOUN" and token.dep_ == "amod" else None
    if noun is not None and noun.lemma_ not in words().steps:
        return
    acts = subject_acts(sentence.doc, who, first_aux(main))
    helped = _for_whom(token)
    if not acts or not (who.tag_[:2] == "VB" or helped is not None or is_wanted(who)):
        return
    carry: Carry = "none" if helped is not None else "said"
    yield Advice(sentence, frame, acts, who=one_or_none(helped), carry=carry, anchor=(token.i,))


def _for_whom(token: Token) -> Token | None:
    """X of "crucial for X", when X can act."""
    for prep in (t for t in token.children if t.dep_ == "prep" and t.lower_ in ("for", "to")):
        whom = clause.child(prep, "pobj")
        return whom if whom is not None and may_act(whom) and whom.tag_ != "VBG" else None
    return None
