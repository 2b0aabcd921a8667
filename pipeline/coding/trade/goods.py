"""Frames about goods told by nouns: exports and imports, producers and exporters, resources.

Belongs here: nouns of the flow of goods and of resources. Does not belong here: which goods are listed (listed), verbs
of the flow of goods (verbs), sums and ranks without goods (sums, ranks).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.trade.flow_sides import sides_of_flow
from pipeline.coding.trade.listed import compound_goods, consisting, enumerated, goods_of, listed_behind, listed_under
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.per_good import rows_of, span_of
from pipeline.coding.trade.priced import in_brackets, priced, rows_priced
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.values import at, first_of, own_rank, subject_of, value_of
from pipeline.coding.trade.words import words

_ITEMS = frozenset({"item", "component", "category", "product", "commodity", "article"})
"""Nouns that mean one good of a flow."""


def flow_noun(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya's main exports to Japan are tea and coffee", "Norwegian exports to Chile reached $5 million" """
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in ("product", "commodity", "good", "item"):
        noun = noun.head  # "its main export product"
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "amod", "nmod", "poss"):
        return
    amount = None if _of_one_item(noun) else value_of(scene, noun, ("money",), tonnes=True)
    items = consisting(scene, noun, governor(noun)) or listed_under(scene, noun)
    if not items and amount is not None:
        items = goods_of(scene, noun) or compound_goods(scene, noun) or listed_behind(scene, noun.i + 1)
    if not items and amount is None:
        return
    reporter, partner, tokens = sides_of_flow(scene, noun, frame.outward, frame.prepositions)
    if reporter is None or reporter == partner:
        return
    base = [noun.i, *tokens]
    pairs = (priced(scene, items[0].first) or in_brackets(scene, items[0].first)) if items else []
    if pairs:
        yield from rows_priced(frame, noun, (reporter, partner), pairs, base)
    else:
        yield from rows_of(frame, noun, reporter, partner, items, amount, [*base, *span_of(amount)])


def _of_one_item(noun: Token) -> bool:
    """ "The largest item of Kenyan exports, at $3 million": the sum is that of the item."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _ITEMS


def sales(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Deliveries of tea to Japan were worth $5 million": nouns that mean trade only between two countries."""
    arms = any(t.lemma_.lower() in words().arms for t in noun.subtree)
    for found in [] if arms else list(flow_noun(scene, noun, frame)):
        if found.partner is not None:
            yield found


def agent_noun(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Chile is the world's largest producer of copper", "Norway, a major oil exporter" """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "amod", "nmod", "poss", "nsubj"):
        return
    reporter, subject = subject_of(scene, noun)
    if reporter is None:
        return
    items = goods_of(scene, noun) or compound_goods(scene, noun)
    rank = own_rank(scene, noun)
    partner, other = first_of(scene.after(noun), *frame.prepositions)
    if partner is None and (own := [pair for pair in scene.modifying(noun) if pair[1] != reporter]):
        other, partner = own[0]  # "Kenya's largest supplier of rice"
    told = scene.told[-1] if scene.told else None
    again = told is not None and told.indicator == "trade_rank" and told.partner == partner
    if again and told is not None and told.reporter and partner and other is not None and other.pos_ == "PRON":
        partner, reporter = told.reporter, partner  # "the largest supplier of tea to Japan and its second in roses"
    base = [noun.i, *at(subject, other), *span_of(rank)]
    if items and partner not in (None, reporter) and rank is not None and noun.lemma_.lower() == "supplier":
        found = rows_of(frame, noun, partner, reporter, items[:1], rank, base)
        yield from (replace(f, indicator="trade_rank", unit="rank") for f in found)  # as of a source of goods
    elif items and partner != reporter:
        yield from rows_of(frame, noun, reporter, partner, items, rank, base)


def resources(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Norway's natural resources, including oil", "Chile has large copper reserves" """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "nmod", "amod"):
        return
    modifiers = {c.lower_ for c in noun.children if c.i < noun.i} | {
        g.lower_ for c in noun.children for g in c.children
    }
    if frame.with_modifiers and not modifiers & set(frame.with_modifiers):
        return
    if modifiers & set(frame.without_modifiers):
        return
    items = listed_under(scene, noun) or goods_of(scene, noun) or consisting(scene, noun, governor(noun))
    if not items and not frame.with_modifiers:
        items = compound_goods(scene, noun)
    own = scene.modifying(noun)
    reporter, owner = (own[0][1], own[0][0]) if own else subject_of(scene, noun)
    if reporter is None:
        reporter, owner = first_of(scene.after(noun), "of", "in")
    if not items or reporter is None:
        return
    rank = own_rank(scene, noun)
    yield from rows_of(frame, noun, reporter, None, items, rank, [noun.i, *at(owner), *span_of(rank)])


def rich_in(scene: Scene, adjective: Token, frame: Frame) -> Iterator[Found]:
    """ "Bolivia is rich in tin and gas" """
    preposition = next((c for c in adjective.children if c.dep_ == "prep" and c.lower_ in frame.prepositions), None)
    reporter, subject = subject_of(scene, adjective)
    if preposition is None or reporter is None or preposition.i + 1 >= len(scene.doc):
        return
    items = listed_under(scene, adjective) or enumerated(scene, preposition.i + 1)
    yield from rows_of(frame, adjective, reporter, None, items, None, [adjective.i, *at(subject)])
