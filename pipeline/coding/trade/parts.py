"""Frames about what a flow of goods is made of: "tea and coffee lead the list", "copper is 88% of that flow".

Belongs here: goods that are said to be a part of a flow. Does not belong here: which flow is meant (flows).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.trade.flows import flow_before, flow_meant
from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.lists import Item, item_at
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.told import Told
from pipeline.coding.trade.words import words
from pipeline.language.clauses import arguments

_ENDS = re.compile(r"[;.:(]|and|but|while|whereas|although|after|before|because|with|ahead|followed|to|thanks", re.I)
"""Words that end what a verb says of its subject."""
_PART = re.compile(
    r"\b(?:most|much|nearly all|almost all|bulk|rest|remainder|majority|(?:part|share|half|third|quarter)s?)\b"
)
_MAIN = re.compile(
    r"\b(?:main|principal|chief|leading|(?:most|more) important|largest|biggest|top|major|key|first|staple|primary)\b"
)
_CLAUSE = frozenset({"which", "while", "whereas"})
"""Words behind which the subject of a clause begins."""
_BEFORE_VERB = frozenset({"ADV", "AUX", "PUNCT", "PART"})


def part_of_flow(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Tea and coffee make up most of what Kenya sells", "Copper earned $40 million of that sum" """
    accounts = verb.lower_ == "account" and verb.i + 1 < len(scene.doc) and verb.nbor().lower_ == "for"
    if verb.pos_ not in ("VERB", "AUX") and not accounts:
        return
    items = _subject(scene, verb)
    stop = _end(scene, verb)
    if not items or stop <= verb.i + 1:
        return
    if len(items) == 1 and (both := _sum_and_share(scene, verb)):
        yield from _sum_and_share_rows(frame, verb, items[0], both)
        return
    of_which = scene.doc[max(0, items[0].first - 2) : items[0].first].text.lower() == "of which"
    flow = flow_before(scene) if of_which else flow_meant(scene, verb.i + 1, stop)
    amount = next(
        (a for a in scene.amounts if verb.i < a.first < stop and a.quantity.kind in ("money", "percent")), None
    )
    amount = amount or _at_sum(scene, verb, stop)
    if flow is None or flow.reporter is None or not _says_part(scene, verb, stop, amount):
        return
    yield from _rows(scene, verb, frame, flow, items, amount, stop)


def _sum_and_share(scene: Scene, verb: Token) -> tuple[Told, Amount, Amount] | None:
    """(flow, sum, share) of "Tea made up $40 million, or 60 percent of exports", of the flow told before."""
    flow = flow_before(scene)
    first = next((a for a in scene.amounts if a.quantity.kind == "money" and verb.i < a.first <= verb.i + 2), None)
    share = next((a for a in scene.amounts if first and first.last < a.first <= first.last + 4), None)
    if flow is None or first is None or share is None or share.quantity.kind != "percent":
        return None
    joins = scene.doc[first.last + 1 : share.first].text.lower()
    whole = scene.doc[share.last + 1 : share.last + 5]
    noun = {"goods_exported": "export", "goods_imported": "import"}[flow.indicator]
    same = any(t.lemma_.lower() == noun for t in whole) and not any(t.i in scene.named for t in whole)
    return (flow, first, share) if same and joins in (",", "or", ", or", "(", ", about", "–") else None


def _sum_and_share_rows(frame: Frame, verb: Token, item: Item, both: tuple[Told, Amount, Amount]) -> Iterator[Found]:
    flow, *amounts = both
    for amount in amounts:
        share = amount.quantity.kind == "percent" and flow.indicator == "goods_exported"
        tokens = (verb.i, item.first, item.last, amount.first, amount.last)
        indicator = "export_share" if share else flow.indicator
        yield Found(frame, verb, flow.reporter, flow.partner, item, amount, tokens, indicator=indicator)


def _at_sum(scene: Scene, verb: Token, stop: int) -> Amount | None:
    """ "Tea is the main export to Japan, at $3 million": the sum of the one good that is the main one."""
    if verb.lemma_ != "be" or not _MAIN.search(scene.doc[verb.i : stop].text.lower()):
        return None
    near = (a for a in scene.amounts if a.quantity.kind == "money" and stop < a.first <= stop + 6)
    amount = next(near, None)
    if amount is None or scene.doc[amount.first - 1].lower_ not in ("at", "with", "worth"):
        return None
    return amount if all(_leads(scene, t) for t in scene.doc[stop : amount.first]) else None


def _leads(scene: Scene, token: Token) -> bool:
    return token.i in scene.named or token.pos_ in ("ADP", "DET", "PUNCT") or token.lower_ == "worth"


def _rows(
    scene: Scene, verb: Token, frame: Frame, flow: Told, items: list[Item], amount: Amount | None, stop: int
) -> Iterator[Found]:
    base = [verb.i, stop - 1 if amount is None else amount.last]
    share = amount is not None and amount.quantity.kind == "percent"
    partner = flow.partner or next((c for c in scene.pair if flow.reporter in scene.pair and c != flow.reporter), None)
    plain = any(t.lemma_.lower() in ("export", "import", "purchase") for t in scene.doc[verb.i : stop])
    if share and (flow.partner is None or (plain and len(items) == 1)):
        return  # "a third of Kenya's exports" is said by the noun
    indicator = "export_share" if share and flow.indicator == "goods_exported" else flow.indicator
    for item in _together(scene, items) if amount is not None else items:
        tokens = (*base, item.first, item.last)
        yield Found(frame, verb, flow.reporter, partner, item, amount, tokens, indicator=indicator)


