"""From an expression and an anchor to its EDTF: completing missing years, counting relative dates.

An anchor is an EDTF string: the date of publication for "last week", the date of the happening before for "two days
later". What the anchor does not make certain stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.dates.arithmetic import Direction, Span, counted, with_year
from pipeline.language.dates.model import DateExpression, Moment, Relative, Value
from pipeline.language.dates.notation import first_day, last_day, read, write, write_interval

_SINCE = frozenset(("since", "after"))
_UNTIL = frozenset(("until", "by", "before"))
_WITHOUT_DATE = frozenset(("duration", "recurring", "era"))
_FEW_DAYS = 14
"""So many days after something in a month most likely still lie in that month."""


def resolve(expression: DateExpression, anchor: str | None, direction: Direction = "past") -> str | None:
    """EDTF of `expression` counted from, or completed by, `anchor`; its own EDTF where it needs none.

    anchor: EDTF day, month, year or interval (then the end nearer to the date). An anchor that is too coarse gives
    None rather than a guess. An anniversary is counted back from the anchor's year.
    """
    return resolved(expression, anchor, direction).edtf


def complete(expression: DateExpression, year_context: str | int, direction: Direction = "same") -> str | None:
    """EDTF of an expression without a year, with the year that `year_context` (a year or an EDTF date) gives it.

    direction: "same" takes the context's year as it is, "past" the latest date up to the context, "future" the
    earliest from it on.
    """
    if not expression.partial:
        return expression.edtf
    anchor = f"{year_context:04d}" if isinstance(year_context, int) else year_context
    return resolved(expression, anchor, direction).edtf


def resolved(expression: DateExpression, anchor: str | None, direction: Direction = "past") -> DateExpression:
    """`expression` with edtf, point and basis as `anchor` fixes them; unchanged where it fixes nothing."""
    if expression.kind in _WITHOUT_DATE or anchor is None:
        return expression
    if expression.kind == "anniversary":
        return _anniversary(expression, read(anchor))
    if expression.start is None or (expression.reference is None and not expression.partial):
        return expression
    span = fixed_span(expression.start, expression.end, _nearer(anchor, expression.start), direction)
    if span is None:
        return expression
    edtf, point = written(expression.kind, *span)
    if point is None:
        return expression
    return replace(expression, edtf=edtf, point=point, basis="relative")


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR_ALONE = len("2006")
"""Length of a date that names a year: another paragraph of a dated text does not go on with its months."""


def settle(
    expressions: Sequence[DateExpression],
    published: str | None = None,
    context: str | None = None,
    directions: Sequence[Direction] | None = None,
    passages: Sequence[int] | None = None,
) -> list[DateExpression]:
    """The expressions of a running text, each fixed by what stands before it.

    "The same day" and "a year later" count from the last full date before them in the text (at first: `context`),
    "today" and "last week" from `published`. A missing year comes from that last date in a text without a date of
    publication, in one that is mostly about years long before it, and in a passage about such a year; else from
    `published`. directions: of each expression, "future" where the clause tells what is to come (default: past).
    passages: of each expression, the number of its paragraph (default: all in one).
    """
    directions = directions or ["past"] * len(expressions)
    passages = passages or [0] * len(expressions)
    history = _mostly_history(expressions, published)
    settled: list[DateExpression] = []
    last, there = context, passages[0] if passages else 0
    day: tuple[str, int] | None = None  # the last date to the day, and its paragraph
    for expression, direction, passage in zip(expressions, directions, passages, strict=True):
        reference = expression.reference
        if reference in ("context", "either"):
            since = day[0] if day and day[1] == passage and _counts_days(expression) else last
            now = _counted_on(expression, since or (published if reference == "either" else None), direction)
        elif (
            expression.partial
            and reference is None
            and last
            and not (published and direction == "future")  # what is still to come is counted from now
            and (passage == there or (history and (published is None or len(last) > _YEAR_ALONE)))
            and _old(last, published)
        ):
            now = resolved(expression, last, "same")
        else:
            now = resolved(expression, published, direction) if reference != "other" else expression
        settled.append(now)
        if (
            now.point
            and "XXXX" not in now.point
            and now.kind not in ("attributive", "anniversary")
            and not (now.kind == "since" and published)  # "since 1990" lasts until now
            and now.lead != "of"  # "the Convention of 1958" says nothing about the year of what follows
            and not _is_run(now)
        ):
            last, there = now.point, passage
            day = (last, passage) if _DAY.fullmatch(last) else day
    return settled


def _counted_on(expression: DateExpression, last: str | None, direction: Direction) -> DateExpression:
    """The expression counted from the last date; "two days later" goes on with the month or year that is all the
    text gives (codebook, section 7: such a link carries the date)."""
    now = resolved(expression, last, direction)
    moment = expression.start
    if now.edtf or last is None or not isinstance(moment, Relative) or expression.end is not None or moment.span:
        return now
    days = abs(moment.amount or 0) * (7 if moment.unit == "week" else 1)
    if moment.unit not in ("day", "week") or not 0 < days <= _FEW_DAYS or "/" in last or "X" in last:
        return now
    return replace(now, edtf=last, point=last, basis="relative")


def _counts_days(expression: DateExpression) -> bool:
    """ "the same day", "two days later": counted from a day, though a year may have been named since."""
    return isinstance(expression.start, Relative) and expression.start.unit == "day"


def _is_run(expression: DateExpression) -> bool:
    """ "the last two years" says nothing about the year of what follows."""
    return isinstance(expression.start, Relative) and expression.start.span


def _mostly_history(expressions: Sequence[DateExpression], published: str | None) -> bool:
    """Whether most dates that a text gives in full lie long before its publication."""
    told = [e.point for e in expressions if e.basis == "explicit" and e.point and "XXXX" not in e.point]
    return 2 * sum(_old(point, published) for point in told) > len(told)


def _old(last: str, published: str | None) -> bool:
    """Whether a date lies more than a year before publication; without a date of publication any does."""
    there, here = read(last.rpartition("/")[2]) or read(last.partition("/")[0]), read(published)
    return here is None or (there is not None and last_day(there)[0] < first_day(here)[0] - 1)


def _nearer(anchor: str, moment: Moment) -> Value | None:
    """The anchor's value; of an interval the end that the date lies beyond."""
    first, slash, last = anchor.partition("/")
    later = isinstance(moment, Relative) and (moment.amount or 0) >= 0
    return read((last if later and read(last) else first) if slash else first)


