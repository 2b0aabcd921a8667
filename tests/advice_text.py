"""Documents of invented sentences for the tests of recommendations."""

from __future__ import annotations

from pipeline.coding import recommendations
from pipeline.coding.actors import Registry
from pipeline.coding.rows import Recommendation
from pipeline.language.model import ParsedDocument
from pipeline.language.parser import parse
from pipeline.read.markdown import read_markdown
from pipeline.read.model import Document, Metadata
from pipeline.read.sentences import sentences


def parsed(text: str, genre: str | None = "opinion", publisher: str | None = None) -> ParsedDocument:
    """A document of a Markdown text; an opinion piece, which advises in its own voice, unless told otherwise."""
    blocks = read_markdown(text)
    meta = Metadata(genre=genre, publisher=publisher)
    document = Document("d", "d.md", "0" * 64, text, "original", meta, blocks, sentences(text, blocks))
    return next(iter(parse([document])))


def advice(
    text: str, genre: str | None = "opinion", publisher: str | None = None
) -> tuple[list[Recommendation], Registry]:
    """The recommendations of a text, in order, with the actors that they point to."""
    document = parsed(text, genre, publisher)
    registry = Registry(document)
    return recommendations.code(document, registry), registry


def names(row: Recommendation, registry: Registry) -> str:
    """Whom a recommendation addresses, in the order of the alphabet: "Kenya + Norway"."""
    return " + ".join(sorted(registry.actors[i].name for i in row.addressees))
