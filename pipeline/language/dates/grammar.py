"""The form of a rule, and the pieces of patterns that several groups of rules share.

A rule is a pattern with named groups and a function from those groups to an Atom (or None where the match turns out to
be no date). `scan` compiles them. Patterns use [0-9] and bounded repetition only, so that a scan is linear in the text.

Belongs here: what no single kind of date owns. Does not belong here: the rules (calendar, phrases), words (words).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.language.dates.model import Atom
from pipeline.language.dates.words import MONTH_NUMBERS, ORDINALS, SPACE

Groups = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` with named groups; `build(groups, start, end)` gives the atom.

    starts: the words, lower case, that a match may begin with; "0" for a number of up to three digits and "0000"
    for a longer one. The scan tries a rule nowhere else.
    """

    name: str
    starts: frozenset[str]
    pattern: str
    build: Callable[[Groups, int, int], Atom | None]


NUMERAL, FOUR_DIGITS = "0", "0000"
"""What stands in `starts` for digits."""


def opening(*words: str) -> frozenset[str]:
    """The first words of phrases: their letters up to the first that is none, or a sign for their digits."""
    return frozenset(w if w.startswith("0") else re.split("[^a-z]", w.casefold(), maxsplit=1)[0] for w in words)


S, S0 = SPACE, f"(?:{SPACE})?"
"""White space between two words of a date, and such that may be missing."""

SEP = rf"(?P<sep>{S0}[-–—]{S0}|,?{S}(?:to|through|until|till|and|or){S}(?:the{S})?|{S0}&{S0})"
"""What stands between the two ends of a range, or between two days of a month."""


def number_of(word: str) -> int:
    """The number of figures ("3", "3rd") or of an ordinal in words."""
    digits = "".join(c for c in word if c in "0123456789")
    return int(digits) if digits else ORDINALS[" ".join(word.casefold().split())]


def month_of(word: str) -> int:
    """Number of a month's name or abbreviation."""
    return MONTH_NUMBERS[word.rstrip(".").casefold()]
