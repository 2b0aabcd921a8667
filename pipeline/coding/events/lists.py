"""Events told by a list: "High-level visits from Kenya to Japan" over items that name a visitor and a year.

Belongs here: happenings that a heading or a lead-in names and whose items give only doer and date. Does not belong
here: items that are sentences of their own (events).
"""

from __future__ import annotations

from pipeline.coding.actors import Registry
from pipeline.coding.confidence import confidence
from pipeline.coding.rows import EventMention, Evidence
from pipeline.language.dates import find_dates
from pipeline.language.model import ParsedSentence

RULE = "event.consult.visit.list"
LONGEST_ROUTE = 10
"""Words of a lead-in that says only from where to where the visits went."""


def code_lists(registry: Registry) -> list[EventMention]:
    """One visit per item of a list of visits."""
    out: list[EventMention] = []
    heading: tuple[tuple[int, ...], tuple[int, ...]] | None = None
    visiting = False  # whether the section is one of visits
    for sentence in registry.parsed.body():
        if sentence.block.kind == "list_item":
            if heading is not None:
                out.extend(_item(registry, sentence, *heading))
            continue
        if sentence.block.kind == "heading":
            visiting = _says_visits(sentence)
        heading = _visits(registry, sentence, visiting)
    return out


def _says_visits(sentence: ParsedSentence) -> bool:
    return any(t.lower_ in ("visit", "visits") for t in sentence.doc)


def _visits(
    registry: Registry, sentence: ParsedSentence, visiting: bool
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """(whose visitors, to whom) of a heading or lead-in about visits, or None. In a section of visits "From Kenya to
    Japan" is enough."""
    doc = sentence.doc
    route = visiting and len(doc) <= LONGEST_ROUTE and doc[0].lower_ == "from"
    if len(doc) > 25 or not (_says_visits(sentence) or route):
        return None
    ends: dict[str, tuple[int, ...]] = {}
    for token in doc:
        index = registry.by_token.get((sentence.ordinal, token.i))
        if index is None or registry.actors[index].kind != "state":
            continue
        before = next(
            (
                doc[i].lower_
                for i in range(token.i - 1, max(-1, token.i - 4), -1)
                if doc[i].lower_ in ("from", "to", "by", "of")
            ),
            None,
        )
        if before in ("from", "by", "of"):
            ends.setdefault("from", (index,))
        elif before == "to":
            ends.setdefault("to", (index,))
        else:
            ends.setdefault("adjective", (index,))
    source = ends.get("from") or ends.get("adjective")
    return (source, ends["to"]) if source and "to" in ends else None


def _item(
    registry: Registry, sentence: ParsedSentence, owners: tuple[int, ...], hosts: tuple[int, ...]
) -> list[EventMention]:
    people = sorted(
        {i for (o, _), i in registry.by_token.items() if o == sentence.ordinal and registry.actors[i].kind == "person"}
    )
    dates = [d for d in find_dates(sentence.doc.text, registry.parsed.document.meta.published) if d.edtf]
    if not people or (any(t.pos_ == "VERB" and t.dep_ == "ROOT" for t in sentence.doc) and not dates):
        return []
    for person in people:
        if registry.actors[person].country is None:
            registry.actors[person].country = registry.actors[owners[0]].country
    doc = sentence.doc
    start, end = sentence.source_span(0, len(doc) - 1)
    trigger = registry.actors[people[0]].name
    evidence = Evidence(sentence.ordinal, start, end, RULE, confidence(RULE))
    return [
        EventMention(evidence, 0, trigger, "CONSULT", "visit", "occurred", tuple(people), hosts, date.edtf, date.basis)
        for date in dates
    ] or [EventMention(evidence, 0, trigger, "CONSULT", "visit", "occurred", tuple(people), hosts)]
