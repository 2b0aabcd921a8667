"""Which flow of goods words mean: "Kenya's purchases", "what Kenya sells", "that trade", "the reverse flow", "it".

Belongs here: going from words to the flow between two countries that they name or go back to. Does not belong here:
what is said of it (parts), the sides of a single noun (flow_sides).
"""

from __future__ import annotations

import re

from pipeline.coding.trade.flow_sides import sides_of_flow
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.told import Told
from pipeline.coding.trade.words import words

TOWARDS = {True: ("to", "into", "for"), False: ("from",)}
"""Prepositions that lead from an outward flow, and from an inward one, to the other country."""
_REVERSE = re.compile(
    r"\b(?:reverse (?:flow|direction|trade|traffic)|(?:opposite|other|reverse) (?:direction|way|side)|return flow)\b"
)
_BACK = re.compile(
    r"\b(?:of|in|for|up) (?:it|them|this|these|those|that|which)\b|\b(?:the|that|this|these|those|such|its|their) "
    r"(?:[a-z]+ )?(?P<word>[a-z]+)\b"
)
"""What goes back to a flow told before."""
_REST = re.compile(r"\bthe (?:rest|remainder|balance|list)\b")
_FREE = frozenset({"what", "everything", "all", "whatever"})
"""Words that open "what Kenya sells"."""


def flow_before(scene: Scene) -> Told | None:
    """The flow between two countries that was told last, in the sentence or in those before it."""
    return next((flow for told in (*reversed(scene.told), *scene.earlier) if (flow := told.flow())), None)


def flow_meant(scene: Scene, first: int, stop: int) -> Told | None:
    """The flow that the words first..stop-1 name or go back to; None if they mean none."""
    return _named(scene, first, stop) or flow_sold(scene, first, stop) or _gone_back_to(scene, first, stop)


def _named(scene: Scene, first: int, stop: int) -> Told | None:
    """ "The greater part of Kenya's purchases": a noun of the flow of goods with two sides."""
    for token in scene.doc[first:stop]:
        outward = token.lemma_.lower() in words().outward_nouns
        if token.pos_ not in ("NOUN", "PROPN") or not (outward or token.lemma_.lower() in words().inward_nouns):
            continue
        reporter, partner, _ = sides_of_flow(scene, token, outward, TOWARDS[outward])
        if reporter is not None and partner is None:
            partner = scene.carried(reporter, token, loosely=True)[1]
        if reporter is not None and partner not in (None, reporter):
            return Told(_indicator(outward), reporter, partner)
    return None


def _indicator(outward: bool) -> str:
    return "goods_exported" if outward else "goods_imported"


def flow_sold(scene: Scene, first: int, stop: int) -> Told | None:
    """ "What Kenya sells", "everything that Japan buys from Kenya", "the main goods that Kenya sells to Japan"."""
    for verb in scene.doc[first:stop]:
        outward = verb.lemma_.lower() in words().outward_verbs
        if not (outward or verb.lemma_.lower() in words().inward_verbs) or verb.i < first + 2:
            continue
        seller = scene.doc[verb.i - 1]
        opens = scene.doc[max(first, verb.i - 5) : seller.i]
        if seller.dep_ == "aux" or not any(t.lower_ in {*_FREE, "that", "which"} or t.tag_ == "NNS" for t in opens):
            continue
        reporter = scene.country(seller)
        behind = [
            scene.named[i]
            for i in range(verb.i + 2, min(verb.i + 5, len(scene.doc)))
            if i in scene.named and any(t.lower_ in TOWARDS[outward] for t in scene.doc[verb.i + 1 : i])
        ]
        partner = behind[0] if behind else scene.carried(reporter, verb, loosely=True)[1]
        if reporter is not None:
            return Told(_indicator(outward), reporter, partner if partner != reporter else None)
    return None


def _gone_back_to(scene: Scene, first: int, stop: int) -> Told | None:
    text = scene.doc[first:stop].text.lower()
    before = flow_before(scene) or (_of_passage(scene) if _REST.search(text) else None)
    if before is None:
        return None
    if _REVERSE.search(text):
        return before.turned()
    for match in _BACK.finditer(text):
        word = match["word"]
        if word is None or _singular(word) in words().flow_words:
            return before
    return None


def _of_passage(scene: Scene) -> Told | None:
    """The flow that a passage has begun with, which "the rest" still is of."""
    return next((flow for told in scene.passage if (flow := told.flow())), None)


def _singular(word: str) -> str:
    for ending, single in (("ies", "y"), ("s", "")):
        if word.endswith(ending):
            return word.removesuffix(ending) + single
    return word
