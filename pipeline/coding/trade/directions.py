"""Goods that go one way or the other: "In the opposite direction go cars", "from Norway come cars".

Belongs here: verbs of motion with goods, where the flow is told by a direction. Does not belong here: verbs of trade
(verbs), sums that move (deals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.flows import flow_before
from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.priced import priced, rows_priced
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.told import Told
from pipeline.coding.trade.words import no_good

_TURNED = re.compile(
    r"\b(?:in|from) (?:the )?(?:opposite|other|reverse) direction|\bthe (?:other|opposite) way(?! round)"
    r"|\bin (?:return|exchange|turn)\b|\bback (?:come|came|go|went|flow)",
    re.IGNORECASE,
)
"""Words that say that goods go the other way than those told of before."""
_NEAR = 10
"""Words of a clause before its verb, or behind it, that may tell the direction."""


def one_way(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "In the opposite direction go cars and paper", "cars and paper go the other way", "from Norway come cars" """
    if verb.pos_ not in ("VERB", "AUX") or verb.i + 1 >= len(scene.doc):
        return
    first = max([t.i + 1 for t in scene.doc[: verb.i] if t.text in (";", ":", ".")], default=0)
    fronted = scene.doc[first : verb.i].text
    items, flow = enumerated(scene, verb.i + 1), None
    if scene.doc[verb.i + 1].pos_ not in ("ADP", "PART", "PRON") and verb.i - first <= _NEAR:
        flow = _back(scene) if _TURNED.match(fronted) else _from(scene, first, verb.i)
    if flow is None and _TURNED.match(scene.doc[verb.i + 1 : verb.i + 1 + _NEAR].text):
        items, flow = _before(scene, first, verb), _back(scene)
    if flow is None or not items or any(no_good(i.text) for i in items):
        return
    if flow.reporter is not None and (pairs := priced(scene, items[0].first)):
        told = frame.model_copy(update={"indicator": flow.indicator})
        yield from rows_priced(told, verb, (flow.reporter, flow.partner), pairs, [verb.i])
        return
    for item in items:
        tokens = (verb.i, item.first, item.last)
        yield Found(frame, verb, flow.reporter, flow.partner, item, None, tokens, indicator=flow.indicator)


def _back(scene: Scene) -> Told | None:
    """The flow that goes the other way than the one told last; one of the two must be told as trade."""
    before = flow_before(scene)
    return before.turned() if before else None


def _from(scene: Scene, first: int, verb: int) -> Told | None:
    """ "From Norway come cars": out of one of the two whose trade the passage is about."""
    doc = scene.doc
    start = first + (doc[first].lower_ in ("and", "while"))
    if doc[start].lower_ != "from" or any(
        i not in scene.named and doc[i].pos_ != "DET" for i in range(start + 1, verb)
    ):
        return None
    seller = next((scene.named[i] for i in range(start + 1, verb) if i in scene.named), None)
    buyer = scene.other_side(seller)
    return Told("goods_exported", seller, buyer) if seller and buyer else None


def _before(scene: Scene, first: int, verb: Token) -> list[Item]:
    """The goods that end right before the verb."""
    start = first
    while start < verb.i and scene.doc[start].pos_ in ("CCONJ", "SCONJ", "ADV", "PUNCT", "DET"):
        start += 1
    items = enumerated(scene, start)
    return items if items and items[-1].last == verb.i - 1 else []
