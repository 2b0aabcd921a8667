"""Advice by chance and interest: "an opportunity for X to do A", "it is in X's interest to do A", "time to do A".

Belongs here: nouns that say an act is open, due or deserved. Does not belong here: "X can do" (could).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.nouns import acts_from, is_act_noun
from pipeline.coding.recommendations.acts.passives import passive_acts
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.frames.wishes import clause_verb, doer
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Act, Advice, Carry, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence


def opportunity(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "There is an opportunity for X to do A", "X has a chance to do A", "opportunities for cooperation on A"."""
    for noun in sentence.doc:
        if noun.lemma_.lower() not in frame.words or noun.pos_ != "NOUN":
            continue
        main = clause.governing_verb(noun)
        if main.lemma_ not in words().offering or not statement.is_present(main) or statement.is_supposed(main):
            continue
        if statement.is_negated(main, main.i, noun.i):
            continue
        giver = clause.subject(main) if main.lemma_ not in ("be", "have", "exist") else None
        for advice in _taken(sentence, frame, noun, main):
            advice.topic = [t for t in giver.subtree if t.i < main.i] if giver is not None and giver != noun else []
            yield advice


def _taken(sentence: ParsedSentence, frame: Frame, noun: Token, main: Token) -> Iterator[Advice]:
    """What the opportunity is for, and who is to take it."""
    doc = sentence.doc
    i = max(noun.i, main.i if main.lemma_ in ("exist", "arise") else noun.i) + 1
    if i >= len(doc) or doc[i].lower_ not in ("for", "to", "of"):
        i = next((t.i for t in noun.children if t.lower_ in ("for", "to") and t.i > noun.i), len(doc))
    if i + 1 >= len(doc):
        return
    subject = clause.subject(main)
    owner = subject if main.lemma_ == "have" and subject is not None and may_act(subject) else None
    owners = one_or_none(owner)
    start = min(subject.left_edge.i, noun.left_edge.i) if subject is not None else noun.left_edge.i
    if doc[i].tag_ == "TO":
        acts = verb_acts(doc, clause.past_adverbs(doc, i + 1), "bare")
        yield Advice(sentence, frame, acts, who=owners, anchor=(noun.i,))
        return
    verb = clause_verb(doc, i) if doc[i].lower_ == "for" else None
    who = doer(doc, i, verb) if verb is not None else None
    if verb is not None and who is not None and may_act(who) and verb.i - who.i < 9:
        yield Advice(sentence, frame, verb_acts(doc, verb.i, "bare"), who=(who,), anchor=(start,))
        return
    gerund = next((t for t in doc[i].children if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
    taker = clause.child(doc[i], "pobj")
    if gerund is not None:
        yield Advice(sentence, frame, verb_acts(doc, gerund.i, "ing"), who=owners, anchor=(noun.i,))
    elif taker is not None and is_act_noun(taker):
        yield _nominal(sentence, frame, taker, start)


def _nominal(sentence: ParsedSentence, frame: Frame, taker: Token, start: int) -> Advice:
    """ "an opportunity for Norwegian investment in A" is one for Norway to invest in A."""
    doc = sentence.doc
    holder = next((t for t in taker.children if t.ent_type_ in ("GPE", "NORP") and t.i < taker.i), None)
    acts = acts_from(taker)
    verb = words().verb_of.get(taker.lemma_.lower())
    if holder is not None and verb is not None and acts:
        last = acts[-1].last
        acts = [Act(acts[0].first, last, f"{verb} {doc[taker.i + 1 : last + 1].text}".strip())]
    return Advice(sentence, frame, acts, who=one_or_none(holder), anchor=(start,))


def interest(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "It is in X's interest to do A", "it is in the interest of X to do A"."""
    doc = sentence.doc
    for noun in doc:
        if noun.lemma_.lower() not in frame.words or noun.dep_ != "pobj" or noun.head.lower_ != "in":
            continue
        main = clause.governing_verb(noun)
        if main.lemma_ != "be" or not statement.is_present(main) or statement.is_supposed(main):
            continue
        of = next((t for t in noun.children if t.lower_ == "of"), None)
        owner = clause.child(noun, "poss") or (clause.child(of, "pobj") if of is not None else None)
        to = next((t.i for t in doc[noun.i :] if t.tag_ == "TO"), len(doc))
        if to + 1 < len(doc) and owner is not None and not statement.is_negated(main, main.i, noun.i):
            acts = verb_acts(doc, clause.past_adverbs(doc, to + 1), "bare")
            yield Advice(sentence, frame, acts, who=(owner,), anchor=(main.i,), strong=True)


def deserve(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Kenyan farmers deserve better access", "the treaty deserves to be ratified"."""
    doc = sentence.doc
    for verb in doc:
        if verb.lemma_.lower() not in frame.words or verb.tag_ not in ("VBZ", "VBP"):
            continue
        who = clause.subject(verb)
        if who is None or statement.is_supposed(verb) or statement.is_negated(verb, verb.i, verb.i):
            continue
        passive = next((t for t in verb.children if t.dep_ == "xcomp" and t.tag_ == "VBN"), None)
        wanted = clause.child(verb, "dobj")
        if passive is not None:
            acts = passive_acts(passive, who)
        else:
            acts = acts_from(wanted) if wanted is not None and _is_given(wanted) else []
        if acts:
            yield Advice(sentence, frame, acts, anchor=(who.i,), helped=who)


def _is_given(wanted: Token) -> bool:
    """Whether what is deserved is an act or a new thing ("a second crane"), not praise or blame."""
    new = any(t.lower_ in ("a", "an") or t.tag_ == "JJR" for t in wanted.children)
    return is_act_noun(wanted) or (new and wanted.lemma_.lower() not in words().praise)


def time_to(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "It is (high) time (for X) to do A", "the time has come for X to do A"."""
    doc = sentence.doc
    for noun in doc:
        if noun.lower_ not in frame.words:
            continue
        main = clause.governing_verb(noun)
        if statement.is_supposed(main) or not _is_due(noun, main):
            continue
        i = max(noun.i, main.i) + 1
        if i + 1 >= len(doc):
            continue
        verb: Token | None
        who: Token | None
        unmarked = _unmarked(doc, i)
        if unmarked is not None:
            verb, who = unmarked
        elif doc[i].lower_ in ("for", "that"):
            verb = clause_verb(doc, i)
            who = doer(doc, i, verb) if verb is not None else None
        else:
            verb, who = (doc[clause.past_adverbs(doc, i + 1)], None) if doc[i].tag_ == "TO" else (None, None)
        if verb is not None:
            carry: Carry = "none" if who is not None else "said"
            acts = verb_acts(doc, verb.i, "bare")
            who_acts = one_or_none(who)
            yield Advice(sentence, frame, acts, who=who_acts, carry=carry, anchor=(noun.i,), strong=True)


def _unmarked(doc: Doc, i: int) -> tuple[Token, Token] | None:
    """(verb, who) of "it is time X did A"."""
    for verb in doc[i + 1 : i + 12]:
        if verb.pos_ in ("VERB", "AUX"):
            who = next((t for t in verb.children if t.dep_ == "nsubj" and i <= t.i < verb.i), None)
            return (verb, who) if who is not None and verb.tag_ in ("VBD", "VBN") and who.left_edge.i == i else None
    return None


def _is_due(noun: Token, main: Token) -> bool:
    who = clause.subject(main)
    now = main.lemma_ == "be" and main.tag_ == "VBZ" and any(t.lower_ == "now" and t.i < main.i for t in main.children)
    if who is None or now:
        return now
    due = main.lemma_ == "be" and who.lower_ == "it" and not any(t.dep_ == "det" for t in noun.children)
    come = main.lemma_ == "come" and who.i == noun.i and main.tag_ == "VBN"
    return come or (due and statement.is_present(main))
