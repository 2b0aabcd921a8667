"""Advice that calls an act essential, or an objective: "it is vital for X to do A", "doing A is crucial".

Belongs here: adjectives and nouns of importance. Does not belong here: needs and requirements (frames_need).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.acts import verb_acts, verb_form
from pipeline.coding.recommendations.boundary import first_aux, trim
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Act, Advice, Carry
from pipeline.coding.recommendations.nouns import acts_from, is_act_noun, noun_acts
from pipeline.coding.recommendations.phrase import bare_verb
from pipeline.coding.recommendations.subjects import is_wanted, subject_acts
from pipeline.coding.recommendations.who import may_act
from pipeline.language.model import ParsedSentence

_REACH = 25
"""Words within which the verb of "for X to do" or "that X do" must come."""


def adjective(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "it is essential (for X) to do A", "doing A is essential"."""
    for token in sentence.doc:
        if token.lower_ not in frame.words:
            continue
        main = clause.governing_verb(token)
        if main.lemma_ not in ("be", "remain", "become"):
            continue
        if clause.is_supposed(main) or not clause.is_present(main) or clause.is_negated(main, main.i, token.i):
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


# -- it is essential ---------------------------------------------------------------------------


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
    yield Advice(sentence, frame, acts, who=(who,) if who is not None else (), carry=carry, anchor=(it.i,), strong=True)


def _past_aside(doc: Doc, i: int) -> int:
    """Past ", therefore," and the like."""
    if i < len(doc) and doc[i].text == ",":
        return next((j + 1 for j in range(i + 1, min(i + 6, len(doc))) if doc[j].text == ","), i)
    return i


def clause_verb(doc: Doc, i: int) -> Token | None:
    """The verb of the clause that "for" (X to do) or "that" (X do) at position i opens."""
    opener = doc[i].lower_
    for j in range(i + 1, min(i + _REACH, len(doc))):
        if opener == "for" and doc[j].tag_ == "TO":
            k = clause.past_adverbs(doc, j + 1)
            return doc[k] if k < len(doc) and doc[k].tag_ in ("VB", "VBP", "NN") else None
        verbal = doc[j].pos_ in ("VERB", "AUX") and doc[j].dep_ not in ("aux", "auxpass", "amod", "compound")
        if opener == "that" and verbal and clause.subject(doc[j]) is not None:
            return doc[j]
    return None


def doer(doc: Doc, i: int, verb: Token) -> Token | None:
    """X of "for X to do" and "that X do"."""
    inner = clause.subject(verb)
    if inner is not None and i < inner.i < verb.i:
        return inner
    return clause.child(doc[i], "pobj") if doc[i].lower_ == "for" else None


def _wished(verb: Token) -> bool:
    """Whether "that X do" wishes, rather than tells a fact; a should or must inside is a frame of its own."""
    fact = verb.tag_ == "VBD" or (verb.lemma_ in ("be", "have") and verb.tag_ != "VB") or clause.is_perfect(verb)
    return not fact and not any(t.tag_ in ("MD", "VBZ", "VBD") for t in verb.children if t.dep_ in ("aux", "auxpass"))


def _fronted_for(token: Token, it: Token) -> Token | None:
    """ "For both countries it is vital to ..."."""
    prep = next((t for t in clause.governing_verb(token).children if t.lower_ == "for" and t.i < it.i), None)
    whom = clause.child(prep, "pobj") if prep is not None else None
    return whom if whom is not None and may_act(whom) else None


# -- doing A is essential ----------------------------------------------------------------------


def _is_essential(sentence: ParsedSentence, frame: Frame, token: Token, main: Token, who: Token) -> Iterator[Advice]:
    noun = token.head if token.head.pos_ == "NOUN" and token.dep_ == "amod" else None
    if noun is not None and noun.lemma_ not in words().steps:
        return
    acts = subject_acts(sentence.doc, who, first_aux(main))
    helped = _for_whom(token)
    if not acts or not (who.tag_[:2] == "VB" or helped is not None or is_wanted(who)):
        return
    carry: Carry = "none" if helped is not None else "said"
    yield Advice(sentence, frame, acts, who=(helped,) if helped is not None else (), carry=carry, anchor=(token.i,))


def _for_whom(token: Token) -> Token | None:
    """X of "crucial for X", when X can act."""
    for prep in (t for t in token.children if t.dep_ == "prep" and t.lower_ in ("for", "to")):
        whom = clause.child(prep, "pobj")
        return whom if whom is not None and may_act(whom) and whom.tag_ != "VBG" else None
    return None


# -- objectives --------------------------------------------------------------------------------


def objective(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Doing A and doing B are objectives of X's policy", "the first step is to do A"."""
    doc = sentence.doc
    for noun in doc:
        if noun.lemma_.lower() not in frame.words or noun.pos_ != "NOUN" or not _is_goal(noun):
            continue
        main = clause.governing_verb(noun)
        if main.lemma_ not in ("be", "include", "remain") or not clause.is_present(main) or clause.is_supposed(main):
            continue
        if noun.dep_ == "attr" and noun.i > main.i:
            who = clause.verbal_subject(main) or clause.subject(main)
            acts = subject_acts(doc, who, first_aux(main)) if who is not None else []
        else:
            acts = _goals_after(doc, main, noun) if noun.i < main.i else []
        if acts:
            holder = _holder(noun)
            who_acts = (holder,) if holder is not None else ()
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
    prep = next((t for t in noun.children if t.dep_ == "prep" and t.lower_ in ("of", "for")), None)
    return owner or (clause.child(prep, "pobj") if prep is not None else None)
