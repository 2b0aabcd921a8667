"""From the runs of text that a format's reader found to the blocks of a document.

Belongs here: what every format shares - order, gaps, sections, lead-ins, table headers, locators. Does not belong
here: how a run is recognised (markdown, plain).

A reader hands over drafts in any order. Every run of letters that no draft covers becomes a block of kind
`chrome`, so nothing of a file is out of sight; marks of layout (bullets, list numbers, pipes, rules) belong to none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.read.model import Block

LINE_END = re.compile(r"\r\n?|\n")
"""A line ends as in Markdown: no form feed, no Unicode separator."""

_LIST_MARK = re.compile(r"(?:</?[a-z]{1,10}>|\[\w{1,4}\]|\b(?:[a-z]|[ivx]{1,4})[.)]|[\W\d_])*+")
_EMPHASIS = re.compile(r"[*_#`]+|\[\^?\w{1,4}\]|\\(?=\W)")
_EDIT_LINK = re.compile(r"\[\s*edit\s*\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A run of text and what it is; fields as in `Block`.

    starts_table: this table row is the header of the rows that follow it directly.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    number: str | None = None
    starts_table: bool = False


def _between_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span from the first to the last letter or digit."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of `text` begin; the first is 0."""
    return [0, *(m.end() for m in LINE_END.finditer(text))]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at either end (start == end when nothing else is in it)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def bare(line: str) -> str:
    """A line without white space and emphasis around it."""
    return line.strip().strip("*_").strip()


def heading_text(raw: str) -> str:
    """A heading's words without emphasis, markers, edit links and closing colon, on one line."""
    words = _EMPHASIS.sub("", _EDIT_LINK.sub("", raw))
    return " ".join(words.split()).rstrip(" :.").strip()


def finish(text: str, drafts: Iterable[Draft], first: int = 0) -> tuple[Block, ...]:
    """Blocks in order, without overlap, gaps filled. `first` is where the text after the front matter begins."""
    return _assemble(text, _numbered(_filled(text, _in_order(text, drafts, first), first)))


def _in_order(text: str, drafts: Iterable[Draft], first: int) -> list[Draft]:
    kept: list[Draft] = []
    reached = first
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        start, end = trim(text, max(draft.start, reached), min(draft.end, len(text)))
        if start >= end:
            continue
        kept.append(replace(draft, start=start, end=end))
        reached = end
    return kept


def _filled(text: str, drafts: Sequence[Draft], first: int) -> list[Draft]:
    out: list[Draft] = []
    reached = first
    for draft in [*drafts, None]:
        start, end = reached, draft.start if draft else len(text)
        if not _LIST_MARK.fullmatch(text, start, end):
            out.append(Draft("chrome", *_between_words(text, start, end)))
        if draft:
            out.append(draft)
            reached = draft.end
    return out


def _numbered(drafts: Sequence[Draft]) -> list[Draft]:
    """Reference entries of a document that prints no numbers get their place in the list."""
    if any(d.kind == "reference" and d.number for d in drafts):
        return list(drafts)
    out: list[Draft] = []
    place = 0
    for draft in drafts:
        place += draft.kind == "reference"
        out.append(replace(draft, number=str(place)) if draft.kind == "reference" else draft)
    return out


def _assemble(text: str, drafts: Sequence[Draft]) -> tuple[Block, ...]:
    starts = line_starts(text)
    blocks: list[Block] = []
    path: list[tuple[int, str]] = []
    lead_in = _LeadIn(text)
    header: int | None = None
    for i, draft in enumerate(drafts):
        if draft.kind == "heading":
            path = [p for p in path if p[0] < draft.level]
        if draft.kind != "table_row" or draft.starts_table:
            header = None
        blocks.append(
            Block(
                kind=draft.kind,
                char_start=draft.start,
                char_end=draft.end,
                section=tuple(words for _, words in path),
                level=draft.level,
                lead_in=lead_in.of(i, draft),
                cells=draft.cells,
                header=header,
                number=draft.number,
                locator=f"line {bisect_right(starts, draft.start)}",
            )
        )
        if draft.starts_table:
            header = i
        if draft.kind == "heading":
            path.append((draft.level, heading_text(text[draft.start : draft.end])))
    return tuple(blocks)


class _LeadIn:
    """Finds what introduces a list or a table: the block above it where that ends in a colon.

    A nested item is introduced by the item above it; furniture in between does not count.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.kind = ""
        self.introduction: int | None = None
        self.last: tuple[int, Draft] | None = None
        self.items: list[tuple[int, int]] = []

    def of(self, i: int, draft: Draft) -> int | None:
        """The index of the block that introduces block i; call once for each block, in order."""
        if draft.kind == "chrome":
            return None
        if draft.kind != self.kind:
            self.introduction = self._colon_above()
            self.items = []
        self.kind = draft.kind
        self.last = (i, draft)
        if draft.kind == "list_item":
            self.items = [item for item in self.items if item[0] < draft.level]
            parent = self.items[-1][1] if self.items else self.introduction
            self.items.append((draft.level, i))
            return parent
        return self.introduction if draft.kind == "table_row" else None

    def _colon_above(self) -> int | None:
        if self.last is None:
            return None
        i, above = self.last
        return i if self.text[above.start : above.end].rstrip("*_ ").endswith(":") else None
