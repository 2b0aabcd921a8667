"""Dates as reference lists print them: whole, with a month, a season or a year alone.

Belongs here: the few fixed layouts of bibliographies. Does not belong here: dates in running prose, with their
relative forms and eras (pipeline.language.dates): there "2001-08" is a span of years and a bare year in a heap of
volume and page numbers is none, here the one is a month and the other the year of printing.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from datetime import date

_MONTHS = {name.lower(): i for names in (month_name, month_abbr) for i, name in enumerate(names) if name} | {"sept": 9}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF level 1 codes of the seasons (Library of Congress, EDTF specification, 2019)."""
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_LAYOUTS = (
    rf"(?P<year0>{_YEAR})-(?P<n0>\d\d)(?:-(?P<d0>\d\d))?\b",
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<m1>{_MONTH})\s*,?\s*(?P<year1>{_YEAR})\b",
    rf"(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>{_YEAR})\b",
    rf"(?P<m3>{_MONTH}),?\s+(?P<year3>{_YEAR})\b",
    rf"(?P<s4>{'|'.join(_SEASONS)}),?\s+(?P<year4>{_YEAR})\b",
    rf"(?P<a5>\d{{1,2}})/(?P<b5>\d{{1,2}})/(?P<year5>{_YEAR})\b",
)
PATTERN = r"(?<![\w-])(?:" + "|".join(_LAYOUTS) + ")"
"""Source of `FULL`, for patterns that a date ends. Its groups are named, so it stands once in a pattern."""
FULL = re.compile(PATTERN, re.IGNORECASE)
"""A date with more than a year."""
UNNAMED = re.sub(r"\?P<\w+>", "?:", PATTERN)
"""The same without groups."""
YEAR = re.compile(rf"(?<![\w./-])({_YEAR})[a-z]?(?![\w/-])")
"""A year alone, as in "(2006)" or "2006b"."""


def edtf_of(match: re.Match[str]) -> str | None:
    """EDTF of a match of `FULL` (or of a pattern built with `PATTERN`); None for what is no day of any calendar.

    "03/04/2016" can be read in two ways: what is certain is the year.
    """
    part = {name.rstrip("012345"): value for name, value in match.groupdict().items() if value and name[-1] in "012345"}
    year = part["year"]
    if "s" in part:
        return f"{year}-{_SEASONS[part['s'].lower()]}"
    if "a" in part:
        return _numeric(year, int(part["a"]), int(part["b"]))
    month = int(part["n"]) if "n" in part else _MONTHS[part["m"].lower().rstrip(".")]
    return _day(year, month, int(part["d"])) if "d" in part else _month(year, month)


def whole(text: str) -> str | None:
    """EDTF of a text that is a date and nothing else; None otherwise."""
    stripped = text.strip(" .,;:()")
    match = FULL.fullmatch(stripped)
    if match:
        return edtf_of(match)
    year = YEAR.fullmatch(stripped)
    return year[1] if year else None


def _numeric(year: str, first: int, second: int) -> str | None:
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else year


def _month(year: str, month: int) -> str | None:
    return f"{year}-{month:02}" if 1 <= month <= 12 else None


def _day(year: str, month: int, day: int) -> str | None:
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None
