"""What a title says that a figure measures, and of which countries: "Chile's exports to Norway, 2021 (USD million)".

Belongs here: reading titles of tables, columns, rows and list items. Does not belong here: which title belongs to which
figure (tables), sentences (goods, sums).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from pipeline.coding.trade.words import words
from pipeline.language import numerals
from pipeline.language.countries import forms
from pipeline.language.currencies import AFTER, BEFORE, code_of
from pipeline.resources import Entry, load

Side = Literal["from", "to", "both", "host", "own"]
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_LONGEST_NAME = 4
_DIRECTION = re.compile(
    r"(?:from\s+)?(?P<sender>[^\W\d][\w .'’-]*?)\s*(?:\bto\b|→|->|⇒|>)\s*(?P<receiver>[^\W\d][\w .'’-]*)"
)
_CURRENCY = re.compile(rf"(?P<sign>{BEFORE}|[$€£¥])|\b(?P<name>{AFTER})\b", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]{3}\b")
_SCALE = re.compile(
    rf"\b(?P<big>{'|'.join(numerals.SCALES)})s?\b"
    r"|(?-i:(?<=[$€£¥])|(?<=[A-Z]{3}))\s?(?P<short>mn|bn|m|k)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\bshare\b|(?:%|\bper ?cent(?:age)?)\s+of\b", re.IGNORECASE)
_MONEY_BEHIND = re.compile(r"\s?\$|\s+dollars?\b", re.IGNORECASE)
"""What makes the "US" before it a currency, not a country."""
_PERCENT = re.compile(r"%|\bper ?cent\b|\bshare\b", re.IGNORECASE)


_WISHED = re.compile(r"\b(?:should|would|could|targets?|goals?|planned|proposed|projected|forecasts?)\b", re.IGNORECASE)
"""Titles of figures that are hoped for."""


class Measured(Entry):
    """One line of lexicons/trade_tables.yaml."""

    indicator: str
    side: Side
    words: tuple[str, ...]
    money: bool = False
    goods: bool = False
    unit: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A country in a title: its code, the word before it in lower case, whether the title is nothing else."""

    code: str
    lead: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Title:
    """What one title says. measure: None where it names nothing that is measured; other: it measures something else;
    percent: it gives percentages; share: those of a whole; flow: from which country to which it says that goods go."""

    text: str
    measure: Measured | None
    other: bool
    countries: tuple[Named, ...]
    year: str | None
    scale: Decimal
    currency: str | None
    percent: bool
    share: bool
    flow: tuple[str, str] | None = None


@cache
def _measures() -> tuple[tuple[str, Measured], ...]:
    lines = [(word, line) for line in load("trade_tables", list[Measured]) for word in line.words]
    return tuple(sorted(lines, key=lambda p: (-len(p[0].split()), -len(p[0]), p[0])))


@cache
def read_title(text: str) -> Title:
    """What a title says, word by word; never raises."""
    low = " ".join(_WORD.findall(text.lower()))
    found = [line for word, line in _measures() if _heads(word, low)]
    other = any(not line.indicator for line in found) or _WISHED.search(text) is not None
    years = _YEAR.findall(text)
    return Title(
        text=text,
        measure=None if other or not found else found[0],
        other=other,
        countries=tuple(_countries(text)),
        year=years[0] if len(set(years)) == 1 else None,
        scale=_scale(text),
        currency=_currency(text),
        percent=_PERCENT.search(text) is not None,
        share=_SHARE.search(text) is not None,
        flow=_flow(text),
    )


def _heads(word: str, low: str) -> bool:
    """Whether a title has the word as the head of a phrase: "export to Kenya", not "export promotion"."""
    found = re.search(rf"(?<!\S){re.escape(word)}(?!\S)(?:\s+(?P<next>\S+))?", low)
    if found is None:
        return False
    follows = found["next"] or ""
    modifies = word in words().also_modifiers and follows.isalpha()
    return not modifies or follows in words().behind_a_measure or code_of(follows.upper()) is not None


def measured(indicator: str) -> Measured:
    """The line of the lexicon for an indicator."""
    return next(line for _, line in _measures() if line.indicator == indicator)


def _flow(text: str) -> tuple[str, str] | None:
    """(sender, receiver) of a title that is nothing else: "Kenya to Japan", "KEN → JPN"."""
    found = _DIRECTION.fullmatch(text.strip())
    codes = [_code_of(found[side]) for side in ("sender", "receiver")] if found else []
    return (codes[0], codes[1]) if len(codes) == 2 and codes[0] and codes[1] and codes[0] != codes[1] else None


def _code_of(name: str) -> str | None:
    known = forms().get(name)
    if known is not None:
        return known.country.code
    return name if name in _alpha3() else None


@cache
def _alpha3() -> frozenset[str]:
    return frozenset(form.country.code for form in forms().values() if form.country.code)


def _countries(text: str) -> Iterator[Named]:
    words = [w for w in _WORD.finditer(text) if not _MONEY_BEHIND.match(text, w.end())]
    i = 0
    while i < len(words):
        for size in range(min(_LONGEST_NAME, len(words) - i), 0, -1):
            surface = re.sub(r"['’]s?$", "", text[words[i].start() : words[i + size - 1].end()])
            known = forms().get(surface) or forms().get(surface.rstrip("."))
            if known is not None and known.form != "seat" and known.country.code:
                yield Named(known.country.code, words[i - 1][0].lower() if i else "", size == len(words))
                i += size - 1
                break
        i += 1


def _scale(text: str) -> Decimal:
    found = _SCALE.search(text)
    return numerals.scale((found["big"] or found["short"]).lower()) if found else Decimal(1)


def _currency(text: str) -> str | None:
    for code in _CODE.findall(text):
        if code_of(code):
            return code_of(code)
    for found in _CURRENCY.finditer(text):
        if code := code_of(found["sign"] or found["name"]):
            return code
    return None
