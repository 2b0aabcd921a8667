"""Frames about shares: which part of one country's exports or imports another takes, or a good makes up.

Belongs here: percentages of a flow. Does not belong here: places in an order (ranks), parts of trade as a whole
(trade_shares) or of an economy (wholes).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.listed import compound_goods, enumerated
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.told import Told
from pipeline.coding.trade.values import at, first_of
from pipeline.coding.trade.words import words
from pipeline.language.clauses import arguments

_WHOSE: dict[tuple[str, ...], tuple[str, ...]] = {
    ("to",): ("from", "of"),
    ("from",): ("of", "to", "into"),
    ("with",): ("of",),
}
"""Prepositions before the country whose exports or imports they are, by those before the other."""


def share(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Japan accounts for 30% of Chile's exports", "half of its exports go to Japan" """
    goods_before = compound_goods(scene, noun)
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in ("earning", "earnings", "revenue", "income"):
        noun, goods_before = noun.head, []
    amount = next((a for a in scene.amounts if a.quantity.kind == "percent" and _of_amount(noun, a)), None)
    own = scene.modifying(noun)
    ends = scene.after(noun)
    reporter, owner = (own[0][1], own[0][0]) if own else first_of(ends, *_WHOSE[frame.prepositions])
    if amount is None:
        return
    if reporter is None:
        if noun.i + 1 < len(scene.doc) and (known := _told_of(scene, amount)):
            yield Found(frame, noun, known.reporter, known.partner, None, amount, (noun.i, amount.first, amount.last))
        return
    if noun.lemma_.lower() in ("sale", "shipment"):
        return  # "a third of Kenya's sales to Norway" is told as a part of a flow
    partner, other = first_of(ends, *frame.prepositions)
    verb = governor(amount.head)
    if amount.head.dep_ in ("nsubj", "nsubjpass") or verb.i > amount.last:
        partner, other = (partner, other) if partner else first_of(scene.after(verb), *frame.prepositions)
        items = [] if partner else _made_of(scene, verb)
    else:
        subjects = _sharers(scene, verb)
        code, subject = next(((c, s) for s in subjects if (c := scene.country(s))), (None, None))
        if verb.lemma_.lower() in ("depend", "rely") and code in (None, reporter):
            sources = scene.after(verb).get("on", []) + scene.after(verb).get("upon", [])
            if len({c for _, c in sources}) != 1:
                return  # several together have the share
            partner, other = sources[0][1], sources[0][0]
        if code == reporter and subject is not None and (found := scene.nearest_before(verb, code)):
            owner, reporter = found  # "its exports" are not those of the subject that takes them
        partner, other = (code, subject) if code and code != reporter else (partner, other)
        made = partner is None or verb.lemma_.lower() in words().consist | words().makes_up
        items = enumerated(scene, subjects[0].left_edge.i) if subjects and code is None and made else []
    told: list[Item | None] = [*(items or goods_before[:1])]
    for item in told or [None]:
        if item is None and partner is None:
            return
        tokens = (noun.i, amount.first, amount.last, *at(owner, other), *([item.first, item.last] if item else []))
        yield Found(frame, noun, reporter, partner, item, amount, tokens)


def _told_of(scene: Scene, amount: Amount) -> Told | None:
    """Between whom a share of "all exports" is, where the same sentence has told it: "the second largest market, with 9
    percent of all exports", "took 17 percent of Kenya's exports and supplied 13 percent of imports"."""
    told = scene.told[-1] if scene.told else None
    if (
        told is None
        or told.partner is None
        or told.item is not None
        or told.indicator not in ("trade_rank", "export_share", "goods_imported")
    ):
        return None
    verb = governor(amount.head)
    subjects = {scene.country(s) for s in _sharers(scene, verb)}
    leads = scene.doc[amount.first - 1].lower_ in ("with", ",", "at") or verb.tag_ == "VBG"
    return told if leads or told.partner in subjects or not subjects else None


def _sharers(scene: Scene, verb: Token) -> list[Token]:
    """What has the share: the verb's subject; of a participle, the nearest subject before it."""
    subjects = [s for s in arguments(verb).subjects if s.i < verb.i]
    if verb.tag_ == "VBG":
        near = [t for t in scene.doc[: verb.i] if t.dep_ in ("nsubj", "nsubjpass") and scene.country(t)]
        return near[-1:] or subjects
    return subjects


def _of_amount(noun: Token, amount: Amount) -> bool:
    """ "30% of its exports": the noun hangs on the percentage by "of" """
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and amount.first <= noun.head.head.i <= amount.last
        and noun.i > amount.last
    )


def _made_of(scene: Scene, verb: Token) -> list[Item]:
    """The goods that a verb says the share is of: "a third consists of tea and roses"."""
    if verb.lemma_.lower() not in words().consist or verb.i + 1 >= len(scene.doc):
        return []
    start = verb.i + 1
    while start < len(scene.doc) and scene.doc[start].pos_ in ("ADV", "ADP", "PUNCT"):
        start += 1
    return enumerated(scene, start) if start < len(scene.doc) else []
