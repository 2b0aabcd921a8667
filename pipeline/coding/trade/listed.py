"""Which goods a noun is said to be of: listed behind it, what it consists of, one good before it.

Belongs here: finding the goods of a noun. Does not belong here: where an enumeration ends (lists), whose they are
(goods).
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.coding.trade.lists import Item, enumeration, item_at
from pipeline.coding.trade.running import LONGEST, may_pass
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.syntax import is_subject
from pipeline.coding.trade.words import words

_PART = (
    r"most|much|nearly all|almost all|virtually all|practically all|all|bulk|greater part|larger part|best part"
    r"|lion ?'s share|(?:more than |over |about |nearly )?half|majority"
)
_ADVERB = r"(?:mainly|mostly|chiefly|largely|almost entirely)"
_MOSTLY = re.compile(
    rf"(?:(?:by far )?(?:the )?(?:{_PART}) of (?:it|them|this|that|which|these)"
    r"(?: (?:was|were|being|is|are|made up of|consisting of|in|in the form of))?"
    r"|above all(?: else)?|in particular|for the most part|in the main|first of all|first and foremost"
    r"|almost (?:entirely|exclusively|all)|(?:nearly|practically|virtually) all|(?:led|headed|dominated|topped) by"
    rf"|made up (?:{_ADVERB} )?of|consisting (?:{_ADVERB} )?of|such as|in the form of|with (?:the )?emphasis on)"
    r"(?: (?:in|of))?(?: (?:mainly|mostly|chiefly|largely|by|the))?\s"
)
"""What leads from a sum to the goods that it is mostly made of."""
_HEADING = re.compile(
    r"\s?(?:,\s)?(?:account(?:ing|ed)? for|making up|mak(?:es|e) up|at the top|at the head|in the lead|in first place"
    r"|leading|heading|dominating|topping|predominating|foremost|(?:far )?ahead"
    r"|the (?:main|chief|principal|leading|largest|biggest|top|most important))\b"
)
"""What says of the goods behind "with" that they are the main part."""
_LEADING = frozenset({"in", "of", "from", "by"})
"""Prepositions before the goods, which the tagger may take for other words."""


def enumerated(scene: Scene, start: int) -> list[Item]:
    """The enumeration at a token, without names of goods in general ("products")."""
    return [i for i in enumeration(scene.doc, start, scene.named) if i.text.lower() not in words().generic]


def listed_under(scene: Scene, noun: Token) -> list[Item]:
    """The goods listed behind a noun: "products such as tea", "resources, notably copper", "goods, tea included"."""
    doc = scene.doc
    if noun.i + 2 < len(doc) and doc[noun.i + 1].text == ",":
        items = enumerated(scene, noun.i + 2)
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
        items = enumerated(scene, start)
        sure = token.text != ":" or scene.sentence.block.kind == "list_item" or len(items) > 1
        if items and sure and doc[start].pos_ != "DET":
            return items
    return []


def listed_behind(scene: Scene, start: int) -> list[Item]:
    """The goods told behind a flow and its figures: "$3 million, mostly tea", "$3 million, tea mainly", "...: tea"."""
    doc = scene.doc
    for i in range(start, min(start + LONGEST, len(doc) - 1)):
        token, follows = doc[i], doc[i + 1]
        opens = token.text in (",", "(", "–", "—", ":") or follows.lower_ in words().openers
        if opens and follows.lower_ in words().openers:
            items = enumerated(scene, i + 2 + (i + 2 < len(doc) and doc[i + 2].lower_ == "of"))
            return items if _whole(scene, items) else []
        if opens and (items := _mostly(scene, i + 1)):
            return items if _whole(scene, items) else []
        if opens and (items := enumerated(scene, i + 1)) and items[0].first <= i + 2:
            behind = doc[items[-1].last + 1 : items[-1].last + 4].text.lower().lstrip(", ")
            closed = behind.split(" ")[0].rstrip(",.;") in words().closers or behind.startswith(
                ("above all", "for the most part")
            )
            if closed or (token.text == ":" and len(items) > 1):
                return items
        if not may_pass(scene, token, len(doc)):
            return []
    return []


def _mostly(scene: Scene, start: int) -> list[Item]:
    """The goods behind "most of it", "led by", "above all", or behind "with" where they are the main ones."""
    doc = scene.doc
    if found := _MOSTLY.match(doc[start:].text.lower().replace("’", "'")):
        begin = next((t.i for t in doc[start:] if t.idx >= doc[start].idx + found.end()), start)
        return [i for i in enumerated(scene, begin) if doc[i.last].pos_ in ("NOUN", "PROPN")]
    heads = [t.i for t in doc[start + 2 : start + LONGEST] if _HEADING.match(doc[t.i :].text.lower())]
    if doc[start].lower_ != "with" or not heads:
        return []
    items = enumerated(scene, start + 1)
    cut = [i if i.last < heads[0] else item_at(doc, i.first, heads[0]) for i in items if i.first < heads[0]]
    known = [i for i in cut if i is not None]
    return known if known and heads[0] - known[-1].last < 3 else []


def _whole(scene: Scene, items: list[Item]) -> bool:
    """Whether an enumeration is no beginning of a clause ("mainly banks that ...") or of sums ("mainly $3 of tea")."""
    if not items:
        return False
    after = scene.doc[items[-1].last + 1 : items[-1].last + 2]
    return not any(t.tag_ in ("WDT", "WP", "MD") or t.pos_ == "AUX" for t in after)


def _belongs_to(opener: Token, noun: Token, before: Token) -> bool:
    """Whether nothing but the noun's own phrase stands between it and the word that opens a list."""
    between = noun.doc[noun.i + 1 : opener.i]
    return (
        all(t.pos_ not in ("VERB", "AUX", "NOUN", "PRON") or t.lower_ in ("such", "as") for t in between)
        or before.head == noun
    )


def consisting(scene: Scene, noun: Token, verb: Token) -> list[Item]:
    """The goods that an amount of trade is said to consist of: "exports include tea", "exports are mainly tea"."""
    if not is_subject(noun) or verb.lemma_.lower() not in words().consist | words().led:
        return []
    if verb.lemma_.lower() in words().led and not any(c.dep_ == "agent" for c in verb.children):
        return []
    behind = scene.doc[verb.i + 1 :]
    first = next((t for t in behind if t.pos_ not in ("ADV", "PUNCT", "ADP") and t.lower_ not in _LEADING), None)
    if first is None or any(a.first <= first.i <= a.last for a in scene.amounts):
        return []
    described = first.pos_ in ("ADJ", "VERB", "AUX") and first.dep_ in ("acomp", "ROOT", "xcomp")
    return [] if verb.lemma_ == "be" and described else enumerated(scene, first.i)


def goods_of(scene: Scene, noun: Token) -> list[Item]:
    """ "exports of tea and coffee": the goods behind "of"; a sum there is none."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of" and prep.i + 1 < len(scene.doc):
            first = scene.doc[prep.i + 1]
            if not any(a.first <= first.i <= a.last for a in scene.amounts):
                return enumerated(scene, first.i + (first.i in scene.peoples))  # "exports of Kenyan tea"
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
