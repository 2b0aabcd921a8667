"""Quantities that no plain numeral states: ranks, multiples, fractions in words.

Belongs here: "the second largest", "tripled", "two thirds of". Does not belong here: sums, counts and percentages
(pipeline.language.quantities).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.language import numerals
from pipeline.language.quantity_model import Quantity, comparator_before
from pipeline.language.quantity_words import alternatives, words

_FIRST_OF_ITS_KIND = r"(?:main|chief|principal|foremost|primary|prime)"
_ROLE = (
    r"(?:supplier|market|customer|buyer|source|partner|destination|investor|purchaser|outlet|exporter|importer"
    "|provider)"
)
"""The one that is called main among suppliers or buyers is the first of them."""


@cache
def _rank_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    superlative = alternatives(words().superlatives)
    place = rf"(?P<place>{numerals.ORDINAL})"
    count = rf"(?P<place>\d{{1,3}}|{numerals.WORDS})"
    owner = r"(?:\b(?:the|its|their|whose|our|single)\s+|['’]s?\s+)(?:single\s+|world['’]s\s+)?"
    patterns = {
        r"\band\s+(?P<first>most\s+\w+(?:ous|ed))\b": "=",
        rf"\b{place}[\s-]+(?:most[\s-]\w+|{superlative})\b": "=",
        rf"\brank(?:s|ed|ing)?\s+(?:as\s+|only\s+|just\s+|merely\s+|a\s+distant\s+)?(?:the\s+)?{place}\b": "=",
        rf"\b(?:came|comes|stood|stands|placed|is|was)\s+(?:only\s+|just\s+|a\s+distant\s+)?{place}(?=\s+among\b)": "=",
        rf"{owner}(?P<first>{_FIRST_OF_ITS_KIND})\s+(?:[\w-]+\s+){{0,2}}?(?={_ROLE}\b)": "=",
        r"\b(?:rank(?:s|ed|ing)?\s+)?(?:number|no\.|#)[\s-]?(?P<place>one|\d{1,3})(?=[\s-]+[a-z])(?!\s+of\b)": "=",
        rf"\b{place}\s+place\b": "=",
        rf"\brank(?:s|ed|ing)?\s+(?:number\s+)?{place}\b": "=",
        rf"\btop[\s-]{count}\b": "<=",
        rf"{owner}(?P<first>{superlative})\b(?![\s-]*\d)": "=",
    }
    return tuple((re.compile(p, re.IGNORECASE), comparator) for p, comparator in patterns.items())


def ranks(text: str) -> Iterator[Quantity]:
    for pattern, comparator in _rank_patterns():
        for match in pattern.finditer(text):
            if "first" in pattern.groupindex and words().among_pattern.search(text, 0, match.start()):
                continue
            value = _place(match.groupdict())
            if value is None or not 1 <= value <= 250:
                continue
            start, end = match.span("first") if match.groupdict().get("first") else match.span()
            yield Quantity(start, end, text[start:end], value, None, comparator, "rank", None, "rank")


def _place(groups: dict[str, str | None]) -> float | None:
    place = groups.get("place")
    if place is None:
        return 1.0
    if re.fullmatch(numerals.ORDINAL, place, re.IGNORECASE):
        return float(numerals.ordinal(place))
    value = numerals.number(place)
    return None if value is None else float(value)


_FACTORS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5, "halve": 0.5}
_FACTOR = re.compile(
    rf"\b(?P<verb>{'|'.join(k.removesuffix('e') for k in _FACTORS)})(?:e[ds]?|ing|es)\b"
    rf"|\b(?P<fold>\d+|{numerals.WORDS})(?:-|\s)?fold\b"
    rf"|\b(?P<times>\d+|{numerals.WORDS})\s+times\s+(?=(?:as|more|larger|higher|bigger|greater|the\s+size)\b)",
    re.IGNORECASE,
)


def factors(text: str) -> Iterator[Quantity]:
    for match in _FACTOR.finditer(text):
        value: float | None
        if match["verb"]:
            value = next(v for k, v in _FACTORS.items() if k.startswith(match["verb"].lower()))
        else:
            number = numerals.number(match["fold"] or match["times"])
            value = None if number is None else float(number)
        if value is None:
            continue
        start, comparator = comparator_before(text, match.start(), ranged=False)
        end = start + len(text[start : match.end()].rstrip())
        yield Quantity(start, end, text[start:end], float(value), None, comparator, "times", None, "factor")


_FRACTION = re.compile(
    rf"(?<![\w-])(?P<words>{numerals.FRACTION})(?=\s+(?:of\s+(?!\d{{4}}\b)|(?:the|its|their|all|his|her|our)\b))"
    rf"|(?<![\d\w])(?P<sign>[{numerals.FRACTIONS}])(?=\s+of\b)",
    re.IGNORECASE,
)

_SAID_PART = re.compile(
    rf"\b(?:m[ae]de?|makes|making)\s+up\s+(?:[a-z]+\s+){{0,3}}?(?P<words>{numerals.FRACTION})(?=\s*(?:[.,;)]|$|and\b))"
    rf"|\b(?:account(?:s|ed|ing)?\s+for|represent(?:s|ed|ing)?|constitut(?:es|ed|ing))\s+(?:[a-z]+\s+){{0,3}}?"
    rf"(?P<other>{numerals.FRACTION})(?=\s*(?:[.,;)]|$|and\b))",
    re.IGNORECASE,
)
"""A fraction that ends what is said: "of which tea made up more than half"."""
_PART_OF_A_SPAN = re.compile(r"(?:\b(?:first|second|latter|last|other|final|early|an?)|\d)\s+\Z", re.IGNORECASE)
"""What makes "half of" part of a year or a game: "the first half of"."""


_IN_SO_MANY = re.compile(
    rf"\b(?P<part>one|two|three|four)\s+(?:in|out\s+of)\s+(?P<whole>{numerals.WORDS}|\d{{1,2}})(?=\s+[a-z])", re.I
)


def _in_so_many(text: str) -> Iterator[Quantity]:
    """ "One in five households"."""
    for match in _IN_SO_MANY.finditer(text):
        part, whole = numerals.number(match["part"]), numerals.number(match["whole"])
        if part is None or whole is None or not part < whole <= 20:
            continue
        start, comparator = comparator_before(text, match.start(), ranged=False)
        value = float(round(100 * part / whole, 2))
        yield Quantity(
            start, match.end(), text[start : match.end()], value, None, comparator, "percent", None, "percent"
        )


def fractions(text: str) -> Iterator[Quantity]:
    yield from _in_so_many(text)
    for match in _SAID_PART.finditer(text):
        group = "words" if match["words"] else "other"
        start, comparator = comparator_before(text, match.start(group), ranged=False)
        part = float(numerals.fraction(match[group]))
        end = match.end(group)
        yield Quantity(start, end, text[start:end], part, None, comparator, "percent", None, "percent")
    for match in _FRACTION.finditer(text):
        if _PART_OF_A_SPAN.search(text, 0, match.start()):
            continue
        value = numerals.fraction(match["words"]) if match["words"] else (numerals.number(match["sign"]) or 0) * 100
        start, comparator = comparator_before(text, match.start(), ranged=False)
        yield Quantity(
            start, match.end(), text[start : match.end()], float(value), None, comparator, "percent", None, "percent"
        )
