"""Promises told by a list: "The two governments undertake to:" over items that open with a verb.

Belongs here: one promise per item of such a list. Does not belong here: deeds that a party announces ("Kenya will:",
coder), aid, which is a row of its own type (codebook, section 8).
"""

from __future__ import annotations

from pipeline.coding.actors import Registry
from pipeline.coding.confidence import confidence
from pipeline.coding.events.fit import BODIES
from pipeline.coding.events.leads import committed, promises
from pipeline.coding.rows import EventMention, Evidence
from pipeline.language.model import ParsedSentence
from pipeline.language.promised import Commitment, commitment

RULE = "event.agree.promise.list"


def code_promises(registry: Registry) -> list[EventMention]:
    """One promise per item under "agreed to:" and the like, by the subject of the lead-in."""
    document = registry.parsed.document
    listed = [s for s in registry.parsed.body() if commitment(document, s.sentence) == Commitment.AGREED]
    return [m for s in listed if (m := _item(registry, s)) is not None]


def _item(registry: Registry, sentence: ParsedSentence) -> EventMention | None:
    doc = sentence.doc
    verb = next((t for t in doc if t.dep_ == "ROOT"), None)
    if verb is None or not promises(sentence, verb):
        return None
    who = tuple(i for i in committed(registry, sentence) if registry.actors[i].kind in (*BODIES, "person"))
    if not who:
        return None
    last = len(doc) - 2 if len(doc) > 1 and doc[-1].is_punct else len(doc) - 1
    start, end = sentence.source_span(0, last)
    evidence = Evidence(sentence.ordinal, start, end, RULE, confidence(RULE))
    return EventMention(evidence, 0, verb.text, "AGREE", "promise", "announced", who)
