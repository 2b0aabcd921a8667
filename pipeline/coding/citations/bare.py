"""Entries without quotation marks or italics: sentence case, stops, commas and dates are all there is.

Belongs here: telling title and publisher apart by them. Does not belong here: marked titles (titled).
"""

from __future__ import annotations

import re

from pipeline.coding.citations import dates
from pipeline.coding.citations.found import EDGES, PAGES, TAIL, Found, segments
from pipeline.coding.citations.imprint import take_closing_year, take_imprint, without_number
from pipeline.coding.citations.lead import take_bare_lead
from pipeline.coding.citations.names import (
    is_body,
    is_issuer,
    is_organisation,
    is_publisher,
    split_trailing_publisher,
)

_VOLUME = re.compile(r"(?:Vol(?:ume)?|Part|Book|Band|Tome?)\b")


def take_bare(found: Found) -> None:
    """An entry without quotation marks or italics: sentence case, stops, commas and dates are all there is."""
    if not found.authors and not found.body:
        take_bare_lead(found)
    before = take_imprint(found, found.rest, begin=1)
    if before is not None:
        found.put("title", _with_volume(before))
        return
    text = found.rest
    match = dates.FULL.search(text)
    if match and dates.edtf_of(match) and not _of_the_title(text, match):
        found.put("date", dates.edtf_of(match))
        before, after = text[: match.start()], text[match.end() :].strip(EDGES + ".()")
        if re.search(r"[^\W\d_]{2}", after) and is_publisher(after):
            found.put("title", before)
            found.put("publisher", after)
            return
        text = before.rstrip(" ,.(") if not after or PAGES.match(after) else text
        if ", " in text and len(segments(text)) == 1:
            title, _, last = TAIL.sub("", text).rpartition(", ")
            if is_publisher(last):
                found.put("title", title)
                found.put("publisher", last)
                return
    elif not match:
        text = take_closing_year(found, text)
    _take_segments(found, text)


def _with_volume(text: str) -> str:
    """The title before an imprint: the first part, and the part or volume of it that follows."""
    parts = [p for p in (s.strip(EDGES) for s in segments(text)) if re.search(r"[^\W\d_]{2}", p)]
    volumes = [p for p in parts[1:2] if _VOLUME.match(p)]
    return ". ".join([*parts[:1], *volumes])


def _of_the_title(text: str, match: re.Match[str]) -> bool:
    """Whether a date is part of the title: it opens it ("1 May 1950: A day at sea") or a preposition governs it."""
    if match.start() == 0:
        return True
    return text[match.end() :].lstrip().startswith(":") or bool(
        re.search(r"\b(?:of|on|in|to|from|and)\s+$", text[: match.start()])
    )


def _take_segments(found: Found, text: str) -> None:
    parts = [p for p in (s.strip(EDGES) for s in segments(text)) if re.search(r"[^\W\d_]{2}", p)]
    if not parts:
        return
    if len(parts) == 1:
        _take_single(found, parts[0])
        return
    if not found.authors and not found.body and is_organisation(parts[0]):
        found.body = parts.pop(0)
    found.put("title", _with_volume(text) if found.authors else parts[0])
    if found.body:
        return
    rest = [p for p in (TAIL.sub("", p).strip(EDGES).rstrip(".") for p in parts[1:]) if p and not PAGES.match(p)]
    if rest and (is_publisher(rest[0]) or found.authors):
        found.put("publisher", without_number(rest[0]))


def _take_single(found: Found, text: str) -> None:
    if is_body(text):
        found.put("publisher", text)
        return
    text = text.removesuffix(".") if re.search(r"\w{2}\.$", text) else text
    head, colon, _ = text.partition(": ")
    if colon and (is_issuer(head) or is_organisation(head)):
        found.put("title", text)
        found.put("publisher", head)
        return
    title, publisher = (text, None) if "language" in found.fields else split_trailing_publisher(text)
    found.put("title", title)
    found.put("publisher", publisher)
