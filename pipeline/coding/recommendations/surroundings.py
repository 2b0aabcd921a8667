"""The sentences around a sentence: the one before, the heading above, the paragraph, the document's title.

Belongs here: what stands where. Does not belong here: whom these sentences name (addressees), what area they tell
(area).
"""

from __future__ import annotations

from pipeline.language.model import ParsedDocument, ParsedSentence


class Surroundings:
    """The sentences of one document by their place."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self.blocks = parsed.document.blocks
        self.sentences = parsed.sentences
        self._at = {s.ordinal: k for k, s in enumerate(parsed.sentences)}

    def at(self, sentence: ParsedSentence) -> int:
        """The place of a sentence among `sentences`."""
        return self._at[sentence.ordinal]

    def before(self, sentence: ParsedSentence) -> ParsedSentence | None:
        """The sentence before, if it is body text."""
        k = self.at(sentence)
        return self.sentences[k - 1] if k and self.sentences[k - 1].in_body else None

    def before_in_block(self, sentence: ParsedSentence) -> ParsedSentence | None:
        """The sentence before, if it stands in the same paragraph, item or row."""
        k = self.at(sentence)
        before = self.sentences[k - 1] if k else None
        return before if before is not None and before.sentence.block == sentence.sentence.block else None

    def lead(self, sentence: ParsedSentence) -> list[ParsedSentence]:
        """The sentences of the block before this one."""
        return [s for s in self.of_block(sentence.sentence.block) if self.at(s) < self.at(sentence)]

    def paragraph(self, sentence: ParsedSentence) -> list[ParsedSentence]:
        """The other sentences of the block."""
        return [s for s in self.of_block(sentence.sentence.block) if s is not sentence]

    def of_block(self, block: int) -> list[ParsedSentence]:
        """The sentences of a block."""
        return [s for s in self.sentences if s.sentence.block == block]

    def heading(self, sentence: ParsedSentence) -> ParsedSentence | None:
        """The nearest heading above."""
        above = reversed(self.sentences[: self.at(sentence)])
        return next((s for s in above if s.block.kind == "heading"), None) if sentence.block.section else None

    def title(self) -> ParsedSentence | None:
        """The document's title: its first sentence, if that stands in a heading."""
        first = self.sentences[0] if self.sentences else None
        return first if first is not None and first.block.kind in ("title", "heading") else None
