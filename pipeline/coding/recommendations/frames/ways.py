"""Advice that names a way and says what it is: "the solution is to do A", "my advice is that X do A", "what is needed
is A".

Belongs here: nouns of ways, options and counsel as subjects of "be". Does not belong here: objectives and steps
(objectives), what is due or worth doing (chances, worth).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.forms import is_act_gerund
from pipeline.coding.recommendations.acts.nouns import acts_from, is_act_noun
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.frames.wishes import clause_verb, doer
from pipeline.coding.recommendations.lexicon import Frame
from pipeline.coding.recommendations.model import Act, Advice, Carry, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence

_DIRECTED = {
    "way": frozenset({"forward", "out", "ahead", "through"}),
    "course": frozenset({"better", "best", "right", "wise", "wiser", "sensible", "prudent", "only", "obvious"}),
    "response": frozenset({"better", "best", "right", "wise", "wiser", "sensible", "proper", "obvious", "only"}),
    "thing": frozenset({"best", "right", "least", "sensible", "obvious", "decent", "wise", "one", "first", "other"}),
    "start": frozenset({"good", "modest", "first", "useful", "better", "sensible", "obvious"}),
    "idea": frozenset({"better", "another", "one", "good", "simple"}),
    "business": frozenset({"urgent", "first", "unfinished", "next"}),
}  # fmt: skip
"""Nouns that name a way only with one of these words beside them."""
_OTHERS = frozenset({"official", "stated", "declared", "old", "usual", "traditional", "past"})
"""Words that make an answer somebody's practice."""
_SHARED = frozenset({"option", "bet", "course", "choice", "duty", "job", "turn", "responsibility"})
"""What somebody has before him; of the others an owner makes a practice ("Norway's answer is to wait")."""
_OWN = frozenset({"my", "our"})
_WANTED = frozenset({"need", "require", "miss", "lack", "call"})


def way(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "The solution is (for X) to do A", "one option would be a joint fund", "the least X can do is publish A"."""
    for noun in sentence.doc:
        main = noun.head
        if noun.lemma_.lower() not in frame.words or noun.dep_ != "nsubj" or not _names_way(noun):
            continue
        owner = clause.child(noun, "poss")
        practice = owner is not None and owner.lower_ not in _OWN and noun.lemma_.lower() not in _SHARED
        if main.lemma_ != "be" or practice or not _is_stated(main, noun):
            continue
        taker = _taker(noun, owner)
        yield from _advice(sentence, frame, main, taker)


def counsel(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "My advice (to X) is to do A", "her recommendation is that X do A"."""
    for noun in sentence.doc:
        main = noun.head
        if noun.lemma_.lower() not in frame.words or noun.dep_ != "nsubj" or main.lemma_ != "be":
            continue
        owner = clause.child(noun, "poss")
        if not _is_stated(main, noun):
            continue
        speaker = owner if owner is not None and owner.lower_ not in _OWN else None
        for advice in _advice(sentence, frame, main, clause.object_of(noun, "to", "for")):
            advice.speaker, advice.strong = speaker, speaker is None
            yield advice


def what_is_needed(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "What is needed (now) is a joint fund", "what the valley needs is to train A", "what is missing is A"."""
    for what in sentence.doc:
        verb = what.head
        main = verb.head
        if what.lower_ != "what" or verb.lemma_ not in _WANTED or main.lemma_ != "be" or main.i < verb.i:
            continue
        if _is_stated(main, what):
            yield from _advice(sentence, frame, main, None)


def _advice(sentence: ParsedSentence, frame: Frame, main: Token, taker: Token | None) -> Iterator[Advice]:
    found = _what(sentence.doc, main)
    if found is None or not found[0]:
        return
    acts, who = found[0], found[1] or taker
    carry: Carry = "none" if who is not None else "said"
    anchor = (min(main.left_edge.i, main.i),)
    strong = frame.voice != "advisory"
    yield Advice(sentence, frame, acts, who=one_or_none(who), carry=carry, anchor=anchor, strong=strong)


def _what(doc: Doc, main: Token) -> tuple[list[Act], Token | None] | None:
    """(the acts, who is to do them) of what stands behind "is"."""
    i = clause.past_adverbs(doc, main.i + 1)
    if i + 1 >= len(doc) or doc[i].lower_ == "not":
        return None
    if doc[i].lower_ in ("simple", "clear", "plain") and doc[i + 1].text == ":" and i + 3 < len(doc):
        verbal = doc[i + 2].tag_ in ("VB", "VBP")
        return (verb_acts(doc, i + 2, "bare"), None) if verbal else None
    if doc[i].lower_ in ("for", "that"):
        verb = clause_verb(doc, i)
        who = doer(doc, i, verb) if verb is not None else None
        if verb is None or who is None or not may_act(who) or verb.tag_ not in ("VB", "VBP", "NN", "VBD"):
            return None
        return verb_acts(doc, verb.i, "bare"), who
    if doc[i].tag_ == "TO":
        return verb_acts(doc, clause.past_adverbs(doc, i + 1), "bare"), None
    if is_act_gerund(doc, i) and doc[i].dep_ not in ("amod", "compound"):
        return verb_acts(doc, i, "ing"), None
    if doc[i].tag_ == "VB":
        return verb_acts(doc, i, "bare"), None
    thing = next((t for t in main.children if t.dep_ == "attr" and t.i >= i), None)
    new = thing is not None and (is_act_noun(thing) or any(t.lower_ in ("a", "an", "more") for t in thing.children))
    return (acts_from(thing), None) if thing is not None and new and thing.pos_ == "NOUN" else None


def _names_way(noun: Token) -> bool:
    around = {t.lower_ for t in noun.children}
    if around & _OTHERS:
        return False
    directed = _DIRECTED.get(noun.lemma_.lower())
    return directed is None or bool(directed & around)


def _is_stated(main: Token, noun: Token) -> bool:
    denied = statement.is_negated(main, min(noun.i, main.i), main.i)
    return statement.is_present(main) and not statement.is_supposed(main) and not denied


def _taker(noun: Token, owner: Token | None) -> Token | None:
    """X of "an option for X", "X's best option", "the least that X can do"."""
    if owner is not None and owner.lower_ not in _OWN:
        return owner
    whom = clause.object_of(noun, "for")
    relative = next((t for t in noun.children if t.dep_ == "relcl"), None)
    doing = clause.subject(relative) if relative is not None else None
    return next((t for t in (whom, doing) if t is not None and may_act(t)), None)
