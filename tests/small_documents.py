"""Small documents made of given sentences, and their coding in words that a table of expectations can hold."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.coding.actors import Registry
from pipeline.coding.events import EventCoder
from pipeline.coding.rows import EventMention
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import Name, find_names
from pipeline.language.parser import model, parse
from pipeline.language.view import view
from pipeline.read.model import Block, Document, Metadata, Sentence


def document(
    *sentences: str,
    kinds: tuple[str, ...] = (),
    published: str | None = "2020-05-10",
    genre: str = "other",
    url: str | None = None,
    title: str | None = None,
) -> Document:
    """One block and one sentence for each text, a line each; `kinds` of the first blocks, the rest are paragraphs.

    A colon above list items makes their lead-in, a heading the section of what follows it.
    """
    blocks, spans, at = [], [], 0
    lead: int | None = None
    section: tuple[str, ...] = ()
    for i, text in enumerate(sentences):
        kind = kinds[i] if i < len(kinds) else "paragraph"
        if kind != "list_item":
            lead = i if text.endswith(":") else None
        section = (text,) if kind == "heading" else section
        under = lead if kind == "list_item" and lead != i else None
        blocks.append(Block(kind, at, at + len(text), section=section, lead_in=under))
        spans.append(Sentence(i, i, at, at + len(text)))
        at += len(text) + 1
    meta = Metadata(title=title, published=published, genre=genre, url=url)
    return Document("d", "d.txt", "0" * 64, "\n".join(sentences), "original", meta, tuple(blocks), tuple(spans))


def parsed(*sentences: str, **options) -> ParsedDocument:
    """The parse of such a document; options as for `document`."""
    return next(iter(parse([document(*sentences, **options)])))


def sentence(text: str) -> ParsedSentence:
    """One parsed sentence."""
    return parsed(text).sentences[0]


def names(text: str) -> list[Name]:
    """Names of one sentence, by the parser's view of it."""
    return find_names(model()(view(text, 0, len(text)).text))


@dataclass(frozen=True)
class Coded:
    """A small document with its actors and events."""

    parsed: ParsedDocument
    registry: Registry
    events: list[EventMention]

    def names_of(self, actors: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self.registry.actors[i].name for i in actors)

    def row(self, event: EventMention) -> tuple[str, str | None, str, str, str | None]:
        """(type, mode, sources, targets, date); several names joined with " + " in alphabetical order."""
        sources, targets = (" + ".join(sorted(self.names_of(side))) for side in (event.sources, event.targets))
        return event.event_type, event.mode, sources, targets, event.date

    @property
    def rows(self) -> list[tuple[str, str | None, str, str, str | None]]:
        return [self.row(e) for e in self.events]

    def meaning(self, ordinal: int, word: str, related: bool = False) -> tuple[str, ...]:
        """Names of the actors that the phrase headed by the last `word` of a sentence stands for."""
        of = self.parsed.sentences[ordinal]
        token = [t for t in of.doc if t.text == word][-1]
        look = self.registry.related if related else self.registry.resolve
        return self.names_of(look(of, token))


def coded(*sentences: str, **options) -> Coded:
    """Actors and events of a small document, finished."""
    of = parsed(*sentences, **options)
    registry = Registry(of)
    events = EventCoder(registry).code()
    registry.finish(events)
    return Coded(of, registry, events)
