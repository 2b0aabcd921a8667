"""Frames about duties at the border: who takes them, on whose goods, how much.

Belongs here: tariffs told by a noun or by a verb with a rate. Does not belong here: duties told by the goods that pay
(duties_paid) or in tables (tables), promises to cut them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.trade.duty_targets import ON, Target, facts_on, target_of
from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.values import at, value_of

_RATED = frozenset({"regime", "rate", "barrier", "level", "duty", "tariff"})
"""Nouns that a tariff carries before it: a tariff rate is a tariff."""
_STANDS = frozenset({"stand", "be", "remain", "amount", "run", "reach", "come"})
_CHANGING = frozenset("raise lower cut reduce increase hike double rise fall bring".split())
"""Verbs behind which "to" leads to a duty's new rate."""
_FARTHEST = 12
"""Words between a duty and its rate in a clause of its own, at most."""
_ON_ALL = re.compile(
    r"\b(?:all countries|most countries|other countries|every(?:one|body)?|general|normal(?:ly)?|most[- ]favou?red|MFN"
    r"|bound|world|common external|outside (?:the|its|this) quota|over[- ]quota|average|foreign|imports|imported)\b",
    re.IGNORECASE,
)
"""Words that say that a duty is on the goods of all countries."""
_PAYING = frozenset({"pay", "face", "accept", "incur", "attract", "bear"})


