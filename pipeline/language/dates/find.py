"""Every date expression of a text, normalised: the entry to the grammar.

Matches are read with their surroundings, those not borne out are dropped, neighbours that belong together are
joined (a weekday with its date, the ends of an interval, members of a list), and the rest is written as EDTF.
"""

from __future__ import annotations

from pipeline.language.dates.arithmetic import Direction, bound
from pipeline.language.dates.joining import join
from pipeline.language.dates.model import DateExpression, Moment, Relative, Value
from pipeline.language.dates.resolve import resolved, written
from pipeline.language.dates.scan import scan
from pipeline.language.dates.surroundings import Candidate

_KINDS = {
    "since": "since", "ever since": "since", "starting": "since", "starting in": "since", "starting on": "since",
    "starting from": "since", "beginning": "since", "beginning in": "since", "beginning on": "since",
    "beginning from": "since", "as from": "since", "until": "until", "till": "until", "up until": "until",
    "up to": "until", "through": "until", "by": "by",
    "no later than": "by", "not later than": "by", "before": "before", "prior to": "before", "ahead of": "before",
    "after": "after", "following": "after",
}  # fmt: skip
"""What a leading word makes of a date; any other leaves it a point or an interval."""

_UNDATED = frozenset(("duration", "recurring", "anniversary", "era"))

_UNITS = {
    "calendar_week": "interval", "week": "day", "weekend": "interval", "weekday": "day", "named_month": "month",
    "calendar_decade": "decade", "calendar_century": "century",
}  # fmt: skip


def find_dates(text: str, published: str | None = None, direction: Direction = "past") -> list[DateExpression]:
    """Date expressions of `text` in order, without overlaps.

    published: EDTF date of publication; fixes weekdays, "this month" and missing years. direction: whether a missing
    year is the latest one up to publication ("past") or the earliest from it on ("future"). Expressions that count
    from another date of the text ("a year later") stay unresolved: see `resolve` and `settle`.
    """
    expressions = [_expression(text, candidate) for candidate in join(text, scan(text))]
    if published is None:
        return expressions
    return [resolved(e, published, direction) if _needs_publication(e) else e for e in expressions]


def _needs_publication(expression: DateExpression) -> bool:
    return expression.reference not in ("context", "other") and expression.kind != "anniversary"


def _expression(text: str, candidate: Candidate) -> DateExpression:
    kind = _kind(candidate)
    first, last = candidate.first, candidate.last
    if first is not None and last is not None:
        first, last = bound(first, last)
    edtf = point = None
    if kind not in _UNDATED and first is not None:
        edtf, point = _written(kind, first, last)
    named = first if isinstance(first, Value) else None
    return DateExpression(
        char_start=candidate.start,
        char_end=candidate.end,
        surface=text[candidate.start : candidate.end],
        kind=kind,
        edtf=edtf,
        point=point,
        basis="explicit" if edtf else "none",
        granularity=_granularity(first, last),
        lead=candidate.lead,
        lead_start=candidate.lead_start if candidate.lead else candidate.start,
        modifier=candidate.modifier,
        partial=any(isinstance(m, Value) and m.partial for m in (first, last)),
        month=named.month if named else None,
        day=named.day if named else None,
        joined=candidate.joined,
        amount=candidate.atom.amount,
        unit=candidate.atom.unit,
        start=first,
        end=last,
    )


def _kind(candidate: Candidate) -> str:
    if candidate.kind not in ("point", "interval"):
        return candidate.kind
    if candidate.modifier == "turn":
        return "era"
    if candidate.attributive:
        return "attributive"
    if candidate.open_end:
        return "since"
    whole = candidate.last is not None or (isinstance(candidate.first, Relative) and candidate.first.span)
    kind = _KINDS.get(candidate.lead or "", "point")
    if whole and kind in ("since", "until", "point"):
        return "interval"
    return kind


def _written(kind: str, first: Moment, last: Moment | None) -> tuple[str | None, str | None]:
    """EDTF without an anchor: of values alone, or of an open-year interval to the end of the same year."""
    if isinstance(first, Value) and isinstance(last, Relative) and first.partial and last.month is not None:
        last = Value(None, last.month, last.day)
    if not isinstance(first, Value) or not isinstance(last, Value | None):
        return None, None
    return written(kind, first, last)


def _granularity(first: Moment | None, last: Moment | None) -> str | None:
    if last is not None or (isinstance(first, Relative) and first.span):
        return "interval"
    if isinstance(first, Value):
        return first.granularity
    if first is None:
        return None
    if first.day is not None or first.month is not None:
        return "day" if first.day is not None else "season" if first.unit == "season" else "month"
    return _UNITS.get(first.unit, first.unit)
