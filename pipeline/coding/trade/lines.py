"""Figures in lines of plain text below a caption: "Norwegian exports to Kenya, 2020 ($ million)" over "Paper: 31".

Belongs here: finding the caption of a run of such lines. Does not belong here: lists and tables that are marked as such
(labelled, tables), one figure (figures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.coding.rows import TradeFact
from pipeline.coding.trade.figures import TOTALS, Place, fact
from pipeline.coding.trade.titles import read_title
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.read.model import Document

_LINE = re.compile(
    r"(?P<label>[^\W\d][^:;.–—|=]{1,60}?)\s*(?:[:=]|\s[–—-]|\.{2,}|\t)\s*(?P<value>[~<>]?\s?[A-Z]{0,3}\s?[$€£¥]?\s?\d[^:;]{0,30})"
)
_LONGEST_CAPTION = 16
_LONGEST_LABEL = 6
_OTHERS = re.compile(
    r"(?:all |any )?others?\b.*|rest\b.*|remainder\b.*|source\b.*|note\b.*|tel\b.*|page\b.*", re.IGNORECASE
)


def line(parsed: ParsedDocument, sentence: ParsedSentence, pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """The fact of one line of a run of two or more; its caption must say that goods are measured."""
    document, block = parsed.document, sentence.block
    at = next((n for n, b in enumerate(document.blocks) if b.char_start == block.char_start), None)
    found = _labelled(document, at) if at is not None else None
    if at is None or found is None:
        return
    first = at
    while first > 0 and _labelled(document, first - 1):
        first -= 1
    several = first < at or _labelled(document, at + 1) is not None
    caption = document.slice(document.blocks[first - 1]).strip() if first else ""
    title = read_title(caption)
    goods = title.measure is not None and title.measure.goods
    if not several or not goods or len(caption.split()) > _LONGEST_CAPTION or caption.endswith("."):
        return
    label = read_title(found["label"])
    if label.measure or label.other or label.countries or _OTHERS.fullmatch(found["label"].strip()):
        return
    if TOTALS.fullmatch(found["label"].strip()):
        return
    place = Place(sentence, block.char_start, block.char_start + len(document.slice(block).rstrip().rstrip(";,.")))
    titles = [label, title, *(read_title(s) for s in reversed(block.section))]
    yield from fact(place, found["value"], label, titles, pair)


def _labelled(document: Document, at: int) -> re.Match[str] | None:
    if not 0 <= at < len(document.blocks) or document.blocks[at].kind != "paragraph":
        return None
    found = _LINE.fullmatch(document.slice(document.blocks[at]).strip().rstrip(";,."))
    return found if found and len(found["label"].split()) <= _LONGEST_LABEL else None
