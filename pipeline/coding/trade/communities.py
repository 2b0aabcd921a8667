"""Frames about a people living in another country: "the Kenyan community in Norway numbers 5,000".

Belongs here: groups named by nationality and place. Does not belong here: people told of by verbs (people), the
population of a country (sums).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.values import at, first_of, value_of


def community(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "The Kenyan community in Norway numbers 5,000" """
    if noun.pos_ != "NOUN" or not of_foreigners(scene, noun):
        return
    amount = value_of(scene, noun, tuple(frame.kinds), units=tuple(frame.units))
    origin, source = scene.modifying(noun)[0][1], scene.modifying(noun)[0][0]
    host, place = first_of(scene.after(noun), "in")
    if amount is not None and host is not None:
        yield Found(frame, noun, host, origin, None, amount, (noun.i, amount.first, amount.last, *at(source, place)))


def of_foreigners(scene: Scene, noun: Token) -> bool:
    """A nationality before the noun and another country behind "in": "the Kenyan population in Norway"."""
    own = scene.modifying(noun)
    host, _ = first_of(scene.after(noun), "in")
    return bool(own) and host is not None and own[0][0].i in scene.peoples and own[0][1] != host
