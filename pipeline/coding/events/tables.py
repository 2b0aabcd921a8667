"""Relations told by a table: the row of a partner with the day on which "formal relations began".

Belongs here: rows that give only a partner and a date under such a header. Does not belong here: rows whose notes are
sentences with a happening of their own (coder), lists of visits (lists).
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.coding.actors import Registry
from pipeline.coding.confidence import confidence
from pipeline.coding.reference.title import titled_states
from pipeline.coding.rows import EventMention, Evidence
from pipeline.language.dates import find_dates
from pipeline.language.model import ParsedSentence

RULE = "event.support.relations.table"
HEADER = re.compile(
    r"\brelations (?:began|established|since)\b|\b(?:began|established|establishment of) (?:\w+ )?relations\b", re.I
)
"""Header of a column of days on which relations were established."""


def code_tables(registry: Registry) -> list[EventMention]:
    """One row for each partner of such a table, with the state that the text is about."""
    out: list[EventMention] = []
    under = False
    subject: int | None = None
    for sentence in registry.parsed.body():
        if sentence.block.kind != "table_row":
            under = under and sentence.block.kind == "list_item"
            continue
        if HEADER.search(sentence.doc.text) and "|" in sentence.doc.text:
            under, subject = True, _subject(registry)
        elif under and subject is not None:
            out.extend(_row(registry, sentence, subject))
    return out


def _subject(registry: Registry) -> int | None:
    """The state that the text is about: the one of its title, else the one it names far most often."""
    titled = titled_states(registry.reference)
    if len(titled) == 1:
        return titled[0]
    named = Counter({i: len(e.seen) for i, e in enumerate(registry.book.entries) if e.actor.kind == "state"})
    first, second = (*named.most_common(2), (None, 0), (None, 0))[:2]
    return first[0] if first[1] >= 2 * second[1] and first[1] > 2 else None


def _row(registry: Registry, sentence: ParsedSentence, subject: int) -> list[EventMention]:
    for cell in sentence.doc.text.split("|"):
        plain = cell.strip()
        dates = [d for d in find_dates(plain, registry.parsed.document.meta.published) if d.edtf]
        if len(dates) == 1 and dates[0].char_end - dates[0].char_start == len(plain):
            partners = [i for i in _states(registry, sentence) if i != subject]
            if not partners:
                return []
            start, end = sentence.source_span(0, len(sentence.doc) - 1)
            evidence = Evidence(sentence.ordinal, start, end, RULE, confidence(RULE))
            sides = (subject, partners[0])
            return [EventMention(evidence, 0, plain, "SUPPORT", "relations", "occurred", sides, (), dates[0].edtf,
                                 dates[0].basis)]  # fmt: skip
    return []


def _states(registry: Registry, sentence: ParsedSentence) -> list[int]:
    """The states of a row in text order."""
    found = sorted((at, i) for (o, at), i in registry.by_token.items() if o == sentence.ordinal)
    return [i for _, i in found if registry.actors[i].kind == "state"]
