"""Which words around an act tell its area when its own words do not: nearer words tell more.

Belongs here: picking and weighing runs of words. Does not belong here: what they tell (choice).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.model import Act, Advice
from pipeline.coding.recommendations.surroundings import Surroundings

OTHER_ACTS, POINTED, WHO, SENTENCE, BEFORE, HEADING, PARAGRAPH, TITLE = 1.0, 1.0, 0.6, 0.5, 0.5, 0.6, 0.25, 0.3
"""Weights of a cue in the other acts of the sentence; in the sentence before, when this one points to it ("these
areas"), and else; in who is to act; in the rest of the sentence; in the heading; in the rest of the paragraph; in the
document's title."""
_POINTING = frozenset({"this", "these", "such", "those"})
_TAKEN_UP = frozenset({"it", "them", "one", "ones"})


def around(surroundings: Surroundings, advice: Advice, act: Act) -> Iterator[tuple[Iterable[Token], float]]:
    """Runs of words around an act, each with the weight of a cue in it."""
    sentence = advice.sentence
    before, heading, title = surroundings.before(sentence), surroundings.heading(sentence), surroundings.title()
    pointing = any(t.lower_ in _POINTING for t in sentence.doc) or _takes_up(sentence.doc, act)
    for other in advice.acts:
        if other is not act:
            yield sentence.doc[other.first : other.last + 1], OTHER_ACTS
    if before is not None:
        yield before.doc, POINTED if pointing else BEFORE
    for who in advice.who:
        if who.doc is sentence.doc:
            yield who.subtree, WHO
    yield sentence.doc, SENTENCE
    if heading is not None:
        yield heading.doc, HEADING
    for near in surroundings.paragraph(sentence):
        if near is not before:
            yield near.doc, PARAGRAPH
    if title is not None:
        yield title.doc, TITLE


def _takes_up(doc: Doc, act: Act) -> bool:
    """Whether the object of an act is a pronoun for what was named before ("lower them")."""
    return any(t.dep_ in ("dobj", "dative", "pobj") and t.lower_ in _TAKEN_UP for t in doc[act.first : act.last + 1])
