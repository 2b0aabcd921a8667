"""Duties told by the goods that pay them, one good after another.

Belongs here: "Chilean wine pays 20 percent, pears 8 percent". Does not belong here: duties told by whoever takes them
(duties), goods that pay none (duty_free), duties in tables (tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.coding.trade.duty_targets import Target, facts_on
from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.lists import Item
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.priced import good_first
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.language.clauses import arguments

_TO_RATE = re.compile(
    r"(?:in |on entry )?(?:at |with |by )?(?:an? )?"
    r"(?:(?:import |customs )?(?:duty|duties|tariff|tariffs|rate|levy) )?(?:of |at )?",
    re.IGNORECASE,
)
"""What stands between the verb and the rate."""
_PASSIVE = frozenset({"charge", "tax", "assess", "hit"})
"""Verbs that goods must be the object of."""
_AT = frozenset({"enter", "come", "import", "admit"})
"""Verbs of trade behind which only "at" leads to a duty."""
_BETWEEN = frozenset({"AUX", "ADV", "PART", "PUNCT", "SCONJ", "CCONJ"})
_FARTHEST = 8
"""Words between the verb and its rate, or between the goods and their verb, at most."""


@dataclass(frozen=True, slots=True)
class Paid:
    """Goods that pay: whose they are, who takes the duty, the tokens that tell so."""

    reporter: str
    partner: str
    items: tuple[Item, ...]
    tokens: tuple[int, ...]


def pays(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Chilean wine pays 20 percent on entry, pears 8 percent": the goods, of a sentence about duties"""
    rate = _rate_of(scene, verb)
    if rate is None or not about_duties(scene):
        return
    paid = _led(scene, verb) or (goods_of(scene, verb) if verb.pos_ in ("VERB", "AUX") else None)
    if paid is None:
        return
    target = Target(paid.partner, paid.items, ())
    base = [*paid.tokens, verb.i]
    yield from facts_on(target, frame, verb, paid.reporter, rate, [*base, rate.first, rate.last])
    i = rate.last + 1
    while i < len(scene.doc) - 2:
        more = good_first(scene, i + 1) if scene.doc[i].lower_ in (",", "and", ";") else None
        if more is not None and more[1].quantity.kind == "percent":
            next_one = Target(paid.partner, (more[0],), ())
            yield from facts_on(next_one, frame, verb, paid.reporter, more[1], [*base, more[1].first, more[1].last])
        i = more[2] if more is not None else i + 1


def _rate_of(scene: Scene, verb: Token) -> Amount | None:
    lemma = verb.lemma_.lower()
    passive = verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "aux") or c.lemma_ == "be" for c in verb.children)
    if lemma in _PASSIVE and not passive:
        return None
    for amount in scene.amounts:
        if amount.quantity.kind != "percent" or not 0 < amount.first - verb.i <= _FARTHEST:
            continue
        text = "".join(t.text_with_ws for t in scene.doc[verb.i + 1 : amount.first] if t.i not in scene.named)
        fits = _TO_RATE.fullmatch(text) is not None
        return amount if fits and (lemma not in _AT or re.search(r"\bat\b", text)) else None
    return None


def goods_of(scene: Scene, verb: Token) -> Paid | None:
    """The goods before a verb: with a nationality, "from" a country, or those that a passage on duties goes on with."""
    doc = scene.doc
    starts = [s.left_edge.i for s in arguments(verb).subjects if s.i < verb.i]
    starts += [s.left_edge.i for s in arguments(verb).objects if s.i < verb.i]
    marks = [
        t.i + 1 for t in doc[: verb.i] if t.text in (";", ":", ",") or t.lower_ in ("while", "but", "although", "and")
    ]
    for start in (*starts, max(marks, default=0), 0):
        owner, first = None, start
        while first < verb.i and (first in scene.named or doc[first].pos_ in ("DET", "PUNCT", "CCONJ", "SCONJ")):
            owner = scene.named.get(first, owner) if first in scene.named else owner
            first += 1 + (doc[first + 1].tag_ == "POS")
        items = [i for i in enumerated(scene, first) if i.last < verb.i] if first < verb.i else []
        after = items[-1].last + 1 if items else first
        if owner is None and after + 1 < verb.i and doc[after].lower_ in ("from", "of"):
            owner, after = scene.named.get(after + 1), after + 2
        if items and all(t.pos_ in _BETWEEN or t.i in scene.named for t in doc[after : verb.i]):
            return _between(scene, verb, owner, tuple(items), start)
    return None


def _between(scene: Scene, verb: Token, owner: str | None, items: tuple[Item, ...], start: int) -> Paid | None:
    told = next((t for t in (*reversed(scene.told), *scene.passage) if t.indicator == "tariff" and t.partner), None)
    if owner is None:
        fits = told is not None and told.reporter and set(scene.named.values()) <= {told.reporter, told.partner}
        return (
            Paid(told.reporter, told.partner, items, ()) if fits and told and told.reporter and told.partner else None
        )
    takers = {c for i, c in scene.named.items() if i not in scene.peoples and c != owner}
    found = scene.only_other(owner)
    reporter = takers.pop() if len(takers) == 1 else found[1] if found else None
    if reporter is None and owner in scene.pair:
        reporter = next(c for c in scene.pair if c != owner)
    return Paid(reporter, owner, items, (start,)) if reporter else None


def _led(scene: Scene, verb: Token) -> Paid | None:
    """ "Norway levies duties on Kenyan goods: trucks pay 5%": who takes, and from whom, before a colon."""
    doc = scene.doc
    colon = next((t.i for t in doc[: verb.i] if t.text == ":"), None)
    if colon is None or not any(t.lemma_.lower() in ("duty", "tariff") for t in doc[:colon]):
        return None
    payers = {scene.named[i] for i in scene.peoples if i < colon and doc[i + 1].lower_ in ("goods", "products")}
    takers = {code for i, code in scene.named.items() if i < colon} - payers
    if len(payers) != 1 or len(takers) != 1 or any(i > colon for i in scene.named):
        return None
    first = max(t.i for t in doc[: verb.i] if t.text in (":", ",", ";") or t.lower_ == "and") + 1
    items = tuple(i for i in enumerated(scene, first) if i.last == verb.i - 1)[:1]
    return Paid(takers.pop(), payers.pop(), items, ()) if items else None


def about_duties(scene: Scene) -> bool:
    """Whether a sentence, the ones right before it or the heading above speak of duties."""
    before = " ".join(s.doc.text for s in scene.before)
    around = (
        f"{scene.doc.text} {before} {scene.sentence.block.section[-1] if scene.sentence.block.section else ''}".lower()
    )
    return any(w in around for w in ("dut", "tariff", "customs", "on entry", "import tax"))
