"""Lines of a plain text file -> pieces: a paragraph that was wrapped into lines is one piece.

Belongs here: where a piece begins and ends. Does not belong here: what kind of block it is (plain).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.read import cues
from pipeline.read.layout import LINE_END, trim

MAX_WRAP = 120
"""Longer lines are no wrapped lines: each is a paragraph of its own."""
MIN_WRAP = 45
"""Shorter lines were broken on purpose."""

_CLOSED = re.compile(r"[.!?…][\"'”’)\]*_]*(?:\s?\[\w{1,15}\])*$")
_RULE = re.compile(r"\s*[-=_*~]{3,}[-=_*~ ]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: offsets of its words, depth of indent, blank lines above it."""

    start: int
    end: int
    text: str
    indent: int
    gap: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One or more lines that belong together.

    text: the slice. gap, gap_below: blank lines above and below. bullet: width of its list mark, 0 for none.
    words: number of words. closes: whether it ends as a sentence does, citation markers left aside.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    gap_below: int
    bullet: int
    words: int
    closes: bool

    @property
    def alone(self) -> bool:
        """Whether blank lines (or the ends of the file) stand on both sides."""
        return self.gap > 0 and self.gap_below > 0


def lines_of(text: str, first: int = 0) -> list[Line]:
    """The lines of text[first:] that hold more than white space and rules."""
    out: list[Line] = []
    gap = 1
    begin = first
    for stop in [*(m.start() for m in LINE_END.finditer(text, first)), len(text)]:
        start, end = trim(text, begin, stop)
        if start < end and text[start] == "\ufeff":
            start, end = trim(text, start + 1, end)
        if start == end or _RULE.fullmatch(text, start, end):
            gap += 1
        else:
            out.append(Line(start, end, text[start:end], start - begin, gap))
            gap = 0
        match = LINE_END.match(text, stop)
        begin = match.end() if match else stop
    return out


def pieces_of(text: str, first: int = 0) -> list[Piece]:
    """The pieces of text[first:], in order."""
    lines = lines_of(text, first)
    all_wrapped = _is_wrapped(lines)
    groups: list[list[Line]] = []
    for run in _runs(lines):
        width = max(line.indent + len(line.text) for line in run)
        wrapped = width <= MAX_WRAP and (all_wrapped or any(b.text[0].islower() for b in _breaks(run)))
        groups.append(run[:1])
        for line in run[1:]:
            if _continues(groups[-1], line, wrapped, width):
                groups[-1].append(line)
            else:
                groups.append([line])
    return [_piece(text, group, groups[i + 1][0].gap if i + 1 < len(groups) else 1) for i, group in enumerate(groups)]


def _piece(text: str, group: list[Line], gap_below: int) -> Piece:
    start, end = group[0].start, group[-1].end
    words = text[start:end]
    mark = cues.BULLET.match(group[0].text)
    return Piece(
        start=start,
        end=end,
        text=words,
        indent=group[0].indent,
        gap=group[0].gap,
        gap_below=gap_below,
        bullet=mark.end() if mark else 0,
        words=len(words.split()),
        closes=bool(_CLOSED.search(words, max(0, len(words) - 200))),
    )


def _runs(lines: list[Line]) -> list[list[Line]]:
    """Lines grouped by the blank lines between them."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.gap == 0:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _breaks(lines: list[Line]) -> list[Line]:
    """Lines that may go on what the line above began, because that one is as long as wrapped lines are."""
    return [
        below
        for above, below in pairwise(lines)
        if below.gap == 0 and MIN_WRAP <= len(above.text) <= MAX_WRAP and not cues.BULLET.match(below.text)
    ]


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether the file as a whole is wrapped: where a line could go on below, it often does so in small letters."""
    breaks = _breaks(lines)
    return len(breaks) >= 3 and sum(b.text[0].islower() for b in breaks) >= 0.4 * len(breaks)


def _continues(group: list[Line], line: Line, wrapped: bool, width: int) -> bool:
    """Whether a line goes on the group above it. In a wrapped run it does where its first word had no room above."""
    above = group[-1]
    in_item = bool(cues.BULLET.match(group[0].text))
    if cues.BULLET.match(line.text) and not (wrapped and line.indent > group[0].indent + 1 and line.text[0].isalnum()):
        return False
    if len(above.text) > MAX_WRAP or len(line.text) > MAX_WRAP:
        return False
    if in_item and line.indent > group[0].indent and len(above.text) > 20:
        return True
    if not wrapped:
        return False
    first_word = line.text.split(maxsplit=1)[0]
    return above.indent + len(above.text) + 1 + len(first_word) > width
