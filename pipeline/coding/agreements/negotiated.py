"""Agreements that are only talked about: "talks on a free trade agreement", "a treaty is being negotiated".

Belongs here: who negotiates. Does not belong here: agreements that are proposed, signed or in force
(described, unsaid).
"""

from __future__ import annotations

from pipeline.coding.agreements.model import STATELIKE, Span
from pipeline.coding.agreements.phrase import own_words
from pipeline.coding.agreements.scene import Scene
from pipeline.coding.agreements.standing import negotiation
from pipeline.coding.agreements.words import kind_of
from pipeline.language.factuality import factuality, negated


def negotiating(scene: Scene, span: Span, who: list[int]) -> list[int]:
    """The states that negotiate a sort of agreement: "talks on a free trade agreement"; [] where nobody does."""
    noun = negotiation(span.head)
    passive = span.head.dep_ == "nsubjpass" and span.head.head.lemma_.lower() == "negotiate"
    above = noun if noun is not None else span.head.head if passive else None
    if above is None or not (kind_of(span.text) or own_words(span)):
        return []
    verb = above
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    begun = any(c.dep_ == "acl" and c.tag_ == "VBN" and c.i > above.i for t in (above, span.head) for c in t.children)
    if (
        not begun
        and verb.pos_ in ("VERB", "AUX")
        and (factuality(verb).status not in ("occurred", "ongoing") or negated(verb))
    ):
        return []
    states = [i for i in who if scene.registry.actors[i].kind in STATELIKE]
    named = scene.states_among(0, len(scene.doc) - 1)
    if len(states) > 1:
        return states
    return named if len(named) > 1 else ([] if named else list(scene.dyad()))
