"""EDTF strings: written from values, checked, and read back.

The edtf library judges every shape of string once (its parser takes milliseconds, so a shape's verdict is kept);
the calendar judges the day. What the library cannot read is not written.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from edtf import EDTFParseException, parse_edtf

from pipeline.language.dates.model import FIRST_SEASON, Value

LAST_SEASON = 24
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""First and last month of a season, as the edtf library bounds them (northern, winter at the year's end)."""

_COMPONENT = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<approx>[~?%]?)")


def valid(edtf: str) -> bool:
    """Whether `edtf` is EDTF that the edtf library reads and whose days exist."""
    parts = [p for p in edtf.split("/") if p not in ("", "..")]
    matches = [_COMPONENT.fullmatch(p) for p in parts]
    if not matches or any(m is None for m in matches):
        return False
    if not all(_in_calendar(m["year"], m["month"], m["day"]) for m in matches if m):
        return False
    return _shape_is_valid(_COMPONENT.sub(_shape, edtf))


def _shape(match: re.Match[str]) -> str:
    year = re.sub("[0-9]", "2", match["year"])
    month = match["month"]
    if month and int(month) <= 12:
        month = "01"
    return "-".join(p for p in (year, month, match["day"] and "01") if p) + match["approx"]


@lru_cache(maxsize=4096)
def _shape_is_valid(shape: str) -> bool:
    left, slash, right = shape.partition("/")
    if slash and ".." in (left, right) and "X" in shape:
        return False  # edtf 5.0.2 cannot read open intervals with unspecified digits
    try:
        return parse_edtf(shape) is not None
    except (EDTFParseException, ValueError, TypeError):
        return False


def _in_calendar(year: str, month: str | None, day: str | None) -> bool:
    if month is None:
        return True
    number = int(month)
    if day is None:
        return 1 <= number <= 12 or FIRST_SEASON <= number <= LAST_SEASON
    return 1 <= number <= 12 and 1 <= int(day) <= days_in(year, number)


def days_in(year: str | None, month: int) -> int:
    """Days of a month; February has 29 where the year is open."""
    known = int(year) if year and year.isdigit() and int(year) > 0 else 2000
    return calendar.monthrange(known, month)[1]


def write(value: Value) -> str | None:
    """EDTF of one value, or None when EDTF (as the library reads it) has no form for it."""
    if value.year is None and value.month is None:
        return None
    text = value.year or "XXXX"
    if value.month is not None:
        text += f"-{value.month:02d}"
    if value.day is not None:
        text += f"-{value.day:02d}"
    for candidate in (text + "~", text) if value.approx else (text,):
        if valid(candidate):
            return candidate
    return None


def write_interval(first: Value | None, last: Value | None) -> str | None:
    """EDTF of an interval; None stands for an open end. None when the ends are out of order."""
    low, high = (write(v) if v else ".." for v in (first, last))
    if low is None or high is None:
        return None
    if first and last and not in_order(first, last):
        return None
    if low == high:
        return low
    if valid(f"{low}/{high}"):
        return f"{low}/{high}"
    if first and last:
        return None
    return _open_interval(first, last)


def _open_interval(first: Value | None, last: Value | None) -> str | None:
    """A decade or century with an open end, by its first or last year: "since the 1980s" is 1980~/.."""
    value = first or last
    if value is None or value.year is None or value.month is not None or "X" not in value.year:
        return None
    year = value.year.replace("X", "0" if first else "9")
    text = f"{year}~/.." if first else f"../{year}~"
    return text if valid(text) else None


def read(edtf: str | None) -> Value | None:
    """The value of an EDTF date (a day, month, season, year, decade or century); None for anything else."""
    match = _COMPONENT.fullmatch(edtf.strip()) if edtf else None
    if not match or not valid(match[0]):
        return None
    month, day = (int(match[g]) if match[g] else None for g in ("month", "day"))
    year = None if match["year"] == "XXXX" else match["year"]
    return Value(year, month, day, approx=match["approx"] == "~")


def first_day(value: Value) -> tuple[int, int, int]:
    """Year, month and day that a value begins with; an open year counts as 0."""
    year = int((value.year or "0000").replace("X", "0"))
    month = value.month or 1
    if month >= FIRST_SEASON:
        month = SEASON_MONTHS[month][0]
    return year, month, value.day or 1


def last_day(value: Value) -> tuple[int, int, int]:
    """Year, month and day that a value ends with; an open year counts as 9999."""
    year = int((value.year or "9999").replace("X", "9"))
    month = value.month or 12
    if month >= FIRST_SEASON:
        month = SEASON_MONTHS[month][1]
    return year, month, value.day or days_in(str(year), month)


def in_order(first: Value, last: Value) -> bool:
    """Whether an interval may run from `first` to `last`; open years are not compared."""
    if (first.year is None) != (last.year is None):
        return False
    low, high = first_day(first), last_day(last)
    if first.year is None:
        return low[1:] <= high[1:]
    return low <= high and first_day(first) <= first_day(last)
