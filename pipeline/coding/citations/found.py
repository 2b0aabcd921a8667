"""What has been read of an entry so far, and the words that are left.

Belongs here: the state that the steps of reading share, dates and tidy words. Does not belong here: the steps (entry,
titled, bare).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.coding.citations import dates

PAGES = re.compile(r"(?:pp?\.?\s*\d|pages?\b|vol(?:ume|\.)|no\.|issue\b|\d|\(|ch\.|archived\b)", re.IGNORECASE)
"""Openings of a part that counts pages or volumes."""
TAIL = re.compile(
    r"(?:\s+\d{1,4}(?=,\s*no\b))?[,.]?\s*\b(?:pp?\.\s*\d|pages?\s+\d|vol(?:ume)?\b|no\b\.?\s*\d).*$"
    r"|\s+\d+\s*[(:].*$|\s*\(\s*\)",
    re.IGNORECASE,
)
"""Volume and pages behind a name."""
BREAK = re.compile(
    r"\s+[.](?=\s|$)\s*|(?<![\s.]pp)(?<!vol)(?<!Vol)(?<![\s.][Nn]o)(?<![\s(][Ee]d)(?<!\bal)(?<=[^\W\d_][^\W\d_])[.]\s+(?=\W*(?:[^\W_a-z])|pp?\.)|(?<=[)\]_”\"])[.](?=\s|$)\s*"
    r"|(?<=[-–]\d{4})[.]\s+(?=[A-Z])"
)
"""Stops between the parts of an entry; those of abbreviations and initials are none."""
ITALIC = re.compile(r"(?<!\w)_([^_]+)_(?!\w)")
EDGES = " \t\n\r,;:_*-–—\u00a0"
"""Marks that are no part of a field at either end."""


@dataclass(slots=True)
class Found:
    """What has been read so far, and the words that are left. body: who put it out, named before the title."""

    rest: str
    fields: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    body: str | None = None

    def put(self, name: str, value: str | None) -> None:
        """Keep a field's tidied words, if it has any and none were found before."""
        cleaned = tidy(value or "")
        if cleaned and name not in self.fields:
            self.fields[name] = cleaned


def take_date(found: Found, text: str) -> str:
    """Text without its date, which is kept when none was found before."""
    match = dates.FULL.search(text) or dates.YEAR.search(text)
    if match is None:
        return text
    found.put("date", dates.whole(match.group()))
    return text[: match.start()] + text[match.end() :]


def segments(text: str) -> list[str]:
    """The parts of an entry between stops, empty ones left out."""
    return [s for s in BREAK.split(text) if s and s.strip(EDGES)]


def tidy(text: str) -> str:
    """A field's words without emphasis, empty brackets or loose punctuation at its ends (a leading ... stays)."""
    text = re.sub(r"\s*\(\s*\)|(?<!\w)_+(?=\w)|(?<=\S)_+(?!\w)", "", ITALIC.sub(r"\1", text)).strip(" \t\u00a0_*")
    text = text.rstrip(" ,;:-–—(")
    text = text.lstrip(" ,;:-–—)")
    if not re.search(r"\.\.\.$|(?:^|[\s.])[A-Z]\.$", text):
        text = text.rstrip(" .,")
    return " ".join(text.split())
