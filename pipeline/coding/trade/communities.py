"""Frames about a people living in another country: "the Kenyan community in Norway numbers 5,000".

Belongs here: groups named by nationality and place. Does not belong here: people told of by verbs (people), the
population of a country (sums).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.values import at, first_of, value_of


def community(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "The Kenyan community in Norway numbers 5,000" """
    if noun.pos_ == "NOUN" and (run := _running(scene, noun)):
        yield Found(frame, noun, run[1], run[0], None, run[2], (noun.i - 1, noun.i, run[2].first, run[2].last))
        return
    if noun.pos_ != "NOUN" or not of_foreigners(scene, noun):
        return
    amount = value_of(scene, noun, tuple(frame.kinds), units=tuple(frame.units))
    origin, source = scene.modifying(noun)[0][1], scene.modifying(noun)[0][0]
    host, place = first_of(scene.after(noun), "in")
    if amount is not None and host is not None:
        yield Found(frame, noun, host, origin, None, amount, (noun.i, amount.first, amount.last, *at(source, place)))


def _running(scene: Scene, noun: Token) -> tuple[str, str, Amount] | None:
    """(origin, host, size) of "the Kenyan colony in Norway numbers 90", word by word, whatever the parse."""
    doc, i = scene.doc, noun.i
    host = next((k for k in range(i + 2, min(i + 4, len(doc))) if k in scene.named), None)
    if i - 1 not in scene.peoples or host is None or doc[i + 1].lower_ != "in" or host in scene.peoples:
        return None
    while host + 1 < len(doc) and host + 1 in scene.named:
        host += 1
    behind = doc[host + 1 : host + 3]
    amount = next((a for a in scene.amounts if a.first == host + 2 and a.quantity.kind == "count"), None)
    counts = len(behind) > 0 and behind[0].lower_ in ("numbers", "numbered", "counts", "counted", "totals", "totalled")
    if amount is None or not counts or amount.quantity.unit not in (None, "people"):
        return None
    return scene.named[i - 1], scene.named[host], amount


def of_foreigners(scene: Scene, noun: Token) -> bool:
    """A nationality before the noun and another country behind "in": "the Kenyan population in Norway"."""
    own = scene.modifying(noun)
    host, _ = first_of(scene.after(noun), "in")
    return bool(own) and host is not None and own[0][0].i in scene.peoples and own[0][1] != host
