"""Advice in one sentence of running text, by all constructions in the order in which they claim words.

Belongs here: which reader serves which kind of frame. Does not belong here: lists and tables (lists).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.coding.recommendations.frames import (
    chances,
    commands,
    could,
    essential,
    lacks,
    modals,
    needs,
    objectives,
    spoken,
    unhindered,
    ways,
    worth,
)
from pipeline.coding.recommendations.lexicon import frames_of, openings
from pipeline.coding.recommendations.model import Advice
from pipeline.coding.recommendations.sentence import statement
from pipeline.language.model import ParsedSentence

_READERS = {
    "modal": modals.modal,
    "could": could.could,
    "could-gain": could.could_gain,
    "objective": objectives.objective,
    "way": ways.way,
    "counsel": ways.counsel,
    "what-needed": ways.what_is_needed,
    "unhindered": unhindered.unhindered,
    "no-reason": unhindered.no_reason,
    "need-thing": lacks.need_thing,
    "adjective": essential.adjective,
    "require": needs.require,
    "needed": needs.needed,
    "need-noun": needs.need_noun,
    "stated-need": lacks.stated_need,
    "opportunity": chances.opportunity,
    "result": could.result,
    "performative": spoken.performative,
    "interest": chances.interest,
    "deserve": chances.deserve,
    "time": chances.time_to,
    "falls-to": worth.falls_to,
    "turn": worth.turn,
    "favour": spoken.favour,
    "let": commands.let,
    "worth": worth.worth,
    "worth-if": worth.worth_if,
    "imperative": commands.imperative,
}


def advice_in_sentence(sentence: ParsedSentence) -> Iterator[Advice]:
    """Advice in one sentence of running text. A question gives none."""
    if statement.is_asked(sentence.doc):
        return
    present = {form for t in sentence.doc for form in (t.lower_, t.lemma_.lower())}
    for kind, reader in _READERS.items():
        if kind == "imperative" and sentence.block.kind == "list_item":
            continue  # what a list's imperatives are depends on the words above it (lists)
        for frame in frames_of(kind):
            if not frame.words or not openings(frame.id).isdisjoint(present):
                yield from reader(sentence, frame)
