"""Frames about sums: trade between two, its balance, investment, the size of an economy or a people.

Belongs here: nouns that are measured. Does not belong here: between whom or whose the sum is (sides), verbs (deals),
ranks (ranks), shares (shares), goods (goods).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.communities import of_foreigners
from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.sides import owner_of, sides_of
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.values import MEASURES, at, first_of, subject_of, value_of
from pipeline.coding.trade.words import words


def measure(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "trade between Chile and Japan reached $5 million", "a GDP of $5 billion", "a trade deficit with Kenya" """
    carrier = _carrier(noun)
    if carrier is None or not _modified(noun, carrier, frame):
        return
    amount = value_of(scene, carrier, tuple(frame.kinds), units=tuple(frame.units))
    if frame.indicator == "population" and of_foreigners(scene, carrier):
        return
    reporter, partner, tokens = sides_of(scene, carrier, frame)
    if frame.shape.startswith("dyad") and partner is None:
        return
    if reporter is None or reporter == partner or amount is None:
        return
    covered = (noun.i, carrier.i, amount.first, amount.last, *tokens)
    yield Found(frame, carrier, reporter, partner, None, amount, covered)
    if frame.indicator == "investment":
        for item in _sectors(scene, amount):
            yield Found(frame, carrier, reporter, partner, item, None, (*covered, item.first, item.last))


def _sectors(scene: Scene, amount: Amount) -> list[Item]:
    """ "Investment of $5 million, mostly in mining and energy": the sectors behind a sum."""
    doc, i = scene.doc, amount.last + 1
    if i + 2 >= len(doc) or doc[i].text != ",":
        return []
    i += 1 + (doc[i + 1].lower_ in words().openers)
    if doc[i].lower_ != "in" or i + 1 >= len(doc) or i + 1 in scene.named or doc[i + 1].ent_type_ == "DATE":
        return []
    found = enumerated(scene, i + 1)
    return found if all(doc[t.last].pos_ == "NOUN" for t in found) else []


def balance(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya has a trade deficit of $5 million with Japan"; without a sum both countries must be named"""
    carrier = _carrier(noun)
    if carrier is None:
        return
    amount = value_of(scene, carrier, tuple(frame.kinds))
    ends = scene.after(carrier, governor(carrier))
    partner, other = first_of(ends, "with", "to", "from")
    told = next((t for t in (*reversed(scene.told), *scene.earlier) if t.indicator == frame.indicator), None)
    if not (_modified(noun, carrier, frame) or _in_trade(noun)):
        if told is not None and amount is not None and partner is None and not scene.modifying(carrier):
            found = (carrier.i, amount.first, amount.last)  # "By 2021 the deficit had grown to $5 million"
            yield Found(frame, carrier, told.reporter, told.partner, None, amount, found)
        elif amount is not None and (sides := _of_trade_told(scene, carrier)):
            yield Found(frame, carrier, *sides, None, amount, (carrier.i, amount.first, amount.last))
            return
        if not _with_country(scene, carrier) or partner is None or _of_budget(noun):
            return
    reporter, owner = owner_of(scene, carrier)
    if reporter == partner:
        reporter, owner = subject_of(scene, carrier)
    if reporter is None or reporter == partner or (amount is None and partner is None):
        return
    tokens = (carrier.i, *at(owner, other), *([amount.first, amount.last] if amount else []))
    yield Found(frame, carrier, reporter, partner, None, amount, tokens)


def _of_trade_told(scene: Scene, noun: Token) -> tuple[str, str] | None:
    """(whose, with whom) of "..., leaving Kenya a deficit of $5 million", where trade between two was told before."""
    told = next((t for t in (*reversed(scene.told), *scene.earlier) if t.of_trade()), None)
    if told is None or told.reporter is None or told.partner is None or _of_budget(noun):
        return None
    ends = (told.reporter, told.partner)
    if not set(scene.named.values()) <= set(ends) or any(c.dep_ == "compound" for c in noun.children):
        return None
    around = [i for i in range(noun.left_edge.i - 3, noun.right_edge.i + 3) if i in scene.named]
    own = next((scene.named[i] for i in around), None)
    whose = own if own in ends else ends[0]
    return whose, next(c for c in ends if c != whose)


def _with_country(scene: Scene, noun: Token) -> bool:
    """ "A surplus of $5 million with Kenya", "its deficit with Japan" is one in trade."""
    behind = scene.doc[noun.i + 1 : noun.i + 10]
    for token in behind:
        if token.lower_ == "with":
            return any(i in scene.named and i not in scene.peoples for i in (token.i + 1, token.i + 2))
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() not in words().amount_verbs:
            return False
    return False


def _of_budget(noun: Token) -> bool:
    around = {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]}
    return bool(around & {"budget", "fiscal", "trust", "democratic", "account", "public", "primary"})


def _in_trade(noun: Token) -> bool:
    """ "A surplus of $5 million in its trade with Kenya" """
    behind = [t for t in noun.subtree if t.i > noun.i]
    beside = [t for p in noun.head.children if p.dep_ == "prep" for t in p.children]
    return any(t.lemma_.lower() == "trade" and t.dep_ == "pobj" for t in (*behind, *beside))


def _carrier(noun: Token) -> Token | None:
    """The noun that carries the sum: itself, or the "volume" that it modifies; None where it modifies another noun."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if noun.dep_ in ("compound", "nmod", "amod"):
        return noun.head if noun.head.lemma_.lower() in MEASURES else None
    return noun


def _modified(noun: Token, carrier: Token, frame: Frame) -> bool:
    """Whether the words around a noun are those that the frame asks for, and none that it forbids."""
    around = {t.lower_ for t in noun.doc[min(noun.left_edge.i, carrier.left_edge.i) : carrier.i + 1]}
    follows = noun.doc[carrier.i + 1].lower_ if carrier.i + 1 < len(noun.doc) else ""
    if frame.with_modifiers and not around & set(frame.with_modifiers):
        return False
    return not (around | {follows}) & set(frame.without_modifiers)
