"""Frames about goods told by verbs: who exports, imports, sells and buys what.

Belongs here: verbs of the flow of goods, also where the parser misreads them. Does not belong here: nouns of that flow
(goods).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.trade.flows import flow_sold
from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.misread import misread_doer
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.objects import figure_of, goods_bought
from pipeline.coding.trade.per_good import rows_of, span_of
from pipeline.coding.trade.priced import priced, rows_priced
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.values import at, first_of
from pipeline.coding.trade.words import no_good, words
from pipeline.language.clauses import arguments


def flow_verb(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya exports tea and coffee to Japan" """
    if verb.pos_ != "VERB" or verb.dep_ in ("compound", "nmod", "amod"):
        yield from _misread(scene, verb, frame)
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
        reporter = scene.told[-1].reporter  # "Kenya sells Japan tea and it buys cars"
    if partner is None:
        other, partner = _of_object(scene, verb, args.objects, frame, reporter)
    if partner is None and reporter is not None:
        partner = scene.carried(reporter, verb, loosely=frame.shape == "sells")[1] or scene.other_side(reporter)
    if reporter is None or reporter == partner:
        return
    first = args.objects[0].left_edge.i if args.objects else verb.i + 1
    if pairs := priced(scene, first):
        yield from rows_priced(frame, verb, (reporter, partner), pairs, [verb.i, *at(subject, other)])
        return
    amount = figure_of(scene, verb, args.objects)
    if part := next((a for o in args.objects for a in scene.amounts if _is_part(a, o)), None):
        yield from _part_of_a_good(scene, verb, frame, (reporter, partner), part)
        return
    items = goods_bought(scene, verb, args.objects, amount)
    if not items and (amount is None or amount.quantity.kind != "money"):
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
    """ "Kenya imports 40 percent of its rice from Pakistan", "Japan buys a third of Kenya's roses" """
    start = part.last + 1
    if start + 1 >= len(scene.doc) or scene.doc[start].lower_ != "of":
        return
    flow = flow_sold(scene, start + 1, min(start + 8, len(scene.doc)))
    if flow is not None and flow.reporter != ends[0] and flow.indicator == "goods_exported" and not frame.outward:
        tokens = (verb.i, part.first, start + 1)  # "buys a third of what Kenya sells"
        yield Found(frame, verb, flow.reporter, ends[0], None, part, tokens, indicator="export_share")
        return
    start, owner, known = _whose_goods(scene, start + 1, ends[0])
    items = [i for i in enumerated(scene, start)[:1] if i.text.lower() not in words().flow_words]
    if any(word in words().flow_words for i in items for word in i.text.lower().split()) or not known:
        return  # "a third of its exports" is said by a noun
    if owner not in (None, *ends[:1]):
        shared = rows_priced(frame, verb, (owner, ends[0]), [(item, part) for item in items], [verb.i])
        yield from (replace(f, indicator="export_share") for f in shared if not frame.outward)
    elif ends[1] is not None:
        yield from rows_priced(frame, verb, ends, [(item, part) for item in items], [verb.i])


def _whose_goods(scene: Scene, start: int, buyer: str) -> tuple[int, str | None, bool]:
    """(where the goods begin, whose they are, whether that is clear): "Kenya's roses", "Kenyan roses", "its roses"."""
    doc = scene.doc
    mark = next((i for i in range(start, min(start + 5, len(doc) - 1)) if doc[i].tag_ == "POS"), None)
    if mark is not None:
        owner = scene.country(doc[mark - 1])
        if owner == buyer and mark - 1 not in scene.named and buyer in scene.pair:
            owner = next(code for code in scene.pair if code != buyer)  # "the country" is not the one that buys there
        return mark + 1, owner, owner is not None
    owner = None
    while start + 1 < len(doc) and (doc[start].pos_ in ("DET", "PRON") or start in scene.named):
        owner = scene.named.get(start, owner)
        start += 1
    return start, owner, True


