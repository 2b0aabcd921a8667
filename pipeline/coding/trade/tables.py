"""Trade facts in tables and labelled lists: a figure per cell, a good per item, under titles that say what it is.

Belongs here: which titles belong to which figure, and the rows. Does not belong here: reading a title (titles),
figures in sentences (trade_facts and its frames).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.coding.confidence import confidence
from pipeline.coding.rows import Evidence, TradeFact
from pipeline.coding.trade.titles import Measured, Title, read_title, sides
from pipeline.language import numerals
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.quantities import find_quantities

RULE = "trade.table"
"""Until hand-coded documents show enough of them."""
LONGEST_CAPTION = 16
"""Words of the longest paragraph above a table that is its caption."""
LONGEST_LABEL = 8
_LABELLED = re.compile(r"^(?P<label>[^:–—|]{2,90}?)\s*(?::|\s[–—-])\s+(?P<value>\S.*)$", re.DOTALL)
_BARE = re.compile(r"(?P<sign>[~≈<>≤≥]|c\.|ca\.?)?\s*(?P<number>\d[\d.,\u00a0\u202f ]*)\s*(?P<percent>%)?")
_SIGNS = {"~": "~", "≈": "~", "c.": "~", "ca": "~", "ca.": "~", "<": "<", ">": ">", "≤": "<=", "≥": ">="}
_SCALED = re.compile(rf"\d.*\b(?:{'|'.join(numerals.SCALES)})\b", re.IGNORECASE)
_TOTALS = re.compile(r"(?:grand |sub-?)?total\b.*|all (?:goods|products)|overall", re.IGNORECASE)
_REST = re.compile(
    r"(?:all |any )?others?\b.*|rest\b.*|n/?a|miscellaneous|of which\b.*|source\b.*|note\b.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Value:
    value: float
    comparator: str
    unit: str
    currency: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure's place: the sentence it stands in, and the characters from its label to its end."""

    sentence: ParsedSentence
    start: int
    end: int


