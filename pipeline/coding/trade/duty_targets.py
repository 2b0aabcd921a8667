"""What a duty is on: whose goods, and which.

Belongs here: reading what stands behind "on", a fact for each good. Does not belong here: who takes the duty, its rate
(duties).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.words import words

ON = frozenset({"on", "against", "upon"})
_REACH = 6
"""Words between a tariff and the "on" of what it is on, at most."""

_KINDS = frozenset({"kind", "kinds", "type", "types", "sort", "sorts", "variety", "varieties", "one", "ones", "rest"})
"""Words that stand for a good named before."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a duty is on: whose goods, and which."""

    partner: str | None
    items: tuple[Item, ...]
    tokens: tuple[int, ...]


def target_of(scene: Scene, start: int) -> Target | None:
    """What stands behind "on", a few words on: a country, its goods, goods "from" it."""
    doc = scene.doc
    for i in range(start, min(start + _REACH, len(doc) - 1)):
        if doc[i].lower_ in ON:
            return _phrase(scene, i + 1)
        if doc[i].pos_ in ("VERB", "AUX") and doc[i].tag_ != "VBN":
            return None
    return None


def facts_on(
    target: Target, frame: Frame, trigger: Token, reporter: str, rate: Amount | None, base: list[int]
) -> Iterator[Found]:
    """A fact for each good, one for all where no good is told; none of "the refined kind", which does not tell it.

    reporter: ISO code of whoever takes the duty. base: tokens that every one of the facts rests on.
    """
    if any(item.text.lower().split()[-1] in _KINDS for item in target.items):
        return
    for item in target.items or (None,):
        tokens = [*base, *([item.first, item.last] if item else [])]
        yield Found(frame, trigger, reporter, target.partner, item, rate, tuple(tokens))


def _phrase(scene: Scene, i: int) -> Target | None:
    doc, partner, tokens = scene.doc, None, []
    while i < len(doc) - 1 and (doc[i].pos_ == "DET" or doc[i].lower_ in ("all", "some", "most", "certain", "the")):
        i += 1
    country = scene.named.get(i) or scene.blocs.get(i)
    if country is not None:
        partner, tokens = country, [i]
        while i < len(doc) and (scene.named.get(i) or scene.blocs.get(i)) == country:
            i += 1
        if i < len(doc) and doc[i].tag_ == "POS":
            i += 1
    flow = i < len(doc) and doc[i].lemma_.lower() in words().generic
    if flow:
        tokens.append(i)
        i += 1
        if i < len(doc) and doc[i].lower_ == "of":
            i, flow = i + 1, False
            if i in scene.named:
                return _phrase(scene, i)
    items = [] if flow or i >= len(doc) or (partner and not _goods_follow(scene, i)) else enumerated(scene, i)
    after = items[-1].last + 1 if items else i
    if partner is None:
        for j in range(after, min(after + 3, len(doc) - 1)):
            k = j + 1 + (doc[j + 1].pos_ == "DET")
            if doc[j].lower_ in ("from", "of") and (code := scene.named.get(k) or scene.blocs.get(k)):
                partner, tokens = code, [*tokens, k]
                break
    return Target(partner, tuple(items), tuple(tokens)) if partner or items else None


def _goods_follow(scene: Scene, i: int) -> bool:
    return scene.doc[i].pos_ in ("NOUN", "PROPN", "ADJ") or scene.doc[i].tag_ in ("VBN", "VBG")
