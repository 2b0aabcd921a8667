"""Dates of a visit or meeting, which date what a further clause tells of it: "visited Chile in May, where she met X".

Belongs here: clauses with "where" or "during which" and participles behind such a deed. Does not belong here: dates of
nouns of occasions (occasions), when-clauses (fronted).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.dating.found import Tied

_JOURNEYS = frozenset(
    "visit travel fly go come arrive tour attend meet host receive hold meeting trip journey stay summit conference "
    "talk talks session ceremony reception mission".split()
)
"""Verbs and nouns of journeys and meetings, of which a clause with "where" tells more."""
_APART = frozenset({"after", "before", "since", "while", "when", "by", "following", "once", "until"})
"""Words that open a part of a sentence with a time of its own."""


def of_journey(anchor: Token, plain: list[Tied]) -> Tied | None:
    """The date of the visit or meeting that the clause of `anchor` goes on with."""
    stay = _during(anchor)
    if stay is not None:
        before = [d for d in plain if d.governor is not None and not d.attributive and d.last < stay.i]
        return before[-1] if before and not _dated(stay, plain) else None
    clause = _first_of(anchor)
    if clause is None or clause.dep_ not in ("relcl", "advcl", "ccomp"):
        return None
    above = [a for a in clause.ancestors if a.i < clause.i]
    if any(c.lower_ == "had" for c in clause.children) or not _goes_on(clause, above):
        return None
    near = [
        d
        for d in plain
        if d.governor is not None
        and not d.fronted
        and d.last < clause.i
        and (d.governor in above or (d.governor.dep_ in ("dobj", "pobj") and d.governor.head in above))
    ]
    return near[-1] if near and near[-1].expression.kind in ("point", "interval") else None


def _during(verb: Token) -> Token | None:
    """The visit or meeting told of before, at which something was done: "was signed in the course of his stay"."""
    preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("during", "at", "on", "in")]
    preps += [t for p in preps for o in p.children if o.lower_ in ("course", "occasion", "margins") for t in o.children]
    for noun in (t for p in preps if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"):
        said_before = any(c.lower_ in ("the", "his", "her", "their", "this", "that") for c in noun.children)
        which = any(c.dep_ == "relcl" or c.lower_ in ("of", "in") for c in noun.children)
        told = any(t.lemma_.lower() in _JOURNEYS for t in noun.doc[: noun.left_edge.i])
        if noun.lemma_.lower() in _JOURNEYS and said_before and told and not which:
            return noun
    return None


def _dated(noun: Token, plain: list[Tied]) -> bool:
    return any(d.governor is not None and (d.governor == noun or noun in d.governor.ancestors) for d in plain)


def _first_of(verb: Token) -> Token | None:
    """The first of the verbs that a verb is coordinated with; None where it has a subject of its own."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        if any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON" for c in verb.children):
            return None
        verb = verb.head
    return verb


def _goes_on(clause: Token, above: list[Token]) -> bool:
    """Whether a clause tells what was done during or at what the words above it name."""
    if any(t.lower_ == "which" and t.head.lower_ in ("during", "at", "in") for t in clause.subtree):
        return True
    words = {c.lower_ for c in clause.children if c.i < clause.i}
    told = {w.lemma_.lower() for a in above[:3] for w in (a, *a.children) if w == a or w.dep_ == "dobj"}
    going = bool(told & _JOURNEYS)
    along = clause.dep_ == "advcl" and clause.tag_ == "VBG" and not words & _APART
    return going and ("where" in words or along)
