"""When two names, titles or goods are the same for the purpose of measuring.

Belongs here: comparing words. Does not belong here: identity of actors in the dataset (pipeline.merge.actors), which
is stricter and is itself what is measured.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz

from pipeline.language.countries import forms
from pipeline.merge.names import words
from pipeline.quality.rows import Parties, Party

_EMPTY = frozenset({"a", "an", "and", "for", "government", "of", "the"})
"""Words that tell no name from another: the codebook has actors without article and a government under its state."""
_SHORTEST = 4
"""A name of fewer letters is no part of a longer one: too many initials would be."""
ACTORS_ALIKE = 0.9
"""Names of actors: a slip of spelling, not another person."""
NAMES_ALIKE = 0.82
"""Names of agreements, which documents word more freely."""
TITLES_ALIKE = 0.8
"""Titles and publishers, where punctuation and subtitles vary."""
WORDS_ALIKE = 0.75
"""Goods and units, in singular or plural."""


@cache
def key(text: str) -> str:
    """Folded words of a name; a country's name under one form, and no words that tell nothing.

    >>> key("the Government of the U.S.") == key("United States of America")
    True
    """
    tokens, table, found, i = words(text), _countries(), [], 0
    while i < len(tokens):
        size = next((n for n in range(min(_longest(), len(tokens) - i), 0, -1) if tokens[i : i + n] in table), 0)
        found.append(table[tokens[i : i + size]] if size else tokens[i])
        i += max(size, 1)
    return " ".join(token for token in found if token not in _EMPTY)


@cache
def _countries() -> dict[tuple[str, ...], str]:
    """Words of every name of a country -> its plain name as one word. Demonyms and capitals stay what they are."""
    names = (form for form in forms().values() if form.form == "name")
    return {words(form.surface): "".join(words(form.country.name)) for form in names}


@cache
def _longest() -> int:
    return max(map(len, _countries()))


@cache
def alike(a: str | None, b: str | None, least: float) -> bool:
    """Whether two wordings mean the same: equal keys, all words of one in the other, or letters alike by `least` (0-1).

    Nothing is like nothing, and unlike anything else.
    """
    left, right = key(a or ""), key(b or "")
    if not left or not right or left == right:
        return left == right
    shorter, longer = sorted((left, right), key=lambda name: len(name.split()))
    if len(shorter) >= _SHORTEST and set(shorter.split()) <= set(longer.split()):
        return True
    return fuzz.ratio(left, right) >= 100 * least


def party(name: str, aliases: Iterable[str] = ()) -> Party:
    """An actor with its known forms."""
    return Party(name, frozenset(key(form) for form in (name, *aliases)))


def same_party(gold: Party, ours: Party) -> bool:
    """Whether two actors share a form, or one of ours is spelt like the gold's name."""
    return bool(gold.keys & ours.keys) or any(alike(gold.name, form, ACTORS_ALIKE) for form in ours.keys)


def hits(gold: Parties, ours: Parties) -> int:
    """How many of the gold's actors are among ours."""
    return sum(any(same_party(wanted, got) for got in ours) for wanted in gold)


def meet(gold: Parties, ours: Parties) -> bool:
    """Whether the two lists have an actor in common, or are both empty."""
    return hits(gold, ours) > 0 if gold else not ours
