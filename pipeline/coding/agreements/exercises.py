"""Standing exercises with a name of their own: "Northern Shield military exercises", "Exercise Northern Shield".

Belongs here: the name beside the noun. Does not belong here: exercises that states join (members),
manoeuvres without a name, which are events.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.agreements.model import Draft, Span
from pipeline.coding.agreements.parties import evidence, parties
from pipeline.coding.agreements.runs import DASHES, capital
from pipeline.coding.agreements.scene import Scene, carrier
from pipeline.coding.agreements.standing import when
from pipeline.coding.agreements.words import words

OTHER_NAMES = ("GPE", "LOC", "DATE", "NORP", "PERSON")
"""Entity labels of words in front of "exercise" that are no name of it."""


def exercises(scene: Scene, taken: set[int]) -> list[Draft]:
    """Drafts of named exercises outside the names already found (`taken`: tokens)."""
    out = []
    for token in scene.doc:
        noun = token.lower_ in words("exercise_nouns") and token.pos_ in ("NOUN", "PROPN")
        span = _span(scene, token) if noun and token.i not in taken else None
        if span is not None:
            out.append(_draft(scene, span))
    return out


def _draft(scene: Scene, span: Span) -> Draft:
    found = carrier(span.head)
    who, tokens = parties(scene, span, found)
    who = who or scene.states_among(0, span.first - 1)
    date, _, date_end = when(scene, span, found)
    if date is None and found is not None:
        tied = [d for d in scene.dates if d.governor == found.verb]
        date, date_end = (tied[0].expression.edtf, tied[0].last) if tied else (None, None)
    return Draft(
        scene.sentence,
        span,
        "agreement.exercise",
        sure=True,
        parties=tuple(who),
        date=date,
        date_kind="other" if date else None,
        kind="exercise",
        evidence=evidence(span, tokens, found.verb if found else None, date_end),
    )


def _span(scene: Scene, noun: Token) -> Span | None:
    """The capitalised words before the noun, over "joint military" and the like, or else behind it."""
    doc, j = noun.doc, noun.i - 1
    while j >= 0 and (doc[j].lower_ in words("exercise_adjectives") or doc[j].text in DASHES):
        j -= 1
    last = j
    while j >= 0 and _in_name(doc[j]):
        j -= 1
    before = _proper(scene, j + 1, last, noun)
    if before is not None or noun.tag_ not in ("NN", "NNP"):
        return before
    k = noun.i + 1
    while k < len(doc) and (doc[k].lower_ in ("called", "named", "dubbed") or doc[k].text in ('"', ",")):
        k += 1
    end = k
    while end < len(doc) and _in_name(doc[end]):
        end += 1
    return _proper(scene, k, end - 1, noun, ("DATE", "NORP"))


def _in_name(token: Token) -> bool:
    return capital(token) and token.pos_ in ("PROPN", "NOUN", "ADJ")


def _proper(scene: Scene, first: int, last: int, noun: Token, no_names: tuple[str, ...] = OTHER_NAMES) -> Span | None:
    """The words first..last as a name, unless they name an actor, a place or a day ("Kenyan exercises").

    no_names: entity labels that are no name; behind "the exercise" what looks like a place or a person is its name.
    """
    if first > last or last == 0:
        return None
    run = scene.doc[first : last + 1]
    actors = [scene.registry.by_token.get((scene.sentence.ordinal, t.i)) for t in run]
    person = "PERSON" not in no_names
    named = any(i is not None and not (person and scene.registry.actors[i].kind == "person") for i in actors)
    if named or any(t.ent_type_ in no_names for t in run):
        return None
    lowered = [t.lower_ for t in run]
    return Span(first, last, noun, run.text, lowered, begin=min(first, noun.i), end=max(last, noun.i))
