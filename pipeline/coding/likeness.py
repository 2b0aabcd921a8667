"""Whether two written forms can name one person or one body of a document, and which form is the fullest.

Belongs here: comparing names as words. Does not belong here: the list of actors (registry), identity across documents
(pipeline.merge.persons, pipeline.merge.bodies).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.language.countries import CountryForm, forms

_LONGEST = 4
"""Words of the longest name of a country that is looked for."""


def fold(text: str) -> str:
    """Case, accents and punctuation folded, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("'s", ""))
    return " ".join(
        "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).casefold().split()
    )


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two forms can be one person's: one's words lie within the other's, or given names or initials agree.

    A lone word must be the last word of the other, or its last but one (two surnames), never its given name alone.
    """
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if short == long:
        return True
    if len(short) == 1:
        return short[0] in long[max(1, len(long) - 3) :]
    shorter = len(short) < len(long)
    if set(short) <= set(long) if shorter else set(short) == set(long):
        return True
    surname = short[-1] == long[-1] or (shorter and len(long) > 2 and short[-1] == long[-2])
    return surname and (short[0] == long[0] or (1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0]))


def misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the forms differ by one or two letters in the surname, with nothing else speaking against it."""
    if not a or not b or min(len(a[-1]), len(b[-1])) < 5 or a[-1][0] != b[-1][0]:
        return False
    if len(a) > 1 and len(b) > 1 and a[0] != b[0]:
        return False
    limit = 1 if min(len(a[-1]), len(b[-1])) < 7 else 2
    return DamerauLevenshtein.distance(a[-1], b[-1], score_cutoff=limit) <= limit


def body_words(text: str) -> frozenset[str]:
    """The words that identify a body, without function words and its country's."""
    kept = {fold(word) for word, form in _words(text) if form is None}
    return frozenset(kept) - {"of", "the", "and", "for", "republic", "national", "in", "at"}


def lands(text: str) -> frozenset[str]:
    """Plain names of the countries that the text's own words carry, also of those without a code."""
    return frozenset(form.country.name for _, form in _words(text) if form is not None)


def _words(text: str) -> Iterator[tuple[str, CountryForm | None]]:
    """The words of a name in order, those of a country together with what they stand for."""
    words = text.replace("’", "'").replace("'s", "").split()
    i = 0
    while i < len(words):
        sizes = range(_LONGEST, 0, -1)
        size = next((n for n in sizes if " ".join(words[i : i + n]) in forms()), 0)
        word = " ".join(words[i : i + (size or 1)])
        yield word, forms()[word] if size else None
        i += size or 1


def full_name(forms: Counter[str]) -> str:
    """The fullest form of a person, its surname spelt as the document spells it most often."""
    ranked = sorted(forms, key=lambda f: (-len(f.split()), -forms[f], f))
    best = next((f for f in ranked if not f.isupper()), ranked[0])
    words = best.split()
    votes: Counter[str] = Counter()
    for form, count in forms.items():
        last = form.split()[-1]
        if misspelt((fold(last),), (fold(words[-1]),)) or last == words[-1]:
            votes[last] += count
    if votes:
        top = max(sorted(votes), key=lambda w: votes[w])
        if votes[top] > votes[words[-1]]:
            words[-1] = top
    return " ".join(words)
