"""Where and when a book came out, as reference lists print it behind the title.

Belongs here: house and year of an imprint, a year that closes an entry. Does not belong here: the shape of an imprint
(pipeline.read.entries), journals with volume and pages (titled).
"""

from __future__ import annotations

import re
import string

from pipeline.coding.citations import dates
from pipeline.coding.citations.found import EDGES, Found
from pipeline.coding.citations.names import is_organisation, is_outlet, is_small
from pipeline.read.entries import IMPRINT

_PAGES_AT_END = r"(?:[,:]?\s*pp?\.\s*\d[\d\s,–-]*\.?)?"
_CLOSING_YEAR = re.compile(
    rf"(?:[,.;]\s*|\s*\()(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\)?{_PAGES_AT_END}\W*$",
)
_STOP_INSIDE = re.compile(r"[a-z]{3}\.\s")
_NUMBERED_PAPER = re.compile(r"\s+(?:Publication|Pub\.|Paper|Report)\s+(?:No\.\s*)?\d.*$")


def take_imprint(found: Found, text: str, begin: int = 0) -> str | None:
    """The words before an imprint, whose house and year are kept; None where there is none from offset `begin` on."""
    match = IMPRINT.search(text, begin)
    if match is None or not _is_house(match["house1"] or match["house2"]):
        return None
    house, year = match["house1"] or match["house2"], match["year1"] or match["year2"]
    house = next((p for p in (match["place1"], match["place2"]) if p and is_organisation(p)), house)
    by_name = is_outlet(house) or is_organisation(house) or (bool(found.authors) and " " in house)
    if not match["place1"] and not match["place2"] and not by_name:
        return None
    found.put("publisher", without_number(house))
    found.put("date", year)
    return text[: match.start()]


def without_number(house: str) -> str:
    """The name of a house without the number of one of its papers: "Board of Trade Publication 12"."""
    return _NUMBERED_PAPER.sub("", house).strip(EDGES)


def _is_house(text: str) -> bool:
    """Whether the words are written as a name and hold neither a month or season nor the end of a sentence."""
    dated = dates.FULL.search(f"{text} 2000")
    if (dated and not text[: dated.start()].rstrip().endswith(tuple(string.ascii_lowercase))) or _STOP_INSIDE.search(
        text
    ):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or is_small(w) for w in text.split())


def take_closing_year(found: Found, text: str) -> str:
    """The words before a year that closes the entry behind a comma or in brackets, and is kept; else all of them."""
    match = _CLOSING_YEAR.search(text)
    if match is None or not re.search(r"[^\W\d_]{2}", text[: match.start()]):
        return text
    found.put("date", match["year"])
    return text[: match.start()]
