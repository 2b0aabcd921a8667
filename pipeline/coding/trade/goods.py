"""Frames about goods told by nouns: exports and imports, producers and exporters, resources.

Belongs here: nouns of the flow of goods and of resources, and which goods are listed. Does not belong here: verbs of
the flow of goods (verbs), sums and ranks without goods (sums).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.lists import Item, enumeration
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.priced import priced, rows_priced
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.syntax import governor, is_subject
from pipeline.coding.trade.values import at, first_of, own_rank, subject_of, value_of
from pipeline.coding.trade.words import words


def goods(scene: Scene, start: int) -> list[Item]:
    """The enumeration at a token, without names of goods in general ("products")."""
    return [i for i in enumeration(scene.doc, start, scene.named) if i.text.lower() not in words().generic]


def listed_under(scene: Scene, noun: Token) -> list[Item]:
    """The goods listed behind a noun: "products such as tea", "resources, notably copper", "goods, tea included"."""
    doc = scene.doc
    if noun.i + 2 < len(doc) and doc[noun.i + 1].text == ",":
        items = goods(scene, noun.i + 2)
        after = items[-1].last + 1 if items else noun.i
        closing = doc[after : after + 3].text.lower().lstrip(", ")
        if items and closing.startswith(("included", "among them", "above all")):
            return items
    stop = max(t.i for t in noun.subtree if t.i >= noun.i) + 3
    for i in range(noun.i + 1, min(stop, len(doc) - 1)):
        token = doc[i]
        opens = (token.lower_ in words().openers and token.pos_ != "VERB") or (token.lower_ == "including")
        such_as = token.lower_ == "as" and doc[i - 1].lower_ == "such"
        if not (opens or such_as or token.text == ":") or not _belongs_to(token, noun, doc[i - 1]):
            continue
        start = i + 1 + (doc[i + 1].lower_ in ("in", ":", "as"))
        items = goods(scene, start)
        sure = token.text != ":" or scene.sentence.block.kind == "list_item" or len(items) > 1
        if items and sure and doc[start].pos_ != "DET":
            return items
    return []


def _belongs_to(opener: Token, noun: Token, before: Token) -> bool:
    """Whether nothing but the noun's own phrase stands between it and the word that opens a list."""
    between = noun.doc[noun.i + 1 : opener.i]
    return (
        all(t.pos_ not in ("VERB", "AUX", "NOUN", "PRON") or t.lower_ in ("such", "as") for t in between)
        or before.head == noun
    )


def flow_noun(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya's main exports to Japan are tea and coffee", "Norwegian exports to Chile reached $5 million" """
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in ("product", "commodity", "good", "item"):
        noun = noun.head  # "its main export product"
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "amod", "nmod", "poss"):
        return
    verb = governor(noun)
    subject = is_subject(noun)
    ends = scene.after(noun, verb) if subject else scene.after(noun)
    own = scene.modifying(noun) or _nationality_of_goods(scene, noun, frame)
    back = ("from", "of", "by") if frame.outward else ("to", "into", "of", "by")
    reporter, owner = (own[0][1], own[0][0]) if own else first_of(ends, *back)
    partner, other = first_of(ends, *frame.prepositions)
    amount = value_of(scene, noun, ("money",), tonnes=True)
    items = _consisting(scene, noun, verb) or listed_under(scene, noun) or (_of_goods(scene, noun) if amount else [])
    if not items and amount is not None:
        items = compound_goods(scene, noun)
    pairs = priced(scene, items[0].first) if items else []
    if not items and amount is None:
        return
    if reporter is None and partner is None and (subject or noun.dep_ == "conj") and not _described(noun):
        reporter, partner = scene.carried(None, noun)
    if reporter is None:
        reporter, owner = subject_of(scene, noun)
    if reporter is None and partner is not None:
        reporter, owner = _other_side(scene, partner)
    aside = (not own and not subject) or (owner is not None and owner.tag_ == "WP$")
    if partner is None and reporter is not None and aside:
        found = scene.only_other(reporter)
        other, partner = found if found else (None, None)
    if partner is None and subject and reporter is not None:
        partner = scene.carried(reporter, noun)[1]
    if reporter == partner and owner is not None and owner.pos_ == "PRON" and (found := scene.only_other(partner)):
        owner, reporter = found  # "its imports from there" are not those of "there"
    if reporter is None or reporter == partner:
        return
    if pairs:
        yield from rows_priced(frame, noun, (reporter, partner), pairs, [noun.i, *at(owner, other)])
        return
    base = [noun.i, *at(owner, other), *span_of(amount)]
    yield from rows_of(frame, noun, reporter, partner, items, amount, base)


