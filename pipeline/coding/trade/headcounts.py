"""Frames about how many people came or are there, told by a noun: "tourists from Kenya numbered 5,000".

Belongs here: nouns for people that are measured, and which people the sentences before tell of. Does not belong here:
people told of by verbs (people), communities (communities), what they send home (remittances).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.values import at, first_of, value_of
from pipeline.coding.trade.whose import Whose

_IN = ("in", "to", "into", "at")
_GROUPS = frozenset("worker national citizen student migrant emigrant people person community nurse resident".split())
_TOLD = frozenset({"visitors", "residents", "migrants"})
_SPREAD = 2
"""Sentences back that "they" may look for the people it means."""


def numbered(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Tourists from Kenya numbered 5,000 in 2012", "the number of Kenyan tourists in Japan rose to 5,000" """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "nmod"):
        return
    carrier = _number_of(noun)
    amount = value_of(scene, carrier, ("count",), units=("people", "")) or _runs_on(scene, noun)
    if amount is None or amount.first < noun.i or amount.quantity.value < frame.least:
        return
    own = [pair for pair in scene.modifying(noun) if pair[0].i in scene.peoples]
    origin, source = (own[-1][1], own[-1][0]) if own else first_of(scene.after(noun), "from")
    inner = [c for c in noun.children if c.dep_ in ("acl", "relcl")]
    host, place = first_of(scene.after(noun, carrier), *_IN)
    if host is None:
        visited = [t for c in inner for t in c.children if t.dep_ in ("dobj", "pobj") and scene.country(t)]
        host, place = (scene.country(visited[0]), visited[0]) if visited else first_of(scene.after(*inner), *_IN)
    if host is None and origin is not None:
        host, place = _elsewhere(scene, origin), None
    if host is None and origin is not None and (other := scene.only_other(origin)):
        place, host = other
    if host is None or origin is None or host == origin:
        return
    tokens = (noun.i, carrier.i, amount.first, amount.last, *at(source, place))
    yield Found(frame, noun, host, origin, None, amount, tokens)


def of_them(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "There are about 5,000 of them", the people that the sentence before tells of"""
    doc = scene.doc
    told = next((t for t in scene.earlier if t.indicator in _TOLD and t.reporter and t.partner), None)
    for amount in scene.amounts:
        behind = doc[amount.last + 1 : amount.last + 3].text.lower()
        if amount.quantity.kind != "count" or behind != "of them" or amount.first < verb.i:
            continue
        group = group_before(scene)
        if group is None or not any(c.dep_ == "expl" for c in verb.children):
            continue
        working = any("worker" in s.doc.text.lower() for s in scene.before[:1])
        indicator = told.indicator if told is not None else "visitors" if working else frame.indicator
        tokens = (verb.i, amount.first, amount.last + 2)
        yield Found(frame, verb, group[1], group[0], None, amount, tokens, indicator=indicator)


def group_before(scene: Scene) -> tuple[str, str] | None:
    """(origin, host) of the people that the last sentences tell of: "Kenyans are the largest group in Japan"."""
    for fact in (*reversed(scene.told), *scene.earlier):
        if fact.indicator in _TOLD and fact.partner is not None and fact.reporter is not None:
            return fact.partner, fact.reporter
    for sentence in (scene.sentence, *scene.before[:_SPREAD]):
        above = Whose(sentence, scene.countries, pair=scene.pair)
        for token in sentence.doc:
            origin = _of_people(above, token)
            states = {c for i, c in above.named.items() if i not in above.peoples and c != origin}
            host = states.pop() if len(states) == 1 else _elsewhere(scene, origin)
            if origin is not None and host is not None:
                return origin, host
    return None


def _of_people(scene: Whose, token: Token) -> str | None:
    if token.i in scene.peoples and token.pos_ in ("NOUN", "PROPN") and token.text.endswith("s"):
        return scene.named[token.i]
    if token.lemma_.lower() not in _GROUPS:
        return None
    own = [code for t, code in scene.modifying(token) if t.i in scene.peoples]
    ends = scene.after(token)
    return own[-1] if own else first_of(ends, "from")[0]


def _elsewhere(scene: Whose, origin: str | None) -> str | None:
    """The other country of the two that the document is about."""
    return next((c for c in scene.pair if c != origin), None) if origin in scene.pair else None


def _number_of(noun: Token) -> Token:
    """ "Number" in "the number of tourists", else the noun itself."""
    counted = (
        noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in ("number", "total", "numbers")
    )
    return noun.head.head if counted else noun


def _runs_on(scene: Scene, noun: Token) -> Amount | None:
    """ "Tourists from Kenya numbered 5,000": the figure right behind the verb, which may be read as another word."""
    doc = scene.doc
    for i in range(noun.i + 1, min(noun.i + 8, len(doc) - 1)):
        if doc[i].lower_ in ("numbered", "number", "totalled", "totaled", "reached"):
            return next((a for a in scene.amounts if a.first == i + 1 and a.quantity.kind == "count"), None)
        if doc[i].pos_ in ("VERB", "AUX"):
            return None
    return None
