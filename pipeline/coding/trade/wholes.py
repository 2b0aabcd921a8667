"""Frames about parts of a whole that was told before or is the economy: "tourism makes up 5 percent of Kenya's GDP",
"some 30 of them in farming", "that year's inflow was $5 million".

Belongs here: parts whose whole another clause or the state gives. Does not belong here: shares of exports and imports
(shares), the whole itself (sums, people).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.sides import owner_of
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.told import Told
from pipeline.coding.trade.values import at, first_of, value_of
from pipeline.coding.trade.words import words
from pipeline.language.clauses import arguments

_WORKING = frozenset({"active", "working", "work", "are", "were", "operate", "operating", "engaged", "present"})


def part_of_economy(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Tourism makes up 5 percent of Kenya's GDP" """
    part = next((a for a in scene.amounts if a.quantity.kind == "percent" and _of(noun, a)), None)
    verb = governor(noun)
    if part is None or verb.lemma_.lower() not in words().makes_up | {"contribute", "generate", "provide"}:
        return
    reporter, owner = owner_of(scene, noun)
    subjects = [s for s in arguments(verb).subjects if s.i < verb.i and scene.country(s) is None]
    if reporter is None and len(scene.named) == 0:
        reporter, owner = scene.topic(), None
    for item in enumerated(scene, subjects[0].left_edge.i)[:1] if subjects and reporter else []:
        tokens = (noun.i, item.first, item.last, part.first, part.last, *at(owner))
        yield Found(frame, noun, reporter, None, item, part, tokens)


def part_of_investment(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya accounts for 5 percent of foreign investment in Japan" """
    part = next((a for a in scene.amounts if a.quantity.kind == "percent" and _of(noun, a)), None)
    verb = governor(noun)
    if part is None or verb.lemma_.lower() not in words().makes_up | {"provide", "contribute", "supply"}:
        return
    origin, source = next(((c, s) for s in arguments(verb).subjects if (c := scene.country(s))), (None, None))
    host, place = first_of(scene.after(noun), "in", "into", "to")
    if origin is not None and host is not None and origin != host:
        yield Found(frame, noun, host, origin, None, part, (noun.i, part.first, part.last, *at(source, place)))


def _of(noun: Token, amount: Amount) -> bool:
    """ "5 percent of its GDP" """
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and amount.first <= noun.head.head.i <= amount.last


def some_of_them(scene: Scene, word: Token, frame: Frame) -> Iterator[Found]:
    """ "300 Kenyan firms are in Japan, some 30 of them in farming": the sector of a part of those told of"""
    doc = scene.doc
    amount = next((a for a in scene.amounts if a.last + 2 == word.i and doc[word.i - 1].lower_ == "of"), None)
    whole = _told(scene, frame.indicator)
    if amount is None or whole is None or amount.quantity.kind != "count":
        return
    start = word.i + 1
    while start < len(doc) and doc[start].lower_ in _WORKING:
        start += 1
    items = enumerated(scene, start + 1) if start + 1 < len(doc) and doc[start].lower_ == "in" else []
    for item in items[:1]:
        tokens = (word.i, item.first, item.last, amount.first, amount.last)
        yield Found(frame, word, whole.reporter, whole.partner, item, amount, tokens)


def inflow(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "That year's inflow was $5 million", of the investment that was told of before"""
    amount = value_of(scene, noun, tuple(frame.kinds)) or _beside(scene, noun, frame)
    whole = _told(scene, frame.indicator)
    if amount is None or whole is None or set(scene.named.values()) - {whole.reporter, whole.partner}:
        return
    yield Found(frame, noun, whole.reporter, whole.partner, None, amount, (noun.i, amount.first, amount.last))


def _beside(scene: Scene, noun: Token, frame: Frame) -> Amount | None:
    """ "Inflows, at $5 million, were low" """
    behind = scene.doc[noun.i + 1 : noun.i + 3].text.lower()
    near = [a for a in scene.amounts if a.quantity.kind in frame.kinds and a.first == noun.i + 3]
    return near[0] if behind == ", at" and near else None


def _told(scene: Scene, indicator: str) -> Told | None:
    facts = (*reversed(scene.told), *scene.earlier)
    return next((f for f in facts if f.indicator == indicator and f.reporter and f.partner), None)
