"""Quantities in running text: sums of money, shares, counts, ranks and changes, with their comparators.

Belongs here: what a number says by itself. Does not belong here: whose export or population it is
(pipeline.coding.trade).

Years, dates, ages, spans of time, article and telephone numbers, list numbers, counters of web pages and model names
are numbers but no quantities. What can be read in two ways is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.language import numerals
from pipeline.language.countries import forms
from pipeline.language.currencies import AFTER, BEFORE, code_of
from pipeline.language.not_quantities import is_dated_year, is_label, masks
from pipeline.language.quantity_model import Quantity, comparator_before
from pipeline.language.quantity_words import Words, words
from pipeline.language.ranks import factors, fractions, ranks

__all__ = ["Quantity", "find_quantities"]


@dataclass(frozen=True, slots=True)
class _Amount:
    """One numeral with its scale and currency or percent sign, before ranges and comparators are seen."""

    start: int
    end: int
    digits: str
    value: float
    scaled: bool
    currency: str | None
    percent: bool
    plus: bool


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a sentence in order, none overlapping. Never raises."""
    hidden = masks(text)
    found = [*ranks(text), *factors(text), *fractions(text)]
    taken = hidden + [(q.char_start, q.char_end) for q in found]
    amounts = [a for a in _amounts(text) if not _overlaps(a.start, a.end, taken)]
    for low, high in _ranges(text, amounts):
        quantity = _quantity(text, low, high)
        if quantity is not None:
            found.append(quantity)
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.char_start, -q.char_end)):
        clear = not _overlaps(quantity.char_start, quantity.char_end, hidden)
        if clear and (not kept or quantity.char_start >= kept[-1].char_end):
            kept.append(quantity)
    return kept


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)


# -- amounts ---------------------------------------------------------------------------------


_SECOND = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)\s\Z", re.IGNORECASE
)
"""A number word right before a numeral: "two three million" can be read in two ways."""
_TWO_NUMBERS = re.compile(r"\d{1,3} \d\d[1-9]")
"""So can "747 412 passengers": one number with its thousands apart, or a name and a number."""


