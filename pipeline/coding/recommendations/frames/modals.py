"""Advice by modal: "X should do", "X needs to do", "X would do well to do", "A must be done".

Belongs here: the tests that tell advice from prediction, rule and question. Does not belong here: can and could
(could).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.forms import bare_verb, first_aux, verb_form
from pipeline.coding.recommendations.acts.nouns import acts_from, is_act_noun, noun_acts
from pipeline.coding.recommendations.acts.passives import passive_acts
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import is_instrument, may_act, names_somebody
from pipeline.coding.recommendations.frames.operators import (
    cleft_acts,
    named_first,
    noun_before,
    past_participle,
    verb_after,
)
from pipeline.coding.recommendations.frames.signals import occurrences
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Act, Advice, Carry, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement, telling
from pipeline.language.model import ParsedSentence

_WEAK = frozenset({"need-to", "has-to"})
"""Operators that any text uses of plights, so that they do not show that it advises."""
_RULING = frozenset({"must", "should", "need-to", "has-to"})
"""Operators in which rules are worded."""


def modal(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """Advice by the frame's operator, wherever it stands in the sentence."""
    for first, last in occurrences(sentence.doc, frame.words):
        yield from _modal(sentence, frame, first, last)


def _modal(sentence: ParsedSentence, frame: Frame, first: int, last: int) -> Iterator[Advice]:
    doc = sentence.doc
    verb = verb_after(doc, first, last)
    if (
        verb is None
        or _quotation_ends(doc, last, verb)
        or statement.is_perfect(verb)
        or (doc[first].lower_ == "needed" and telling.teller(verb) is None)
    ):
        return
    operator = doc[first].head if doc[first].dep_ in ("aux", "auxpass") else doc[first]
    who = clause.subject(operator) or clause.subject(verb) or past_participle(verb, first) or noun_before(doc, first)
    who = who or named_first(doc, first)
    if who is None or _would_need(doc, first, verb):
        return
    denied = clause.child(operator, "neg")
    negated = statement.is_negated(verb, first, verb.i) or (denied is not None and denied.i < verb.i)
    cleft = cleft_acts(verb)
    if cleft is None and verb.lemma_ == "do" and doc[min(verb.i + 1, len(doc) - 1)].lemma_ == "be":
        return
    if cleft is not None and not negated:
        yield Advice(sentence, frame, cleft, who=(who,), anchor=(first,), strong=True)
        return
    if who.i > first or statement.is_supposed(operator) or not _advises(doc, verb, who, frame, negated):
        return
    passive = clause.is_passive(verb)
    acts, direct = _acts_of(doc, verb, who, frame) or ([], False)
    if not acts:
        return
    topic = _fronted_topic(verb, who)
    if topic and topic[0].lower_ in ("on", "regarding", "concerning"):
        acts = [Act(acts[0].first, acts[0].last, f"{acts[0].text} {_spelt(topic)}"), *acts[1:]]
    instrument = is_instrument(who)
    yield Advice(
        sentence,
        frame,
        acts,
        who=(who,) if direct else one_or_none(clause.agent(verb) if passive else None),
        carry=_carry(who, passive, direct),
        anchor=(who.i, verb.i),
        avoid=negated or frame.polarity == "avoid",
        strong=direct and not instrument and frame.id not in _WEAK,
        topic=topic,
        needs_name=who.lower_ in ("it", "this", "that") and direct,
    )


def _would_need(doc: Doc, first: int, verb: Token) -> bool:
    """ "The minister said that his country would need to wait" tells what would follow."""
    return doc[first].lower_ == "need" and doc[max(0, first - 1)].lower_ == "would" and telling.teller(verb) is not None


def _quotation_ends(doc: Doc, last: int, verb: Token) -> bool:
    """Whether a quotation ends between operator and verb: '"Kenya should", he said' advises nothing."""
    return any(t.text in ('"', "''") for t in doc[last + 1 : verb.i])


def _carry(who: Token, passive: bool, direct: bool) -> Carry:
    """Where else to look for who is to act: nowhere where the subject is that, or where "any" means no one known."""
    if any(t.lower_ in ("any", "every", "no", "a", "an") for t in who.children):
        return "none"
    if is_instrument(who):
        return "said" if passive else "about"
    return "none" if direct else "said"


