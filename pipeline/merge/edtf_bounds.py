"""First and last possible day, and precision, of an EDTF string.

Belongs here: reading EDTF for the derived `*_min`, `*_max` and `date_precision` columns and for comparing dates.
Does not belong here: finding dates in prose (pipeline.language).

Conventions. Bounds are those of the date as written: `1964~` lies in 1964, so that a filter for 1964 finds it.
Open, unknown and year-less ends are None. Seasons follow the edtf library's months (northern, spring March to May);
winter covers both winters that touch the year. Days outside the years 1 to 9999 are None: no SQL date holds them.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import cache
from time import struct_time

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

Bounds = tuple[date | None, date | None]

_UNBOUNDED: Bounds = (None, None)
_NO_END = frozenset({"", "..", "unknown", "open"})
_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?")
_WINTER = re.compile(r"(?P<year>\d{4})-24[~?%]?")
_HALF_OPEN_PART = re.compile(r"-(?:\dX|X\d)")
"""A month or day with one open digit: legal, never coded, and a fault inside the library's parser."""
_QUALIFIERS = re.compile(r"[~?%]")
_SHAPES = (
    ("day", re.compile(r"\d{4}-\d\d-\d\d")),
    ("season", re.compile(r"\d{4}-(2[1-9]|3\d|4[01])")),
    ("month", re.compile(r"\d{4}-\d\d(-XX)?")),
    ("year", re.compile(r"\d{4}(-XX){0,2}")),
    ("decade", re.compile(r"\d{3}X")),
    ("century", re.compile(r"\d\dXX")),
)
"""How finely a date is known -> what such dates look like, finest first."""


@cache
def bounds(edtf: str | None) -> Bounds:
    """(first, last) possible day; None where there is none. What is no EDTF has no bounds.

    >>> bounds("2004-02")
    (datetime.date(2004, 2, 1), datetime.date(2004, 2, 29))
    >>> bounds("2006/..")
    (datetime.date(2006, 1, 1), None)
    """
    if not edtf:
        return _UNBOUNDED
    if "/" in edtf and edtf[0] not in "[{":
        start, _, end = edtf.partition("/")
        first, last = _point(start)[0], _point(end)[1]
        return (first, last) if not (first and last and last < first) else _UNBOUNDED
    return _point(edtf)


@cache
def precision(edtf: str | None) -> str | None:
    """A name of _SHAPES or "interval"; None without a date, or where its year is open (XXXX-12)."""
    if not edtf or bounds(edtf) == _UNBOUNDED:
        return None
    if "/" in edtf or edtf[0] in "[{":
        return "interval"
    plain = _QUALIFIERS.sub("", edtf)
    return next((name for name, shape in _SHAPES if shape.fullmatch(plain)), "interval")


def is_approximate(edtf: str | None) -> bool:
    """Whether the date is marked uncertain or approximate (`1964~`, `1964?`)."""
    return bool(edtf and _QUALIFIERS.search(edtf))


@cache
def possible(edtf: str | None) -> Bounds:
    """Bounds for comparing two dates: an approximate date may lie a year to either side."""
    first, last = bounds(edtf)
    if not is_approximate(edtf):
        return first, last
    return first and _shift(first, -366), last and _shift(last, 366)


def overlap(a: Bounds, b: Bounds) -> bool:
    """Whether one day may lie in both; an end that is None reaches for ever."""
    return (a[1] is None or b[0] is None or b[0] <= a[1]) and (b[1] is None or a[0] is None or a[0] <= b[1])


def days(edtf: str | None) -> int | None:
    """How many days the date leaves open (1 for a day); None when it has no first or no last."""
    first, last = bounds(edtf)
    return (last - first).days + 1 if first and last else None


def _point(edtf: str) -> Bounds:
    if edtf in _NO_END:
        return _UNBOUNDED
    if match := _PLAIN.fullmatch(edtf):
        return _plain(int(match["year"]), match["month"], match["day"])
    if match := _WINTER.fullmatch(edtf):
        year = int(match["year"])
        return (date(year, 1, 1), _last_of(min(year + 1, 9999), 2)) if year else _UNBOUNDED
    if _HALF_OPEN_PART.search(edtf) or edtf.startswith("XXXX"):
        return _UNBOUNDED
    try:
        parsed = parse_edtf(edtf)
        return _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except (EDTFParseException, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return _UNBOUNDED  # the library meets some malformed strings with errors of Python's own


def _plain(year: int, month: str | None, day: str | None) -> Bounds:
    """Bounds of YYYY, YYYY-MM, YYYY-MM-DD: nearly every date, and the library's grammar takes 10 ms for each."""
    if year == 0:
        return _UNBOUNDED
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, int(month), 1), _last_of(year, int(month))
    if not 1 <= int(day) <= calendar.monthrange(year, int(month))[1]:
        return _UNBOUNDED
    exact = date(year, int(month), int(day))
    return exact, exact


def _last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(moment: struct_time | float) -> date | None:
    """The library gives a struct_time, or an infinity for an open end."""
    if isinstance(moment, float) or not 1 <= moment[0] <= 9999:
        return None
    return date(*moment[:3])


def _shift(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day
