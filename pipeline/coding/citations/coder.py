"""Citations: one row per entry of a reference list, and the body sentences that point to it.

Belongs here: which entry a marker means. Does not belong here: how an entry is taken apart (entry).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.coding.citations.entry import Entry, read_entry
from pipeline.coding.confidence import confidence
from pipeline.coding.rows import Citation, Evidence
from pipeline.language.model import Marker, ParsedDocument, ParsedSentence
from pipeline.read.model import Block, Document

RULE = "citation.entry"
"""Share of right titles among the entries of the gold documents, rounded down: 88 of 88 at the time of writing. Bare
entries show less of their structure, an empty one says only that it was there."""
_RANGE_GAP = re.compile(r"\s*[-–—]\s*")
_LABEL = re.compile(r"\s*(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?\s*")
_PRINTED = re.compile(r"^\s*(?:\[\s*(\d{1,3})\s*\]|(\d{1,3})\s*[.)](?!\d))\s*")
_CITED_BY_NOTE = re.compile(r"[.!?][\"”]?(?:\s*\[\d{1,3}\])+")
_LONGEST_RANGE = 30
"""Entries that one range marker may span; a wider one ([1]–[99]) is a slip of the text and names none."""


def code(parsed: ParsedDocument) -> list[Citation]:
    """The entries of the document's reference lists in order, each with the ordinals of the sentences citing it.

    A number printed twice is kept on both rows but is cited by none: which of the two a marker means is not known.
    """
    document = parsed.document
    first_sentence = {s.block: s for s in reversed(document.sentences)}
    entries = [
        (number_of(document, block), block, index)
        for index, block in enumerate(document.blocks)
        if block.kind == "reference" and index in first_sentence and not is_note(document, block)
    ]
    count = Counter(number for number, _, _ in entries)
    cited = _cited_by(parsed)
    rows = []
    for number, block, index in entries:
        sentence = first_sentence[index]
        entry = read_entry(entry_text(document, block))
        evidence = Evidence(sentence.ordinal, sentence.char_start, sentence.char_end, RULE, confidence(RULE))
        by = cited.get(number, ()) if number is not None and count[number] == 1 else ()
        fields = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
        rows.append(Citation(evidence=evidence, number=number, cited_by=by, **fields))
    return rows


def number_of(document: Document, block: Block) -> int | None:
    """The number printed before an entry, or the reader's count where the list prints none."""
    if block.number and block.number.strip().isdecimal():
        return int(block.number)
    printed = _PRINTED.match(document.slice(block))
    return int(printed[1] or printed[2]) if printed else None


def is_note(document: Document, block: Block) -> bool:
    """Whether an unnumbered line of a list of notes is a sentence that cites entries: it is none itself."""
    text = document.slice(block)
    words = text.split()
    if not _CITED_BY_NOTE.search(text) or _PRINTED.match(text):
        return False
    return len(words) >= 8 and sum(word.islower() for word in words) * 2 > len(words)


def entry_text(document: Document, block: Block) -> str:
    """The entry's words without the number before it."""
    text = document.slice(block)
    return text[printed.end() :] if (printed := _PRINTED.match(text)) else text


def _cited_by(parsed: ParsedDocument) -> dict[int, tuple[int, ...]]:
    cited: dict[int, list[int]] = {}
    for sentence in parsed.body():
        for number in dict.fromkeys(numbers_cited(sentence, parsed.document.text)):
            cited.setdefault(number, []).append(sentence.ordinal)
    return {number: tuple(ordinals) for number, ordinals in cited.items()}


def numbers_cited(sentence: ParsedSentence, text: str) -> Iterator[int]:
    """Entry numbers that the sentence's markers name: single ones, groups, ranges ("[4]–[6]", "[4–6]")."""
    before: tuple[int, Marker] | None = None
    for marker in sentence.markers:
        for part in re.split(r"[,;]", marker.label):
            label = _LABEL.fullmatch(part)
            if label is None:
                before = None
                continue
            first, last = int(label[1]), int(label[2] or label[1])
            if before and _RANGE_GAP.fullmatch(text[before[1].char_end : marker.char_start]):
                first = before[0] + 1
            if first <= last < first + _LONGEST_RANGE:
                yield from range(first, last + 1)
            before = (last, marker)
