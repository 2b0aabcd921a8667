"""Habits of pages converted to Markdown: bold words for headings, hard breaks between a label and its paragraph.

Belongs here: what emphasis and breaks stand for where Markdown itself gives them no meaning. Does not belong here:
CommonMark (markdown).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.read.layout import Draft, trim

BOLD_LEVEL = 8
"""Level of a bold line used as a heading: below every real heading (1-6)."""

_HARD_BREAK = re.compile(r"(?:[ \t]{2,}|\\)(?:\r\n?|\n)[^\S\r\n]*(?!\s*[a-z])|(?:\r\n?|\n)[^\S\r\n]+(?:\r\n?|\n)")
_BOLD_LINE = re.compile(r"(?P<mark>\*{2,3}|__)(?P<words>(?:(?!(?P=mark)).)+)(?P=mark)\s*:?\**\s*", re.DOTALL)
_TAG = r"</?(?:u|b|i|strong|em|span)\b[^>]*>"
_EMPHASISED = re.compile(
    rf"(?:[*_]{{1,3}}|{_TAG})+\s*(?P<words>[^*_<].*?)\s*(?:[*_]{{1,3}}|{_TAG})+\s*:?[*_]*", re.DOTALL
)
_RUN_IN = re.compile(
    r"(?P<mark>\*{2,3}|__)(?P<words>[A-Z](?:(?![*_]{2}).)+?)(?:(?P=mark)\**[.:]|[.:](?P=mark))[*\s]*(?=[A-Z“\"])"
)
_LABEL_LINE = re.compile(r"[A-Z](?:(?![.!?] )[^\n]){1,80}:")


def inside_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a heading that is emphasised as a whole."""
    match = _EMPHASISED.fullmatch(text, start, end)
    return match.span("words") if match else (start, end)


def is_bold_heading(words: str) -> bool:
    """Whether a line is bold from end to end, and no sentence."""
    match = _BOLD_LINE.fullmatch(words.strip())
    return match is not None and len(match["words"]) <= 160 and not match["words"].rstrip().endswith((".", ";", ","))


def is_label(words: str) -> bool:
    """Whether a line is a label that ends in a colon: a heading where a hard break parts it from its paragraph."""
    return _LABEL_LINE.fullmatch(words.strip()) is not None


def run_in(text: str, start: int, end: int) -> tuple[tuple[int, int], int] | None:
    """A bold heading on the same line as the paragraph that it opens: its words, and where the paragraph begins."""
    match = _RUN_IN.match(text, start, end)
    if match is None or len(match["words"].split()) > 14:
        return None
    return match.span("words"), match.end()


def cut_at_breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph cut at its hard breaks."""
    begin = start
    for match in _HARD_BREAK.finditer(text, start, end):
        yield trim(text, begin, match.start())
        begin = match.end()
    yield trim(text, begin, end)


def nest_bold_headings(drafts: list[Draft]) -> list[Draft]:
    """A bold line directly above another bold line is the outer heading of the two."""
    out: list[Draft] = []
    for i, draft in enumerate(drafts):
        below = drafts[i + 1] if i + 1 < len(drafts) else None
        is_outer = draft.kind == "heading" and draft.level == BOLD_LEVEL and below is not None
        if is_outer and below is not None and below.kind == "heading" and below.level == BOLD_LEVEL:
            draft = replace(draft, level=BOLD_LEVEL - 1)
        out.append(draft)
    return out
