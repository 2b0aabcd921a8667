"""Plain text -> blocks: raw captures of web pages, wiki exports, wrapped statements, one line per paragraph.

Belongs here: what a piece is, judged by itself and by the part of the page it stands in. Does not belong here: what a
single line looks like (cues), where pieces end (pieces), the title (head), which lines are headings (headings), tables
(tables), remains of wiki markup (remains), Markdown (markdown).

A page is read from top to bottom in one of four regions: `body`, `aside` (see also, contents: until the next
heading), `tail` (other articles, comments: until a reference list) and `reference`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.read import cues
from pipeline.read.entries import entry_spans, looks_like_entry
from pipeline.read.head import below_title, is_prose, title_at
from pipeline.read.headings import Headings
from pipeline.read.layout import Draft, finish, heading_text, trim
from pipeline.read.model import Block
from pipeline.read.pieces import Piece, pieces_of
from pipeline.read.remains import with_file_name, with_loose_end
from pipeline.read.tables import drawn_tables, flat_table, piped_rows

MAX_DEPTH_PIECES = 200
"""How far up a list its outer items are looked for."""
MAX_GROUP_WORDS = 3
"""Longest heading of a part of a reference list."""
_LOOSE_START = re.compile(r"(?:\s*[:;,.](?=\s|$))?")
_MARKERS_ONLY = re.compile(r"(?:\s*\[\w{1,4}\])+\s*")


def read_plain(text: str, first: int = 0, title: str | None = None) -> tuple[Block, ...]:
    """Blocks of plain text from offset `first`. title: as the metadata give it; then no other line is the title."""
    tables = drawn_tables(text, first)
    pieces = [p for p in pieces_of(text, first) if not any(s <= p.start < e for s, e, _ in tables)]
    reader = _Reader(text, pieces, given_title=heading_text(title) if title else None)
    reader.read()
    rows = [row for _, _, drafts in tables for row in drafts]
    return finish(text, [*reader.drafts, *rows], first)


@dataclass
class _Reader:
    text: str
    pieces: list[Piece]
    given_title: str | None = None
    drafts: list[Draft] = field(default_factory=list)
    region: str = "body"
    in_contents: bool = False
    in_reading: bool = False
    title: str | None = None

    def __post_init__(self) -> None:
        self.headings = Headings(self.pieces)

    def read(self) -> None:
        """Fill `drafts` from the pieces."""
        at = title_at(self.pieces, self.given_title)
        for piece in self.pieces[: at or 0]:
            self._chrome(piece)
        i = at or 0
        if at is not None:
            self.title = heading_text(self.pieces[at].text)
            self._add("title", self.pieces[at].start, self.pieces[at].end)
            below = below_title(self.pieces, at)
            for kind, piece in below:
                self._add(kind, piece.start, piece.end)
            i = at + 1 + len(below)
        while i < len(self.pieces):
            i = self._next(i)

    def _next(self, i: int) -> int:
        """Classify piece i; the index of the next one."""
        piece = self.pieces[i]
        line = piece.text
        if cues.is_reference_section(line) and self._may_head(piece):
            self.region = "reference"
            self._heading(piece)
        elif self.region == "tail":
            self._chrome(piece)
        elif cues.BRACKET_ENTRY.match(line) and (self.region != "body" or self._in_entry_list(i)):
            self._entry(piece)
        elif self._opens_tail(i):
            self.region = "tail"
            self._chrome(piece)
        elif self._opens_aside(i):
            self.region = "aside"
            self.in_contents, self.in_reading = cues.is_contents(line), cues.is_reading_section(line)
            self._chrome(piece)
        elif self.region == "reference":
            self._in_references(i)
        elif cues.is_furniture(line) or cues.is_pointer(line):
            self._chrome(piece)
        elif self.region == "aside" and not self._ends_aside(i):
            self._works(piece) if self.in_reading else self._chrome(piece)
        else:
            self.region = "body"
            return self._body(i)
        return i + 1

    def _body(self, i: int) -> int:
        piece = self.pieces[i]
        rows = flat_table(self.pieces, i) if not piece.bullet else []
        if rows:
            self.drafts.extend(rows)
            return i + len(rows)
        if piece.text.startswith("|") and piece.text.count("|") > 2:
            self.drafts.extend(piped_rows(piece))
            return i + 1
        parts = with_file_name(piece.text, self._below(i)) or with_loose_end(piece.text)
        if parts:
            for kind, start, end in parts:
                self._add(kind, piece.start + start, piece.start + end)
            return i + 1
        if piece.text.startswith(": ") and self.drafts:
            self._add("caption", piece.start + 2, piece.end)
        elif self.headings.numbered_at(i):
            self._heading(piece)
        elif piece.bullet:
            self._add("list_item", piece.start + piece.bullet, piece.end, level=self._depth(i))
        elif self._repeats(piece):
            self._chrome(piece)
        elif piece.alone and cues.is_caption_alone(piece.text):
            self._add("caption", piece.start, piece.end)
        elif self.headings.at(i):
            self._heading(piece)
        else:
            self._add("paragraph", piece.start, piece.end)
        return i + 1

    def _below(self, i: int) -> str:
        return self.pieces[i + 1].text if i + 1 < len(self.pieces) else ""

    def _may_head(self, piece: Piece) -> bool:
        return not piece.bullet and (piece.gap > 0 or piece.gap_below > 0 or cues.has_edit_link(piece.text))

    def _opens_tail(self, i: int) -> bool:
        return cues.is_tail_cue(self.pieces[i].text) and any(d.kind in ("paragraph", "list_item") for d in self.drafts)

    def _opens_aside(self, i: int) -> bool:
        piece = self.pieces[i]
        if piece.bullet or not cues.is_aside_section(piece.text):
            return False
        if cues.is_contents(piece.text) and self._below(i)[:1].isdigit():
            return True
        is_last = cues.key(piece.text) != "resources" or not any(
            self.headings.at(j) for j in range(i + 1, len(self.pieces))
        )
        return is_last and self._may_head(piece)

    def _ends_aside(self, i: int) -> bool:
        piece = self.pieces[i]
        if self.in_reading and looks_like_entry(piece.text):
            return False
        is_text = is_prose(piece) if self.in_contents else piece.words > 40 and piece.closes
        return not piece.bullet and (self.headings.at(i) or is_text)

    def _heading(self, piece: Piece) -> None:
        self._add("heading", piece.start, piece.end, level=self.headings.level(piece))

    def _depth(self, i: int) -> int:
        """1 for the outermost items of a list, one more for each deeper indent above this item."""
        indents = [self.pieces[i].indent]
        for j in range(i - 1, max(-1, i - MAX_DEPTH_PIECES), -1):
            if not self.pieces[j].bullet:
                break
            if self.pieces[j].indent < indents[-1]:
                indents.append(self.pieces[j].indent)
        return len(indents)

    # -- references --------------------------------------------------------------------------------------------

    def _in_entry_list(self, i: int) -> bool:
        """Whether "[3] …" stands among lines of that form, at the end of a page without a heading for them."""
        return any(
            cues.BRACKET_ENTRY.match(p.text) for p in (*self.pieces[max(0, i - 1) : i], *self.pieces[i + 1 : i + 2])
        )

    def _in_references(self, i: int) -> None:
        piece = self.pieces[i]
        if cues.is_furniture(piece.text):
            self._chrome(piece)
        elif self.headings.at(i) and piece.words <= MAX_GROUP_WORDS and self._below_is_item(i):
            self._heading(piece)  # "Books" above a part of the list
        elif self.headings.at(i) and piece.gap > 1 and not cues.NUMBERED_ENTRY.match(piece.text):
            self.region = "body"
            self._heading(piece)
        else:
            self._entry(piece)

    def _below_is_item(self, i: int) -> bool:
        return i + 1 < len(self.pieces) and self.pieces[i + 1].bullet > 0

    def _works(self, piece: Piece) -> None:
        """The works of a reading list, one run into the other or one by one; what is none of them is a link."""
        for start, end in entry_spans(self.text, piece.start + piece.bullet, piece.end):
            self._add("reference" if looks_like_entry(self.text[start:end]) else "chrome", start, end)

    def _entry(self, piece: Piece) -> None:
        """One entry, its printed number taken off where something stands behind it; more where they run together."""
        mark = cues.NUMBERED_ENTRY.match(piece.text)
        name = None if mark else cues.IMAGE_NAME.match(piece.text)
        begin = mark.end() if mark else name.end() if name else piece.bullet
        if piece.start + begin >= piece.end:
            begin = 0
        if mark:
            self._add("reference", piece.start + begin, piece.end, number=mark["bracket"] or mark["dot"])
            return
        for start, end in entry_spans(self.text, piece.start + begin, piece.end):
            self._add("reference", start, end)

    # -- small parts -------------------------------------------------------------------------------------------

    def _repeats(self, piece: Piece) -> bool:
        """Whether the words were just printed: the title once more, a caption below its file name."""
        if self.title is not None and heading_text(piece.text).casefold() == self.title.casefold():
            return True
        last = next((d for d in reversed(self.drafts) if d.kind != "chrome"), None)
        return (
            last is not None
            and last.kind == "caption"
            and self.text[last.start : last.end].split() == piece.text.split()
        )

    def _chrome(self, piece: Piece) -> None:
        self._add("chrome", piece.start, piece.end)

    def _add(self, kind: str, start: int, end: int, **more: object) -> None:
        if kind in ("list_item", "caption", "paragraph"):
            start = _LOOSE_START.match(self.text, start, end).end()  # type: ignore[union-attr]
        start, end = trim(self.text, start, end)
        if kind == "paragraph" and _MARKERS_ONLY.fullmatch(self.text, start, end):
            kind = "chrome"
        if any(c.isalnum() for c in self.text[start:end]):
            self.drafts.append(Draft(kind, start, end, **more))  # type: ignore[arg-type]
