"""What a verb of trade has as its object: goods, a figure, or both, also where the parser misreads them.

Belongs here: "goods worth $3 million, mostly tea", "$3 million of tea", "Kenya $3 million worth of its tea". Does not
belong here: who sells to whom (verbs), enumerations (lists, listed).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated, listed_behind, listed_under
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.scene import Amount, Scene

_KINDS = ("money", "count")


def figure_of(scene: Scene, verb: Token, objects: list[Token]) -> Amount | None:
    """The sum or count of what is sold: within the object, right behind the verb, or behind "goods worth"."""
    within = (a for o in objects for a in scene.amounts if _within(a, o) and a.quantity.kind in _KINDS)
    return next(within, None) or _figure_at(scene, _first(scene, verb)) or _figure_worth(scene, _first(scene, verb))


def goods_bought(scene: Scene, verb: Token, objects: list[Token], amount: Amount | None) -> list[Item]:
    """The goods of the object, of the figure in it, or listed behind it."""
    items = _goods(scene, objects, amount) if objects else _goods_from(scene, _first(scene, verb), amount)
    if items or amount is None or amount.quantity.kind != "money":
        return items
    if amount.first == _first(scene, verb) and (items := enumerated(scene, _behind_of(scene, amount.last + 1))):
        return items
    return listed_behind(scene, amount.last + 1)


def _goods_from(scene: Scene, start: int, amount: Amount | None) -> list[Item]:
    """The goods from a token on, where no object is parsed."""
    if amount is None or amount.first > start:
        return enumerated(scene, start)
    return enumerated(scene, _behind_of(scene, amount.last + 1))


def _first(scene: Scene, verb: Token) -> int:
    """Where the object begins: behind those to whom something is sold, articles and adverbs."""
    i = verb.i + 1
    while i + 1 < len(scene.doc) and (i in scene.named or scene.doc[i].pos_ in ("DET", "ADV", "PRON")):
        if _figure_at(scene, i):
            break
        i += 1
    return i


def _figure_at(scene: Scene, i: int) -> Amount | None:
    return next((a for a in scene.amounts if a.first == i and a.quantity.kind in _KINDS), None)


def _figure_worth(scene: Scene, start: int) -> Amount | None:
    """The figure behind "goods worth", "tea and coffee valued at"."""
    doc = scene.doc
    items = enumerated(scene, start)
    i = items[-1].last + 1 if items else start + 1
    if i + 2 < len(doc) and doc[i].lower_ in ("worth", "valued"):
        return _figure_at(scene, i + 1 + (doc[i + 1].lower_ == "at"))
    return None


def _behind_of(scene: Scene, start: int) -> int:
    """Where the goods begin behind a figure: behind "worth of", "of", "in" and a nationality."""
    i = start
    while i + 1 < len(scene.doc) and (
        scene.doc[i].lower_ in ("worth", "of", "in", "a", "'", "’") or i in scene.peoples
    ):
        i += 1
    return i


def _goods(scene: Scene, objects: list[Token], amount: Amount | None) -> list[Item]:
    """The goods of a verb's object, behind "$3 million worth of" or "goods such as" where that stands first."""
    if not objects:
        return []
    head = next((o for o in objects if o.pos_ != "PRON"), objects[0])
    items = listed_under(scene, head)
    if items:
        return items
    start = head.left_edge.i
    while start < head.i and (start in scene.named or scene.doc[start].tag_ in ("POS", "DT", "PRP$")):
        start += 1
    if amount is not None and amount.first < head.i + 1:
        start = amount.last + 1
        if start < head.i and amount.quantity.unit in ("tonnes", "barrels"):
            start = head.i
        if start == head.i and amount.quantity.kind == "count":
            start += 1
        start = _behind_of(scene, start)
    return enumerated(scene, start)


def _within(amount: Amount, noun: Token) -> bool:
    return noun.left_edge.i <= amount.first and amount.last <= noun.right_edge.i
