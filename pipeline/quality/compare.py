"""When a published row agrees with a gold row, table by table.

Belongs here: agreement of one row with one row. Does not belong here: which rows are paired (matching) and counted
(score).

A pair is *found* where both rest on overlapping words (tables without words of their own: where the names agree).
It is right in a *field* where the field agrees. Which fields make which figure is declared in schemas.quality.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from pipeline.quality import names
from pipeline.quality.rows import (
    ActorRow,
    AdviceRow,
    AgreementRow,
    CitationRow,
    EventRow,
    Row,
    TradeRow,
)

_JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Deeds done together, where the codebook leaves open which party stands on which side."""
_EITHER_WAY = frozenset({"trade_balance", "trade_value"})
"""Facts about the trade of two countries, which may be coded from either end."""
_STEM = 5
"""Letters that two forms of one trigger share (signed, signing)."""
_UNSURE = re.compile(r"[~?%]")


Fields = dict[str, bool]
"""Published column -> whether it agrees."""


class Pair(NamedTuple):
    """A published row that was found for a gold row. nearness: which of several is meant, greater is nearer."""

    right: frozenset[str]
    nearness: float


def compare(table: str, gold: Row, ours: Row) -> Pair | None:
    """How a published row of a measured table stands to a gold row; None where it is about something else."""
    found = _COMPARERS[table](gold, ours)
    if found is None:
        return None
    fields, nearness = found
    return Pair(frozenset(name for name, right in fields.items() if right), nearness)


def overlap(gold: Row, ours: Row) -> float:
    """Shared words as a share of the shorter run of words, 0 where the two do not touch."""
    if gold.span is None or ours.span is None:
        return 0.0
    (a, b), (c, d) = gold.span, ours.span
    shared = min(b, d) - max(a, c)
    return shared / min(b - a, d - c) if shared > 0 else 0.0


def same_date(gold: str | None, ours: str | None) -> bool:
    """Equal EDTF dates, marks of doubt apart. A date of an unknown year counts as none."""
    return _date(gold) == _date(ours)


def _date(text: str | None) -> str:
    plain = _UNSURE.sub("", text or "").strip()
    return "" if "XXXX" in plain else plain


def _event(gold: EventRow, ours: EventRow) -> tuple[Fields, float] | None:
    near = overlap(gold, ours)
    if not near:
        return None
    sources, targets = _sides(gold, ours)
    fields = {
        "event_type": gold.event_type == ours.event_type,
        "source_ids": sources,
        "target_ids": targets,
        "date": same_date(gold.date, ours.date),
    }
    stems = [names.key(row.trigger or "")[:_STEM] for row in (gold, ours)]
    by_trigger = bool(stems[0]) and stems[0] == stems[1]
    return fields, near + 3 * fields["event_type"] + by_trigger + sources + targets + 0.5 * fields["date"]


def _sides(gold: EventRow, ours: EventRow) -> tuple[bool, bool]:
    """Whether doers and those it is done to are right; in a joint deed one party and another, on whichever side."""
    together = gold.sources + gold.targets
    if gold.event_type in _JOINT and len(together) > 1:
        found = names.hits(together, ours.sources + ours.targets)
        return found >= 1, found >= 2
    return names.meet(gold.sources, ours.sources), names.meet(gold.targets, ours.targets)


def _actor(gold: ActorRow, ours: ActorRow) -> tuple[Fields, float] | None:
    exact = names.key(ours.actor.name) in gold.actor.keys or names.key(gold.actor.name) in ours.actor.keys
    if not exact and not names.alike(gold.actor.name, ours.actor.name, names.ACTORS_ALIKE):
        return None
    fields = {"kind": gold.kind == ours.kind, "country": gold.country == ours.country}
    return fields, float(exact + fields["kind"])


def _agreement(gold: AgreementRow, ours: AgreementRow) -> tuple[Fields, float] | None:
    if not any(names.alike(a, b, names.NAMES_ALIKE) for a in gold.names for b in ours.names):
        return None
    parties = 2 * names.hits(gold.parties, ours.parties) >= len(gold.parties)
    fields = {"kind": gold.kind == ours.kind, "party_ids": parties}
    return fields, float(fields["kind"])


def _fact(gold: TradeRow, ours: TradeRow) -> tuple[Fields, float] | None:
    near = overlap(gold, ours)
    if not near:
        return None
    ends, our_ends = (gold.reporter, gold.partner), (ours.reporter, ours.partner)
    if gold.indicator in _EITHER_WAY and set(ends) == set(our_ends):
        our_ends = ends
    fields = {
        "indicator": gold.indicator == ours.indicator,
        "value": _same_number(gold.value, ours.value),
        "commodity": names.alike(gold.commodity, ours.commodity, names.WORDS_ALIKE),
        "reporter": ends[0] == our_ends[0],
        "partner": ends[1] == our_ends[1],
        "comparator": (gold.comparator or "=") == (ours.comparator or "="),
        "unit": names.alike(gold.unit, ours.unit, names.WORDS_ALIKE),
    }
    rest = all(fields[name] for name in ("reporter", "partner", "comparator", "unit"))
    return fields, near + fields["indicator"] + fields["value"] + 2 * fields["commodity"] + rest


def _same_number(gold: float | None, ours: float | None) -> bool:
    if gold is None or ours is None:
        return gold is ours
    return math.isclose(gold, ours, rel_tol=1e-6, abs_tol=1e-9)


def _advice(gold: AdviceRow, ours: AdviceRow) -> tuple[Fields, float] | None:
    near = overlap(gold, ours)
    if not near:
        return None
    fields = {
        "modality": gold.modality == ours.modality,
        "addressee_ids": names.meet(gold.addressees, ours.addressees),
        "area": gold.area == ours.area,
    }
    by_action = fuzz.ratio(names.key(gold.action), names.key(ours.action)) / 100
    return fields, near + 3 * by_action + fields["modality"]


def _citation(gold: CitationRow, ours: CitationRow) -> tuple[Fields, float] | None:
    if gold.number != ours.number:
        return None
    fields = {
        "title": names.alike(gold.title, ours.title, names.TITLES_ALIKE),
        "publisher": names.alike(gold.publisher, ours.publisher, names.TITLES_ALIKE),
        "date": same_date(gold.date, ours.date),
    }
    return fields, float(fields["title"])


_COMPARERS: dict[str, Callable[[Any, Any], tuple[Fields, float] | None]] = {
    "events": _event,
    "actors": _actor,
    "agreements": _agreement,
    "trade_facts": _fact,
    "recommendations": _advice,
    "citations": _citation,
}
