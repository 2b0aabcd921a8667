"""Shares that go on with the one before: "tea makes up 60 percent of exports, coffee 20 and roses another 9".

Belongs here: clauses that leave out the verb and the whole. Does not belong here: the share before them (shares,
parts), goods behind "followed by" (next_goods).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.coding.trade.lists import Item, item_at
from pipeline.coding.trade.model import Found
from pipeline.coding.trade.scene import Amount, Scene

_SHARES = frozenset({"export_share", "goods_exported", "goods_imported"})
_SEPARATORS = frozenset({",", "and", ";", "while", "with"})
_BEFORE_FIGURE = frozenset(
    {"for", "at", "with", "another", "a", "further", "some", "about", "around", "nearly", "only", "just", "("}
)
_LONGEST = 5
"""Words of one good, at most."""


def next_shares(scene: Scene, found: Found) -> Iterator[Found]:
    """The shares of other goods, or of other countries, in the same whole as the share that was found."""
    if found.amount is None or found.amount.quantity.kind != "percent" or found.frame.indicator not in _SHARES:
        return
    for amount in scene.amounts:
        percent = _percent(amount)
        if percent is None or amount.first <= found.amount.last or not _ends(scene, amount):
            continue
        first = amount.first
        while first > 0 and scene.doc[first - 1].lower_ in _BEFORE_FIGURE:
            first -= 1
        start = first
        while start > 0 and scene.doc[start - 1].lower_ not in _SEPARATORS and first - start < _LONGEST:
            start -= 1
        if start == first or start <= found.amount.last or scene.doc[start - 1].lower_ not in _SEPARATORS:
            continue
        tokens = (*found.tokens, start, amount.last)
        if found.item is not None and (item := _good(scene, start, first)):
            yield replace(found, item=item, amount=percent, tokens=tokens)
        elif found.item is None and {scene.named.get(i) for i in range(start, first)} == {scene.named.get(start)}:
            code = scene.named.get(start)
            if code not in (None, found.partner, found.reporter):
                yield replace(found, partner=code, amount=percent, tokens=tokens)


def _percent(amount: Amount) -> Amount | None:
    """A percentage, or a bare number that may be one."""
    quantity = amount.quantity
    if quantity.kind == "percent":
        return amount
    bare = quantity.kind == "count" and quantity.unit is None and quantity.value < 100
    return replace(amount, quantity=replace(quantity, kind="percent", unit="percent")) if bare else None


def _ends(scene: Scene, amount: Amount) -> bool:
    """Whether the clause ends behind the figure."""
    behind = scene.doc[amount.last + 1 : amount.last + 2].text.lower()
    return behind in ("", ".", ",", ";", "and", ")")


def _good(scene: Scene, first: int, stop: int) -> Item | None:
    tokens = scene.doc[first:stop]
    plain = all(t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and t.i not in scene.named for t in tokens)
    finite = any(t.tag_ in ("VBZ", "VBD", "MD") for t in tokens)
    return item_at(scene.doc, first, stop) if plain and not finite else None
