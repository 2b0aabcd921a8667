"""A trade frame of the lexicon, and what a frame finds.

Belongs here: their plain data. Does not belong here: how frames are matched (goods, sums, people).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.scene import Amount
from pipeline.resources import Entry


class Row(Entry):
    """An expected row of an example: the scored fields of a trade fact."""

    indicator: str
    reporter: str | None = None
    partner: str | None = None
    commodity: str | None = None
    comparator: str | None = None
    value: float | None = None
    unit: str | None = None


class Example(Entry):
    """A sentence that the frame must match, and the rows it gives."""

    text: str
    rows: list[Row]


class Frame(Entry):
    """One line of lexicons/trade_frames.yaml.

    shape: which function matches it. words: lemmas of its trigger (phrases of two words for roles). prepositions:
    what leads to the other country, best first. kinds, units: quantities it takes. with_modifiers: one of these words
    must modify the trigger; without_modifiers: none of these may. least: smallest count that is a fact of
    trade rather than a happening ("five visitors came"). counters: sentences it must leave alone.
    """

    id: str
    shape: str
    indicator: str
    words: tuple[str, ...]
    outward: bool = True
    prepositions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    with_modifiers: tuple[str, ...] = ()
    without_modifiers: tuple[str, ...] = ()
    least: float = 0
    examples: list[Example]
    counters: list[str]


@dataclass(frozen=True, slots=True)
class Found:
    """One row as a frame found it; tokens are what its evidence must cover."""

    frame: Frame
    trigger: Token
    reporter: str | None
    partner: str | None
    item: Item | None
    amount: Amount | None
    tokens: tuple[int, ...]
    unit: str | None = None
    indicator: str | None = None
