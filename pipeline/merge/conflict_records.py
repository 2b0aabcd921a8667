"""Agreements, roles and citations on which sources disagree: dates, and how far an agreement has come.

Belongs here: comparing what documents say of one agreement, of one person's office, of one cited work. Does not belong
here: events and figures (conflict_events, conflict_facts).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from pipeline.coding.rows import Agreement
from pipeline.merge.actors import Actors
from pipeline.merge.agreements import Agreements
from pipeline.merge.conflict_rows import MOST_DAYS, conflict, positions, published, said_by
from pipeline.merge.edtf_bounds import Bounds, bounds, overlap, possible
from pipeline.merge.evidence import Row, Source
from pipeline.merge.names import fold

_STAGES = ("proposed", "pending", "in_force", "ended")
"""An agreement passes these in this order."""
_FIRM = frozenset({"proposed", "in_force", "ended"})
"""Stages of which two never hold on one day. What is pending for one writer is proposed for another."""
_NUMBERS = ("doi", "isbn")
"""Numbers that a work has to itself."""


def record_conflicts(
    sources: Sequence[Source], actors: Actors, agreements: Agreements, roles: Sequence[Row], citations: Sequence[Row]
) -> Iterator[Row]:
    """All disagreements about agreements, roles and citations; `sources` in document order."""
    yield from _of_agreements(sources, actors, agreements)
    yield from _of_roles(sources, roles)
    yield from _of_citations(sources, citations)


# -- agreements --------------------------------------------------------------------------------


def _of_agreements(sources: Sequence[Source], actors: Actors, agreements: Agreements) -> Iterator[Row]:
    """Dates of one kind that exclude each other, and stages that contradict the order of publication.

    Other parties sign and accede on other days: documents that name other parties do not disagree.

    The published row holds one of the two values, so both ids are its own.
    """
    for merged in agreements.merged:
        told = [(d, sources[d].coded.agreements[n]) for d, n in merged.members]
        seen: set[tuple[str, str]] = set()
        for (d, a), (e, b) in combinations(told, 2):
            if not _one_set(actors.ids(d, a.parties), actors.ids(e, b.parties)):
                continue
            for column, x, y in _differences(a, b, published(sources[d]), published(sources[e])):
                if (x, y) not in seen:
                    seen |= {(x, y), (y, x)}
                    text = f"{said_by(sources, d, e)} give {x} and {y} as {column} of {a.name}."
                    yield conflict("agreements", column, merged.id, merged.id, text)


def _differences(a: Agreement, b: Agreement, when_a: Bounds, when_b: Bounds) -> Iterator[tuple[str, str, str]]:
    dated_alike = a.date_kind == b.date_kind and a.date_kind not in (None, "other")
    if a.date and b.date and dated_alike and not overlap(possible(a.date), possible(b.date)):
        yield "date", a.date, b.date
    if a.status in _STAGES and b.status in _STAGES and a.status != b.status:
        both_today = _is_day(when_a) and when_a == when_b and {a.status, b.status} <= _FIRM
        if both_today or _goes_back(a.status, when_a, b.status, when_b):
            yield "status", a.status, b.status


def _one_set(a: Sequence[str], b: Sequence[str]) -> bool:
    return not a or not b or set(a) == set(b)


def _is_day(when: Bounds) -> bool:
    return when[0] is not None and when[0] == when[1]


def _goes_back(a: str, when_a: Bounds, b: str, when_b: Bounds) -> bool:
    """Whether the document that came out later puts the agreement at a stage that the earlier one had behind it."""
    (behind, earlier), (ahead, later) = ((a, when_a), (b, when_b))
    if _before(when_b, when_a):
        (behind, earlier), (ahead, later) = (b, when_b), (a, when_a)
    return _before(earlier, later) and _STAGES.index(ahead) < _STAGES.index(behind)


def _before(a: Bounds, b: Bounds) -> bool:
    return a[1] is not None and b[0] is not None and a[1] < b[0]


# -- roles -------------------------------------------------------------------------------------


def _of_roles(sources: Sequence[Source], roles: Sequence[Row]) -> Iterator[Row]:
    """Different days on which one person took or left one office. Dates far apart are of two terms."""
    for column in ("start", "end"):
        dated = (row for row in roles if row[column])
        held = _grouped(dated, lambda r: (r["actor_id"], fold(str(r["title"])), _office(r)))
        for a, b in _of_two_documents(held):
            x, y = str(a[column]), str(b[column])
            if not overlap(possible(x), possible(y)) and _days_apart(bounds(x), bounds(y)) <= MOST_DAYS:
                verb = "begin" if column == "start" else "end"
                text = f"{_who(sources, a, b)} let the same person's office ({a['title']}) {verb} {x} and {y}."
                yield conflict("actor_roles", column, str(a["role_id"]), str(b["role_id"]), text)


def _office(row: Row) -> tuple[str, object]:
    return fold(str(row["organisation"] or "")), row["country"]


def _days_apart(a: Bounds, b: Bounds) -> int:
    """Days between two spans that do not overlap; without end where one has none."""
    gaps = [(late - early).days for early, late in ((a[1], b[0]), (b[1], a[0])) if early and late]
    return max(gaps, default=MOST_DAYS + 1)


# -- citations ---------------------------------------------------------------------------------


def _of_citations(sources: Sequence[Source], citations: Sequence[Row]) -> Iterator[Row]:
    """Different dates of one work: one with the same number, or with the same title at the same address."""
    told: set[tuple[object, object]] = set()
    for a, b in _of_two_documents(_same_work(citations)):
        x, y, ids = a["date"], b["date"], (a["citation_id"], b["citation_id"])
        if x and y and not overlap(possible(str(x)), possible(str(y))) and ids not in told:
            told.add(ids)
            text = f"{_who(sources, a, b)} date the same work {x} and {y}."
            yield conflict("citations", "date", str(ids[0]), str(ids[1]), text)


def _same_work(citations: Sequence[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    for name in _NUMBERS:
        groups += _grouped((row for row in citations if row[name]), _folded(name))
    placed = (row for row in citations if row["url"] and row["title"])
    return groups + _grouped(placed, lambda r: (r["url"], fold(str(r["title"]))))


def _folded(column: str) -> Callable[[Row], Hashable]:
    return lambda row: str(row[column]).casefold()


# -- shared ------------------------------------------------------------------------------------


def _grouped(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> list[list[Row]]:
    found: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return list(found.values())


def _of_two_documents(groups: Iterable[Sequence[Row]]) -> Iterator[tuple[Row, Row]]:
    for rows in groups:
        yield from ((a, b) for a, b in combinations(rows, 2) if a["document_id"] != b["document_id"])


def _who(sources: Sequence[Source], a: Row, b: Row) -> str:
    position = positions(sources)
    return said_by(sources, position[str(a["document_id"])], position[str(b["document_id"])])
