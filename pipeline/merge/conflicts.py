"""Rows that cannot both hold, and points on which sources disagree.

Belongs here: comparing rows that are already merged. Does not belong here: deciding which source is right.

Only what is about the same thing is compared: one event, one agreement, or trade facts alike in indicator, reporter,
partner, commodity, unit and period. Figures differ if no number satisfies both, given how they are rounded and
compared ("about 30", "more than 20"). What documents of different years say about "now" is no disagreement.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.coding.rows import Agreement
from pipeline.merge.agreements import Agreements
from pipeline.merge.edtf_bounds import Bounds, bounds, overlap, possible
from pipeline.merge.events import Events
from pipeline.merge.evidence import Row, Source
from pipeline.merge.grouping import by_key
from pipeline.merge.happenings import Account, near_miss
from pipeline.merge.ids import make_id, number_repeats
from pipeline.merge.names import fold

_ABOUT = 0.1
"""How far a number given as about may lie from the truth, as a share of it."""
_MOST_DAYS = 731
"""Two dates of a deed done once that part by two years or less are one date told in two ways."""
_SINGLE = frozenset(
    {"export_share", "gdp", "goods_exported", "goods_imported", "migrants", "population", "residents", "trade_balance"}
    | {"trade_rank", "trade_value", "visitors"}
)
"""Indicators with one value for each reporter, partner, commodity, unit and period."""
_STAGES = ("proposed", "pending", "in_force", "ended")
"""An agreement passes these in this order."""


def conflict_rows(
    sources: Sequence[Source], events: Events, agreements: Agreements, trade_facts: Sequence[Row]
) -> list[Row]:
    """The rows of `conflicts`; `sources` in document order."""
    found = [
        *_of_dates(sources, events),
        *_of_counts(sources, events),
        *_of_trade_facts(sources, trade_facts),
        *_of_agreements(sources, agreements),
    ]
    ids = number_repeats(make_id("con", *(str(row[c]) for c in _IDENTIFYING)) for row in found)
    rows = [{"conflict_id": i, **row} for i, row in zip(ids, found, strict=True)]
    return sorted(rows, key=lambda r: str(r["conflict_id"]))


_IDENTIFYING = ("table_name", "field", "left_id", "right_id", "explanation")


def _conflict(table: str, column: str, left: str, right: str, explanation: str) -> Row:
    return {"table_name": table, "field": column, "left_id": left, "right_id": right, "explanation": explanation}


def _said_by(sources: Sequence[Source], left: int, right: int) -> str:
    """Who says so, for two documents or one."""
    a, b = sources[left].coded.document.file_name, sources[right].coded.document.file_name
    return f"{a} and {b}" if left != right else f"{a}, in two places,"


# -- events ------------------------------------------------------------------------------------


def _of_dates(sources: Sequence[Source], events: Events) -> Iterator[Row]:
    """Statements of one event on days that exclude each other; events done once that sources date differently."""
    for _, told in events.merged:
        for (d, n), (e, m) in combinations([ref for a in told for ref in a.mentions], 2):
            x, y = sources[d].coded.event_mentions[n].date, sources[e].coded.event_mentions[m].date
            if x and y and not overlap(possible(x), possible(y)):
                yield _conflict(
                    "event_mentions",
                    "date",
                    events.mention_ids[d, n],
                    events.mention_ids[e, m],
                    f"{_said_by(sources, d, e)} date the same event {x} and {y}.",
                )
    yield from _of_near_dates(sources, events)


def _of_near_dates(sources: Sequence[Source], events: Events) -> Iterator[Row]:
    flat = [(event_id, a) for event_id, told in events.merged for a in told if a.is_dated]
    index = by_key(flat, lambda f: [(f[1].event_type, f[1].mode, tuple(sorted(f[1].participants)))])
    told_of: set[tuple[str, str]] = set()
    for near in index.values():
        for i, j in combinations(near, 2):
            (left, a), (right, b) = flat[i], flat[j]
            if left != right and (left, right) not in told_of and near_miss(a, b, _MOST_DAYS):
                told_of.add((left, right))
                yield _conflict("events", "date", left, right, _dates_explained(sources, a, b))


def _dates_explained(sources: Sequence[Source], a: Account, b: Account) -> str:
    said = f"{_said_by(sources, a.document, b.document)} date what seems the same event"
    return f"{said} {', '.join(a.dates)} and {', '.join(b.dates)}."


def _of_counts(sources: Sequence[Source], events: Events) -> Iterator[Row]:
    """Numbers of one event that different documents give differently."""
    file_of = {s.id: s for s in sources}
    by_event: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in events.count_rows:
        by_event[str(row["event_id"]), str(row["what"])].append(row)
    for (_, what), rows in by_event.items():
        for a, b in combinations(rows, 2):
            if a["document_id"] == b["document_id"] or _figures_meet(a, b):
                continue
            left, right = file_of[str(a["document_id"])].position, file_of[str(b["document_id"])].position
            yield _conflict(
                "event_counts",
                "value",
                str(a["event_count_id"]),
                str(b["event_count_id"]),
                f"{_said_by(sources, left, right)} count {_figure(a)} and {_figure(b)} {what} in the same event.",
            )


# -- trade facts -------------------------------------------------------------------------------


def _of_trade_facts(sources: Sequence[Source], trade_facts: Sequence[Row]) -> Iterator[Row]:
    position = {s.id: s.position for s in sources}
    same: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in trade_facts:
        if row["indicator"] in _SINGLE and row["reporter"] and row["value"] is not None:
            same[_subject(row, sources[position[str(row["document_id"])]])].append(row)
    for rows in same.values():
        for a, b in combinations(rows, 2):
            if _figures_meet(a, b):
                continue
            left, right = position[str(a["document_id"])], position[str(b["document_id"])]
            yield _conflict(
                "trade_facts",
                "value",
                str(a["trade_fact_id"]),
                str(b["trade_fact_id"]),
                f"{_said_by(sources, left, right)} give {_figure(a)} and {_figure(b)} for {_about(a)}.",
            )


def _subject(row: Row, source: Source) -> tuple[object, ...]:
    """What a fact is about. One without period is about the time of writing: its document, or the day it came out."""
    when: object = bounds(str(row["period"])) if row["period"] else None
    if when == (None, None):
        when = row["period"]
    if when is None:
        published = bounds(source.coded.document.meta.published)
        when = ("written", *published) if published != (None, None) else ("in", source.id)
    commodity = fold(str(row["commodity"])) if row["commodity"] else None
    return row["indicator"], row["reporter"], row["partner"], commodity, row["unit"], row["currency"], when


def _about(row: Row) -> str:
    parts = [f"{str(row['indicator']).replace('_', ' ')} of {row['reporter']}"]
    parts += [f"with {row['partner']}"] if row["partner"] else []
    parts += [f"in {row['commodity']}"] if row["commodity"] else []
    parts += [f"for {row['period']}"] if row["period"] else []
    return " ".join(parts)


# -- agreements --------------------------------------------------------------------------------


def _of_agreements(sources: Sequence[Source], agreements: Agreements) -> Iterator[Row]:
    """Dates of one kind that exclude each other, and stages that contradict the order of publication.

    The published row holds one of the two values, so both ids are its own.
    """
    for merged in agreements.merged:
        told = [(d, sources[d].coded.agreements[n]) for d, n in merged.members]
        seen: set[tuple[str, str]] = set()
        for (d, a), (e, b) in combinations(told, 2):
            for column, x, y in _differences(a, b, _published(sources[d]), _published(sources[e])):
                if (x, y) not in seen:
                    seen |= {(x, y), (y, x)}
                    text = f"{_said_by(sources, d, e)} give {x} and {y} as {column} of {a.name}."
                    yield _conflict("agreements", column, merged.id, merged.id, text)


def _differences(a: Agreement, b: Agreement, when_a: Bounds, when_b: Bounds) -> Iterator[tuple[str, str, str]]:
    dated_alike = a.date_kind == b.date_kind and a.date_kind not in (None, "other")
    if a.date and b.date and dated_alike and not overlap(possible(a.date), possible(b.date)):
        yield "date", a.date, b.date
    if a.status in _STAGES and b.status in _STAGES and _goes_back(a.status, when_a, b.status, when_b):
        yield "status", a.status, b.status


def _goes_back(a: str, when_a: Bounds, b: str, when_b: Bounds) -> bool:
    """Whether the document that came out later puts the agreement at a stage that the earlier one had behind it."""
    (behind, earlier), (ahead, later) = ((a, when_a), (b, when_b))
    if _before(when_b, when_a):
        (behind, earlier), (ahead, later) = (b, when_b), (a, when_a)
    return _before(earlier, later) and _STAGES.index(ahead) < _STAGES.index(behind)


def _before(a: Bounds, b: Bounds) -> bool:
    return a[1] is not None and b[0] is not None and a[1] < b[0]


def _published(source: Source) -> Bounds:
    return bounds(source.coded.document.meta.published)


# -- figures -----------------------------------------------------------------------------------


def _figure(row: Row) -> str:
    sign = row["comparator"] if row["comparator"] not in (None, "=") else ""
    return f"{sign}{row['value']:,.15g}" + (f" {row['unit']}" if row.get("unit") else "")


def _figures_meet(a: Row, b: Row) -> bool:
    """Whether some number satisfies both figures."""
    (low_a, high_a), (low_b, high_b) = _range(a), _range(b)
    return low_a <= high_b and low_b <= high_a


def _range(row: Row) -> tuple[float, float]:
    value, comparator = float(row["value"]), row["comparator"] or "="  # type: ignore[arg-type]
    slack = _rounding(value, str(row.get("unit") or ""))
    if comparator == "~":
        slack = max(slack, abs(value) * _ABOUT)
    low = -math.inf if comparator in ("<", "<=") else value - slack
    high = math.inf if comparator in (">", ">=") else value + slack
    return low, high


def _rounding(value: float, unit: str) -> float:
    """Half a unit of the last figure given: 9.1 may be 9.05 to 9.15, 200,000 may be 150,000 to 250,000.

    Ranks and whole numbers below a thousand are counted, not rounded; the zeros of a percentage count as figures.
    """
    whole = value == int(value)
    if value == 0 or unit == "rank" or (whole and abs(value) < 1000 and unit != "percent"):
        return 0.0
    if whole and unit == "percent":
        return 0.5
    mantissa, exponent = f"{abs(value):.12e}".split("e")
    figures = len(mantissa.rstrip("0").rstrip(".").replace(".", ""))
    return 0.5 * 10.0 ** (int(exponent) - figures + 1)
