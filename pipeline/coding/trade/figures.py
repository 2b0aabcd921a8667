"""One figure of a table or a labelled list as a fact: its value and unit, its good, its countries and its year.

Belongs here: reading one cell by the titles that explain it. Does not belong here: which titles those are (tables,
labelled), reading a title (titles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.coding.confidence import confidence
from pipeline.coding.rows import Evidence, TradeFact
from pipeline.coding.trade.title_sides import sides
from pipeline.coding.trade.titles import Measured, Title, measured, read_title
from pipeline.language import numerals
from pipeline.language.model import ParsedSentence
from pipeline.language.quantities import find_quantities

RULE = "trade.table"
"""Until hand-coded documents show enough of them."""
TOTALS = re.compile(r"(?:grand |sub-?)?total\b.*|all (?:goods|products)|overall", re.IGNORECASE)
_BARE = re.compile(r"(?P<sign>[~≈<>≤≥]|c\.|ca\.?)?\s*(?P<number>\d[\d.,\u00a0\u202f ]*)\s*(?P<percent>%)?")
_SIGNS = {"~": "~", "≈": "~", "c.": "~", "ca": "~", "ca.": "~", "<": "<", ">": ">", "≤": "<=", "≥": ">="}
_SCALED = re.compile(rf"\d.*\b(?:{'|'.join(numerals.SCALES)})\b", re.IGNORECASE)
BY_SECTOR = re.compile(r"\bby (?:economic )?(?:sector|industry|branch|activity|field)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    value: float
    comparator: str
    unit: str
    currency: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A figure's place: the sentence it stands in, and the characters from its label to its end."""

    sentence: ParsedSentence
    start: int
    end: int


def fact(place: Place, words: str, label: Title, titles: list[Title], pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """The fact of one cell, where the titles, nearest first, say what it measures and whose it is."""
    flow = next((t.flow for t in titles if t.flow), None)
    measure = next((t.measure for t in titles if t.measure is not None), None)
    if flow is not None and (measure is None or measure.indicator == "trade_value"):
        measure = measured("goods_exported")
    if measure is None:
        return
    if titles[1:] and titles[1].share:
        if measure.part is None or TOTALS.fullmatch(label.text.strip()):
            return
        measure = measure.model_copy(update={"indicator": measure.part, "money": False, "unit": "percent"})
    value = _value(words, measure, titles)
    ends = sides(measure, titles, pair)
    if flow is not None:
        ends = flow if measure.side == "from" else (flow[1], flow[0])
    if value is None or ends is None:
        return
    own = not (label.measure or label.countries or label.year)
    if own and not measure.goods and not any(BY_SECTOR.search(t.text) for t in titles):
        return  # a label that nobody explains
    good = label.text.strip(" *_") if own and not TOTALS.fullmatch(label.text.strip()) else None
    yield made(place, measure, ends, good, value, year_of([read_title(words), *titles]))


def _value(words: str, measure: Measured, titles: list[Title]) -> Value | None:
    """The figure of a cell with its unit, which a title may give; None where the unit stays unknown."""
    if any(c in numerals.FRACTIONS for c in words) and "%" not in words:
        return None  # "½" in a column of shares: half, or half of one percent
    currency = next((t.currency for t in titles if t.currency), None)
    found = [q for q in find_quantities(words) if q.kind in ("money", "percent", "count")]
    if found and (found[0].kind != "count" or not measure.money or found[0].unit in ("tonnes", "barrels")):
        quantity = found[0]
        if measure.unit not in (None, quantity.unit) and quantity.kind != "count":
            return None
        unit = quantity.unit or measure.unit
        return Value(quantity.value, quantity.comparator, unit, quantity.currency) if unit else None
    bare = _BARE.fullmatch(words.strip())
    number = numerals.number(bare["number"].strip()) if bare else None
    if found and number is None and currency and _SCALED.search(words):
        return Value(found[0].value, found[0].comparator, currency, currency)  # "12 million" under "in euros"
    if bare is None or number is None:
        return None
    near = titles[1] if len(titles) > 1 else titles[0]
    percent = bool(bare["percent"]) or near.percent or measure.indicator == "tariff"
    unit = "percent" if percent else measure.unit or currency
    if unit is None:
        return None
    scale = 1 if percent else next((t.scale for t in titles if t.scale != 1), 1)
    comparator = _SIGNS.get((bare["sign"] or "").lower(), "=")
    return Value(float(number * scale), comparator, unit, currency if unit == currency else None)


def year_of(titles: list[Title]) -> str | None:
    return next((t.year for t in titles if t.year), None)


def made(
    place: Place,
    measure: Measured,
    ends: tuple[str | None, str | None],
    good: str | None,
    value: Value | None,
    period: str | None,
) -> TradeFact:
    proof = Evidence(place.sentence.ordinal, place.start, place.end, RULE, confidence(RULE))
    fact = TradeFact(
        evidence=proof, indicator=measure.indicator, reporter=ends[0], partner=ends[1], commodity=good, period=period
    )
    if value is None:
        return fact
    return replace(fact, comparator=value.comparator, value=value.value, unit=value.unit, currency=value.currency)
