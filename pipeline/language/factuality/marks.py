"""What a word's own children tell of its factuality: negation, auxiliaries, tense, modifiers.

Belongs here: one word and what hangs on it. Does not belong here: what the words above make of it (verdict).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.clauses import controlled
from pipeline.language.factuality.words import ALLEGED, ANNOUNCED, FACT, FUTURE, NONE, PURPOSES, SAYABLE, Factuality


def to_come(verb: Token) -> bool:
    """Whether "will" or "shall" puts a verb into the future."""
    return bool(auxiliaries(verb) & FUTURE)


def undertaken(verb: Token) -> bool:
    """Whether an announced deed is its subject's to undertake: neither a means ("by combating"), nor a purpose, nor
    what a thing before "which" will bring about, nor what somebody else is to be helped to do."""
    if any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in verb.children):
        return False
    told = to_come(verb) or (verb.tag_ == "VB" and verb.dep_ not in ("pcomp", "acl"))
    return told and not controlled(verb)


def negated(token: Token) -> bool:
    """Whether a negation stands with this word."""
    for child in token.children:
        if (
            child.dep_ == "neg"
            or child.lower_ in ("never", "neither", "nor")
            or (child.lower_ == "no" and child.dep_ == "det")
        ):
            return True
        if child.dep_ == "dobj" and any(c.lower_ == "no" and c.dep_ == "det" for c in child.children):
            return True  # "offered no help"
        if child.dep_ in ("nsubj", "nsubjpass") and (
            child.lower_ in ("nobody", "none", "neither")
            or any(c.lower_ == "no" and c.dep_ == "det" for c in child.children)
        ):
            return True
    return False


def auxiliaries(verb: Token) -> set[str]:
    """Auxiliaries of a verb; a coordinated verb without subject and auxiliary shares those of the first."""
    out = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if (
        verb.dep_ == "conj"
        and not out
        and verb.head.pos_ in ("VERB", "AUX")
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    ):
        return auxiliaries(verb.head)
    return out


def tense(verb: Token, helpers: set[str]) -> str:
    """Whether a verb form tells what goes on ("ongoing") or what happened; helpers: its auxiliaries."""
    if (verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "am", "'re"}) or (
        verb.tag_ == "VBG" and "been" in helpers and helpers & {"has", "have"}
    ):
        return "ongoing"
    return "ongoing" if verb.tag_ in ("VBZ", "VBP") and not helpers else FACT


def owned(verb: Token, speaker: Token | None) -> bool:
    """Whether somebody says a thing by saying that it may or must be said ("I must say that it is a mistake")."""
    return (
        speaker is not None
        and speaker.lower_ in ("i", "we")
        and bool(auxiliaries(verb) & SAYABLE)
        and not negated(verb)
    )


def modified(noun: Token) -> Factuality | None:
    """What a noun's own modifiers make of it ("no visit", "an alleged attack", "the planned talks"); None: nothing."""
    if negated(noun) or any(
        c.lower_
        in ("possible", "potential", "alleged", "future", "hypothetical", "any", "attempted", "prospective", "further")
        and c.dep_ in ("amod", "det")
        for c in noun.children
    ):
        alleged = any(c.lower_ == "alleged" for c in noun.children)
        attempted = any(c.lower_ in ("attempted", "further") for c in noun.children)
        if not attempted:
            return Factuality(ALLEGED) if alleged else Factuality(NONE, "hypothetical")
    planned = any(
        c.lower_ in ("planned", "upcoming", "forthcoming", "scheduled", "proposed", "imminent") for c in noun.children
    )
    if planned:
        return Factuality(ANNOUNCED)
    return None


def is_to(verb: Token, subject: Token | None) -> bool:
    """Whether an infinitive right behind "is" tells what its subject is about to do ("the minister is to visit"), and
    not what something is good for or what is meant ("it is right to visit", "the goal is to visit")."""
    if subject is None or subject.lower_ in ("it", "this", "that", "which", "what", "there"):
        return False
    other = [c for c in verb.head.children if c.dep_ in ("acomp", "attr", "prep", "expl") and c.i < verb.i]
    return subject.lemma_.lower() not in PURPOSES and not any(c.i > verb.head.i for c in other)