def _nationality_of_goods(scene: Scene, noun: Token, frame: Frame) -> list[tuple[Token, str]]:
    """ "Exports of Kenyan tea" are Kenya's."""
    i = noun.i + 2
    if not frame.outward or i >= len(scene.doc) or scene.doc[i - 1].lower_ != "of" or i not in scene.peoples:
        return []
    return [(scene.doc[i], scene.named[i])]


def _described(noun: Token) -> bool:
    """Whether words before the noun say which flow it is: "world exports", "tea exports"."""
    return any(c.dep_ in ("compound", "amod", "poss", "nmod") for c in noun.children)


def _other_side(scene: Scene, partner: str) -> tuple[str | None, Token | None]:
    """Whose "imports from Kenya" these are: the only other country of the sentence, else of a document about two."""
    if found := scene.only_other(partner):
        return found[1], found[0]
    return (next(c for c in scene.pair if c != partner), None) if partner in scene.pair else (None, None)


def _consisting(scene: Scene, noun: Token, verb: Token) -> list[Item]:
    """The goods that an amount of trade is said to consist of: "exports include tea", "exports are mainly tea"."""
    if not is_subject(noun) or verb.lemma_.lower() not in words().consist | words().led:
        return []
    if verb.lemma_.lower() in words().led and not any(c.dep_ == "agent" for c in verb.children):
        return []
    start = verb.i + 1
    while start < len(scene.doc) and (
        scene.doc[start].pos_ in ("ADV", "PUNCT", "ADP") or scene.doc[start].lower_ in ("in", "of", "from", "by")
    ):
        start += 1
    if any(a.first <= start <= a.last for a in scene.amounts) or start >= len(scene.doc):
        return []
    if (
        verb.lemma_ == "be"
        and scene.doc[start].pos_ in ("ADJ", "VERB", "AUX")
        and scene.doc[start].dep_ in ("acomp", "ROOT", "xcomp")
    ):
        return []
    return goods(scene, start)


def _of_goods(scene: Scene, noun: Token) -> list[Item]:
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of" and prep.i + 1 < len(scene.doc):
            first = scene.doc[prep.i + 1]
            if not any(a.first <= first.i <= a.last for a in scene.amounts):
                return goods(scene, first.i + (first.i in scene.peoples))  # "exports of Kenyan tea"
    return []


def compound_goods(scene: Scene, noun: Token) -> list[Item]:
    """ "copper exports": one good before the noun."""
    before = [c for c in noun.children if c.dep_ in ("compound", "amod") and c.i < noun.i and c.i not in scene.named]
    before = [c for c in before if c.pos_ == "NOUN" and c.lower_ not in {*words().empty_modifiers, *words().generic}]
    if not before or any(a.first <= before[0].i <= a.last for a in scene.amounts):
        return []
    first = before[0].left_edge.i
    return [i for i in enumeration(scene.doc, first, scene.named) if i.last < noun.i] or [
        Item(first, before[-1].i, scene.doc[first : before[-1].i + 1].text)
    ]


def agent_noun(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Chile is the world's largest producer of copper", "Norway, a major oil exporter" """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "amod", "nmod", "poss", "nsubj"):
        return
    reporter, subject = subject_of(scene, noun)
    if reporter is None:
        return
    items = _of_goods(scene, noun) or compound_goods(scene, noun)
    rank = own_rank(scene, noun)
    partner, other = first_of(scene.after(noun), *frame.prepositions)
    if partner is None and (own := [pair for pair in scene.modifying(noun) if pair[1] != reporter]):
        other, partner = own[0]  # "Kenya's largest supplier of rice"
    base = [noun.i, *at(subject, other), *span_of(rank)]
    if items and partner != reporter:
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
    items = listed_under(scene, noun) or _of_goods(scene, noun) or _consisting(scene, noun, governor(noun))
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
    items = listed_under(scene, adjective) or goods(scene, preposition.i + 1)
    yield from rows_of(frame, adjective, reporter, None, items, None, [adjective.i, *at(subject)])


# -- shared ----------------------------------------------------------------------------------


def rows_of(
    frame: Frame,
    trigger: Token,
    reporter: str,
    partner: str | None,
    items: list[Item],
    amount: Amount | None,
    base: list[int],
) -> Iterator[Found]:
    """One row per good; one row without a good where none is named, or where a sum is that of several goods."""
    openers = {t.lower_ for t in trigger.doc[amount.last + 1 : items[0].first]} if amount and items else set()
    together = bool(amount and amount.quantity.kind == "money" and openers & words().openers)
    if together:
        yield Found(frame, trigger, reporter, partner, None, amount, tuple(base))
    wanted: list[Item | None] = [*items] or [None]
    for item in wanted:
        tokens = tuple(base if item is None else [*base, item.first, item.last])
        yield Found(frame, trigger, reporter, partner, item, None if together else amount, tokens)


def span_of(amount: Amount | None) -> list[int]:
    return [amount.first, amount.last] if amount else []