def _together(scene: Scene, items: list[Item]) -> list[Item]:
    """Goods that have one figure together, as one."""
    if len(items) < 2:
        return items
    first, last = items[0].first, items[-1].last
    return [Item(first, last, scene.doc[first : last + 1].text)]


def _subject(scene: Scene, verb: Token) -> list[Item]:
    """The goods that end right before a verb, by the parse or from the beginning of the clause on."""
    starts = [s.left_edge.i for s in arguments(verb).subjects if s.i < verb.i]
    marks = [t.i + 1 for t in scene.doc[: verb.i] if t.text in (";", ":", "(") or t.lower_ in _CLAUSE]
    commas = [t.i + 1 for t in scene.doc[: verb.i] if t.text == ","]
    found = [_goods_before(scene, verb, start) for start in (*starts, max(marks, default=0), *commas[:1])]
    return max(found, key=len)


def _goods_before(scene: Scene, verb: Token, start: int) -> list[Item]:
    """The goods from `start` on, if they reach as far as the verb; a fronted date is passed over."""
    doc = scene.doc
    if doc[start].lower_ in ("in", "by", "since") and start + 1 < verb.i and doc[start + 1].like_num:
        start += 2
    while start < verb.i and (start in scene.named or doc[start].pos_ in ("DET", "PART", "ADV", "PUNCT")):
        start += 1
    items = enumerated(scene, start) if start < verb.i else []
    if items and items[-1].first < verb.i <= items[-1].last:  # "tea and coffee account", read as one noun
        cut = item_at(doc, items[-1].first, verb.i)
        items = [*items[:-1], *([cut] if cut else [])]
    if not items or items[-1].last >= verb.i:
        return []
    between = doc[items[-1].last + 1 : verb.i]
    reach = all(t.pos_ in _BEFORE_VERB or t.lower_ in ("alone", "together", "both") for t in between)
    return items if reach else []


def _end(scene: Scene, verb: Token) -> int:
    """First token behind what the verb says."""
    for token in scene.doc[verb.i + 1 :]:
        figure = any(a.first <= token.i <= a.last for a in scene.amounts)
        comma = token.text == "," and token.i + 1 < len(scene.doc)
        if not figure and (comma or _ENDS.fullmatch(token.text)) and token.i > verb.i + 1:
            return token.i
    return len(scene.doc)


def _says_part(scene: Scene, verb: Token, stop: int, amount: Amount | None) -> bool:
    """Whether the verb says that its subject is a part of something, or its head."""
    text, lemma = scene.doc[verb.i + 1 : stop].text.lower(), verb.lemma_.lower()
    if lemma in words().led:
        return True
    if lemma == "be":
        return bool(_MAIN.search(text)) or (amount is not None and amount.quantity.kind == "percent")
    up = lemma != "make" or text.startswith("up")
    return up and (amount is not None or bool(_PART.search(text)))


def consists(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "They consist mainly of tea", "These are chiefly cars": what the flow told before is made of."""
    doc = scene.doc
    subject = next((s for s in arguments(verb).subjects if s.i < verb.i), None)
    flow = flow_before(scene)
    if flow is None or subject is None or verb.i + 2 >= len(doc):
        return
    if subject.lower_ not in ("they", "these", "this", "it", "those") or subject.i != subject.left_edge.i:
        return
    behind = doc[verb.i + 1 : verb.i + 5]
    mainly = any(t.lower_ in words().openers for t in behind)
    if verb.lemma_.lower() == "be" and not mainly:
        return
    first = next(
        (t.i for t in behind if t.pos_ not in ("ADV", "ADP", "PUNCT") and t.lower_ not in words().openers), None
    )
    for item in enumerated(scene, first) if first is not None else []:
        tokens = (subject.i, verb.i, item.first, item.last)
        yield Found(frame, verb, flow.reporter, flow.partner, item, None, tokens, indicator=flow.indicator)


def _flow_of(scene: Scene, good: str) -> Told | None:
    """The flow told before in which a good was named, else the last one."""
    flows = [f for told in (*reversed(scene.told), *scene.earlier) if (f := told.flow())]
    named = [f for f in flows if f.item and f.item.lower().split()[-1].startswith(good)]
    return next(iter(named or flows), None)


def alone(scene: Scene, word: Token, frame: Frame) -> Iterator[Found]:
    """ "Tea alone came to $3 million": one good of the flow told before."""
    i = word.i
    flow = _flow_of(scene, scene.doc[i - 1].lemma_.lower()) if i else None
    if flow is None or i + 2 >= len(scene.doc) or scene.doc[i + 1].pos_ not in ("VERB", "AUX"):
        return
    start = i - 1
    while start > 0 and (scene.doc[start - 1].dep_ in ("compound", "amod") and scene.doc[start - 1].head.i < i):
        start -= 1
    items = [item for item in enumerated(scene, start) if item.last == i - 1]
    verb = scene.doc[i + 1]
    stop = _end(scene, verb)
    amount = next((a for a in scene.amounts if i < a.first < stop and a.quantity.kind == "money"), None)
    told = {t.lemma_.lower() for t in scene.doc[i + 1 : amount.first + 1]} if amount else set()
    if items and amount is not None and told & {*words().amount_verbs, *words().earns}:
        found = Found(frame, word, flow.reporter, flow.partner, items[0], amount, (items[0].first, i, amount.last))
        yield replace(found, indicator=flow.indicator)