@cache
def _amount_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<before>{BEFORE})\s?|(?<![\w$€£¥.,/@#&+])(?<![A-Za-z]-))"
        rf"(?P<number>{numerals.DIGITS}|{numerals.WORDS})"
        rf"(?:[\s-]*(?P<scale>{numerals.SCALE})(?:s\b|\b)|\s?(?P<short>{numerals.SHORT_SCALE})\b(?!\.\w))?"
        r"(?P<plus>\+)?"
        rf"(?:\s?(?P<percent>%|percent\b|per\s+cent\b|percentage\s+points?\b)|[\s-](?P<hyphened>percent)\b"
        rf"|[\s-]+(?P<after>{AFTER})(?![\w$]))?",
        re.IGNORECASE,
    )


def _amounts(text: str) -> Iterator[_Amount]:
    for match in _amount_pattern().finditer(text):
        value = numerals.number(match["number"])
        if value is None or _runs_on(text, match.end()) or _SECOND.search(text, 0, match.start("number")):
            continue
        currency = code_of(match["after"]) or code_of(match["before"])
        if currency is None and not match["scale"] and _TWO_NUMBERS.fullmatch(match["number"]):
            continue
        if match["short"] and currency is None and not _counts_in_short(text, match):
            continue  # "5m" may be metres
        factor = numerals.scale(match["scale"] or match["short"])
        yield _Amount(
            match.start(),
            match.end(),
            match["number"],
            float(value * factor),
            bool(match["scale"] or match["short"]),
            currency,
            bool(match["percent"] or match["hyphened"]),
            bool(match["plus"]),
        )


def _counts_in_short(text: str, match: re.Match[str]) -> bool:
    """ "1.2m tonnes": letters for a scale right behind the number, and a noun that is counted."""
    return match.start("short") == match.end("number") and _unit(text, match.end("short")) is not None


def _runs_on(text: str, end: int) -> bool:
    """Whether the numeral goes on into something else: a name ("A320neo"), "55-member", "9/11", "1.2.3"."""
    return bool(
        re.match(r"[\w/@]|-(?=[A-Za-z])|[.,:]\d|\s?°|'s\b|[.,]\d| \d{3}[.,]\d", text[end:])
    ) and not _attributive(text, end)


def _attributive(text: str, end: int) -> bool:
    """ "a $65-million-worth package": after money or a percentage a hyphen only joins."""
    return text[end : end + 1] == "-" and bool(re.search(r"(?:illion|%|percent)$", text[:end]))


def _ranges(text: str, amounts: list[_Amount]) -> Iterator[tuple[_Amount, _Amount | None]]:
    """Amounts, two of them together where they bound a range."""
    i = 0
    while i < len(amounts):
        low = amounts[i]
        high = amounts[i + 1] if i + 1 < len(amounts) else None
        if high is not None and _is_date(text, low):
            yield low, None  # "in 2018 to 4,000": no range
            i += 1
        elif high is not None and _bounds_a_range(text, low, high):
            yield _lowered(low, high), high
            i += 2
        elif high is not None and _is_score(text, low, high):
            i += 2
        elif high is not None and re.fullmatch(r"\s+to\s+", text[low.end : high.start]):
            yield _lowered(low, high), None
            i += 1
        else:
            yield low, None
            i += 1


def _is_date(text: str, low: _Amount) -> bool:
    plain = not (low.percent or low.currency or low.scaled)
    return plain and is_dated_year(text[: low.start], low.digits)


def _bounds_a_range(text: str, low: _Amount, high: _Amount) -> bool:
    gap = text[low.end : high.start]
    before = text[: low.start].rstrip().lower()
    joined = re.fullmatch(r"\s?[-–—]\s?", gap) or (
        re.fullmatch(r"\s+(?:to|or)\s+", gap) and not re.search(r"\b(?:from|between)$", before)
    )
    framed = re.fullmatch(r"\s+(?:and|to)\s+", gap) and re.search(r"\b(?:between|ranging from|anywhere from)$", before)
    if not (joined or framed):
        return False
    if (low.percent and not high.percent) or (low.currency and high.currency and low.currency != high.currency):
        return False
    return _lowered(low, high).value < high.value


def _is_score(text: str, low: _Amount, high: _Amount) -> bool:
    """ "4-0", "15–2": two plain numbers joined that bound no range count nothing."""
    plain = not (low.percent or low.currency or low.scaled or high.percent or high.currency or high.scaled)
    return plain and bool(re.fullmatch(r"\s?[-–—]\s?", text[low.end : high.start]))


def _lowered(low: _Amount, high: _Amount) -> _Amount:
    """The lower bound with what only the upper one says: in "5 to 7 billion" both are billions."""
    factor = high.value / float(numerals.number(high.digits) or 1) if high.scaled and not low.scaled else 1.0
    return _Amount(
        low.start,
        low.end,
        low.digits,
        low.value * factor,
        high.scaled,
        low.currency or high.currency,
        high.percent,
        high.plus,
    )


_COUNTING = re.compile(r"\s+(?!to\b|against\b|in\b|for\b|at\b|on\b)[a-z]")
"""A noun may follow."""


# -- one quantity ----------------------------------------------------------------------------


def _quantity(text: str, low: _Amount, high: _Amount | None) -> Quantity | None:
    end = high.end if high else low.end
    start, comparator = comparator_before(text, low.start, ranged=high is not None)
    unit = "percent" if low.percent else low.currency or _unit(text, end)
    plain = not (low.percent or low.currency or low.scaled)
    if plain and is_label(text, low.start, end, low.digits, counted=unit is not None):
        return None
    large = "," in low.digits and high is not None and "," in high.digits
    if plain and high is not None and unit is None and not large and not _COUNTING.match(text, end):
        return None  # "2–4 in the final"
    if low.plus:
        comparator = ">="
    after = words().after_pattern.match(text, end) if comparator == "=" else None
    if after:
        comparator, end = words().after[after[1].lower()], after.end()
    if high is not None:
        comparator = "~"
    kind = "money" if low.currency else "percent" if low.percent else "count"
    if _is_change(text, start, end, counted=kind == "count"):
        kind = "change"
    return Quantity(
        start, end, text[start:end], low.value, high.value if high else None, comparator, unit, low.currency, kind
    )


def _unit(text: str, end: int) -> str | None:
    """Unit of the noun that the number counts: a few words on, before a preposition or verb ends the phrase."""
    lexicon: Words = words()
    for match in lexicon.noun_phrase.finditer(text, end):
        if match.start() != end:
            break
        run = [w.rstrip(".'’") if w[-1:] == "." and w.count(".") == 1 else w for w in match.group().split()]
        for i, word in enumerate(run):
            two = " ".join(run[i : i + 2]).lower()
            unit = (
                lexicon.units.get(two) or lexicon.units.get(word.lower()) or (word in _peoples() and "people") or None
            )
            if unit:
                return unit
        break
    return None


@cache
def _peoples() -> frozenset[str]:
    """Nouns for the people of a country: "Kenyans", "Chileans"; "Swiss" may as well be an adjective."""
    return frozenset(
        s
        for s, f in forms().items()
        if f.form == "demonym" and s.endswith("s") and not s.endswith("ss") and " " not in s
    )


def _is_change(text: str, start: int, end: int, *, counted: bool) -> bool:
    """Whether the amount is by how much something changed: "fell by 27 percent", "a 27% rise"; not "two more men"."""
    after = None if counted else words().change_after.match(text, end)
    return bool(after or words().change_before.search(text, 0, start))
