"""How far a date behind a word reaches: to the happening that the word is, carries, governs or is coordinated with.

Belongs here: ties by the parse alone. Does not belong here: which of several dates is taken (tie).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.dating.found import Tied
from pipeline.language.factuality import REPORTS

_STANCES = frozenset(
    "oppose support condemn reject welcome regret deplore back endorse recognise recognize want demand refuse deny "
    "accept condone criticise criticize favour favor be stand".split()
)
"""Verbs for what is thought or felt at the time of saying so."""
_UP_TO_VERB = ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj")
"""Relations between a noun and the verb that carries it."""
_LIGHT = ("xcomp", "pcomp", "prep")
"""Relations of a complement that shares the time of the verb above it."""


def reaches(governor: Token, token: Token, anchor: Token, matched: frozenset[int]) -> bool:
    """Whether a date on `governor` dates the happening named by `token` (carried by the verb `anchor`).

    matched: tokens that name happenings; one on the way keeps the date for itself.
    """
    if governor in (token, anchor):
        return True
    if token.pos_ in ("NOUN", "PROPN"):
        return _reaches_noun(governor, token, matched)
    return _reaches_verb(governor, (token, anchor), matched)


def _reaches_noun(governor: Token, noun: Token, matched: frozenset[int]) -> bool:
    """A date inside the noun's own phrase ("the removal of X in May"), or on the verb that carries it."""
    word = governor
    while word.dep_ in ("pobj", "prep", "compound", "appos", "poss", "amod") and word.head != word:
        word = word.head
        if word == noun:
            return True
        if word.i in matched:
            return False
    verb = noun
    while verb.pos_ in ("NOUN", "PROPN", "ADP") and verb.head != verb and verb.dep_ in _UP_TO_VERB:
        verb = verb.head
    carried = verb.pos_ in ("VERB", "AUX") and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
    return carried and ((governor == verb and verb.i not in matched) or _under(verb, governor, matched))


def _reaches_verb(governor: Token, deed: tuple[Token, Token], matched: frozenset[int]) -> bool:
    """A date on an object, place or party of the verb, on an infinitive or light complement of it, or above it.

    deed: the word that names the happening and the verb that carries it.
    """
    word = governor
    while word.pos_ in ("NOUN", "PROPN", "ADP", "PRON", "ADJ", "NUM") and word.head != word:
        if word.i in matched and not (word.dep_ == "pobj" and word.head.lower_ in ("by", "through", "with")):
            return False
        word = word.head
        if word in deed:
            return True
    if word.pos_ in ("VERB", "AUX") and word.i not in matched:
        while word.dep_ in _LIGHT and word.head != word:
            word = word.head
            if word in deed:
                return True
    return _under(deed[1], governor, matched)


def _under(anchor: Token, governor: Token, matched: frozenset[int]) -> bool:
    """A date on the governing verb also dates a complement that shares its time ("began deploying on Monday")."""
    word = anchor
    while word.dep_ in _LIGHT and word.head != word:
        word = word.head
        if word == governor:
            return word.i not in matched
    return word.dep_ == "ccomp" and word.head == governor and governor.lemma_ in REPORTS and _of_its_time(word)


def _of_its_time(verb: Token) -> bool:
    """Whether a reported clause shares the time of the report ("declared in 2007 that it opposed the war"): not what
    had happened before, and not what would follow."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.lemma_ in _STANCES and not helpers & {"had", "has", "have", "will", "would"}


def up_to_now(date: Tied, anchor: Token) -> bool:
    """ "has given aid to clinics in the north since 2002": with a perfect, "since" dates the main verb."""
    if date.expression.kind != "since" or date.first < anchor.i or date.governor is None:
        return False
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve") for c in anchor.children)
    return perfect and anchor in list(date.governor.ancestors)


def covers_both(governor: Token, anchor: Token) -> bool:
    """A date behind the first of two coordinated verbs covers both, and so does one behind both."""
    word = anchor
    while word.dep_ == "conj":
        word = word.head
        if word == governor:
            return not _other_subject(anchor)
    behind = [c for c in anchor.children if c.dep_ == "conj" and c == governor]
    return any(not _other_subject(verb) for verb in behind)


def _other_subject(verb: Token) -> bool:
    """Whether a coordinated verb has a subject of its own; a pronoun takes up the first one."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON" for c in verb.children)


def is_deadline(date: Tied, token: Token, anchor: Token) -> bool:
    """Whether a date says until when a promise or demand is to be met, not when it was made ("promised to pay by
    May")."""
    verb = date.governor
    if date.expression.kind not in ("by", "before", "until") or verb is None or verb in (token, anchor):
        return False
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    return verb not in (token, anchor) and verb.i > anchor.i and any(c.lower_ == "to" for c in verb.children)


def is_of_now(date: Tied, anchor: Token) -> bool:
    """Whether a coordinated clause with a perfect tells of what holds now, which a past date in front of the first
    clause does not reach: "In 2013 a court fined X, and a union has accused Y"."""
    helpers = {c.lower_ for c in anchor.children if c.dep_ == "aux"}
    perfect = anchor.tag_ in ("VBN", "VBD") and bool(helpers & {"has", "have", "'ve", "had"})
    if not perfect or date.expression.kind not in ("point", "interval") or date.expression.reference is not None:
        return False
    return anchor.dep_ == "conj" and _other_subject(anchor) and date.last < anchor.left_edge.i
