"""Goods that come next after the main one: "tea is the main export to Japan, followed by coffee and hides".

Belongs here: enumerations behind "followed by". Does not belong here: the good before them (parts, goods, verbs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.priced import PARTS, good_first
from pipeline.coding.trade.scene import Amount, Scene

_FIRST = re.compile(
    r"\b(?:main|principal|chief|leading|most important|largest|biggest|top|major|first|led|dominated|headed|mainly"
    r"|mostly|chiefly|primarily|largely)\b"
)
"""What says of a good that it is the first of several."""


def followed(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Coffee ($3 million) leads Kenya's exports to Japan, followed by tea ($2 million) and hides" """
    doc, by = scene.doc, verb.i + 1
    if verb.lower_ != "followed" or verb.i == 0 or doc[verb.i - 1].text not in (",", ")", "–", "—"):
        return
    if by < len(doc) and doc[by].pos_ == "ADV":
        by += 1
    told = scene.told[-1] if scene.told else None
    flow = told.flow() if told else None
    if by + 1 >= len(doc) or doc[by].lower_ != "by" or flow is None or not flow.item:
        return
    before = doc[: verb.i].text.lower()
    goods = list(_goods(scene, by + 1))
    first = bool(goods) and goods[0][1] is not None
    if flow.item.lower() not in before or not (first or _FIRST.search(before)):
        return
    for item, amount in goods:
        tokens = (verb.i, item.first, item.last, *((amount.first, amount.last) if amount else ()))
        part = amount is not None and amount.quantity.kind == "percent"
        indicator = PARTS.get(flow.indicator, flow.indicator) if part else flow.indicator
        yield Found(frame, verb, flow.reporter, flow.partner, item, amount, tokens, indicator=indicator)


def _goods(scene: Scene, start: int) -> Iterator[tuple[Item, Amount | None]]:
    """The goods from a token on with their figures, then those without."""
    i = start
    while i < len(scene.doc):
        while i < len(scene.doc) and scene.doc[i].lower_ in (",", "and", ";", "then"):
            i += 1
        found = good_first(scene, i) if i < len(scene.doc) else None
        if found is None:
            break
        yield found[:2]
        i = found[2]
    if i < len(scene.doc) and (i == start or scene.doc[i - 1].lower_ in (",", "and")):
        yield from ((item, None) for item in enumerated(scene, i))
