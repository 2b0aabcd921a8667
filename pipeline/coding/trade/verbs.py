"""Frames about goods told by verbs: who exports, imports, sells and buys what.

Belongs here: verbs of the flow of goods, also where the parser misreads them. Does not belong here: nouns of that flow
(goods).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.trade.goods import goods, listed_under, rows_of, span_of
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.values import at, first_of
from pipeline.coding.trade.words import words
from pipeline.language.clauses import arguments


def flow_verb(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya exports tea and coffee to Japan" """
    if verb.pos_ != "VERB" or verb.dep_ in ("compound", "nmod", "amod"):
        yield from _mistaken_verb(scene, verb, frame)
        return
    args = arguments(verb)
    reporter, subject = scene.acting(verb)
    ends = scene.after(verb, *args.objects)
    if reporter is None and args.passive:
        reporter, subject = first_of(ends, "by", "from" if frame.outward else "to", "into")
    partner, other = first_of(ends, *frame.prepositions)
    partner, other = (partner, other) if partner else _behind(scene, verb, frame)
    if reporter is None or reporter == partner:
        return
    amount = next(
        (a for o in args.objects for a in scene.amounts if _within(a, o) and a.quantity.kind in ("money", "count")),
        None,
    )
    items = _object_items(scene, args.objects, amount)
    if not items and (amount is None or amount.quantity.unit in (None, "people", "companies")):
        return
    base = [verb.i, *at(subject, other), *span_of(amount)]
    yield from rows_of(frame, verb, reporter, partner, items, amount, base)


def _behind(scene: Scene, verb: Token, frame: Frame) -> tuple[str | None, Token | None]:
    """The country behind the verb's preposition, where the parser hung it on a word between ("worth $3 to Chile")."""
    for i in range(verb.i + 1, len(scene.doc) - 1):
        if scene.doc[i].pos_ in ("VERB", "AUX") or scene.doc[i].text in (";", ":", ","):
            break
        if scene.doc[i].lower_ in frame.prepositions:
            place = i + 1 + (scene.doc[i + 1].pos_ == "DET")
            if place in scene.named and place not in scene.peoples:
                return scene.named[place], scene.doc[place]
    return None, None


def _mistaken_verb(scene: Scene, word: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya exports tea", read by the parser as one noun phrase: country, "exports" and goods in a row."""
    doc = scene.doc
    root = next(t for t in doc if t.head == t)
    if _before_participle(scene, word):
        items = goods(scene, word.i + 1)
        last = max((i.last for i in items), default=word.i)
        other = next((doc[i] for i in range(last + 1, min(last + 5, len(doc))) if i in scene.named), None)
        towards = other is not None and doc[other.i - 1].lower_ in frame.prepositions
        partner = scene.named[other.i] if other is not None and towards else None
        if items and partner != scene.named[word.i - 1]:
            base = [word.i - 1, word.i, *at(other if towards else None)]
            yield from rows_of(frame, word, scene.named[word.i - 1], partner, items, None, base)
        return
    if word.i == 0 or word.i - 1 not in scene.named or root.pos_ in ("VERB", "AUX") or word.i + 1 >= len(doc):
        return
    if doc[word.i + 1].pos_ not in ("NOUN", "ADJ", "PROPN") or word.dep_ not in ("compound", "nmod", "amod"):
        return
    items = goods(scene, word.i + 1)
    last = max((i.last for i in items), default=word.i)
    partner, other = next(
        (
            (scene.named[i], doc[i])
            for i in range(last + 2, min(last + 5, len(doc)))
            if i in scene.named and doc[last + 1].lower_ in frame.prepositions
        ),
        (None, None),
    )
    reporter = scene.named[word.i - 1]
    if items and reporter != partner:
        yield from rows_of(frame, word, reporter, partner, items, None, [word.i - 1, word.i, *at(other)])


def _before_participle(scene: Scene, word: Token) -> bool:
    """ "Kenya imports used cars", where the parser takes "used" for the verb."""
    doc, i = scene.doc, word.i
    if word.tag_ != "NNS" or i == 0 or i + 2 >= len(doc) or i - 1 not in scene.named or i - 1 in scene.peoples:
        return False
    worked = doc[i + 1].lower_ in words().worked and doc[i + 2].pos_ in ("NOUN", "PROPN")
    return worked and doc[i + 1].dep_ == "ROOT" and word.head == doc[i + 1]


def _object_items(scene: Scene, objects: list[Token], amount: Amount | None) -> list[Item]:
    """The goods of a verb's object, behind "$3 million worth of" or "goods such as" where that stands first."""
    if not objects:
        return []
    head = objects[0]
    items = listed_under(scene, head)
    if items:
        return items
    start = head.left_edge.i
    if amount is not None:
        start = amount.last + 1
        while start < len(scene.doc) and scene.doc[start].lower_ in ("worth", "of", "in", "a"):
            start += 1
    return goods(scene, start)


def sells(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya sells Japan tea", "Malta bought $3 million worth of wool from Kenya": trade in everyday words.

    Only between two countries that the clause names as such, and no weapons, whose sale is a happening.
    """
    args = arguments(verb)
    habit = verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "aux" for c in verb.children)
    if verb.pos_ != "VERB" or not any(scene.country(s) and s.i not in scene.peoples for s in args.subjects):
        return
    arms = any(t.lemma_.lower() in words().arms for o in args.objects for t in o.subtree)
    given = next((c for c in verb.children if c.dep_ == "dative" and scene.country(c)), None)
    for found in flow_verb(scene, verb, frame):
        partner = found.partner or (scene.country(given) if given is not None and frame.outward else None)
        priced = found.amount is not None and found.amount.quantity.kind == "money"
        if arms or partner is None or partner == found.reporter or not (habit or priced):
            continue
        tokens = (*found.tokens, given.i) if given is not None and found.partner is None else found.tokens
        yield replace(found, partner=partner, tokens=tokens)


def _within(amount: Amount, noun: Token) -> bool:
    return noun.left_edge.i <= amount.first and amount.last <= noun.right_edge.i
