"""Which lines of a page in plain text are headings, and of what level.

Belongs here: what a line and those around it show. Does not belong here: what a single line looks like (cues), which
part of the page stands below a heading (plain).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.read import cues, date_lines
from pipeline.read.pieces import Piece

MAX_CHARS = 130
MAX_WORDS = 18
"""Longest heading."""
ROLL_PIECES = 8
"""How far around a short line a roll of names is looked for."""

_NO_HEADING = re.compile(r"[—–-]$|: [a-z]|^Dear |^(?:[A-Z][A-Z.'’-]+ ){2,}[a-z]")
"""A line that goes on, a label with its words, a greeting, a speaker or place in capitals before a sentence."""


@dataclass
class Headings:
    """The headings among the pieces of a page."""

    pieces: Sequence[Piece]
    spaced: bool = field(init=False)
    """Whether the page has pieces below two blank lines, so that one blank line makes a lower heading."""

    def __post_init__(self) -> None:
        self.spaced = any(p.gap > 1 and not p.closes for p in self.pieces[1:])

    def at(self, i: int) -> bool:
        """A short line on its own that is no sentence, with a piece below that it can head."""
        piece = self.pieces[i]
        line = piece.text
        if cues.has_edit_link(line) and "\n" not in line:
            return True
        if piece.bullet or piece.gap == 0 or "\n" in line or i + 1 >= len(self.pieces):
            return False
        if len(line) > MAX_CHARS or piece.words > MAX_WORDS or not line[0].isalnum() or line[0].islower():
            return False
        if date_lines.date_line(line) or cues.is_pointer(line) or cues.image_name(line) or cues.is_speech(line):
            return False
        if _NO_HEADING.search(line) or self._in_roll(i):
            return False
        if line.endswith(":"):
            return piece.words <= 8 and (line.isupper() or line.istitle()) and piece.gap_below > 0
        if (line.endswith((".", ";", ",", "!")) or piece.closes) and not cues.ends_in_dated_heading(line):
            return line.endswith("?") and piece.words <= 12 and piece.gap_below > 0 and self.level(piece) == 1
        return piece.gap_below > 0 or bool(self.pieces[i + 1].bullet)

    def numbered_at(self, i: int) -> bool:
        """A short numbered line on its own, with no other numbered line next to it: "2. Background"."""
        piece = self.pieces[i]
        if not (piece.bullet and piece.alone and piece.text[0].isdigit() and piece.words <= 12) or piece.closes:
            return False
        return not any(p.bullet and p.text[0].isdigit() for p in (*self.pieces[i - 1 : i], *self.pieces[i + 1 : i + 2]))

    def level(self, piece: Piece) -> int:
        """1 below two blank lines (or where no heading has two), 2 below one; lower where it ends in a date."""
        return (2 if self.spaced and piece.gap < 2 else 1) + cues.ends_in_dated_heading(piece.text)

    def _in_roll(self, i: int) -> bool:
        """Whether short lines stand one below the other, most with a comma: names with offices, not headings."""
        first = last = i
        while first > max(0, i - ROLL_PIECES) and self._short(first - 1):
            first -= 1
        while last + 1 < min(len(self.pieces), i + ROLL_PIECES) and self._short(last + 1):
            last += 1
        run = self.pieces[first : last + 1]
        return len(run) >= 4 and sum("," in p.text for p in run) * 2 > len(run)

    def _short(self, i: int) -> bool:
        piece = self.pieces[i]
        return not piece.bullet and not piece.closes and piece.words <= MAX_WORDS