def code(parsed: ParsedDocument, pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """The facts of the body's tables and labelled lists, in text order. pair: the two countries it is about."""
    for sentence in parsed.body():
        block = sentence.block
        if block.kind == "table_row" and block.header is not None and len(block.cells) > 1:
            yield from _row(parsed, sentence, pair)
        elif block.kind in ("list_item", "infobox") and block.lead_in is not None:
            yield from _item(parsed, sentence, pair)


# -- tables ----------------------------------------------------------------------------------


def _row(parsed: ParsedDocument, sentence: ParsedSentence, pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """A fact for each cell of a row that its titles explain."""
    document, block = parsed.document, sentence.block
    header = document.blocks[block.header] if block.header is not None else None
    if header is None or len(header.cells) != len(block.cells):
        return
    text = document.text
    columns = [read_title(text[a:b]) for a, b in header.cells]
    label = read_title(text[slice(*block.cells[0])])
    above = _above(parsed, block.header or 0)
    if _REST.fullmatch(label.text.strip()):
        return
    valued = any(not t.percent and not t.other and not _is_rank(t) for t in columns[1:])
    for title, (start, end) in zip(columns[1:], block.cells[1:], strict=True):
        beside = title.percent and not title.share and valued and len(columns) > 2
        skipped = title.other or label.other or _is_rank(title) or beside
        if not skipped:
            place = _Place(sentence, block.cells[0][0], end)
            far = [columns[0], *above] if columns[0].measure else [*above, columns[0]]
            if title.share and title.measure is None:
                far = [*(c for c in columns[1:] if c.measure), *far]  # the part that the sum beside it is
            yield from _fact(place, text[start:end], label, [label, title, *far], pair)


def _is_rank(title: Title) -> bool:
    return title.text.strip().lower() in ("rank", "no.", "#", "position", "hs code", "code", "sitc", "hs")


def _above(parsed: ParsedDocument, header: int) -> list[Title]:
    """Titles above a table or list: its caption, the heading of its section."""
    document = parsed.document
    out = []
    before = document.blocks[header - 1] if header else None
    if before is not None and before.kind in ("paragraph", "caption", "heading", "title"):
        words = document.slice(before)
        if len(words.split()) <= LONGEST_CAPTION:
            out.append(read_title(words))
    section = document.blocks[header].section
    return [*out, *(read_title(s) for s in reversed(section))]


# -- lists -----------------------------------------------------------------------------------


def _item(parsed: ParsedDocument, sentence: ParsedSentence, pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """ "- Paper: $31 million" under "Swedish exports to Kenya:", and "- Paper" alone."""
    document, block = parsed.document, sentence.block
    lead = document.blocks[block.lead_in] if block.lead_in is not None else None
    if lead is None or lead.kind == "list_item" or len(document.slice(lead).split()) > LONGEST_CAPTION:
        return
    above = [read_title(document.slice(lead)), *(read_title(s) for s in reversed(block.section))]
    measure = above[0].measure
    if measure is None or not measure.goods or not re.search(r"[:]\W*$|^\W*\S+[^.?!]*$", above[0].text):
        return
    text = document.slice(block).strip().rstrip(";,.")
    start = block.char_start
    labelled = _LABELLED.match(text)
    words = labelled["label"] if labelled else text
    label = read_title(words)
    if len(words.split()) > LONGEST_LABEL or label.countries or label.measure or label.other:
        return
    place = _Place(sentence, start, start + len(document.slice(block).rstrip().rstrip(";,.")))
    if labelled:
        yield from _fact(place, labelled["value"], label, [label, *above], pair)
    elif _is_good(sentence) and (ends := sides(measure, above, pair)) is not None:
        yield _made(place, measure, ends, words, None, _year(above))


def _is_good(sentence: ParsedSentence) -> bool:
    """Whether an item is a noun phrase without figures, not a clause."""
    doc = sentence.doc
    return all(t.pos_ not in ("VERB", "AUX", "NUM") or t.tag_ in ("VBN", "VBG") for t in doc) and any(
        t.pos_ in ("NOUN", "PROPN") for t in doc
    )


# -- one figure ------------------------------------------------------------------------------


def _fact(place: _Place, words: str, label: Title, titles: list[Title], pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """The fact of one cell, where the titles, nearest first, say what it measures and whose it is."""
    measure = next((t.measure for t in titles if t.measure is not None), None)
    if measure is None:
        return
    if titles[1:] and titles[1].share:
        if measure.part is None or _TOTALS.fullmatch(label.text.strip()):
            return
        measure = measure.model_copy(update={"indicator": measure.part, "money": False, "unit": "percent"})
    value = _value(words, measure, titles)
    ends = sides(measure, titles, pair)
    if value is None or ends is None:
        return
    own = not (label.measure or label.countries or label.year)
    if own and not measure.goods:
        return  # a label that nobody explains
    good = label.text.strip(" *_") if own and not _TOTALS.fullmatch(label.text.strip()) else None
    yield _made(place, measure, ends, good, value, _year([read_title(words), *titles]))


def _value(words: str, measure: Measured, titles: list[Title]) -> _Value | None:
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
        return _Value(quantity.value, quantity.comparator, unit, quantity.currency) if unit else None
    bare = _BARE.fullmatch(words.strip())
    number = numerals.number(bare["number"].strip()) if bare else None
    if found and number is None and currency and _SCALED.search(words):
        return _Value(found[0].value, found[0].comparator, currency, currency)  # "12 million" under "in euros"
    if bare is None or number is None:
        return None
    near = titles[1] if len(titles) > 1 else titles[0]
    percent = bool(bare["percent"]) or near.percent or measure.indicator == "tariff"
    unit = "percent" if percent else measure.unit or currency
    if unit is None:
        return None
    scale = 1 if percent else next((t.scale for t in titles if t.scale != 1), 1)
    comparator = _SIGNS.get((bare["sign"] or "").lower(), "=")
    return _Value(float(number * scale), comparator, unit, currency if unit == currency else None)


def _year(titles: list[Title]) -> str | None:
    return next((t.year for t in titles if t.year), None)


def _made(
    place: _Place,
    measure: Measured,
    ends: tuple[str | None, str | None],
    good: str | None,
    value: _Value | None,
    period: str | None,
) -> TradeFact:
    proof = Evidence(place.sentence.ordinal, place.start, place.end, RULE, confidence(RULE))
    fact = TradeFact(
        evidence=proof, indicator=measure.indicator, reporter=ends[0], partner=ends[1], commodity=good, period=period
    )
    if value is None:
        return fact
    return replace(fact, comparator=value.comparator, value=value.value, unit=value.unit, currency=value.currency)
