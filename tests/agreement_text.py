"""Documents of invented sentences for the tests of agreements and of the account of sentences."""

from __future__ import annotations

from pipeline.language.model import ParsedDocument
from pipeline.language.parser import parse
from pipeline.read.model import Block, Document, Metadata, Sentence


def parsed(
    *sentences: str | tuple[str, str], lead_in: int | None = None, published: str | None = None
) -> ParsedDocument:
    """A document of one block per sentence; a plain string is a paragraph, (kind, words) another block.

    lead_in: number of the block that introduces every list item.
    """
    text, blocks, spans = "", [], []
    for number, part in enumerate(sentences):
        kind, words = ("paragraph", part) if isinstance(part, str) else part
        above = lead_in if kind == "list_item" else None
        blocks.append(Block(kind, len(text), len(text) + len(words), lead_in=above))
        spans.append(Sentence(number, number, len(text), len(text) + len(words)))
        text += words + "\n\n"
    meta = Metadata(published=published)
    document = Document("d", "d.txt", "0" * 64, text, "original", meta, tuple(blocks), tuple(spans))
    return next(iter(parse([document])))
