"""What lists and tables tell, put to what the sentences tell.

Belongs here: which of the two stands where both tell of the same item. Does not belong here: reading the lists (lists,
promises, signed) and tables (tables).
"""

from __future__ import annotations

from pipeline.coding.actors import Registry
from pipeline.coding.events.lists import code_lists
from pipeline.coding.events.promises import code_promises
from pipeline.coding.events.signed import code_signed, names_signers
from pipeline.coding.events.tables import code_tables
from pipeline.coding.rows import EventMention


def with_listed(registry: Registry, mentions: list[EventMention]) -> list[EventMention]:
    """The mentions of a document's sentences with those that its lists and tables tell."""
    told = {m.evidence.sentence for m in mentions}
    signing = {m.evidence.sentence for m in mentions if m.mode == "sign"}
    aided = {m.evidence.sentence for m in mentions if m.event_type == "AID"}
    here = {s.ordinal: s for s in registry.parsed.body()}
    signed = [
        m
        for m in code_signed(registry)
        if m.evidence.sentence not in signing or not names_signers(registry, here[m.evidence.sentence])
    ]
    again = {m.evidence.sentence for m in signed}  # "signed by the two ministers of trade": the item tells it
    kept = [m for m in mentions if m.mode != "sign" or m.evidence.sentence not in again]
    promised = [m for m in code_promises(registry) if m.evidence.sentence not in aided]
    others = [*code_lists(registry), *code_tables(registry)]
    return [*kept, *signed, *promised, *(m for m in others if m.evidence.sentence not in told | again)]
