"""Frames about sums told by verbs: "invested $3 billion in", "traded goods worth $5 million".

Belongs here: verbs with a sum and two sides. Does not belong here: verbs of the flow of goods (verbs), nouns that are
measured (sums).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.values import at, first_of, value_of
from pipeline.language.clauses import arguments


def invests(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Japanese firms invested $3 billion in Kenya" """
    if verb.pos_ != "VERB":
        return
    args = arguments(verb)
    amount = next((a for a in scene.amounts if a.quantity.kind in frame.kinds and a.head in args.objects), None)
    origin, source = scene.acting(verb)
    host, place = first_of(scene.after(verb, *args.objects), *frame.prepositions)
    if amount is not None and host is None and origin is not None:
        yield from _in_sectors(scene, verb, frame, amount, origin, [verb.i, *at(source)])
        return
    if amount is None or origin is None or host is None or host == origin:
        return
    yield Found(frame, verb, host, origin, None, amount, (verb.i, amount.first, amount.last, *at(source, place)))


def _in_sectors(
    scene: Scene, verb: Token, frame: Frame, amount: Amount, origin: str, base: list[int]
) -> Iterator[Found]:
    """ "Invested $3 million in Kenyan mining and energy": the host by the nationality of the sectors."""
    i = amount.last + 2
    if i >= len(scene.doc) or scene.doc[i - 1].lower_ not in frame.prepositions or scene.named.get(i, origin) == origin:
        return
    first = i + 1 + (scene.doc[i + 1].tag_ == "POS")
    for item in enumerated(scene, first):
        tokens = (*base, amount.first, amount.last, i, item.first, item.last)
        yield Found(frame, verb, scene.named[i], origin, item, amount, tokens)


def trades(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Chile and Norway traded goods worth $5 million" """
    args = arguments(verb)
    codes = [(code, s) for s in args.subjects if (code := scene.country(s)) and s.i not in scene.peoples]
    codes += [(code, t) for t, code in scene.after(verb).get("with", [])]
    traded = next(
        (o for o in args.objects if o.lemma_.lower() in ("good", "merchandise", "product", "commodity")), None
    )
    if verb.pos_ != "VERB" or traded is None or len({code for code, _ in codes}) != 2:
        return
    amount = value_of(scene, traded, tuple(frame.kinds))
    if amount is not None:
        tokens = (verb.i, amount.first, amount.last, *(t.i for _, t in codes))
        yield Found(frame, verb, codes[0][0], codes[1][0], None, amount, tokens)


def moved(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Goods worth $5 million passed between Chile and Norway": trade told as goods that move."""
    doc = scene.doc
    amount = next(
        (a for a in scene.amounts if a.first in (noun.i + 2, noun.i + 3) and a.quantity.kind in frame.kinds), None
    )
    if amount is None or doc[noun.i + 1].lower_ not in ("worth", "valued"):
        return
    verb = next((t for t in doc[amount.last + 1 : amount.last + 4] if t.lemma_.lower() in _MOVES), None)
    if verb is None:
        return
    text = doc[verb.i :].text.lower()
    codes = list(dict.fromkeys(code for i, code in sorted(scene.named.items()) if i > verb.i))[:2]
    if not codes and ("two" in text or "both" in text):
        codes = list(scene.pair)
    if "between" in text and len(codes) == 2:
        yield Found(frame, noun, codes[0], codes[1], None, amount, (noun.i, verb.i, amount.first, amount.last))


_MOVES = frozenset({"pass", "change", "move", "flow", "cross", "go", "trade", "exchange", "ship"})
"""What goods do between two countries."""
