"""Duties told by the goods that pay them, one good after another.

Belongs here: "Chilean wine pays 20 percent, pears 8 percent". Does not belong here: duties told by whoever takes them
(duties), in tables (tables).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.duty_targets import Target, facts_on
from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.priced import good_first
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.language.clauses import arguments


def pays(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Chilean wine pays 20 percent on entry, pears 8 percent": the goods, of a sentence about duties"""
    rate = next((a for a in scene.amounts if a.quantity.kind == "percent" and 0 < a.first - verb.i < 3), None)
    subject = next((s for s in arguments(verb).subjects if s.i < verb.i and s.i not in scene.named), None)
    own = scene.modifying(subject) if subject is not None else []
    if rate is not None and (ends := _lead_of_duties(scene, verb)):
        for item in [i for i in enumerated(scene, ends[2]) if i.last == verb.i - 1][:1]:
            target = Target(ends[1], (item,), ())
            yield from facts_on(target, frame, verb, ends[0], rate, [verb.i, rate.first, rate.last])
            yield from _more(scene, frame, verb, ends[:2], rate, [verb.i])
        return
    if verb.pos_ != "VERB" or rate is None or not own or not _about_duties(scene):
        return
    found = scene.only_other(own[0][1])
    reporter = found[1] if found else next((c for c in scene.pair if c != own[0][1]), None)
    first = own[-1][0].i + 1
    while first in scene.named or scene.doc[first].tag_ == "POS":
        first += 1
    items = enumerated(scene, first)
    if reporter is None or not items or (not found and own[0][1] not in scene.pair):
        return
    base = [own[0][0].i, verb.i]
    target = Target(own[0][1], tuple(items), ())
    yield from facts_on(target, frame, verb, reporter, rate, [*base, rate.first, rate.last])
    yield from _more(scene, frame, verb, (reporter, own[0][1]), rate, base)


def _more(
    scene: Scene, frame: Frame, verb: Token, ends: tuple[str, str], rate: Amount, base: list[int]
) -> Iterator[Found]:
    """ "... pays 20 percent, pears 8 percent": the goods behind the first, each with its rate."""
    i = rate.last + 1
    while i < len(scene.doc) - 2:
        more = good_first(scene, i + 1) if scene.doc[i].lower_ in (",", "and", ";") else None
        if more is not None and more[1].quantity.kind == "percent":
            target = Target(ends[1], (more[0],), ())
            tokens = [*base, more[1].first, more[1].last]
            yield from facts_on(target, frame, verb, ends[0], more[1], tokens)
        i = more[2] if more is not None else i + 1


def _lead_of_duties(scene: Scene, verb: Token) -> tuple[str, str, int] | None:
    """(who takes, whose goods, where the good begins) of "Norway levies duties on Kenyan goods: trucks pay 5%" """
    doc = scene.doc
    colon = next((t.i for t in doc[: verb.i] if t.text == ":"), None)
    if colon is None or not any(t.lemma_.lower() in ("duty", "tariff") for t in doc[:colon]):
        return None
    payers = {scene.named[i] for i in scene.peoples if i < colon and doc[i + 1].lower_ in ("goods", "products")}
    takers = {code for i, code in scene.named.items() if i < colon} - payers
    if len(payers) != 1 or len(takers) != 1 or any(i > colon for i in scene.named):
        return None
    first = max(t.i for t in doc[: verb.i] if t.text in (":", ",", ";") or t.lower_ == "and") + 1
    return takers.pop(), payers.pop(), first


def _about_duties(scene: Scene) -> bool:
    around = f"{scene.doc.text} {scene.sentence.block.section[-1] if scene.sentence.block.section else ''}".lower()
    return any(w in around for w in ("dut", "tariff", "customs", "on entry", "import tax"))
