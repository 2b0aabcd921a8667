"""Facts of several goods: one for each, or one sum for all of them.

Belongs here: dividing what a frame found among goods. Does not belong here: goods with figures of their own (priced).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount
from pipeline.coding.trade.words import words

_ASIDE = frozenset({",", "(", ":", "–", "—"})
"""Marks between a sum and a good that is only the main part of it."""


def rows_of(
    frame: Frame,
    trigger: Token,
    reporter: str,
    partner: str | None,
    items: list[Item],
    amount: Amount | None,
    base: list[int],
) -> Iterator[Found]:
    """One row per good; one row without a good where none is named, or where a sum is that of several goods."""
    openers = {t.lower_ for t in trigger.doc[amount.last + 1 : items[0].first]} if amount and items else set()
    several = len(items) > 1 or openers & (words().openers | _ASIDE)
    together = bool(amount and amount.quantity.kind == "money" and several)
    if together:
        yield Found(frame, trigger, reporter, partner, None, amount, tuple(base))
    wanted: list[Item | None] = [*items] or [None]
    for item in wanted:
        tokens = tuple(base if item is None else [*base, item.first, item.last])
        yield Found(frame, trigger, reporter, partner, item, None if together else amount, tokens)


def span_of(amount: Amount | None) -> list[int]:
    return [amount.first, amount.last] if amount else []
