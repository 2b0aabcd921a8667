"""Markdown -> blocks with offsets into the file as it is.

Belongs here: CommonMark with tables. Does not belong here: bold lines and hard breaks that stand for headings
(converted), text without marks (plain).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.read import cues, date_lines
from pipeline.read.converted import (
    BOLD_LEVEL,
    cut_at_breaks,
    inside_emphasis,
    is_bold_heading,
    is_label,
    nest_bold_headings,
    run_in,
)
from pipeline.read.entries import entry_spans, looks_like_entry
from pipeline.read.layout import LINE_END, Draft, finish, heading_text, line_starts, trim
from pipeline.read.model import Block

_ENTRY_START = re.compile(r"^[ \t]*(?=\[\^?\w{1,4}\]|\d{1,3}[.)]\s)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^(\w{1,4})\]:\s*")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<to>[^)]*)\)")
_PIPE = re.compile(r"(?<!\\)\|")
_QUOTE_MARK = re.compile(r"[ \t]*>[ \t]?")

_PARSER = MarkdownIt("commonmark").enable("table").disable(["code", "reference", "inline", "text_join"])


def read_markdown(text: str, first: int = 0, title: str | None = None) -> tuple[Block, ...]:
    """Blocks of Markdown text from offset `first` (behind the front matter).

    title: the title that the metadata gives, to tell a title heading from a section heading.
    """
    body = text[first:]
    reader = _Reader(text, first, [s + first for s in line_starts(body)], title)
    reader.read(_PARSER.parse(body))
    return finish(text, nest_bold_headings(reader.drafts), first)


@dataclass
class _Reader:
    """Walks the tokens once, keeping lists, tables and the kind of section it is in."""

    text: str
    first: int
    starts: list[int]
    title: str | None
    drafts: list[Draft] = field(default_factory=list)
    region: str = "body"
    region_level: int = 0
    in_reading: bool = False
    lists: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    fresh_item: bool = False
    head_row: bool = False

    def read(self, tokens: list[Token]) -> None:
        """Fill `drafts` from the block tokens."""
        for i, token in enumerate(tokens):
            kind = token.type
            if kind in ("bullet_list_open", "ordered_list_open"):
                self.lists.append(kind)
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self.lists.pop()
            elif kind == "list_item_open":
                self.fresh_item = True
                self.numbers.append(token.info)
            elif kind == "list_item_close":
                self.numbers.pop()
            elif kind == "heading_open":
                self._heading(tokens[i + 1], int(token.tag[1]))
            elif kind == "paragraph_open":
                self._paragraph(tokens[i + 1])
            elif kind in ("thead_open", "tbody_open"):
                self.head_row = kind == "thead_open"
            elif kind == "tr_open":
                self._row(token)
            elif kind == "html_block":
                self._html(token)

    def _add(self, kind: str, start: int, end: int, **more: object) -> None:
        start, end = trim(self.text, start, end)
        if any(c.isalnum() for c in self.text[start:end]):
            self.drafts.append(Draft(kind, start, end, **more))  # type: ignore[arg-type]

    def _span(self, inline: Token) -> tuple[int, int]:
        """Offsets of a token's content: from its first line's words to the end of its last line."""
        assert inline.map is not None
        begin, stop = inline.map
        start = self.starts[begin]
        end = self.starts[stop] if stop < len(self.starts) else len(self.text)
        lines = inline.content.split("\n")
        found = self.text.find(lines[0], start, end) if lines[0] else -1
        if found >= 0:
            start = found
        if len(lines) == 1 and found >= 0:
            end = start + len(lines[0])
        return trim(self.text, start, end)

    def _heading(self, inline: Token, level: int) -> None:
        if not inline.content:
            return
        start, end = self._span(inline)
        self._section(start, end, level)

    def _section(self, start: int, end: int, level: int) -> None:
        start, end = inside_emphasis(self.text, start, end)
        words = self.text[start:end]
        within = self.region in ("reference", "aside") and level > self.region_level
        if within and (level < BOLD_LEVEL or self.region == "reference") and not cues.is_section(words):
            self._add("chrome" if self.region == "aside" else "heading", start, end, level=level)
            return
        if cues.is_reference_section(words):
            self.region, self.region_level = "reference", level
        elif cues.is_aside_section(words) or cues.is_tail_cue(words):
            self.region, self.region_level = "aside", level
            self.in_reading = cues.is_reading_section(words)
        else:
            self.region = "body"
        if self.region == "aside":
            self._add("chrome", start, end)
        elif self._is_title(words, level):
            self._add("title", start, end, level=level)
        else:
            self._add("heading", start, end, level=level)

    def _is_title(self, words: str, level: int) -> bool:
        if words.endswith(":") or any(d.kind in ("title", "heading", "paragraph") for d in self.drafts):
            return False
        same = self.title is not None and heading_text(words).casefold() == heading_text(self.title).casefold()
        return same or level == 1 or self.title is None

    def _paragraph(self, inline: Token) -> None:
        if not inline.content:
            return
        start, end = self._span(inline)
        if self.lists:
            self._list_words(start, end)
        elif self.region == "aside":
            self._aside(start, end)
        elif self.region == "reference" and is_bold_heading(self.text[start:end]):
            self._section(start, end, BOLD_LEVEL)
        elif self.region == "reference":
            self._entries(start, end)
        else:
            self._pieces(start, end)

    def _list_words(self, start: int, end: int) -> None:
        is_first, self.fresh_item = self.fresh_item, False
        if self.region == "aside":
            self._aside(start, end)
        elif self.region == "reference":
            self._add("reference", start, end, number=self.numbers[-1] or None)
        elif is_first:
            self._add("list_item", start, end, level=len(self.lists))
        else:
            self._add("paragraph", start, end)

    def _aside(self, start: int, end: int) -> None:
        """Links; in a reading list the works among them are references."""
        spans = entry_spans(self.text, start, end) if self.in_reading else [(start, end)]
        for begin, stop in spans:
            is_work = self.in_reading and looks_like_entry(self.text[begin:stop])
            self._add("reference" if is_work else "chrome", begin, stop)

    def _entries(self, start: int, end: int) -> None:
        """A paragraph of a reference list: one entry, or one per line that begins with a number."""
        cuts = [start, *(m.end() for m in _ENTRY_START.finditer(self.text, start + 1, end)), end]
        for begin, stop in pairwise(cuts):
            mark = cues.NUMBERED_ENTRY.match(self.text, begin, stop)
            if mark:
                inside = mark.end() if trim(self.text, mark.end(), stop)[0] < stop else begin
                self._add("reference", inside, stop, number=mark["bracket"] or mark["dot"])
                continue
            for first, last in entry_spans(self.text, begin, stop):
                self._add("reference", first, last)

    def _pieces(self, start: int, end: int) -> None:
        """A paragraph, cut at hard breaks: a label on its own line is a heading, a picture a caption."""
        pieces = list(cut_at_breaks(self.text, start, end))
        for i, (begin, stop) in enumerate(pieces):
            words = self.text[begin:stop]
            is_last = i == len(pieces) - 1
            note = _FOOTNOTE.match(words)
            if note:
                self._add("reference", begin + note.end(), stop, number=note[1])
            elif _IMAGE.fullmatch(words):
                self._caption(begin, words)
            elif is_bold_heading(words) or (not is_last and is_label(words)):
                self._section(begin, stop, BOLD_LEVEL)
            elif self._is_furniture(words):
                self._add("chrome", begin, stop)
            elif mark := (cues.BULLET.match(words) if len(pieces) > 1 else None):
                self._add("list_item", begin + mark.end(), stop, level=1)
            else:
                opened = run_in(self.text, begin, stop)
                if opened:
                    self._section(*opened[0], BOLD_LEVEL)
                self._add("paragraph", opened[1] if opened else begin, stop)

    def _is_furniture(self, words: str) -> bool:
        at_head = not any(d.kind == "paragraph" for d in self.drafts)
        signature = at_head and (cues.is_byline(words) or date_lines.date_line(words) is not None)
        return signature or cues.is_furniture(words) or cues.is_pointer(words) or cues.is_tail_cue(words)

    def _caption(self, begin: int, words: str) -> None:
        match = _IMAGE.fullmatch(words)
        assert match is not None
        if match["alt"].strip() and not cues.IMAGE_NAME.fullmatch(match["alt"].strip()):
            self._add("caption", begin + match.start("alt"), begin + match.end("alt"))

    def _row(self, opened: Token) -> None:
        assert opened.map is not None
        start = self.starts[opened.map[0]]
        line_end = LINE_END.search(self.text, start)
        end = line_end.start() if line_end else len(self.text)
        quote = _QUOTE_MARK.match(self.text, start, end)
        cuts = [quote.end() if quote else start, *(m.start() for m in _PIPE.finditer(self.text, start, end)), end]
        cells = [trim(self.text, a + (self.text[a : a + 1] == "|"), b) for a, b in pairwise(cuts)]
        if cells and cells[0][0] >= cells[0][1]:
            cells = cells[1:]
        if cells and cells[-1][0] >= cells[-1][1]:
            cells = cells[:-1]
        if not cells:
            return
        kind = "chrome" if self.region == "aside" else "table_row"
        begin, stop = trim(self.text, cells[0][0], cells[-1][1])
        if kind == "table_row":
            self._add(kind, begin, stop, cells=tuple(cells), starts_table=self.head_row)
        else:
            self._add(kind, begin, stop)

    def _html(self, token: Token) -> None:
        """Raw HTML between paragraphs: comments stay out of the body, other text is a paragraph."""
        assert token.map is not None
        start = self.starts[token.map[0]]
        stop = token.map[1]
        end = self.starts[stop] if stop < len(self.starts) else len(self.text)
        hidden = re.match(r"\s*<(?:!--|script|style|head|meta|link)", token.content, re.IGNORECASE)
        self._add("chrome" if hidden or self.region == "aside" else "paragraph", start, end)
