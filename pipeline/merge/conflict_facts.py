"""Trade facts on which sources disagree: the value of one measure, or the country that holds a rank.

Belongs here: which facts are about the same thing. Does not belong here: when two figures can both be true
(conflict_figures).

Facts are compared only where indicator, reporter, partner, commodity, unit and period are the same, and their words
measure the same: the largest market is not the largest trading partner, and exports are not trade. What documents of
different years say about "now" is no disagreement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from pipeline.merge.conflict_figures import figure, figures_meet
from pipeline.merge.conflict_rows import conflict, positions, published, said_by
from pipeline.merge.edtf_bounds import bounds
from pipeline.merge.evidence import Row, Source
from pipeline.merge.names import fold

_SINGLE = frozenset(
    {"export_share", "gdp", "goods_exported", "goods_imported", "migrants", "population", "residents", "trade_balance"}
    | {"trade_rank", "trade_value", "visitors"}
)
"""Indicators with one value for each reporter, partner, commodity, unit and period."""
_OF_PEOPLE = frozenset({"migrants", "population", "residents", "visitors"})
"""Indicators of which there are many shares: of townspeople, of the young, of believers."""
_MEASURES = tuple(
    "ancestr balance born capita citizen customer deficit descen destination expatriat export fall fell fiscal goods"
    " grew grow immigra import invest market merchandise nominal origin ppp purchas real refugee rise rose service"
    " source student suppl surplus touris travel visitor worker".split()
)
"""Beginnings of words that tell what a figure measures: two facts of which one has such a word differ in kind."""
_DIRECTED = frozenset({"export", "import", "suppl", "destination", "market", "source", "customer"})
"""Those that tell a flow from one country to the other; without them trade is mutual and has no first country."""
_WITHIN = re.compile(
    r"\b(?:after|among|behind|besides|excluding|outside|within)\b"
    r"|\b[Ii]n (?:the )?(?:[A-Z]|area|bloc|continent|hemisphere|region)"
)
"""What limits a rank to a part of the world or sets it against others: left alone, for it may mean anything."""
_GOODS_WORTH = re.compile(r"\b(?:goods|merchandise)\s+(?=worth|valued|to the value)", re.IGNORECASE)
_RISEN_TO = re.compile(
    r"\b(?:rose|rise[ns]?|risen|fell|falls?|fallen|gr[eo]wn?|grows)\b(?=[^.;]{0,40}?\bto\b\s+[^A-Z])"
)
"""A change that is told by the level it led to."""
_SAID_BY_INDICATOR = {"goods_exported": frozenset({"export"}), "goods_imported": frozenset({"import"})}
_FORMER = re.compile(r"\b(?:had|long|once|until|used|was|were|formerly|previously)\b")
"""A rank of an unknown past time."""


def fact_conflicts(sources: Sequence[Source], trade_facts: Sequence[Row]) -> Iterator[Row]:
    """All disagreements about trade facts; `sources` in document order."""
    yield from _of_values(sources, trade_facts)
    yield from _of_ranks(sources, trade_facts)


def _of_values(sources: Sequence[Source], trade_facts: Sequence[Row]) -> Iterator[Row]:
    position = positions(sources)
    for a, b in _pairs(sources, trade_facts, _subject):
        if not figures_meet(a, b):
            said = said_by(sources, position[str(a["document_id"])], position[str(b["document_id"])])
            text = f"{said} give {figure(a)} and {figure(b)} for {_about(a)}."
            yield conflict("trade_facts", "value", str(a["trade_fact_id"]), str(b["trade_fact_id"]), text)


def _of_ranks(sources: Sequence[Source], trade_facts: Sequence[Row]) -> Iterator[Row]:
    """Two countries in one place of the same order in the same period; without one, either may be of another time."""
    position = positions(sources)
    ranks = [row for row in trade_facts if row["indicator"] == "trade_rank" and row["partner"] and row["period"]]
    exact = [row for row in ranks if row["comparator"] in (None, "=")]
    for a, b in _pairs(sources, exact, lambda row, source: (_subject(row | {"partner": None}, source), row["value"])):
        if a["partner"] != b["partner"]:
            said = said_by(sources, position[str(a["document_id"])], position[str(b["document_id"])])
            what = _about(a | {"partner": None})
            text = f"{said} give rank {a['value']:g} to {a['partner']} and to {b['partner']} in {what}."
            yield conflict("trade_facts", "partner", str(a["trade_fact_id"]), str(b["trade_fact_id"]), text)


def _pairs(
    sources: Sequence[Source], trade_facts: Sequence[Row], subject: Callable[[Row, Source], Hashable]
) -> Iterator[tuple[Row, Row]]:
    """Pairs of facts about the same thing."""
    position = positions(sources)
    same: dict[Hashable, list[Row]] = defaultdict(list)
    for row in trade_facts:
        source = sources[position[str(row["document_id"])]]
        if _is_comparable(row) and not _is_limited(row, source):
            same[subject(row, source)].append(row)
    for rows in same.values():
        yield from combinations(rows, 2)


def _is_comparable(row: Row) -> bool:
    part_of_people = row["indicator"] in _OF_PEOPLE and row["unit"] == "percent"
    return row["indicator"] in _SINGLE and bool(row["reporter"]) and row["value"] is not None and not part_of_people


def _words(row: Row, source: Source) -> str:
    return source.words(int(str(row["char_start"])), int(str(row["char_end"])))


def _is_limited(row: Row, source: Source) -> bool:
    """Whether a rank holds only within bounds that its row does not tell."""
    if row["indicator"] != "trade_rank":
        return False
    words = _words(row, source)
    return bool(_WITHIN.search(words)) or (not row["period"] and bool(_FORMER.search(words)))


def _subject(row: Row, source: Source) -> Hashable:
    """What a fact is about. One without period is about the time of writing: its document, or the year it came out."""
    when: object = bounds(str(row["period"])) if row["period"] else None
    if when == (None, None):
        when = row["period"]
    if when is None:
        first, last = published(source)
        when = ("written", first.year) if first and last and first.year == last.year else ("in", source.id)
    measures = _measures(_words(row, source)) - _SAID_BY_INDICATOR.get(str(row["indicator"]), frozenset())
    ends: Hashable = (row["reporter"], row["partner"])
    if row["indicator"] == "trade_value" and not measures & _DIRECTED:
        ends = frozenset({row["reporter"], row["partner"]})
    commodity = fold(str(row["commodity"])) if row["commodity"] else None
    return row["indicator"], ends, commodity, row["unit"], row["currency"], when, measures


def _measures(words: str) -> frozenset[str]:
    """What a figure measures. "Exported goods worth ..." are exports; "exports of goods" may leave out services."""
    words = _RISEN_TO.sub(" ", _GOODS_WORTH.sub(" ", words))
    return frozenset(m for word in fold(words).split() for m in _MEASURES if word.startswith(m))


def _about(row: Row) -> str:
    parts = [f"{str(row['indicator']).replace('_', ' ')} of {row['reporter']}"]
    parts += [f"with {row['partner']}"] if row["partner"] else []
    parts += [f"in {row['commodity']}"] if row["commodity"] else []
    parts += [f"for {row['period']}"] if row["period"] else []
    return " ".join(parts)
