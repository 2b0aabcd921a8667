"""A parsed sentence: spaCy's parse of a cleaned view, with every token's place in the source.

Belongs here: the data that coders read. Does not belong here: how it is made (pipeline.language.parser).

The view leaves out what disturbs a parser (citation markers, Markdown emphasis, soft line breaks); `starts` and
`ends` lead from each token back to the source, so `document.text[slice]` is always the evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.read.model import BODY_KINDS, Block, Document, Sentence


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation marker such as [12]: the label inside and its place in the source."""

    label: str
    char_start: int
    char_end: int


@dataclass(slots=True)
class ParsedSentence:
    """One sentence with its parse. Token i of `doc` stands at source offsets starts[i]..ends[i]."""

    sentence: Sentence
    block: Block
    doc: Doc
    starts: list[int]
    ends: list[int]
    markers: tuple[Marker, ...] = ()

    @property
    def ordinal(self) -> int:
        return self.sentence.ordinal

    @property
    def in_body(self) -> bool:
        """Whether events, actors and facts may be coded here."""
        return self.block.kind in BODY_KINDS

    def source_span(self, first: int, last: int) -> tuple[int, int]:
        """Source offsets (half open) of tokens first..last, both included."""
        return self.starts[first], self.ends[last]

    def source_of(self, span: Span | Token) -> tuple[int, int]:
        """Source offsets (half open) of a spaCy span or token of this sentence."""
        if isinstance(span, Token):
            return self.starts[span.i], self.ends[span.i]
        return self.starts[span.start], self.ends[span.end - 1]


@dataclass(slots=True)
class ParsedDocument:
    """A document whose sentences are parsed, in order; one ParsedSentence for each Sentence."""

    document: Document
    sentences: list[ParsedSentence]

    def body(self) -> Iterator[ParsedSentence]:
        """The sentences that may be coded: no chrome, no reference list."""
        return (s for s in self.sentences if s.in_body)
