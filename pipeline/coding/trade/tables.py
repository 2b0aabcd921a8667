"""Trade facts in tables: a figure per cell, under titles that say what it is.

Belongs here: which titles belong to which cell. Does not belong here: reading a title (titles), one figure (figures),
labelled lists (labelled), figures in sentences (the frames).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.coding.rows import TradeFact
from pipeline.coding.trade.figures import TOTALS, Place, fact
from pipeline.coding.trade.labelled import above, item, labelled
from pipeline.coding.trade.lines import line
from pipeline.coding.trade.titles import Title, measured, read_title
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.read.model import Document

_REST = re.compile(
    r"(?:all |any )?others?\b.*|rest\b.*|n/?a|miscellaneous|of which\b.*|source\b.*|note\b.*", re.IGNORECASE
)
_RANKS = ("rank", "no.", "#", "position", "hs code", "code", "sitc", "hs")
_BOTH_WAYS = {"goods_exported", "goods_imported"}


def code(parsed: ParsedDocument, pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """The facts of the body's tables and labelled lists, in text order. pair: the two countries it is about."""
    for sentence in parsed.body():
        block = sentence.block
        if block.kind == "table_row" and block.header is not None and len(block.cells) > 1:
            yield from _row(parsed, sentence, pair)
        elif block.kind in ("list_item", "infobox"):
            found = list(item(parsed, sentence, pair)) if block.lead_in is not None else []
            yield from found or labelled(parsed, sentence, pair)
        elif block.kind == "paragraph":
            yield from line(parsed, sentence, pair)


def _row(parsed: ParsedDocument, sentence: ParsedSentence, pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """A fact for each cell of a row that its titles explain."""
    document, block = parsed.document, sentence.block
    header = document.blocks[block.header] if block.header is not None else None
    if header is None or len(header.cells) != len(block.cells):
        return
    text = document.text
    units = _units_below(document, block.header or 0)
    names = [text[a:b] for a, b in header.cells]
    columns = _with_totals([read_title(f"{a} {b}") for a, b in zip(names, units or [""] * len(names), strict=True)])
    cells = [text[a:b] for a, b in block.cells]
    label = _label([read_title(c) for c in cells])
    if _REST.fullmatch(label.text.strip()) or not (label.year or any(c.isalpha() for c in label.text)):
        return
    higher = above(document, block.header or 0)
    flows = [t for t in map(read_title, cells) if t.flow]
    valued = any(not t.percent and not t.other and not _is_rank(t) for t in columns[1:])
    for title, words, (_, end) in zip(columns[1:], cells[1:], block.cells[1:], strict=True):
        beside = title.percent and not title.share and valued and len(columns) > 2
        if title.other or label.other or _is_rank(title) or beside:
            continue
        place = Place(sentence, block.cells[0][0], end)
        far = [columns[0], *higher] if columns[0].measure else [*higher, columns[0]]
        if title.share and title.measure is None:
            far = [*(c for c in columns[1:] if c.measure), *far]  # the part that the sum beside it is
        yield from fact(place, words, label, [label, title, *flows, *far], pair)


def _units_below(document: Document, header: int) -> list[str]:
    """Cells of a second line of titles that gives units, below the first: "(US$ million)"."""
    below = document.blocks[header + 1] if header + 1 < len(document.blocks) else None
    if below is None or below.kind != "table_row" or len(below.cells) != len(document.blocks[header].cells):
        return []
    cells = [document.text[a:b] for a, b in below.cells]
    units = [t for t in map(read_title, cells) if t.currency or t.scale != 1 or t.percent]
    return cells if units and not any(x.isdigit() for c in cells for x in c) else []


def _label(cells: list[Title]) -> Title:
    """What a row is about: its first cell; where that is a direction, the first other one that is words."""
    worded = [c for c in cells if not c.flow and c.text.strip() and not any(x.isdigit() for x in c.text)]
    return worded[0] if cells[0].flow and worded else cells[0]


def _with_totals(columns: list[Title]) -> list[Title]:
    """Column titles; a "total" beside exports and imports is the trade of both ways."""
    if not {c.measure.indicator for c in columns if c.measure} >= _BOTH_WAYS:
        return columns
    trade = measured("trade_value")
    return [replace(c, measure=trade) if TOTALS.fullmatch(c.text.strip(" *")) else c for c in columns]


def _is_rank(title: Title) -> bool:
    return title.text.strip().lower() in _RANKS
