"""What a section and a document are about: the share of each area among all their cues.

Belongs here: counting cues over many sentences, once each. Does not belong here: what their subject weighs (around).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from pipeline.coding.recommendations.area.cues import TOOL, as_cue, hits
from pipeline.coding.recommendations.surroundings import Surroundings
from pipeline.language.model import ParsedSentence

Shares = Mapping[str, float]
"""Area -> its weight."""
FEW = 2.0
"""Cues added to those found, so that two or three words do not make a subject."""


class Subjects:
    """The subjects of one document and its sections."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._body = [s for s in surroundings.sentences if s.in_body]
        self._sections: dict[tuple[str, ...], Shares] = {}

    def of_section(self, sentence: ParsedSentence) -> Shares:
        """The subject of what stands under the same headings as a sentence."""
        section = sentence.block.section
        if section not in self._sections:
            self._sections[section] = _shares(s for s in self._body if s.block.section == section)
        return self._sections[section]

    def of_document(self) -> Shares:
        """The subject of the document's body."""
        return self._document

    @cached_property
    def _document(self) -> Shares:
        return _shares(self._body)


def _shares(sentences: Iterable[ParsedSentence]) -> Shares:
    """Area -> its share of the cues, hints apart, in 0..1."""
    told: dict[str, float] = defaultdict(float)
    for sentence in sentences:
        for _, area, weight in hits(sentence.doc):
            if weight >= TOOL:
                told[area] += as_cue(weight)
    every = sum(told.values()) + FEW
    return {area: weight / every for area, weight in told.items()}
