"""Entries without a verb about companies: "75 Kenyan firms with offices in Oslo".

Belongs here: noun phrases that stand for a whole statement. Does not belong here: companies told of by verbs (people).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.people import count_of, origin_of
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.values import first_of


def firms_with(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "75 Kenyan firms with offices in Oslo" as a whole sentence or item of a list"""
    firms = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "with" or firms.head != firms or firms.pos_ != "NOUN":
        return
    if any(t.pos_ in ("VERB", "AUX") for t in scene.doc):
        return
    amount, origin = count_of(scene, firms, frame), origin_of(scene, firms)
    host, where = first_of(scene.after(noun), "in")
    for place in (c for prep in noun.children if prep.lower_ == "in" for c in prep.children):
        host, where = (host, where) if host else (scene.seats.get(place.i), place)
    if amount is None or origin is None or host is None or where is None or host == origin:
        return
    yield Found(frame, noun, host, origin, None, amount, (firms.i, noun.i, where.i, amount.first, amount.last))
