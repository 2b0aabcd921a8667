"""Which area an act steers, by cue words: in the act first, around it when the act's own words are of no area.

Belongs here: counting cues. Does not belong here: the cues (lexicons/areas.yaml).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.lexicon import areas

OBJECT, REST, LABEL, HINT = 3.0, 1.0, 2.0, 0.3
"""Weights of a cue in the act's object, in its purpose or relative clause, in the item's label; a hint's share."""
DECIDED = 0.95
"""Score from which an act's own words settle its area."""
DEFAULT = "diplomacy"
"""Area of an act with no cue in it or around it, in texts about relations between countries."""
MANY = 3
"""So many sectors named side by side make the means the area ("invest in A, B and C")."""
_LONGEST = 4
_OPENERS = frozenset(
    ("that", "which", "who", "to", "by", "through", "so", "where", "without", "rather", "via", "instead", "including")
)
"""Words from which on an act's words tell its purpose or examples, not its object."""
_EXAMPLES = frozenset({"such as", "for instance", "for example"})


@cache
def _cues() -> dict[tuple[str, ...], tuple[tuple[str, float], ...]]:
    table: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
    for area in areas():
        for phrase in area.cues:
            table[tuple(phrase.replace("-", " - ").split())].append((area.area, 1.0))
        for phrase in area.hints:
            table[tuple(phrase.replace("-", " - ").split())].append((area.area, HINT))
    return {k: tuple(v) for k, v in table.items()}


@cache
def _means() -> dict[str, int]:
    return {a.area: a.means for a in areas()}


def hits(tokens: Iterable[Token]) -> Iterator[tuple[int, str, float]]:
    """(token, area, weight) of every cue in a run of tokens; the longest phrase at a place hides shorter ones."""
    run = [t for t in tokens if not t.is_space]
    lemmas = [t.lemma_.lower() for t in run]
    lowers = [t.lower_ for t in run]
    cues = _cues()
    i = 0
    while i < len(run):
        for size in range(min(_LONGEST, len(run) - i), 0, -1):
            # a plural noun or a gerund may stand in the list either way
            keys = {
                tuple(lemmas[i : i + size]),
                tuple(lowers[i : i + size]),
                (*lowers[i : i + size - 1], lemmas[i + size - 1]),
            }
            found = next((cues[k] for k in sorted(keys) if k in cues), None)
            if found:
                yield from ((run[i].i, area, weight) for area, weight in found)
                i += size - 1
                break
        i += 1


def score(doc: Doc, first: int, last: int) -> tuple[dict[str, float], dict[str, int], set[str]]:
    """(score of each area, first token of each, sectors named in the object) for the words first..last."""
    total: dict[str, float] = defaultdict(float)
    place: dict[str, int] = {}
    sectors: set[str] = set()
    rest = _rest(doc, first, last)
    for i, area, weight in hits(doc[first : last + 1]):
        total[area] += weight * (OBJECT if i < rest else REST)
        place.setdefault(area, i)
        if i < rest and weight == 1.0 and not _means()[area]:
            sectors.add(area)
    return total, place, sectors


def _rest(doc: Doc, first: int, last: int) -> int:
    """The first token behind the act's object."""
    for i in range(first + 1, last + 1):
        linked = doc[i].lower_ == "to" and doc[i].tag_ == "IN"  # "access to markets" goes on naming the object
        if (doc[i].lower_ in _OPENERS and not linked) or doc[i : i + 2].text.lower() in _EXAMPLES:
            return i
    return last + 1


def area_of(
    doc: Doc, first: int, last: int, label: Iterable[Token], around: Iterable[tuple[Iterable[Token], float]]
) -> str:
    """The area of the act at tokens first..last.

    label: the words that head the item, or of the subject that the act is needed for.
    around: runs of words near the act with the weight of a cue in each.
    """
    total, place, sectors = score(doc, first, last)
    for _, area, weight in hits(label):
        total[area] += LABEL * weight
        place.setdefault(area, last + 1)
    if total and max(total.values()) >= DECIDED:
        return _best(total, place, sectors)
    own = dict(total)
    for tokens, share in around:
        near: set[str] = set()
        for i, area, weight in hits(tokens):
            total[area] += weight * share
            place.setdefault(area, last + 2 + i)
            if weight == 1.0:
                near.add(area)
        if len(near) >= MANY and own:
            return min(own, key=lambda a: (-own[a], place[a]))
        if total and max(total.values()) >= DECIDED:
            return _best(total, place, sectors)
    return _best(total, place, sectors) if total else DEFAULT


def _best(total: dict[str, float], place: dict[str, int], sectors: set[str]) -> str:
    """The highest score; a sector before a means, unless many sectors share the object; then the first named."""
    rank = _means()
    clear = [a for a in total if total[a] >= DECIDED]
    if len(sectors) >= MANY and any(rank[a] == 2 for a in clear):
        clear = [a for a in clear if rank[a] == 2]
    elif clear:
        top = max(total[a] for a in clear)
        near = [a for a in clear if total[a] * 3 >= top] if any(rank[a] and total[a] == top for a in clear) else clear
        lowest = min(rank[a] for a in near)
        clear = [a for a in near if rank[a] == lowest]
    return min(clear or total, key=lambda a: (-total[a], place[a]))
