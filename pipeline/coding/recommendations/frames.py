"""All constructions of advice, in the order in which they claim words.

Belongs here: which reader serves which kind of frame. Does not belong here: lists and tables (items).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.coding.recommendations import (
    clause,
    frames_chance,
    frames_could,
    frames_essential,
    frames_need,
    frames_should,
    frames_spoken,
    frames_worth,
)
from pipeline.coding.recommendations.lexicon import frames_of, openings
from pipeline.coding.recommendations.model import Advice
from pipeline.language.model import ParsedSentence

_READERS = {
    "modal": frames_should.modal,
    "could": frames_could.could,
    "could-gain": frames_could.could_gain,
    "objective": frames_essential.objective,
    "adjective": frames_essential.adjective,
    "require": frames_need.require,
    "needed": frames_need.needed,
    "need-noun": frames_need.need_noun,
    "opportunity": frames_chance.opportunity,
    "result": frames_could.result,
    "performative": frames_spoken.performative,
    "interest": frames_chance.interest,
    "deserve": frames_chance.deserve,
    "time": frames_chance.time_to,
    "falls-to": frames_worth.falls_to,
    "worth": frames_worth.worth,
    "imperative": frames_spoken.imperative,
}


def find(sentence: ParsedSentence) -> Iterator[Advice]:
    """Advice in one sentence of running text. A question gives none."""
    if clause.is_asked(sentence.doc):
        return
    present = {form for t in sentence.doc for form in (t.lower_, t.lemma_.lower())}
    for kind, reader in _READERS.items():
        if kind == "imperative" and sentence.block.kind == "list_item":
            continue  # what a list's imperatives are depends on the words above it (items)
        for frame in frames_of(kind):
            if not frame.words or not openings(frame.id).isdisjoint(present):
                yield from reader(sentence, frame)