def _advises(doc: Doc, verb: Token, who: Token, frame: Frame, negated: bool) -> bool:
    """Whether the words advise somebody, rather than state a rule, a plight or an aside."""
    absent = negated and frame.polarity == "do"
    if frame.voice != "any" and (absent or bare_verb(verb) in words().burdens):
        return False  # "does not need to" is the absence of advice
    aside = who.lower_ in ("it", "one", "this", "i", "that") or clause.is_passive(verb)
    if verb.lemma_ in words().asides and aside:
        return False
    if who.lemma_.lower() in words().ruled and frame.id in _RULING and not telling.teller(verb):
        return False  # "visitors must hold a passport"
    return (
        not statement.is_rule(doc[: verb.i + 1])
        and not statement.is_under_law(doc)
        and not (verb.tag_ == "VB" and verb.lemma_ in words().knowing)
    )


def _fronted_topic(verb: Token, who: Token) -> list[Token]:
    """The words of "On A, X should ...": what the advice is about."""
    for prep in verb.children:
        if prep.lower_ in ("on", "regarding", "concerning", "about", "in") and prep.i < who.i:
            return [t for t in prep.subtree if t.i < who.i]
    return []


def _spelt(topic: list[Token]) -> str:
    """ "On fishing rights," as the end of the act: "on fishing rights"."""
    text = "".join(t.text_with_ws for t in topic).strip(" ,")
    return text[:1].lower() + text[1:]


# -- which acts --------------------------------------------------------------------------------


def _acts_of(doc: Doc, verb: Token, who: Token, frame: Frame) -> tuple[list[Act], bool] | None:
    """(the acts, whether the subject is the one to act); None where the sentence predicts or describes."""
    if who.dep_ == "expl" and who.lower_ == "there":
        noun = next((t for t in verb.children if t.dep_ in ("attr", "dobj", "nsubj") and t.i > verb.i), None)
        new = noun is not None and any(t.lower_ in ("a", "an", "more", "another") for t in noun.children)
        return (acts_from(noun), False) if noun is not None and (new or is_act_noun(noun)) else None
    if clause.is_passive(verb):
        if verb.lemma_ in words().predictions:
            return None
        return passive_acts(verb, who), False
    if verb.lemma_ == "be":
        return _predicate(doc, verb, who)
    if who.dep_ in ("csubj", "csubjpass") or not (may_act(who) or who.lower_ == "it") or verb.lemma_ == "have":
        return None
    if who.lemma_.lower() in words().instruments and bare_verb(verb) not in words().acts - words().phases:
        return None  # "the talks should end on Friday"
    if frame.id == "should" and verb.lemma_ in words().predictions and not _steered(verb, who):
        return None
    return verb_acts(doc, verb.i, "bare"), True


def _steered(verb: Token, who: Token) -> bool:
    """ "should go further" and the like do advise when nothing is measured in the clause; so does a state that should
    drop a rule."""
    if any(t.like_num for t in verb.subtree):
        return False
    dropped = verb.lemma_ in ("drop", "decrease", "decline") and clause.child(verb, "dobj") is not None
    return verb.lemma_ in ("go", "end", "turn") or (dropped and names_somebody(who))


def _predicate(doc: Doc, verb: Token, who: Token) -> tuple[list[Act], bool] | None:
    """ "V-ing X should be a priority" advises V-ing; "X should be ready to act" advises X to be ready."""
    if who.dep_ in ("csubj", "csubjpass") or (who.tag_ == "VBG" and who.dep_ == "nsubj"):
        limit = verb.left_edge.i if verb.left_edge.i > who.i else first_aux(verb)
        return verb_acts(doc, who.i, verb_form(who), limit), False
    what = next((t for t in verb.children if t.dep_ in ("acomp", "attr") and t.i > verb.i), None)
    goal = next(
        (t for t in verb.children if t.dep_ in ("xcomp", "ccomp") and t.i > verb.i and t.tag_ in ("VB", "VBG")), None
    )
    if who.lemma_.lower() in words().goals:
        return (verb_acts(doc, goal.i, verb_form(goal)), False) if goal is not None else None
    if what is None:
        return None
    if what.lemma_.lower() in words().goals:
        return (noun_acts(doc, who.left_edge.i, who.right_edge.i), False) if is_act_noun(who) else None
    if what.lemma_.lower() not in words().dispositions and what.tag_ != "JJR":
        return None
    return (verb_acts(doc, verb.i, "bare"), True) if may_act(who) and not is_instrument(who) else None
