"""A quantity, and the comparator before it.

Belongs here: what quantities of every kind share. Does not belong here: finding them (quantities, ranks).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language.quantity_words import words


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at text[char_start:char_end], approximator, currency and percent sign included, counted noun not.

    value: scaled out, the lower bound of a range (its comparator is then "~", upper the other bound); percent of a
    fraction ("half" is 50). comparator: =, ~, >, >=, <, <=. unit: percent, a currency, rank, times, or a unit of the
    lexicon; None where the noun says too little. currency: ISO 4217. kind: money, percent, count, rank, factor, change.
    """

    char_start: int
    char_end: int
    surface: str
    value: float
    upper: float | None
    comparator: str
    unit: str | None
    currency: str | None
    kind: str


def comparator_before(text: str, start: int, *, ranged: bool) -> tuple[int, str]:
    """(start of the approximator, comparator) of the number at `start`; (start, "=") for none."""
    if ranged:
        framed = re.search(r"\b(?:between|ranging from|anywhere from|from)\s+$", text[:start], re.IGNORECASE)
        if framed:
            return framed.start(), "~"
    match = words().before_pattern.search(text, 0, start)
    if match is None:
        return start, "="
    inner = words().before_pattern.search(text, 0, match.start())  # "well over about"
    comparator = words().before[" ".join(match[1].lower().split())]
    if inner and comparator == "=":
        return inner.start(), words().before[" ".join(inner[1].lower().split())]
    return match.start(), comparator
