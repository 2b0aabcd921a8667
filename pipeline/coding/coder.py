"""One parsed document becomes all its rows. The order is fixed: actors first, because every other coder refers to them."""

from __future__ import annotations

from pipeline.coding.actors import Registry
from pipeline.coding.events import EventCoder
from pipeline.coding.rows import CodedDocument
from pipeline.language.model import ParsedDocument


def code(parsed: ParsedDocument) -> CodedDocument:
    """Code every table of one document. Pure: the same document and lexicons give the same rows."""
    registry = Registry(parsed)
    events = EventCoder(registry).code()
    registry.finish()
    return CodedDocument(
        document=parsed.document,
        actors=registry.actors,
        actor_mentions=registry.mentions,
        actor_roles=registry.roles,
        event_mentions=events,
    )
