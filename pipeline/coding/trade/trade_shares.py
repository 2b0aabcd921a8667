"""Shares of a country's whole trade: "Norway accounts for 3 percent of Chile's foreign trade".

Belongs here: shares of trade in both directions. Does not belong here: shares of exports and imports (shares).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.shares import share
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.words import words


def share_of_trade(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Norway makes up 3 percent of Chile's total trade"; a part of the trade between two is none"""
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if scene.after(noun).get("with") or scene.after(noun).get("between") or not before & set(frame.with_modifiers):
        return
    for found in share(scene, noun, frame):
        verb = governor(found.amount.head) if found.amount else noun
        if found.item is None and found.partner is not None and verb.lemma_.lower() in words().makes_up | {"be"}:
            yield found