def tariff(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Chile maintains low tariffs on Norwegian salmon", "Japan's duty on rice is 80 percent" """
    carrier = _carrier(noun)
    if carrier is None:
        return
    rate = _rate(scene, carrier)
    verb = _taking(carrier, frame)
    own = scene.modifying(carrier)
    reporter, subject = (own[0][1], own[0][0]) if own else (None, None)
    if reporter is None and verb is not None:
        reporter, subject = scene.acting(verb)
    if reporter is None and rate is not None and governor(carrier).lemma_.lower() in _CHANGING:
        reporter, subject = scene.acting(governor(carrier))
    target = target_of(scene, max(carrier.i, rate.last if rate else 0) + 1) or target_of(scene, carrier.i + 1)
    if reporter is None and (payer := _payer(scene, carrier)):
        found = scene.only_other(payer.partner)
        target = payer
        reporter = found[1] if found else None
    if reporter is None or (verb is None and rate is None):
        return
    partner = target.partner if target else None
    if partner is None and not (target and target.items) and rate is None and (other := scene.only_other(reporter)):
        partner = other[1]
        target = Target(partner, (), (other[0].i,))
    if partner == reporter or target is None or _applied(scene, carrier, reporter):
        return
    if partner is None and rate is not None and (taxed := _other_taxed(scene, reporter)):
        target = replace(target, partner=taxed)
    base = [carrier.i, *at(subject), *([rate.first, rate.last] if rate else []), *target.tokens]
    yield from facts_on(target, frame, carrier, reporter, rate, base)
    yield from _more_on(scene, frame, carrier, (reporter, target.partner), rate, base)


def levies(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Norway levies 20 percent on Chilean wine" """
    rate = next((a for a in scene.amounts if a.quantity.kind == "percent" and a.first == verb.i + 1), None)
    reporter, subject = scene.acting(verb)
    if verb.pos_ == "NOUN" and verb.i and verb.i - 1 in scene.named and verb.i - 1 not in scene.peoples:
        reporter, subject = scene.named[verb.i - 1], scene.doc[verb.i - 1]  # read as one noun phrase
    target = target_of(scene, rate.last + 1) if rate and scene.doc[rate.last + 1].lower_ in ON else None
    if rate is None or reporter is None or target is None or target.partner == reporter:
        return
    base = [verb.i, *at(subject), rate.first, rate.last, *target.tokens]
    yield from facts_on(target, frame, verb, reporter, rate, base)
    yield from _more_on(scene, frame, verb, (reporter, target.partner), rate, base)


def _applied(scene: Scene, carrier: Token, reporter: str) -> bool:
    """ "Chile applies the common tariff of Mercosur": the duty of a bloc that a state takes, on no one in particular"""
    code, _ = scene.acting(governor(carrier))
    return reporter in scene.blocs.values() and code not in (None, reporter)


def _more_on(
    scene: Scene, frame: Frame, trigger: Token, ends: tuple[str, str | None], rate: Amount | None, base: list[int]
) -> Iterator[Found]:
    """ "... 20 percent on Chilean wine and 8 percent on pears": the rates behind the first, each on its goods."""
    for amount in scene.amounts:
        behind = scene.doc[amount.last + 1 : amount.last + 2].text.lower()
        if rate is None or amount.first <= rate.last or amount.quantity.kind != "percent" or behind not in ON:
            continue
        if any(t.text == ";" or t.tag_ in ("VBD", "VBZ", "VBP") for t in scene.doc[rate.last + 1 : amount.first]):
            return
        target = target_of(scene, amount.last + 1)
        if target is None or target.partner == ends[0]:
            continue
        if target.items or target.partner:
            target = replace(target, partner=target.partner or ends[1])
            yield from facts_on(target, frame, trigger, ends[0], amount, [*base, amount.first, amount.last])


def _other_taxed(scene: Scene, reporter: str) -> str | None:
    """Whose goods pay where only the good is named: the other country of the sentence, or of a text about two."""
    if _ON_ALL.search(scene.doc.text):
        return None
    if (found := scene.only_other(reporter)) and found[0].i in scene.peoples:
        return found[1]  # "the highest that Kenyan growers face"
    alone = set(scene.named.values()) <= {reporter} and reporter in scene.pair
    return next(c for c in scene.pair if c != reporter) if alone else None


def _carrier(noun: Token) -> Token | None:
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if noun.dep_ in ("compound", "amod", "nmod"):
        return noun.head if noun.head.lemma_.lower() in _RATED and noun.i < noun.head.i else None
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if noun.lemma_.lower() in ("tax", "levy") and not before & {"import", "customs", "border"}:
        return None
    return noun


def _rate(scene: Scene, carrier: Token) -> Amount | None:
    """The percentage before the noun ("a further 20% tariff") or said of it ("a duty of 20 percent")."""
    for amount in scene.amounts:
        between = scene.doc[amount.last + 1 : carrier.i]
        close = 0 <= carrier.i - amount.last - 1 <= 5 and amount.last < carrier.i
        if amount.quantity.kind == "percent" and close and all(_inside(t) for t in between):
            return amount
    return value_of(scene, carrier, ("percent",)) or _rate_behind(scene, carrier)


def _rate_behind(scene: Scene, carrier: Token) -> Amount | None:
    """ "A duty on rice, which stands at 20 percent", "raised its duty on rice to 20 percent" """
    over = governor(carrier)
    for amount in scene.amounts:
        if amount.quantity.kind != "percent" or not carrier.i < amount.first <= carrier.i + _FARTHEST:
            continue
        verb = governor(amount.head)
        told = verb.dep_ == "relcl" and verb.i > carrier.i and verb.lemma_ in _STANDS
        to = scene.doc[amount.first - 1].lower_ == "to" and over.lemma_.lower() in _CHANGING
        if told or (to and carrier.dep_ in ("dobj", "nsubj", "nsubjpass")):
            return amount
    return None


def _inside(token: Token) -> bool:
    return token.text in ("-", '"') or token.pos_ in ("ADJ", "NOUN", "PROPN", "ADV")


def _taking(carrier: Token, frame: Frame) -> Token | None:
    """The verb by which a duty is taken: over the noun, in its relative clause, or the last one before it."""
    takes = set(frame.prepositions)
    clause = next((c for c in carrier.children if c.dep_ == "relcl" and c.lemma_.lower() in takes), None)
    if clause is not None:
        return clause
    verb = governor(carrier)
    if verb.lemma_.lower() in takes and carrier.dep_ in ("dobj", "nsubjpass", "conj", "appos"):
        return verb
    for token in reversed(carrier.doc[: carrier.i]):
        if token.text == ";":
            return None
        if token.lemma_.lower() in takes and token.pos_ == "VERB":
            listed = carrier.dep_ in ("conj", "appos") or carrier.doc[carrier.left_edge.i - 1].lower_ in (",", "and")
            return token if listed else None
    return None


def _payer(scene: Scene, carrier: Token) -> Target | None:
    """ "Japan, paying a 15% tariff", "Kenyan tea is subject to a duty": whom, or whose goods, the verb makes pay."""
    verb = governor(carrier)
    subjected = verb.lemma_ == "be" and carrier.head.lower_ == "to" and carrier.head.head.lower_ == "subject"
    if not subjected and (verb.lemma_.lower() not in _PAYING or carrier.dep_ not in ("dobj", "pobj")):
        return None
    code, subject = scene.acting(verb)
    if code is None or subject is None:
        return None
    own = [t for t, c in scene.modifying(subject) if c == code and t.i in scene.peoples]
    items = enumerated(scene, own[-1].i + 1)[:1] if own and subject.i not in scene.named else []
    return Target(code, tuple(items), (subject.i,))
