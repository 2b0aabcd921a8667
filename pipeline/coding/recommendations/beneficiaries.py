"""Whom an act is to help: whoever the advice says it is for, and whoever the act helps or gives something to.

Belongs here: objects of helping and giving. Does not belong here: who is to act (addressees).
"""

from __future__ import annotations

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.model import Act, Advice


def beneficiaries(registry: Registry, advice: Advice, act: Act, addressees: tuple[int, ...]) -> tuple[int, ...]:
    """Indices of the actors that an act is for, without those who are to act themselves."""
    sentence = advice.sentence
    found = [*registry.resolve(sentence, advice.helped)] if advice.helped is not None else []
    for token in sentence.doc[act.first : act.last + 1]:
        helped = token.dep_ == "dobj" and token.head.lemma_.lower() in words().helping
        given = token.dep_ in ("pobj", "dative") and token.head.lower_ in ("to", "for")
        if helped or (given and token.head.head.lemma_.lower() in words().giving):
            found.extend(registry.resolve(sentence, token))
    return tuple(i for i in dict.fromkeys(found) if i not in addressees)
