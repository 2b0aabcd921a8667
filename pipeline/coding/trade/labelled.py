"""Trade facts in lists of labels: a good per item under a lead-in, a figure behind a label.

Belongs here: which titles explain an item, and the titles above a list or table. Does not belong here: tables (tables),
reading a title (titles), one figure (figures), items that are sentences (the frames).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.coding.rows import TradeFact
from pipeline.coding.trade.figures import BY_SECTOR, Place, fact, made, year_of
from pipeline.coding.trade.title_sides import sides
from pipeline.coding.trade.titles import Title, read_title
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.quantities import find_quantities
from pipeline.read.model import Document

_LONGEST_CAPTION = 16
"""Words of the longest paragraph above a table or list that is its caption."""
_LONGEST_LABEL = 8
_LABELLED = re.compile(r"^[*_]*(?P<label>[^:–—|]{2,90}?)[*_]*\s*(?::|\s[–—-])[*_]*\s+(?P<value>\S.*)$", re.DOTALL)
_TAIL = re.compile(
    r"\s*(?:people|inhabitants|persons|a year|per year|annually)?\s*(?:[(,]?\s*(?:in\s+)?\d{4}\b[^.,;]{0,20}\)?)?"
)
"""What may stand behind the figure of a label that is all of its value: its unit, its year."""


def above(document: Document, header: int) -> list[Title]:
    """Titles above a table or list: its caption, the headings of its sections, the document's title."""
    out = []
    before = document.blocks[header - 1] if header else None
    if before is not None and before.kind in ("paragraph", "caption", "heading", "title"):
        words = document.slice(before)
        if len(words.split()) <= _LONGEST_CAPTION:
            out.append(read_title(words))
    section = document.blocks[header].section
    return [*out, *(read_title(s) for s in reversed(section)), *_of_document(document)]


def _of_document(document: Document) -> list[Title]:
    """The document's title, which names countries and measures nothing."""
    title = next((b for b in document.blocks[:3] if b.kind == "title"), None)
    return [replace(read_title(document.slice(title)), measure=None, other=False)] if title is not None else []


def item(parsed: ParsedDocument, sentence: ParsedSentence, pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """ "- Paper: $31 million" under "Swedish exports to Kenya:", and "- Paper" alone."""
    document, block = parsed.document, sentence.block
    lead = document.blocks[block.lead_in] if block.lead_in is not None else None
    if lead is None or lead.kind == "list_item" or len(document.slice(lead).split()) > _LONGEST_CAPTION:
        return
    titles = [read_title(document.slice(lead)), *(read_title(s) for s in reversed(block.section))]
    measure = titles[0].measure
    goods = measure is not None and (measure.goods or BY_SECTOR.search(titles[0].text))
    if measure is None or not goods or not re.search(r"[:]\W*$|^\W*\S+[^.?!]*$", titles[0].text):
        return
    text = document.slice(block).strip().rstrip(";,.")
    found = _LABELLED.match(text)
    words = found["label"] if found else text
    label = read_title(words)
    if len(words.split()) > _LONGEST_LABEL or label.countries or label.measure or label.other:
        return
    place = _place(document, sentence)
    if found:
        yield from fact(place, found["value"], label, [label, *titles], pair)
    elif _is_good(sentence) and (ends := sides(measure, titles, pair)) is not None:
        yield made(place, measure, ends, words, None, year_of(titles))


def labelled(parsed: ParsedDocument, sentence: ParsedSentence, pair: tuple[str, ...]) -> Iterator[TradeFact]:
    """ "Trade with Kenya (2019): $31 million", "Population: 5 million" under a country's heading."""
    document, block = parsed.document, sentence.block
    found = _LABELLED.match(document.slice(block).strip().rstrip(";,."))
    label = read_title(found["label"]) if found else None
    if found is None or label is None or label.measure is None or len(label.text.split()) > _LONGEST_LABEL:
        return
    figures = [q for q in find_quantities(found["value"]) if q.kind in ("money", "count", "percent")]
    alone = len(figures) == 1 and figures[0].char_start == 0
    if not alone or not _TAIL.fullmatch(found["value"], figures[0].char_end):
        return
    titles = [label, *(read_title(s) for s in reversed(block.section)), *_of_document(document)]
    yield from fact(_place(document, sentence), found["value"], label, titles, pair)


def _place(document: Document, sentence: ParsedSentence) -> Place:
    block = sentence.block
    return Place(sentence, block.char_start, block.char_start + len(document.slice(block).rstrip().rstrip(";,.")))


def _is_good(sentence: ParsedSentence) -> bool:
    """Whether an item is a noun phrase without figures, not a clause."""
    doc = sentence.doc
    return all(t.pos_ not in ("VERB", "AUX", "NUM") or t.tag_ in ("VBN", "VBG") for t in doc) and any(
        t.pos_ in ("NOUN", "PROPN") for t in doc
    )
