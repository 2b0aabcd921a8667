"""Enumerations in which every good has its own figure: "wheat ($3 million), rice ($2 million)", "beef worth $9 million
and hides worth $1 million", "$9 million of beef and $1 million of hides".

Belongs here: which figure belongs to which good. Does not belong here: goods without figures (lists).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.trade.lists import Item, item_at
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.words import words

KINDS = ("money", "percent", "count")
_BETWEEN = frozenset({",", "and", ";", "plus"})
_OPENS = frozenset({"(", "worth", "valued", "at", "for", "totalling", "totaling", ":", "–", "-"})
_LONGEST = 6
"""Words of one good, at most."""
PARTS = {"goods_exported": "export_share"}
"""What a percentage of a flow is coded as, where it is not the flow's own indicator."""


def priced(scene: Scene, start: int) -> list[tuple[Item, Amount]]:
    """The goods enumerated from token `start` on with their figures; [] for fewer than two."""
    out: list[tuple[Item, Amount]] = []
    i = start
    while i < len(scene.doc):
        while i < len(scene.doc) and scene.doc[i].lower_ in _BETWEEN:
            i += 1
        found = _figure_first(scene, i) or good_first(scene, i)
        if found is None:
            break
        item, amount, i = found
        if out and (amount.quantity.kind, amount.quantity.unit) != (out[0][1].quantity.kind, out[0][1].quantity.unit):
            break
        out.append((item, amount))
    return out if len(out) > 1 else []


def in_brackets(scene: Scene, start: int) -> list[tuple[Item, Amount]]:
    """The one good at token `start` whose figure stands in brackets: "tea ($3 million)"."""
    found = good_first(scene, start)
    return [found[:2]] if found and scene.doc[found[1].first - 1].text == "(" else []


def _figure_at(scene: Scene, i: int) -> Amount | None:
    return next((a for a in scene.amounts if a.first == i and a.quantity.kind in KINDS), None)


def _figure_first(scene: Scene, i: int) -> tuple[Item, Amount, int] | None:
    amount = _figure_at(scene, i)
    if amount is None:
        return None
    j = amount.last + 1
    if scene.doc[j : j + 2].text.lower() == "worth of":
        j += 2
    elif j < len(scene.doc) and scene.doc[j].lower_ in ("of", "in"):
        j += 1
    else:
        return None
    end = _end_of_good(scene, j)
    item = _good(scene, j, end)
    return (item, amount, end) if item else None


def good_first(scene: Scene, i: int) -> tuple[Item, Amount, int] | None:
    end = j = _end_of_good(scene, i)
    while j < len(scene.doc) and j < end + 2 and scene.doc[j].lower_ in _OPENS and _figure_at(scene, j) is None:
        j += 1
    amount = _figure_at(scene, j)
    item = _good(scene, i, end)
    if amount is None or item is None or (amount.quantity.kind != "percent" and j == end):
        return None
    after = amount.last + 1
    if scene.doc[j - 1].text == "(":
        while after < len(scene.doc) and after < amount.last + 8 and scene.doc[after - 1].text != ")":
            after += 1
    return item, amount, after


def _end_of_good(scene: Scene, i: int) -> int:
    j = i
    while j < len(scene.doc) and j < i + _LONGEST and _names_goods(scene, scene.doc[j]):
        j += 1
    return j


def _names_goods(scene: Scene, token: Token) -> bool:
    if token.i in scene.named or _figure_at(scene, token.i) is not None or token.lower_ in _OPENS | _BETWEEN:
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "X") or token.tag_ in ("VBN", "VBG", "VBD")


def _good(scene: Scene, first: int, stop: int) -> Item | None:
    item = item_at(scene.doc, first, stop) if stop > first else None
    if item is None or item.text.lower() in words().generic | words().not_goods:
        return None
    return item


def rows_priced(
    frame: Frame, trigger: Token, ends: tuple[str, str | None], pairs: list, base: list[int]
) -> Iterator[Found]:
    """One row per good, each with its own figure."""
    for item, amount in pairs:
        tokens = (*base, item.first, item.last, amount.first, amount.last)
        found = Found(frame, trigger, ends[0], ends[1], item, amount, tokens)
        part = amount.quantity.kind == "percent" and PARTS.get(frame.indicator)
        yield replace(found, indicator=part) if part else found
