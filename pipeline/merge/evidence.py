"""What every row that rests on words carries, and what of those words may be passed on.

Belongs here: keys of sentences, the shared columns, the rule of redistribution. Does not belong here: any one table.

Where a source may not be redistributed (`documents.may_redistribute` false), evidence, sentences and the headings above
them are null; offsets stay, so whoever has the source can cut the words out. Names and aliases of actors and agreements
stay, since a name is no passage; triggers and surfaces stay up to NAME_WORDS words; an advised action stays up to
ACTION_WORDS words and ends in an ellipsis where it was cut. Coded values (types, dates, places, numbers, titles) are
ours and stay whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.coding.rows import CodedDocument, Evidence
from pipeline.merge.ids import make_id, number_repeats

Row = dict[str, object]

NAME_WORDS = 5
ACTION_WORDS = 12


def sentence_ids(coded: CodedDocument) -> dict[int, str]:
    """Ordinal -> key of each sentence, from its place in the document."""
    document = coded.document
    ids = number_repeats(make_id("snt", document.document_id, s.char_start, s.char_end) for s in document.sentences)
    return {s.ordinal: i for s, i in zip(document.sentences, ids, strict=True)}


@dataclass(slots=True)
class Source:
    """One document while its rows are made. restricted_text: keep its words even if they may not be passed on."""

    coded: CodedDocument
    position: int
    restricted_text: bool = False
    sentences: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = sentence_ids(self.coded)

    @property
    def id(self) -> str:
        return self.coded.document.document_id

    @property
    def words_stay(self) -> bool:
        """Whether the source's words may be in the tables."""
        return self.restricted_text or self.coded.document.meta.may_redistribute

    def text(self, start: int, end: int) -> str | None:
        """The words at these offsets, None where they may not be passed on."""
        return self.words(start, end) if self.words_stay else None

    def words(self, start: int, end: int) -> str:
        """The words at these offsets, for comparing."""
        return self.coded.document.text[start:end]

    def sentence_around(self, at: int) -> str:
        """The words of the sentence in which the offset lies; none outside all sentences."""
        document = self.coded.document
        return next((document.slice(s) for s in document.sentences if s.char_start <= at < s.char_end), "")

    def name(self, text: str) -> str | None:
        """A name or trigger as the source words it, None where it is a passage that may not be passed on."""
        return text if self.words_stay or len(text.split()) <= NAME_WORDS else None

    def action(self, text: str) -> str:
        """An advised act, cut short where it is a passage that may not be passed on."""
        words = text.split()
        if self.words_stay or len(words) <= ACTION_WORDS:
            return text
        return " ".join(words[:ACTION_WORDS]) + " …"

    def evidence(self, e: Evidence) -> Row:
        """The columns of an evidence-bearing row.

        Raises ValueError if the evidence names a sentence that the document does not have.
        """
        if e.sentence not in self.sentences:
            raise ValueError(f"{self.id}: rule {e.rule_id} cites sentence {e.sentence}, which the document lacks")
        return {
            "document_id": self.id,
            "sentence_id": self.sentences[e.sentence],
            "char_start": e.char_start,
            "char_end": e.char_end,
            "evidence": self.text(e.char_start, e.char_end),
            "rule_id": e.rule_id,
            "confidence": e.confidence,
        }


def sources(coded: Sequence[CodedDocument], restricted_text: bool = False) -> list[Source]:
    """Each document with its position; `coded` in document order. restricted_text: as of `Source`."""
    return [Source(c, n, restricted_text) for n, c in enumerate(coded)]
