"""Trade facts: measurable or categorical statements about trade, investment, economic size, people and business.

Belongs here: running the frames of lexicons/trade_frames.yaml over a document and making rows of what they find. Does
not belong here: how a frame is matched (trade_goods, trade_sums, trade_people).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Token

from pipeline.coding import trade_goods, trade_people, trade_sums
from pipeline.coding.rows import Evidence, TradeFact
from pipeline.coding.trade_model import Found, Frame
from pipeline.coding.trade_scene import Countries, Scene
from pipeline.language.factuality import factuality
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.resources import load

SHAPES: dict[str, Callable[[Scene, Token, Frame], Iterator[Found]]] = {
    "flow_verb": trade_goods.flow_verb,
    "flow_noun": trade_goods.flow_noun,
    "agent_noun": trade_goods.agent_noun,
    "resources": trade_goods.resources,
    "rich_in": trade_goods.rich_in,
    "measure": trade_sums.measure,
    "dyad_measure": trade_sums.measure,
    "host_measure": trade_sums.measure,
    "dyad_host": trade_sums.measure,
    "balance": trade_sums.balance,
    "ranked_role": trade_sums.ranked_role,
    "ranked_whole": trade_sums.ranked_whole,
    "share": trade_sums.share,
    "sized": trade_sums.sized,
    "tariff": trade_sums.tariff,
    "present": trade_people.present,
    "received": trade_people.received,
    "existing": trade_people.existing,
    "movement": trade_people.movement,
}
_STATED = frozenset({"occurred", "ongoing", "alleged"})
_REACH = 4
"""Sentences back in a block that "the country" may look for its name."""
_KINDS = frozenset({"paragraph", "list_item", "caption", "infobox", "table_row"})


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Trigger lemma -> frames; a phrase of two words is filed under its last word."""
    table: dict[str, list[Frame]] = {}
    for frame in load("trade_frames", list[Frame]):
        for word in sorted({w.split()[-1] for w in frame.words}):
            table.setdefault(word, []).append(frame)
    return {word: tuple(found) for word, found in table.items()}


def code(parsed: ParsedDocument, countries: Countries) -> list[TradeFact]:
    """The document's trade facts, in text order. `countries` says who a phrase means (the actor registry)."""
    rows: list[TradeFact] = []
    before: tuple[ParsedSentence, ...] = ()
    for sentence in parsed.body():
        if before and before[0].sentence.block != sentence.sentence.block:
            before = ()
        if sentence.block.kind in _KINDS:
            rows.extend(_of_sentence(Scene(sentence, countries, before)))
        before = (sentence, *before)[:_REACH]
    return rows


def _of_sentence(scene: Scene) -> Iterator[TradeFact]:
    seen: set[tuple] = set()
    for token in scene.doc:
        for frame in frames().get(token.lemma_.lower(), ()):
            for found in SHAPES[frame.shape](scene, token, frame):
                row = _row(scene, found)
                key = (row.indicator, row.reporter, row.partner, row.commodity, row.value)
                if factuality(found.trigger).status in _STATED and key not in seen:
                    seen.add(key)
                    yield row


def _row(scene: Scene, found: Found) -> TradeFact:
    quantity = found.amount.quantity if found.amount else None
    start, end = scene.sentence.source_span(min(found.tokens), max(found.tokens))
    unit = found.unit or (quantity.unit if quantity else None)
    if quantity is not None and unit is None and found.frame.units:
        unit = found.frame.units[0]
    return TradeFact(
        evidence=Evidence(scene.sentence.ordinal, start, end, f"trade.{found.frame.id}", found.frame.confidence),
        indicator=found.indicator or found.frame.indicator,
        reporter=found.reporter,
        partner=found.partner,
        commodity=found.item.text if found.item else None,
        comparator=quantity.comparator if quantity else None,
        value=quantity.value if quantity else None,
        unit=unit,
        currency=quantity.currency if quantity else None,
        period=scene.period(found.amount, found.trigger),
    )
