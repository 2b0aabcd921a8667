"""What the words around an act tell of its area when its own words do not: nearer words tell more.

Belongs here: picking and weighing runs of words. Does not belong here: what the act's own words tell, choosing
(choice).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.area.cues import as_cue, hits
from pipeline.coding.recommendations.area.subject import Shares, Subjects
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.coding.recommendations.surroundings import Surroundings

NEAR, BESIDE, FAR = 1.0, 0.5, 0.25
"""Weights of a cue in the other acts of the sentence, or in the sentence before when this one points to it ("these
areas"); in the rest of the sentence and who is to act, the sentence before, the heading, the document's title; in the
rest of the paragraph. Halving the one before; accuracy on hand-coded advice hardly changes with their exact values."""
SECTION, DOCUMENT = 0.5, 1.0
"""Weights of an area that all cues of the section, of the document tell."""
CAP = 2.0
"""Cues of one area that count at most in one run of words."""
_POINTING = frozenset({"this", "these", "such", "those", "also", "too", "likewise"})
_TAKEN_UP = frozenset({"it", "them", "one", "ones"})


def around(surroundings: Surroundings, subjects: Subjects, advice: Advice, act: Act) -> Iterator[tuple[Shares, float]]:
    """What each run of words around an act tells, and its weight."""
    for tokens, weight in _runs(surroundings, advice, act):
        yield _told(tokens), weight
    yield subjects.of_section(advice.sentence), SECTION
    yield subjects.of_document(), DOCUMENT


def _runs(surroundings: Surroundings, advice: Advice, act: Act) -> Iterator[tuple[Iterable[Token], float]]:
    sentence = advice.sentence
    before, heading, title = surroundings.before(sentence), surroundings.heading(sentence), surroundings.title()
    pointing = any(t.lower_ in _POINTING for t in sentence.doc) or _takes_up(sentence.doc, act)
    for other in advice.acts:
        if other is not act:
            yield sentence.doc[other.first : other.last + 1], NEAR
    if before is not None:
        yield before.doc, NEAR if pointing else BESIDE
    for who in advice.who:
        if who.doc is sentence.doc:
            yield who.subtree, BESIDE
    yield [t for t in sentence.doc if not act.first <= t.i <= act.last], BESIDE
    if heading is not None:
        yield heading.doc, BESIDE
    for near in surroundings.paragraph(sentence):
        if near is not before:
            yield near.doc, FAR
    if title is not None:
        yield title.doc, BESIDE


def _told(tokens: Iterable[Token]) -> Shares:
    """Area -> the weight of its cues, none counting as more than a plain one, up to the cap."""
    told: dict[str, float] = defaultdict(float)
    for _, area, weight in hits(tokens):
        told[area] += min(as_cue(weight), 1.0)
    return {area: min(weight, CAP) for area, weight in told.items()}


def _takes_up(doc: Doc, act: Act) -> bool:
    """Whether the object of an act is a pronoun for what was named before ("lower them")."""
    return any(t.dep_ in ("dobj", "dative", "pobj") and t.lower_ in _TAKEN_UP for t in doc[act.first : act.last + 1])