def _of_object(
    scene: Scene, verb: Token, objects: list[Token], frame: Frame, reporter: str | None
) -> tuple[Token | None, str | None]:
    """Whose goods are bought, or who is sold them: "imports Kenyan tea", "sells Kenya tea" read as one noun phrase."""
    if frame.outward and (given := _given(scene, verb)):
        return given
    for noun in objects[:1]:
        behind_of = [i + 1 for i in range(noun.i, noun.right_edge.i) if scene.doc[i].lower_ == "of"][:1]
        for i in [*range(noun.left_edge.i, noun.i), *behind_of]:
            code = scene.named.get(i)
            people = i in scene.peoples or (i + 1 < len(scene.doc) and scene.doc[i + 1].tag_ == "POS")
            if code and code != reporter and people != frame.outward:
                return scene.doc[i], code
    return None, None


def _given(scene: Scene, verb: Token) -> tuple[Token, str] | None:
    """Who stands right behind "sells", before the goods: "sells Kenya tea", "sends it tea"."""
    i = verb.i + 1 + (verb.nbor().pos_ == "DET" if verb.i + 1 < len(scene.doc) else 0)
    if i + 1 >= len(scene.doc) or scene.doc[i + 1].pos_ in ("ADP", "PUNCT", "PART") or i in scene.peoples:
        return None
    token = scene.doc[i]
    if i not in scene.named and token.lower_ not in ("it", "them", "us"):
        return None
    code = scene.country(token)
    return (token, code) if code else None


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


def _misread(scene: Scene, word: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya exports tea to Japan" where the parser finds no verb: the words behind it tell all the same."""
    reporter, subject = misread_doer(scene, word)
    if reporter is None:
        return
    amount = figure_of(scene, word, [])
    items = goods_bought(scene, word, [], amount)
    last = max([*(i.last for i in items), *([amount.last] if amount else [])], default=word.i)
    partner, other = _behind(scene, scene.doc[last], frame)
    if partner is None:
        other, partner = _given(scene, word) or (None, None) if frame.outward else (None, None)
    if partner is None:
        partner = scene.carried(reporter, word, loosely=frame.shape == "sells")[1] or scene.other_side(reporter)
    if partner == reporter or (not items and (amount is None or amount.quantity.kind != "money")):
        return
    pairs = priced(scene, items[0].first) if items else []
    base = [word.i, *at(subject, other)]
    if pairs:
        yield from rows_priced(frame, word, (reporter, partner), pairs, base)
    else:
        yield from rows_of(frame, word, reporter, partner, items, amount, [*base, *span_of(amount)])


def sells(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya sells Japan tea", "Malta bought $3 million worth of wool from Kenya": trade in everyday words.

    Only between two countries that the clause names as such, and no weapons, whose sale is a happening.
    """
    args = arguments(verb)
    habit = verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "aux" for c in verb.children)
    stated = verb.pos_ == "VERB" and any(_trades(scene, s) for s in args.subjects)
    misread = misread_doer(scene, verb)[0] is not None
    if (not stated and not misread) or scene.doc[verb.i + 1 : verb.i + 2].text.lower() == "home":
        return  # "send home $5 million" are remittances
    arms = any(t.lemma_.lower() in words().arms for o in args.objects for t in o.subtree)
    given = next((c for c in verb.children if c.dep_ == "dative" and scene.country(c)), None)
    facts = [] if arms else list(flow_verb(scene, verb, frame))
    telling = habit or misread or any(f.amount is not None and _is_trade(f.amount) for f in facts)
    for found in facts if telling or any(t.flow() for t in (*scene.told, *scene.earlier)) else []:
        partner = found.partner or (scene.country(given) if given is not None and frame.outward else None)
        if partner is None or partner == found.reporter:
            continue
        if found.item is not None and no_good(found.item.text):
            continue
        if verb.lemma_.lower() in ("take", "absorb") and found.indicator != "export_share":
            continue  # "takes a third of what Kenya sells", but "takes steps"
        tokens = (*found.tokens, given.i) if given is not None and found.partner is None else found.tokens
        yield replace(found, partner=partner, tokens=tokens)


def _trades(scene: Scene, subject: Token) -> bool:
    """Whether a subject sells and buys as a state, or as the traders of one: "Kenya", "Kenyan importers"."""
    if scene.country(subject):
        return subject.i not in scene.peoples
    traders = subject.lemma_.lower() in words().traders and subject.tag_ == "NNS"
    return traders and scene.nationality(subject) in scene.pair


def _is_trade(amount: Amount) -> bool:
    """Whether an amount of something sold tells of trade: a sum, or a weight."""
    return amount.quantity.kind == "money" or amount.quantity.unit in ("tonnes", "barrels")
