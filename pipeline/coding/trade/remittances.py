"""Frames about money that people abroad send home.

Belongs here: remittances, told by the noun or by "send home". Does not belong here: who is where (people, headcounts).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.headcounts import group_before
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.sides import owner_of
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.values import at, first_of, value_of
from pipeline.language.clauses import arguments

_NEAR = 3
"""Words between "sent home" and its sum, at most."""


def remittances(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Remittances from Japan to Kenya reached $5 million", "Kenya received $5 million in remittances from Japan" """
    amount = value_of(scene, noun, tuple(frame.kinds))
    if noun.pos_ != "NOUN" or amount is None or noun.dep_ in ("compound", "nmod"):
        return
    ends = scene.after(noun, governor(noun))
    payer, source = first_of(ends, "from")
    their = any(c.lower_ in ("their", "these", "such") for c in noun.children)
    if payer is None and their and (group := group_before(scene)):
        yield Found(frame, noun, group[0], group[1], None, amount, (noun.i, amount.first, amount.last))
        return
    receiver, place = first_of(ends, "to", "into")
    if receiver is None:
        receiver, place = owner_of(scene, noun)
    if payer is None or receiver == payer:
        return
    if receiver is None and payer in scene.pair:
        receiver = next((c for c in scene.pair if c != payer), None)
    if receiver is not None:
        tokens = (noun.i, amount.first, amount.last, *at(source, place))
        yield Found(frame, noun, receiver, payer, None, amount, tokens)


def sent_home(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenyan workers in Japan sent home $5 million", "they sent home $5 million" """
    amount = _sum_behind_home(scene, verb)
    if verb.pos_ != "VERB" or amount is None:
        return
    subject = next((s for s in arguments(verb).subjects), None)
    if subject is None:
        return
    group = group_before(scene) if subject.lower_ in ("they", "these") else _people(scene, subject)
    if group is not None:
        yield Found(frame, verb, group[0], group[1], None, amount, (verb.i, subject.i, amount.first, amount.last))


def _sum_behind_home(scene: Scene, verb: Token) -> Amount | None:
    for i in range(verb.i + 1, min(verb.i + _NEAR, len(scene.doc))):
        if scene.doc[i].lower_ in ("home", "back"):
            near = range(i + 1, i + _NEAR)
            return next((a for a in scene.amounts if a.first in near and a.quantity.kind == "money"), None)
    return None


def _people(scene: Scene, subject: Token) -> tuple[str, str] | None:
    """(origin, host) of a subject: "Kenyan workers in Japan", "Kenyans in Japan"."""
    people = subject.i in scene.peoples or any(t.i in scene.peoples for t, _ in scene.modifying(subject))
    origin = scene.country(subject) or scene.nationality(subject)
    host, _ = first_of(scene.after(subject), "in")
    if host is None and origin in scene.pair:
        host = next((c for c in scene.pair if c != origin), None)
    return (origin, host) if people and origin and host and host != origin else None
