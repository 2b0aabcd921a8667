"""Dates counted from other dates, as far as they are certain.

Belongs here: from a `Relative` and an anchor to values, and the year of a date that has none. Does not belong here:
which anchor applies (`resolve`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from pipeline.language.dates.model import Moment, Relative, Value
from pipeline.language.dates.notation import SEASON_MONTHS, days_in, first_day, last_day

Direction = Literal["past", "future", "same"]
"""Which year a date without one takes: the latest up to the anchor, the earliest from it on, or the anchor's own."""

Span = tuple[Value, Value]

_DECEMBER = 12


def of_date(day: date) -> Value:
    """The value of a calendar day."""
    return Value(f"{day.year:04d}", day.month, day.day)


def with_year(value: Value, anchor: Value, direction: Direction = "past") -> Value | None:
    """`value` with the year that `anchor` gives it; None where that day does not exist or no year is certain."""
    if value.year is not None:
        return value
    if anchor.year is None or not anchor.year.isdigit():
        return None
    year = int(anchor.year)
    if direction == "past" and _after(value, anchor):
        year -= 1
    elif direction == "future" and _before(value, anchor):
        year += 1
    if not 0 <= year <= 9999:
        return None
    dated = replace(value, year=f"{year:04d}")
    return dated if _exists(dated) else None


def _after(value: Value, anchor: Value) -> bool:
    """Whether value, in the anchor's year, begins after the anchor's last possible day."""
    return first_day(replace(value, year=anchor.year)) > last_day(anchor)


def _before(value: Value, anchor: Value) -> bool:
    return last_day(replace(value, year=anchor.year)) < first_day(anchor)


def _exists(value: Value) -> bool:
    return value.day is None or value.month is None or value.day <= days_in(value.year, value.month)


def counted(moment: Relative, anchor: Value, direction: Direction = "past") -> Value | Span | None:
    """The value (or first and last value) that `moment` names when counted from `anchor`.

    None where the anchor is not precise enough, where the number of units is not said, or outside the calendar.
    """
    if moment.amount is None or anchor.year is None or not anchor.year.isdigit() or int(anchor.year) == 0:
        return None
    try:
        return _COUNTED[moment.unit](moment, anchor, direction)
    except (OverflowError, ValueError):
        return None


def _day_of(anchor: Value) -> date | None:
    if anchor.day is None or anchor.month is None:
        return None
    return date(int(str(anchor.year)), anchor.month, anchor.day)


def _run(moment: Relative, here: Value, there: Value) -> Value | Span:
    """The other date, or the run between the two where the run is meant."""
    if not moment.span:
        return there
    return (there, here) if (moment.amount or 0) < 0 else (here, there)


def _days(moment: Relative, anchor: Value, direction: Direction) -> Value | Span | None:
    day = _day_of(anchor)
    if day is None:
        return replace(anchor, part=None) if moment.amount == 0 else None
    scale = 7 if moment.unit == "week" else 1
    return _run(moment, of_date(day), of_date(day + timedelta(days=scale * (moment.amount or 0))))


def _soon(moment: Relative, anchor: Value, direction: Direction) -> Value | None:
    """Some days after a month or year that is all the text gives; after a day, which one is not said."""
    return replace(anchor, part=None) if anchor.day is None else None


def _calendar_week(moment: Relative, anchor: Value, direction: Direction) -> Value | Span | None:
    day = _day_of(anchor)
    if day is None:  # "in the same week": no nearer than what it goes on with
        return replace(anchor, part=None) if moment.amount == 0 and moment.reference == "context" else None
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=moment.amount or 0)
    return of_date(monday), of_date(monday + timedelta(days=6))


def _weekend(moment: Relative, anchor: Value, direction: Direction) -> Span | None:
    day = _day_of(anchor)
    if day is None:
        return None
    saturday = day - timedelta(days=day.weekday() - 5) + timedelta(weeks=moment.amount or 0)
    if moment.part == "latest" and saturday > day:
        saturday -= timedelta(weeks=1)
    return of_date(saturday), of_date(saturday + timedelta(days=1))


def _weekday(moment: Relative, anchor: Value, direction: Direction) -> Value | None:
    day = _day_of(anchor)
    if day is None or moment.weekday is None:
        return None
    back, amount = (day.weekday() - moment.weekday) % 7, moment.amount or 0
    if amount > 0:
        return of_date(day + timedelta(days=7 - back))
    if amount < 0:
        return of_date(day - timedelta(days=back or 7))
    forward = direction == "future" and back > 0
    return of_date(day + timedelta(days=7 - back) if forward else day - timedelta(days=back))


