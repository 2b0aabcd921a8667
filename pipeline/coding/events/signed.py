"""Signings told by a list: "Documents signed" or "the following instruments were signed:" over the names of documents.

Belongs here: one signing per item of such a list. Does not belong here: sentences that tell a signing (coder), the
documents themselves (pipeline.coding.agreements).
"""

from __future__ import annotations

import re

from pipeline.coding.actors import Registry
from pipeline.coding.confidence import confidence
from pipeline.coding.events.frames import is_a
from pipeline.coding.rows import EventMention, Evidence
from pipeline.language.dates import find_dates
from pipeline.language.model import ParsedSentence

RULE = "event.support.sign.list"
FRONT = 6
"""Tokens among which an item's kind of document stands ("Memorandum", "Executive Programme")."""
_THINGS = r"(?:documents?|agreements?|instruments?|texts|memoranda(?: of understanding)?|treaties|accords|mous)"
_HEADING = re.compile(
    rf"(?:list of )?(?:the )?(?:bilateral )?{_THINGS}(?: and {_THINGS})?,? (?:that were )?(?:signed|concluded)"
    rf"(?: (?:during|at|on|in)\b.*)?|signed {_THINGS}|signing of (?:the )?{_THINGS}",
    re.I,
)
_LEAD = re.compile(r"\bfollowing\b.*\b(?:signed|concluded)\b|\bsigned\b.*\bfollowing\b|\bwere (?:also )?signed\b", re.I)
_NOT_YET = re.compile(r"\b(?:will|shall|to be|not|never|should|could|would|may|might|plan\w*|expected|ready)\b")
_KINDS = ["@treaty", "programme", "program", "plan", "letter", "note", "mou", "memoranda"]


def code_signed(registry: Registry) -> list[EventMention]:
    """One signing per document of such a list, by the parties that the lead-in names, else by the text's two states."""
    items = [s for s in registry.parsed.body() if s.block.kind == "list_item"]
    return [m for s in items if (lead := _lead(registry, s)) is not None for m in _item(registry, s, lead[0])]


def names_signers(registry: Registry, sentence: ParsedSentence) -> bool:
    """Whether a sentence names somebody who can sign."""
    found = {registry.actors[i].kind for (o, _), i in registry.by_token.items() if o == sentence.ordinal}
    return bool(found & {"person", "government_body"})


def _lead(registry: Registry, item: ParsedSentence) -> tuple[ParsedSentence | None] | None:
    """(the sentence of the lead-in, None for a heading) where an item stands under words about signing."""
    block = item.block
    if block.lead_in is None:
        headed = bool(block.section) and _HEADING.fullmatch(block.section[-1].strip(" *_#:"))
        return (None,) if headed else None
    above = [s for s in registry.parsed.sentences if s.sentence.block == block.lead_in]
    if not above or above[-1].block.kind == "list_item":
        return None
    text = above[-1].doc.text
    return (above[-1],) if _LEAD.search(text) and not _NOT_YET.search(text) else None


def _item(registry: Registry, item: ParsedSentence, lead: ParsedSentence | None) -> list[EventMention]:
    doc = item.doc
    named = [t for t in doc[:FRONT] if t.text[0].isupper() and is_a(t, _KINDS)]
    if not named or item.sentence.ordinal != _first(registry, item):
        return []
    states = sorted({i for (o, _), i in registry.by_token.items() if lead is not None and o == lead.ordinal})
    states = [i for i in states if registry.actors[i].kind in ("state", "igo")]
    sides = tuple(states) if len(states) > 1 else registry.reference.dyad()
    if len(sides) < 2:
        return []
    own, said = _day(registry, item), _day(registry, lead) if lead is not None else None
    date = own or said
    last = len(doc) - 2 if len(doc) > 1 and doc[-1].is_punct else len(doc) - 1
    start, end = item.source_span(0, last)
    evidence = Evidence(item.ordinal, start, end, RULE, confidence(RULE))
    basis = date[1] if date else "none"
    day = date[0] if date else None
    return [EventMention(evidence, 0, named[0].text, "SUPPORT", "sign", "occurred", sides, (), day, basis)]


def _first(registry: Registry, item: ParsedSentence) -> int:
    """The first sentence of an item's block."""
    return next(s.ordinal for s in registry.parsed.sentences if s.sentence.block == item.sentence.block)


def _day(registry: Registry, sentence: ParsedSentence) -> tuple[str, str] | None:
    """The only date of a sentence that names a day, with its basis: the years of a programme are no date of signing."""
    found = [d for d in find_dates(sentence.doc.text, registry.parsed.document.meta.published) if d.edtf]
    days = [d for d in found if d.granularity == "day" and d.kind == "point"]
    return (days[0].edtf, days[0].basis) if len(days) == 1 and days[0].edtf else None
