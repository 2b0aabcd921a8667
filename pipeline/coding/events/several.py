"""Several happenings told at once: relations with several partners, a plural noun with several years.

Belongs here: dividing one statement into rows by partner or by date. Does not belong here: reciprocal deeds and
recognitions of several states (rows), which date belongs to a happening (pipeline.coding.dating).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.dating import Tied
from pipeline.coding.events.draft import Draft
from pipeline.coding.events.matching import Match
from pipeline.language.clauses import with_conjuncts
from pipeline.language.model import ParsedSentence


def partners(
    registry: Registry, sentence: ParsedSentence, draft: Draft, dates: list[Tied]
) -> list[tuple[tuple[int, ...], Tied | None]]:
    """(the two sides, the date behind the partner) for each partner of "resumed relations with X and Y in 1975, and
    with Z in 1978"; [] where one partner only is told of."""
    match = draft.match
    if match.frame.mode != "relations" or not match.frame.joint or len(match.args.subjects) != 1:
        return []
    subject = registry.resolve_one(sentence, match.args.subjects[0])
    heads = [t for word in (match.token, *match.args.objects) for t in _with(word)]
    found = [(t, i) for t in heads for i in registry.resolve_one(sentence, t) if registry.actors[i].kind == "state"]
    if len(subject) != 1 or len({i for _, i in found}) < 2 or subject[0] in {i for _, i in found}:
        return []
    out: list[tuple[tuple[int, ...], Tied | None]] = []
    for token, partner in sorted(found, key=lambda f: f[0].i):
        behind = [d for d in dates if d.first > token.i and not d.attributive]
        out.append(((subject[0], partner), min(behind, key=lambda d: d.first) if behind else None))
    return out


def mutual(match: Match) -> bool:
    """Whether each does it to the other ("expelled one another's envoys", "granted each other recognition")."""
    inside = [t for t in match.anchor.subtree if t.i > match.anchor.i + 1 and t.lower_ in ("another", "other")]
    return any(
        t.nbor(-1).lower_ == {"another": "one", "other": "each"}[t.lower_]
        and (t.nbor(-2).pos_ != "ADP" or t.dep_ == "poss")  # not "opened their ports to each other"
        for t in inside
    )


def _with(word: Token) -> list[Token]:
    preps = [c for c in word.children if c.dep_ in ("prep", "conj") and c.lower_ == "with" and c.i > word.i]
    return [t for p in preps for c in p.children if c.dep_ == "pobj" for t in with_conjuncts(c)]


def years(draft: Draft, date: Tied | None, dates: list[Tied]) -> list[Tied]:
    """The dates of a plural noun that are coordinated with the one tied to it: "the invasions in 1895 and 1935"."""
    if date is None or draft.token.tag_ not in ("NNS", "NNPS") or date.attributive:
        return []
    doc = draft.token.doc
    return [
        d for d in dates
        if d.first > date.last and d.first - date.last <= 3
        and any(t.dep_ == "conj" and date.first <= t.head.i <= date.last for t in doc[d.first : d.last + 1])
    ]  # fmt: skip