def _months(moment: Relative, anchor: Value, direction: Direction) -> Value | Span | None:
    amount = moment.amount or 0
    if anchor.month is None or anchor.month > _DECEMBER:
        return Value(anchor.year) if amount == 0 else None
    total = int(str(anchor.year)) * 12 + anchor.month - 1 + amount
    year, month = divmod(total, 12)
    return _run(moment, Value(anchor.year, anchor.month), _checked(Value(f"{year:04d}", month + 1, part=moment.part)))


def _years(moment: Relative, anchor: Value, direction: Direction) -> Value | Span | None:
    scale = {"decade": 10, "century": 100}.get(moment.unit, 1)
    year = int(str(anchor.year)) + scale * (moment.amount or 0)
    loose = scale > 1 and not moment.span
    there = Value(f"{year:04d}", moment.month, moment.day, approx=loose, part=moment.part)
    if not _exists(there):
        return None
    return _run(moment, Value(anchor.year), _checked(there))


def _calendar_decade(moment: Relative, anchor: Value, direction: Direction) -> Value:
    year = int(str(anchor.year)) + 10 * (moment.amount or 0)
    return _checked(Value(f"{year:04d}"[:3] + "X"))


def _calendar_century(moment: Relative, anchor: Value, direction: Direction) -> Value:
    year = int(str(anchor.year)) + 100 * (moment.amount or 0)
    return _checked(Value(f"{year:04d}"[:2] + "XX"))


def _named(moment: Relative, anchor: Value, direction: Direction) -> Value | None:
    """ "last March" is the latest March wholly before the anchor's month, "this summer" the anchor's year's."""
    month, amount = moment.month or 1, moment.amount or 0
    first, last = SEASON_MONTHS.get(month, (month, month))
    year = int(str(anchor.year))
    if moment.reference == "published" and amount:
        if anchor.month is None or anchor.month > _DECEMBER:
            return None
        gone, ahead = anchor.month > last, anchor.month < first
        year += (-1 if amount < 0 and not gone else 0) + (1 if amount > 0 and not ahead else 0)
    else:
        year += amount
    return _checked(Value(f"{year:04d}", month))


def _checked(value: Value) -> Value:
    if not 1 <= int(str(value.year).replace("X", "0")) <= 9999:
        raise ValueError(value.year)
    return value


_COUNTED = {
    "soon": _soon, "day": _days, "week": _days, "calendar_week": _calendar_week, "weekend": _weekend,
    "weekday": _weekday, "month": _months, "year": _years, "decade": _years, "century": _years,
    "calendar_decade": _calendar_decade, "calendar_century": _calendar_century, "season": _named,
    "named_month": _named,
}  # fmt: skip


def bound(first: Moment | None, last: Moment | None) -> tuple[Moment | None, Moment | None]:
    """Ends of an interval with what each can lend the other: the year, and how fine an end of a year is meant."""
    if isinstance(first, Value) and isinstance(last, Value):
        return _lend(first, last)
    if isinstance(first, Value) and isinstance(last, Relative) and first.partial and last.unit == "year":
        month, day = _edge(last.part, first)
        return first, replace(last, month=month or last.month, day=day or last.day)
    return first, last


def _edge(part: str | None, other: Value) -> tuple[int | None, int | None]:
    """Month and day that "the end" (or start) of a year has at the granularity of the interval's other end."""
    if part not in ("end", "start") or other.month is None or other.month > _DECEMBER:
        return None, None
    month, day = (_DECEMBER, 31) if part == "end" else (1, 1)
    return month, day if other.day is not None else None


def _at_edge(value: Value, other: Value) -> Value:
    if value.granularity != "year":
        return value
    month, day = _edge(value.part, other)
    return replace(value, month=month, day=day)


def _lend(first: Value, last: Value) -> tuple[Value, Value]:
    first, last = _at_edge(first, last), _at_edge(last, first)
    if first.partial and not last.partial and last.month is not None:
        year = _neighbour(str(last.year), -1 if first_day(first)[1:] > last_day(last)[1:] else 0)
        first = replace(first, year=year)
    elif last.partial and not first.partial and first.month is not None:
        year = _neighbour(str(first.year), 1 if last_day(last)[1:] < first_day(first)[1:] else 0)
        last = replace(last, year=year)
    elif first.partial and not last.partial and last.granularity == "year":
        first = replace(first, year=last.year)
    return first, last


def _neighbour(year: str, offset: int) -> str:
    return f"{int(year) + offset:04d}" if year.isdigit() else year
