"""Which area an act steers: by its own words where they tell, else by what stands around it.

Belongs here: adding up cues and choosing. Does not belong here: the cues (cues), their weights by place (places,
around).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.area.cues import HINT, TOOL, as_cue, hits
from pipeline.coding.recommendations.area.places import (
    CORE,
    LABEL,
    NAMED,
    TIME,
    TOPIC,
    VERB,
    act_words,
    areas_of_act,
    areas_of_means,
    place_weights,
)
from pipeline.coding.recommendations.area.subject import Shares
from pipeline.coding.recommendations.lexicon import areas
from pipeline.coding.recommendations.model import Act

BESIDE = {1: 0.5, 2: 0.3}
"""Share of the cue for a means (of rank 1, 2) from which a sector's cue beside it wins: "talks to curb migration"."""
HINTED = 2.0
"""Weight of an act's own hints against the cues around it."""
FAINT = 0.45
"""Score below which what stands around an act tells nothing."""
DEFAULT = "diplomacy"
"""Area of an act with no cue in it or around it, in texts about relations between countries."""
AROUND = (1.0, 0.7, 0.35)
"""Share of a cue around an act by the rank of its area: a text about two countries speaks of their relations anyway."""
MANY = 3
"""So many sectors named side by side make the means the area ("invest in A, B and C")."""
Around = Iterable[tuple[Shares, float]]
"""What each run of words around an act tells, with the weight of a cue in it."""


@cache
def _means() -> dict[str, int]:
    return {a.area: a.means for a in areas()}


class Choice(NamedTuple):
    """An area, and what tells it: the act's own words, what stands around it, nothing."""

    area: str
    basis: Literal["act", "surroundings", "none"]


def area_of(doc: Doc, act: Act, named: Collection[int], label: Iterable[Token], around: Around) -> Choice:
    """The area of an act of `doc`.

    named: tokens that belong to the names of bodies. label: the words that head the item, or of the subject that the
    act is needed for.
    """
    tally = _Tally()
    weights = place_weights(doc, act)
    verb = act.first if act.thing is None and doc[act.first].pos_ in ("VERB", "AUX") else -1
    for i, area, weight in hits(act_words(doc, act)):
        if i == verb:
            continue  # "tie grants to firms" is no tie; verbs have lists of their own
        here = weights.get(i, CORE) * (NAMED if i in named and area != "multilateral" else 1.0)
        tally.add(area, weight * here, i, decides=weight >= 1.0 and here > TIME)
        tally.tools |= TOOL <= weight < 1.0
        if weight >= 1.0 and here >= TOPIC and _means()[area] < 2:
            tally.sectors.add(area)
    for _, area, weight in hits(label):
        tally.add(area, LABEL * as_cue(weight), act.last + 1, decides=weight >= TOOL)
    for area in areas_of_act(doc, act):
        tally.add(area, VERB, act.first, decides=True)
    for area in areas_of_means(doc, act):
        tally.add(area, VERB if tally.peak or tally.tools else HINT, act.first, decides=bool(tally.peak))
    if not tally.peak:
        return _by_surroundings(tally.total, around)
    best = _best(tally)
    return Choice(best[0] if len(best) == 1 else _nearest(best, around), "act")


class _Tally:
    """Cues of one act added up.

    total: area -> weight of all its cues. peak: area -> heaviest of its cues that decide by themselves, not hints.
    tools: whether a tool is named. place: area -> token of its first cue. sectors: areas of the act's object that are
    no means of others.
    """

    def __init__(self) -> None:
        self.total: dict[str, float] = defaultdict(float)
        self.peak: dict[str, float] = defaultdict(float)
        self.place: dict[str, int] = {}
        self.tools = False
        self.sectors: set[str] = set()

    def add(self, area: str, weight: float, at: int, decides: bool) -> None:
        self.total[area] += weight
        self.place.setdefault(area, at)
        if decides:
            self.peak[area] = max(self.peak[area], weight)


def _best(tally: _Tally) -> list[str]:
    """The areas of the highest score, in the order named; a sector before a means, unless many sectors share the
    object."""
    rank, total, peak = _means(), tally.total, tally.peak
    clear = [*peak]
    if len(tally.sectors) >= MANY and any(rank[a] == 2 for a in clear):
        clear = [a for a in clear if rank[a] == 2]
    else:
        top = max(total[a] for a in clear)
        first = min((a for a in clear if total[a] == top), key=lambda a: rank[a])
        if rank[first]:
            near = [a for a in clear if a == first or peak[a] >= BESIDE[rank[first]] * peak[first]]
            lowest = min(rank[a] for a in near)
            clear = [a for a in near if rank[a] == lowest]
    best = max(round(total[a], 3) for a in clear)
    tied = [a for a in clear if round(total[a], 3) == best]
    lowest = min(rank[a] for a in tied)
    return sorted((a for a in tied if rank[a] == lowest), key=lambda a: tally.place[a])


def _nearest(among: list[str], around: Around) -> str:
    """Of areas that the act names alike, the one that the words around it tell most; the first where they do not."""
    total = _added(dict.fromkeys(among, 1.0), around)
    return min(among, key=lambda a: (-round(total[a], 3), among.index(a)))


def _by_surroundings(own: dict[str, float], around: Around) -> Choice:
    """The area by the act's faint hints and the runs of words around it; a sector before a means."""
    total = _added(own, around)
    if abs(total["security"] - total["counter_narcotics"]) < FAINT:
        total["counter_narcotics"] = 0.0  # named side by side, the wider field is meant
    best = min(total, key=lambda a: (-round(total[a], 3), a), default=DEFAULT)
    return Choice(best, "surroundings") if total[best] >= FAINT else Choice(DEFAULT, "none")


def _added(own: dict[str, float], around: Around) -> dict[str, float]:
    """Area -> its weight by what an act hints at and by the runs of words around it."""
    total = defaultdict(float, {a: HINTED * w for a, w in own.items()})
    for told, share in around:
        for area, weight in told.items():
            total[area] += share * AROUND[_means()[area]] * weight
    return total
