"""Entries of reading lists: who wrote it, where it came out, where one entry ends and the next begins.

Belongs here: the shapes by which an entry is told from a link and from its neighbour. Does not belong here: which part
of a page is a reference list (plain, markdown), taking an entry apart (pipeline.coding.citations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

YEAR = r"(?:1[5-9]|20)\d\d"
_PARTICLE = r"(?:van|von|de|der|den|du|da|di|del|dos|la|le|al|bin|ibn|ter)"
_WORD = r"[A-Z][\w’'-]+"
_INITIALS = r"(?:[A-Z]\.[ -]?){1,4}"
_GIVEN = rf"(?:{_WORD}|{_INITIALS})(?:[ -](?:{_WORD}|{_INITIALS})){{0,2}}"
_TURNED = rf"(?:{_PARTICLE} ){{0,2}}{_WORD}(?:[ -]{_WORD})?, {_GIVEN}"
_STRAIGHT = rf"(?:{_WORD}|{_INITIALS})(?: ?(?:{_INITIALS}|{_PARTICLE} {_WORD}|{_WORD})){{1,3}}"
_ROLE = r"(?P<role>,? \(?(?:comps?|eds?|trans)\b\.?\)?)?"
_MORE = (
    rf"(?:(?:(?:; |, )(?:{_TURNED}|{_STRAIGHT})){{0,3}},? (?:and|&) (?:{_TURNED}|{_STRAIGHT})|(?:; {_TURNED}){{1,3}})?"
)
_TITLE_NEXT = r"(?=[\"“‘'_*¿¡]?[A-Z0-9])"

TURNED_LEAD = re.compile(
    rf"(?P<who>{_TURNED}{_MORE}){_ROLE}(?:(?:(?<=\.)|[.:])\s+{_TITLE_NEXT}|, (?=[\"“‘']?{_WORD} [a-z]))"
)
"""Names turned round before a title: "Haugen, Ida M. and Bo Lie, eds. A book"."""
STRAIGHT_LEAD = re.compile(rf"(?P<who>{_STRAIGHT}{_MORE}){_ROLE}[.,:]\s+{_TITLE_NEXT}")
"""Names as spoken: "Ida M. Haugen, A book". A title can look the same: it needs an imprint behind it."""

_PLACES = r"[A-Z][\w.’'-]*(?:[ ,/]+(?:(?:of|de|del|la|upon|am) )?[A-Z][\w.’'-]*){0,4}"
IMPRINT = re.compile(
    rf"\s*\((?:(?P<place1>{_PLACES})\s*[:;]\s+)?(?P<house1>[A-Z](?:[^()]|\([^()]*\)){{2,100}}?),?\s+(?P<year1>{YEAR})\b"
    r"(?:\)|(?=[.,;]))"
    rf"|(?:(?<=[.,)] )|^\s*)(?P<place2>{_PLACES}): (?P<house2>[A-Z][^:;]{{2,80}}?),? \(?(?P<year2>{YEAR})\b(?![–-]\d)"
)
"""Where a book came out: "(Oslo: Northern Press, 1998)", "(Northern Press, 1998)", "Oslo: Northern Press, 1998"."""

_QUOTED = re.compile(r"[\"“‘][^\"“”]{12,}[\"”’]")
_YEAR = re.compile(rf"(?<![\d–-]){YEAR}(?![\d–-])")
_LINK_END = re.compile(r"\s*-+>\s*")
_WIDE_GAP = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)")
_DATED_NEXT = re.compile(
    rf"(?<=[.;]) +(?=(?:{_PARTICLE} ){{0,2}}{_WORD}, (?:{_WORD}|{_INITIALS}|[A-Z] ?){{1,3}}[^.;()]{{0,60}}"
    rf"\({YEAR}[a-z]?\))"
)
_FIGURE_STOP = re.compile(r"(?:(?<=[\d)]\.)|(?<= [IVX]\.)|(?<=[IVX]{2}\.))\.? +(?=[A-Z]|[a-z]{2,3} [A-Z])")
_CLOSED_IMPRINT = re.compile(rf"\([A-Z][^()]+[,\s]{YEAR}\)\.$")
_SAME_ENTRY = re.compile(r"(?:Vol(?:ume|s)?|Reprint|Ch|Chapter|Part|Trans(?:lated)?|ISBN|See|Also|In)\b")
_LEAST_WORDS = 6
"""A shorter run is the end of an entry, not one of its own: "Oxford, Quay Press, 1989."."""


def has_lead(text: str, at: int = 0) -> bool:
    """Whether names of authors stand at offset `at`, as they open an entry."""
    return bool(TURNED_LEAD.match(text, at) or STRAIGHT_LEAD.match(text, at))


def looks_like_entry(text: str) -> bool:
    """Whether a line of a reading list is a work with its imprint, its year or its authors, not the name of a link."""
    if IMPRINT.search(text, 1):
        return True
    return bool(_YEAR.search(text)) and (has_lead(text) or bool(_QUOTED.search(text)))


def entry_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The entries that were run together in text[start:end]; the whole span where nothing parts it.

    One ends with a figure and a stop where names follow; links end in an arrow or at a wide gap without a stop.
    """
    cuts = [start]
    for gap in sorted(_gaps(text, start, end), key=lambda m: m.start()):
        if gap.start() >= cuts[-1] and _parts(text, cuts[-1], gap, end):
            cuts.append(gap.end())
    cuts.append(end)
    for begin, stop in pairwise(cuts):
        if begin < stop or begin == start:
            arrow = _LINK_END.search(text, begin, stop)
            yield begin, arrow.start() if arrow and arrow.end() == stop else stop


def _gaps(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for pattern in (_LINK_END, _WIDE_GAP, _FIGURE_STOP, _DATED_NEXT):
        yield from pattern.finditer(text, start, end)


def _parts(text: str, begin: int, gap: re.Match[str], end: int) -> bool:
    """Whether one entry ends before the gap and another begins behind it."""
    if gap.re is _LINK_END:
        return True
    if gap.re is _DATED_NEXT:
        return bool(_YEAR.search(text[begin : gap.start()]))
    before, after = text[begin : gap.start()], text[gap.end() : end]
    if gap.re is _WIDE_GAP and before[-1] not in ".,;:":
        return True
    if _CLOSED_IMPRINT.search(before) and not _SAME_ENTRY.match(after):
        return True
    long_enough = len(before.split()) >= _LEAST_WORDS and len(after.split()) >= _LEAST_WORDS
    if gap.re is _WIDE_GAP and long_enough and _YEAR.search(before[-12:]):
        return True
    return long_enough and has_lead(text, gap.end()) and bool(_YEAR.search(before))
