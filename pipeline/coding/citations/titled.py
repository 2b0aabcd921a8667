"""Entries whose title is marked off: in quotation marks or in italics.

Belongs here: where such a title ends, and the imprint behind it. Does not belong here: titles without marks (bare).
"""

from __future__ import annotations

import re

from pipeline.coding.citations import dates
from pipeline.coding.citations.found import EDGES, ITALIC, PAGES, TAIL, Found, segments, take_date
from pipeline.coding.citations.imprint import take_closing_year, take_imprint
from pipeline.coding.citations.names import authors, is_issuer, is_organisation, is_publisher

_ROMAN = re.compile(r"[IVXLC]+\b[^a-z]*$")
_QUOTES = {'"': '"', "“": "”", "‘": "’", "«": "»"}
_PLACE_HOUSE = re.compile(r"\s*\((?:[A-Z][\w. ]+:\s*)?([A-Z][^():,]*?)[,\s]*\)")
_BY = re.compile(r"[\s.,]*\bby\s+([A-Z][^,]+),\s*(.*)")


def take_quoted(found: Found) -> bool:
    """A title in quotation marks, with authors before it and the publisher behind it."""
    start = next((i for i, c in enumerate(found.rest) if c in _QUOTES), None)
    if start is None:
        return False
    who = _who(found, found.rest[:start])
    end = _closing(found.rest, start)
    if end is None or (who is None and start > 0):
        found.rest = found.rest[:start] + found.rest[start + 1 :] if end is None and start == 0 else found.rest
        return False
    found.authors = found.authors or who or ()
    found.put("title", found.rest[start + 1 : end])
    _take_imprint(found, found.rest[end + 1 :])
    return True


def _who(found: Found, before: str) -> tuple[str, ...] | None:
    """Authors before a quoted title; a year behind them, or the name of a body, is kept apart. None for other words."""
    named = authors(before)
    if named is not None:
        return named
    head, comma, _ = before.strip(EDGES).partition(", ")
    if is_organisation(head) and (not comma or authors(before.replace(",", " ")) is not None):
        found.body = head
        return ()
    without = take_closing_year(
        found, re.sub(r"\s((?:1[5-9]|20)\d\d)\W*$", r", \1", re.sub(r"\s*\(eds?\.?\)", "", before))
    )
    return authors(without)


def _closing(text: str, start: int) -> int | None:
    """Index of the mark that closes the one at `start`; quotations inside the title are counted in and out."""
    opening, closing = text[start], _QUOTES[text[start]]
    depth = 0
    for i in range(start, len(text)):
        inner_open = text[i] == opening and (
            i == start or (text[i - 1] in " ([¿¡" and text[i + 1 : i + 2].strip() != "")
        )
        if inner_open:
            depth += 1
        elif text[i] == closing and not (closing == "’" and text[i + 1 : i + 2].isalpha()):
            depth -= 1
            if depth == 0:
                return i
    return None


def take_italic(found: Found) -> bool:
    """_A title_ alone or behind its authors; or the _publisher_ behind a bare title."""
    italic = ITALIC.search(found.rest)
    if italic is None:
        return False
    before, after = found.rest[: italic.start()], found.rest[italic.end() :]
    if is_issuer(before.strip(EDGES + ".")):
        found.put("title", italic[1])
        found.put("publisher", before)
        take_date(found, after)
        return True
    who = authors(before) if before.rstrip()[-1:] in ("", ",", ".", ":") or found.authors else None
    who = None if who and ":" in before and " " not in before.strip() else who  # "Profile: _A Life_"
    if who is not None:
        found.authors = found.authors or who
        found.put("title", italic[1])
        _take_imprint(found, after)
    else:
        before = re.sub(r",?\s*\bin\s*$", "", before, flags=re.IGNORECASE)
        found.put("title", take_date(found, before) if dates.FULL.search(before) else take_closing_year(found, before))
        found.put("publisher", italic[1])
        take_date(found, after)
    return True


def _take_imprint(found: Found, text: str) -> None:
    """What follows a title: journal or book, publisher, date, pages."""
    if take_imprint(found, re.sub(r"^[\s.,:;]+(?!\()", "", text)) is not None:
        return
    text = re.sub(r"^[\s.,:;]*(?:in\s+)?", "", take_date(found, text))
    by = _BY.match(text)
    if by and not found.authors:
        found.authors, text = authors(by[1]) or (), by[2]
    named = ITALIC.match(text) or _PLACE_HOUSE.match(text)
    if named:
        found.put("publisher", named[1])
        return
    parts = [p for p in (TAIL.sub("", s).strip(EDGES).rstrip(".") for s in segments(text)) if p and not PAGES.match(p)]
    parts = [p for p in parts if p[0].isupper() or len(p.split()) == 1 or is_publisher(p)]
    if parts and not _ROMAN.match(parts[0]):
        found.put("publisher", parts[-1] if "isbn" in found.fields else parts[0])
