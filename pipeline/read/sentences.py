"""Sentences of a block, with exact offsets, by rules that need no model.

Belongs here: where a sentence ends. Does not belong here: what kind of block it stands in (the readers).

A citation marker behind the full stop belongs to the sentence that it ends. Semicolons, colons and line breaks end
nothing. A speaker's label at the head of a paragraph ("MINISTER:") is a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.read.cues import SPEAKER
from pipeline.read.layout import trim
from pipeline.read.model import Block, Sentence
from pipeline.read.phrases import BEFORE_FIGURE, MAYBE_FINAL, NEVER_FINAL, OPENERS, TITLES

MAX_CHARS = 2000
"""A run without a full stop is cut at white space before this many characters, so that parsing time is bounded."""

MIN_PROSE_CELL = 40
"""A table cell with fewer characters is no sentence of its own."""

WHOLE_KINDS = frozenset({"title", "heading", "infobox", "reference", "chrome"})
"""Kinds whose blocks are one sentence each, however they are punctuated."""

_MARKER = (
    r"\[(?:\d{1,3}(?:\s?[-–,;]\s?\d{1,3})*|[a-z]|(?:note|nb|n)\s?\d{1,3}|\.\.\.|\u2026|[a-z]+ (?:source )?needed)\]"
)
_END = re.compile(
    r"(?P<stop>[.!?\u2026]+|[\u3002\uff01\uff1f\u061f\u0964]+)"
    r"(?P<close>[\"'\u201d\u2019\u00bb)\]*_]*)"
    rf"(?P<marks>(?:[ \u00a0]?{_MARKER})*)"
)
_BEFORE_WORDS = "\"'\u201c\u2018\u00ab([*_\u2014\u2013-"
_PROSE_CELL = re.compile(rf"(?<![A-Z])[.!?][\"'\u201d\u2019)]*(?:\s?{_MARKER})*\s*$")
_NUMBERED = re.compile(r"(?:War|Part|Phase|Plan|Act|Title|Annex|Article|Chapter|Group|Type|Vitamin|Track) [A-Z]$")
_LOOSE_EMPHASIS = re.compile(r"[*_]+\s+(?=\S)")
_ADDRESS = re.compile(r"://|^www\.|@")


def sentences(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """Sentences of all blocks, in order; each lies inside its block and begins and ends with no white space."""
    out: list[Sentence] = []
    for i, block in enumerate(blocks):
        for start, end in _spans(text, block):
            out.append(Sentence(len(out), i, start, end))
    return tuple(out)


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start, end = block.char_start, block.char_end
    if block.kind == "table_row":
        yield from _row_spans(text, block)
        return
    if block.kind in WHOLE_KINDS:
        yield from _bounded(text, start, end)
        return
    label = SPEAKER.match(text, start, end) if block.kind == "paragraph" else None
    if label:
        yield from _bounded(text, start, label.end())
        start = label.end()
    for s, e in split(text, start, end):
        yield from _bounded(text, s, e)


def _row_spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """A row is one sentence, but for cells that hold whole sentences: those are split as prose is."""
    begin = block.char_start
    for start, end in block.cells:
        if not _PROSE_CELL.search(text, start, end) or end - start < MIN_PROSE_CELL:
            continue
        yield from _bounded(text, begin, start)
        for s, e in split(text, start, end):
            yield from _bounded(text, s, e)
        begin = end
    yield from _bounded(text, begin, block.char_end)


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in text[start:end], untrimmed spans left out when empty."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() < begin or not _ends_sentence(text, match, begin, end):
            continue
        yield begin, match.end()
        begin = match.end()
    if begin < end:
        yield begin, end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = trim(text, start, end)
    loose = _LOOSE_EMPHASIS.match(text, start, end)
    start = loose.end() if loose else start
    while end - start > MAX_CHARS:
        cut = _last_space(text, start, start + MAX_CHARS)
        piece = trim(text, start, cut)
        if piece[0] < piece[1]:
            yield piece
        start, end = trim(text, cut, end)
    if start < end:
        yield start, end


def _last_space(text: str, start: int, limit: int) -> int:
    for i in range(limit, start, -1):
        if text[i].isspace():
            return i
    return limit


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    after = match.end()
    if after >= end:
        return True
    if match["stop"][0] in "\u3002\uff01\uff1f\u061f\u0964":
        return True
    following = _first_char(text, after, end)
    if following is None:
        return True
    spaced = text[after].isspace()
    word = _word_before(text, match.start(), begin)
    if not spaced:
        return _ends_without_space(match, word, following, text[after : min(end, after + 40)])
    if following.islower():
        return False
    if match["marks"]:
        return True
    if match["stop"] != ".":
        return True
    return _full_stop_ends(text, match, word, after, end)


def _ends_without_space(match: re.Match[str], word: str, following: str, rest: str) -> bool:
    """A missing space: "ended.The", "2016.[1]On", but not "U.S", "3.5", "www.Example.Org", "(sic).")."""
    if not following.isupper() or _ADDRESS.search(word + match[0] + rest.split(maxsplit=1)[0]):
        return False
    if match["marks"] or (match["stop"] in "?!" and match["close"]):
        return True
    tail = word.rsplit(".", 1)[-1]
    return match["stop"] == "." and len(tail) > 2 and (tail[-2:].islower() or tail.isdigit()) and "." not in word


def _full_stop_ends(text: str, match: re.Match[str], word: str, after: int, end: int) -> bool:
    bare = word.casefold().strip("\"'\u201c\u2018([*_")
    following = _first_word(text, after, end)
    if bare in NEVER_FINAL or word.strip("\"'\u201c\u2018([*_") in TITLES:
        return False
    if match["close"].strip("*_"):
        return True
    if bare in BEFORE_FIGURE and following[:1].isdigit():
        return False
    if bare in MAYBE_FINAL or _is_initialism(bare):
        return _opens(following) and not _is_time_zone(bare, following)
    if len(bare) == 1 and bare.isalpha() and word.strip("\"'(").isupper():
        if _NUMBERED.search(text, max(0, match.start() - 16), match.start()):
            return True
        return _opens(following) and following != "I"
    return True


def _opens(word: str) -> bool:
    return word[:1].isupper() and word.casefold() in OPENERS


def _is_initialism(bare: str) -> bool:
    parts = bare.split(".")
    return len(parts) > 1 and all(len(p) == 1 and p.isalpha() for p in parts)


def _is_time_zone(bare: str, following: str) -> bool:
    return bare in ("a.m", "p.m") and following.isupper() and len(following) > 1


def _word_before(text: str, stop: int, begin: int) -> str:
    start = stop
    while start > begin and not text[start - 1].isspace() and stop - start < 40:
        start -= 1
    return text[start:stop]


def _first_char(text: str, start: int, end: int) -> str | None:
    """The first letter or digit behind white space and opening marks."""
    for i in range(start, min(end, start + 20)):
        c = text[i]
        if c.isalnum():
            return c
        if not c.isspace() and c not in _BEFORE_WORDS:
            return c
    return None


def _first_word(text: str, start: int, end: int) -> str:
    match = re.compile(r"[^\w]*([\w.\u2019'-]*)").match(text, start, min(end, start + 60))
    return match[1].strip(".'\u2019-") if match else ""
