"""Frames about goods told by verbs: who exports, imports, sells and buys what.

Belongs here: verbs of the flow of goods, also where the parser misreads them. Does not belong here: nouns of that flow
(goods).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated, listed_under
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.per_good import rows_of, span_of
from pipeline.coding.trade.priced import priced, rows_priced
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
    if reporter is None and args.passive and frame.outward:
        own = [pair for o in args.objects for pair in scene.modifying(o)]  # "Kenyan tea is exported to Japan"
        reporter, subject = (own[0][1], own[0][0]) if own else (None, None)
    partner, other = first_of(ends, *frame.prepositions)
    partner, other = (partner, other) if partner else _behind(scene, verb, frame)
    if subject is not None and subject.lower_ in ("it", "they") and subject.i > 0 and scene.told and not scene.voice:
        reporter = scene.told[-1][0]  # "Kenya sells Japan tea and it buys cars"
    if partner is None:
        other, partner = _of_object(scene, args.objects, frame, reporter)
    if partner is None and reporter is not None:
        partner = scene.carried(reporter, verb)[1]
    if reporter is None or reporter == partner:
        return
    first = args.objects[0].left_edge.i if args.objects else verb.i + 1
    if pairs := priced(scene, first):
        yield from rows_priced(frame, verb, (reporter, partner), pairs, [verb.i, *at(subject, other)])
        return
    amount = next(
        (a for o in args.objects for a in scene.amounts if _within(a, o) and a.quantity.kind in ("money", "count")),
        None,
    )
    if part := next((a for o in args.objects for a in scene.amounts if _is_part(a, o)), None):
        yield from _part_of_a_good(scene, verb, frame, (reporter, partner), part)
        return
    items = _object_items(scene, args.objects, amount)
    if not items and (amount is None or amount.quantity.unit in (None, "people", "companies")):
        return
    base = [verb.i, *at(subject, other), *span_of(amount)]
    yield from rows_of(frame, verb, reporter, partner, items, amount, base)
    joined = list(other.conjuncts) if other is not None and amount is None else []
    for also in joined:  # "to Japan and Norway"; a sum is that of all together
        code = scene.country(also)
        if also.i > verb.i and code not in (None, reporter, partner):
            yield from rows_of(frame, verb, reporter, code, items, None, [*base, also.i])


def _is_part(amount: Amount, noun: Token) -> bool:
    return amount.quantity.kind == "percent" and amount.first <= noun.i <= amount.last


def _part_of_a_good(
    scene: Scene, verb: Token, frame: Frame, ends: tuple[str, str | None], part: Amount
) -> Iterator[Found]:
    """ "Kenya imports 40 percent of its rice from Pakistan" """
    start = part.last + 1
    if ends[1] is None or start + 1 >= len(scene.doc) or scene.doc[start].lower_ != "of":
        return
    start += 1
    while start + 1 < len(scene.doc) and (scene.doc[start].pos_ in ("DET", "PRON") or start in scene.named):
        start += 1
    yield from rows_priced(frame, verb, ends, [(item, part) for item in enumerated(scene, start)[:1]], [verb.i])


def _of_object(
    scene: Scene, objects: list[Token], frame: Frame, reporter: str | None
) -> tuple[Token | None, str | None]:
    """Whose goods are bought, or who is sold them: "imports Kenyan tea", "sells Kenya tea" read as one noun phrase."""
    for noun in objects[:1]:
        behind_of = [i + 1 for i in range(noun.i, noun.right_edge.i) if scene.doc[i].lower_ == "of"][:1]
        for i in [*range(noun.left_edge.i, noun.i), *behind_of]:
            code = scene.named.get(i)
            people = i in scene.peoples or (i + 1 < len(scene.doc) and scene.doc[i + 1].tag_ == "POS")
            if code and code != reporter and people != frame.outward:
                return scene.doc[i], code
    return None, None


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
        items = enumerated(scene, word.i + 1)
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
    items = enumerated(scene, word.i + 1)
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
    head = next((o for o in objects if o.pos_ != "PRON"), objects[0])
    items = listed_under(scene, head)
    if items:
        return items
    start = head.left_edge.i
    while start < head.i and (start in scene.named or scene.doc[start].tag_ in ("POS", "DT")):
        start += 1
    if amount is not None and amount.first < head.i + 1:
        start = amount.last + 1
        if start < head.i and amount.quantity.unit in ("tonnes", "barrels"):
            start = head.i
        if start == head.i and amount.quantity.kind == "count":
            start += 1
        while start < len(scene.doc) and (
            scene.doc[start].lower_ in ("worth", "of", "in", "a", "'", "’") or start in scene.peoples
        ):
            start += 1
    return enumerated(scene, start)


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
        figure = found.amount.quantity if found.amount is not None else None
        priced = figure is not None and (figure.kind == "money" or figure.unit in ("tonnes", "barrels"))
        if arms or partner is None or partner == found.reporter or not (habit or priced):
            continue
        tokens = (*found.tokens, given.i) if given is not None and found.partner is None else found.tokens
        yield replace(found, partner=partner, tokens=tokens)


def _within(amount: Amount, noun: Token) -> bool:
    return noun.left_edge.i <= amount.first and amount.last <= noun.right_edge.i
