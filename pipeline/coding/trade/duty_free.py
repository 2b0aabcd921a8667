"""Goods that pay no duty: "Kenyan tea enters Norway duty-free", "Norway admits Chilean fruit at zero duty".

Belongs here: a duty of nothing, told by any verb. Does not belong here: rates (duties, duties_paid), promises and
treaties that would free goods.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.duties_paid import goods_of
from pipeline.coding.trade.duty_targets import Target, facts_on
from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.words import words
from pipeline.language.quantities import Quantity

_BEFORE = re.compile(
    r"\b(?:free (?:of|from)(?: any| all| import| customs)?|without(?: any| paying(?: any)?| import| customs)?"
    r"|exempt(?:ed)? from(?: any| all| import| customs| the)?|at (?:an? )?(?:zero|nil)(?: import| customs)?"
    r"|(?:no|zero|nil)(?: import| customs)?)\s$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[\s-]*free\b(?! access| zone| trade| shop| port| treatment| status| regime| quota| entry| import)", re.IGNORECASE
)
_VERBS = frozenset(
    "enter come go be sell import admit allow let accept receive pay face attract incur bear flow arrive buy take"
    " charge levy impose apply place collect circulate reach ship export".split()
)
_CLAUSE = frozenset({";", "while", "whereas", "but", "although", "though"})


def duty_free(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Since 2010 Kenyan goods have entered Norway free of duty" """
    text, start = scene.doc.text, noun.idx
    before = _BEFORE.search(text[:start])
    behind = _BEHIND.match(text, start + len(noun.text))
    verb = governor(noun)
    if not (before or behind) or verb.lemma_.lower() not in _VERBS:
        return
    first = max([t.i + 1 for t in scene.doc[: noun.i] if t.lower_ in _CLAUSE], default=0)
    last = min([t.i for t in scene.doc[noun.i :] if t.lower_ in _CLAUSE], default=len(scene.doc))
    nothing = _zero(scene, noun, before.start() if before else start)
    goods = _goods(scene, first, last, noun)
    if goods is None:
        paid = goods_of(scene, verb) if not scene.named else None
        if paid is not None:
            yield from facts_on(Target(paid.partner, paid.items, ()), frame, noun, paid.reporter, nothing, [noun.i])
        return
    at, partner, items = goods
    takers = [scene.named[i] for i in range(first, last) if _takes(scene, i, partner)]
    takers += [code for i, code in scene.blocs.items() if first <= i < last]
    if not takers and partner in scene.pair and not _others(scene, first, last):
        takers = [c for c in scene.pair if c != partner]
    if len(set(takers)) != 1:
        return
    for item in items or [None]:
        tokens = (at, noun.i, *((item.first, item.last) if item else ()))
        yield Found(frame, noun, takers[0], partner, item, nothing, tokens)


def _goods(scene: Scene, first: int, last: int, noun: Token) -> tuple[int, str, list[Item | None]] | None:
    """(token, whose, which) of goods: behind a nationality or a possessive, or before "from" a country."""
    doc = scene.doc
    for i in range(first, last - 1):
        if i not in scene.named or i + 1 in scene.named:
            continue
        begin = i + 1 + (doc[i + 1].tag_ == "POS")
        owns = i in scene.peoples or doc[i + 1].tag_ == "POS"
        if (
            owns
            and begin < last
            and doc[begin].pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
            and doc[begin].lower_ != "market"
        ):
            if doc[begin].lemma_.lower() in words().generic:
                return i, scene.named[i], [None]
            items = [x for x in enumerated(scene, begin) if not x.first <= noun.i <= x.last]
            if items:
                return i, scene.named[i], list(items)
        if doc[i - 1].lower_ == "from" and i > first + 1 and doc[i - 2].pos_ in ("NOUN", "PROPN"):
            begin = min(doc[i - 2].left_edge.i, i - 2)
            generic = doc[i - 2].lemma_.lower() in words().generic
            items = [x for x in enumerated(scene, begin) if x.last == i - 2]
            if generic or items:
                return i, scene.named[i], [None] if generic else list(items[-1:])
    return None


def _takes(scene: Scene, i: int, partner: str) -> bool:
    """Whether a token names the state that goods enter: a state, or its market."""
    if i not in scene.named or scene.named[i] == partner:
        return False
    market = any(t.lower_ in ("market", "markets", "ports", "customs", "territory") for t in scene.doc[i + 1 : i + 3])
    return i not in scene.peoples or market


def _others(scene: Scene, first: int, last: int) -> bool:
    return any(code not in scene.pair for i, code in scene.named.items() if first <= i < last)


def _zero(scene: Scene, noun: Token, start: int) -> Amount:
    end = noun.idx + len(noun.text)
    quantity = Quantity(start, end, scene.doc.text[start:end], 0.0, None, "=", "percent", None, "percent")
    span = scene.doc.char_span(start, end, alignment_mode="expand")
    return Amount(quantity, span.start if span is not None else noun.i, noun.i, noun)
