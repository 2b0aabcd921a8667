"""Dates in front of a clause: "on 3 May, when X left", "it was not until May that", and what they do not reach.

Belongs here: when-clauses, clefts, and clauses that a date in front of the sentence leaves out. Does not belong here:
dates behind a word (reach).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.dating.found import Tied
from pipeline.language.dates import DateExpression

_APART = frozenset({"after", "following", "since", "because", "once", "despite"})
"""Words whose part of the sentence has a time of its own."""


def of_when_clause(token: Token, anchor: Token, dates: list[Tied]) -> Tied | None:
    """ "on 3 May 1920, when X presented ...": the clause takes the date before "when"; and a main clause without a date
    of its own takes the one of its when-clause."""
    return _before_when(anchor, dates) or _inside_when(token, anchor, dates)


def _before_when(anchor: Token, dates: list[Tied]) -> Tied | None:
    for clause in [anchor, *anchor.ancestors]:
        marks = [c for c in clause.children if c.lower_ == "when" and c.dep_ in ("advmod", "mark")]
        gap = [d for d in dates if 0 < marks[0].i - d.last <= 2] if marks else []
        if gap:
            return Tied(_at_point(gap[0].expression), gap[0].first, gap[0].last, gap[0].governor, False)
        dated = clause.dep_ == "conj" and any(d.governor == clause for d in dates)
        if dated or clause.dep_ in ("ROOT", "relcl", "advcl"):
            return None
    return None


def _inside_when(token: Token, anchor: Token, dates: list[Tied]) -> Tied | None:
    clauses = [c for c in anchor.children if c.dep_ == "advcl" and any(m.lower_ == "when" for m in c.children)]
    if not clauses or token.pos_ != "VERB" or any(d.governor == anchor or d.fronted for d in dates):
        return None
    when = clauses[0]
    inner = [d for d in dates if d.governor is not None and (d.governor == when or when in list(d.governor.ancestors))]
    return inner[-1] if inner else None


def _at_point(expression: DateExpression) -> DateExpression:
    """ "until May 1910, when X left": the clause is dated May 1910, not the time until then."""
    return replace(expression, edtf=expression.point or expression.edtf)


def is_cleft(date: Tied) -> bool:
    """ "It was not until May 1910 that ...": the date covers the clause."""
    verb = date.governor
    return verb is not None and verb.lemma_ == "be" and any(c.lower_ == "it" and c.i < verb.i for c in verb.children)


def of_another_clause(date: Tied, token: Token, plain: list[Tied]) -> bool:
    """Whether another clause with a date in front of it lies between a fronted date and the happening: "In 2004 X left
    and in 2006 Y began to ..."."""
    later = [d for d in plain if d.first > date.last and d.last < token.i and d.governor is not None]
    return any(
        d.governor.dep_ == "conj" and d.last < d.governor.i and (d.governor == token or d.governor in token.ancestors)
        for d in later
        if d.governor is not None
    )


def is_shielded(token: Token) -> bool:
    """Whether the happening stands in an "after ..." or "following ..." part that a fronted date does not reach."""
    word = token
    while word.head != word:
        if word.dep_ in ("advcl", "pobj", "pcomp", "prep") and _lead_of(word) in _APART:
            return True
        if word.dep_ == "relcl" and any(c.dep_ == "aux" and c.lower_ in ("had", "has", "have") for c in word.children):
            return True
        if word.dep_ in ("amod", "poss", "compound") and word == token and word.pos_ == "VERB":
            return True
        word = word.head
    return False


def _lead_of(word: Token) -> str:
    """The word that opens a part of a sentence: a preposition itself, the conjunction of a clause; "" for none."""
    if word.dep_ == "prep":
        return word.lower_
    opens = (c for c in word.children if c.dep_ in ("mark", "advmod") or (c.dep_ == "prep" and c.i < word.i))
    return next((c.lower_ for c in opens), "")
