"""Finding the words that tell an area in a run of tokens.

Belongs here: matching the cues of lexicons/areas. Does not belong here: what they weigh where they stand (places,
around).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from pipeline.coding.recommendations.lexicon import areas, words

HINT = 0.3
"""Weight of a hint, a word of many areas, beside a cue's 1."""
TOOL = 0.4
"""Weight of a tool, which serves many ends and decides only where nothing else does: between a hint and a cue."""
PER_WORD = 0.1
"""What each further word of a cue adds to its weight: "fair trade practice" tells more than "trade"."""
_LONGEST = 6
_SPLIT = re.compile(r"(-(?!\d)|/|(?<=\d)\+(?=\d)|(?<=\d)(?=g\b)|'s\b|'(?=\s|$))")
Found = tuple[int, str, float]
"""(token, area, weight) of a cue."""


@cache
def _cues() -> dict[tuple[str, ...], tuple[tuple[str, float], ...]]:
    table: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
    for area in areas():
        lists = ((area.cues, 1.0), (area.tools, TOOL), (area.hints, HINT))
        for phrase, weight in ((p, w) for phrases, w in lists for p in phrases):
            key = _split(phrase)
            table[key].append((area.area, weight * (1 + PER_WORD * (len(key) - 1))))
    for phrase in words().no_cues:
        table[_split(phrase)] = []
    return {k: tuple(v) for k, v in table.items()}


def _split(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase, as the parser cuts them."""
    return tuple(_SPLIT.sub(r" \1 ", phrase).split())


def as_cue(weight: float) -> float:
    """What a cue weighs where nothing can be a mere means, as in a topic: tools count in full, hints as they are."""
    return max(weight, 1.0) if weight >= TOOL else weight


@cache
def areas_of_verb(lemma: str) -> tuple[str, ...]:
    """The areas that an act's verb tells by itself: "vaccinate", "patrol"."""
    return tuple(a.area for a in areas() if lemma in a.verbs)


@cache
def areas_of_means_verb(lemma: str) -> tuple[str, ...]:
    """The areas that an act's verb tells when nothing else does: "publish", "pay"."""
    return tuple(a.area for a in areas() if lemma in a.means_verbs)


def _singular(word: str) -> str:
    """A plural in -s without it: the parser leaves "Vaccines" as it is where a capital makes it a name."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("xes", "shes", "ches", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def hits(tokens: Iterable[Token]) -> Iterator[Found]:
    """Every cue in a run of tokens, in its order; the longest phrase at a place hides shorter ones."""
    run = [t for t in tokens if not t.is_space]
    lemmas = [_singular(t.lower_) if t.lemma_.lower() == t.lower_ else t.lemma_.lower() for t in run]
    lowers = [t.lower_ for t in run]
    cues = _cues()
    i = 0
    while i < len(run):
        for size in range(min(_LONGEST, len(run) - i), 0, -1):
            # a plural noun or a gerund may stand in the list either way, and an acronym in capitals
            keys = {
                tuple(t.text for t in run[i : i + size]),
                tuple(lemmas[i : i + size]),
                tuple(lowers[i : i + size]),
                (*lowers[i : i + size - 1], lemmas[i + size - 1]),
            }
            found = next((cues[k] for k in sorted(keys) if k in cues), None)
            if found is not None:
                yield from ((run[i + size - 1].i, area, weight) for area, weight in found)
                i += size - 1
                break
        i += 1