def _anniversary(expression: DateExpression, anchor: Value | None) -> DateExpression:
    if anchor is None or anchor.year is None or not anchor.year.isdigit() or not expression.amount:
        return expression
    year = int(anchor.year) - expression.amount
    if year < 1:
        return expression
    return replace(expression, edtf=f"{year:04d}", point=f"{year:04d}", basis="relative")


def fixed_span(
    start: Moment, end: Moment | None, anchor: Value | None, direction: Direction = "past"
) -> tuple[Value, Value | None] | None:
    """First and last value of an expression with everything the anchor fixes; None where an end stays open."""
    first, last = _fix(start, anchor, direction), _fix(end, anchor, direction) if end else None
    if (
        end is not None
        and last is not None
        and isinstance(end, Relative)
        and isinstance(start, Value)
        and start.partial
    ):
        dated = with_year(start, last[1], "past")
        first = (dated, dated) if dated else None
    if first is None or (end is not None and last is None):
        return None
    low, high = first[0], (last[1] if last else first[1])
    if end is not None and isinstance(end, Value) and end.partial:
        later = with_year(end, low, "future")
        high = later or high
    return low, (high if high != low or end is not None else None)


def _fix(moment: Moment, anchor: Value | None, direction: Direction) -> Span | None:
    if isinstance(moment, Value):
        value = with_year(moment, anchor, direction) if moment.partial and anchor else moment
        return (value, value) if value else None
    found = counted(moment, anchor, direction) if anchor else None
    if found is None:
        return None
    return found if isinstance(found, tuple) else (found, found)


def written(kind: str, first: Value, last: Value | None) -> tuple[str | None, str | None]:
    """EDTF of an expression of `kind`, and of the date itself without the open end that the kind adds."""
    point = write(first) if last is None else write_interval(first, last)
    if point is None:
        return None, None
    if kind in _SINCE:
        return write_interval(first, None) or point, point
    if kind in _UNTIL:
        return write_interval(None, last or first) or point, point
    return point, point
