"""Numbers as English texts write them: digits with separators, words, fractions, ordinals.

Belongs here: the value of a numeral. Does not belong here: what it counts (pipeline.language.quantities).
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from babel.numbers import NumberFormatError, parse_decimal

_ONES = {
    **{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
    **{"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16},
    **{"seventeen": 17, "eighteen": 18, "nineteen": 19},
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "hundred": 10**2,
    "dozen": 12,
    "thousand": 10**3,
    "lakh": 10**5,
    "crore": 10**7,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9, "tn": 10**12}
"""Letters for scales, as newspapers write them behind sums of money."""
_IRREGULAR = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}
_ORDINALS = {_IRREGULAR.get(value, f"{word}th"): value for word, value in _ONES.items() if value} | {"twentieth": 20}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}

_SMALL = "|".join(sorted({**_ONES, **_TENS}, key=len, reverse=True))
_BIG = "|".join(SCALES)
FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions of one character: ½, ¼, ⅔ ..."""
DIGITS = rf"\d{{1,3}}(?: \d{{3}})+(?![.,]?\d)|\d(?:[\d.,\u00a0\u202f]*\d)?[{FRACTIONS}]?|[{FRACTIONS}]"
WORDS = (
    rf"(?:(?:half\s+)?an?\s+(?:{_BIG})|(?:{_SMALL})(?:-(?:{_SMALL}))?)"
    rf"(?:(?:[\s-]+(?:{_BIG}))+(?:\s+and\s+(?:{_SMALL})(?:-(?:{_SMALL}))?)?|[\s-]+(?:{_BIG})\s+(?:{_SMALL}))*\b"
)
"""A number in words; "a million" and "half a million" count, a bare "million" does not."""
ORDINAL = r"\d+(?:st|nd|rd|th)|" + "|".join(sorted(_ORDINALS, key=len, reverse=True))
SCALE = rf"{_BIG.replace('hundred|dozen|', '')}|hundred\s+(?:thousand|million|billion)"
SHORT_SCALE = "|".join(sorted(_SHORT, key=len, reverse=True))
FRACTION = rf"(?:half|(?:an?|one|two|three|four|five|seven)[\s-]+(?:{'|'.join(k for k in _PARTS if 'hal' not in k)})s?)"


def number(surface: str) -> Decimal | None:
    """Value of a numeral in digits or words; None for what can be read in two ways ("1.234.567,89", "3,5")."""
    text = surface.strip().lower()
    if text[:1].isdigit() or text[:1] in FRACTIONS:
        return _digits(text)
    return _words(text)


def scale(word: str | None) -> Decimal:
    """Factor of "million", "bn", "hundred thousand"; 1 for none."""
    factor = Decimal(1)
    for part in (word or "").lower().replace("-", " ").split():
        factor *= SCALES.get(part) or _SHORT[part]
    return factor


def ordinal(surface: str) -> int:
    """27 for "27th", 2 for "second". Raises KeyError for other words."""
    text = surface.lower()
    return int(re.sub(r"\D", "", text)) if text[0].isdigit() else _ORDINALS[text]


def fraction(surface: str) -> Decimal:
    """Percent that a fraction in words is: 50 for "half", 66.67 for "two-thirds" (two decimals)."""
    words = surface.lower().replace("-", " ").split()
    count = 1 if words[0] in ("half", "a", "an") else _ONES[words[0]]
    part = _PARTS.get(words[-1]) or _PARTS[words[-1].removesuffix("s")]
    return round(Decimal(100 * count) / part, 2)


def _digits(text: str) -> Decimal | None:
    extra = Decimal(0)
    if text[-1] in FRACTIONS:
        extra = round(Decimal(unicodedata.numeric(text[-1])), 4)
        text = text[:-1]
        if not text:
            return extra
    try:
        return parse_decimal(re.sub("[ \u00a0\u202f]", ",", text), locale="en", strict=True) + extra
    except NumberFormatError:
        return None


def _words(text: str) -> Decimal | None:
    total, group, last = Decimal(0), Decimal(0), None
    for word in re.split(r"[\s-]+", text):
        if word in ("a", "an", "and"):
            group = Decimal(1) if word != "and" and not group else group
            continue
        if word == "half":
            group = Decimal("0.5")
        elif word in SCALES:
            factor = SCALES[word]
            group = Decimal((group or 1) * factor)
            if factor >= 1000:
                total += group
                group = Decimal(0)
        else:
            value = _ONES.get(word, _TENS.get(word))
            if value is None or (last in _ONES or (last in _TENS and value >= 10)):
                return None  # "two three", "twenty thirty"
            group += value
        last = word
    return Decimal(total) + group
