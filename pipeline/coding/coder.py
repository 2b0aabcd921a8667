"""One parsed document becomes all its rows. The order is fixed: actors first, every other coder refers to them."""

from __future__ import annotations

from pipeline.coding import accounting, agreements, citations, recommendations, trade
from pipeline.coding.actors import Registry
from pipeline.coding.compact import compact, referred
from pipeline.coding.events import EventCoder
from pipeline.coding.recommendations.addressees.author import author_state
from pipeline.coding.rows import CodedDocument
from pipeline.language.model import ParsedDocument


def code(parsed: ParsedDocument) -> CodedDocument:
    """Code every table of one document. Pure: the same document and lexicons give the same rows."""
    registry = Registry(parsed)
    events = EventCoder(registry)
    coded = CodedDocument(document=parsed.document, event_mentions=events.code())
    coded.agreements, coded.agreement_mentions = agreements.code(parsed, registry)
    coded.event_mentions = agreements.link(coded.event_mentions, coded.agreement_mentions)
    coded.recommendations = recommendations.code(parsed, registry)
    coded.citations = citations.code(parsed)
    registry.finish(coded.event_mentions, author_state(parsed, registry))
    coded.trade_facts = trade.code(parsed, registry)  # whose countries are all known by now
    registry.note_described(referred(coded))
    coded.actors, coded.actor_mentions, coded.actor_roles = registry.actors, registry.mentions, registry.roles
    coded.coding = accounting.account(parsed, coded, events.looked_like)
    return compact(coded)
