"""Rows that one document alone decides, with published ids in place of its own numbering.

Belongs here: documents, sentences, mentions and roles of actors, mentions of agreements, trade facts, recommendations
and citations. Does not belong here: identity across documents (actors, agreements, events).
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.coding.rows import TradeFact
from pipeline.merge.actors import Actors
from pipeline.merge.agreements import Agreements
from pipeline.merge.edtf_bounds import bounds
from pipeline.merge.evidence import Row, Source
from pipeline.merge.ids import make_id, number_repeats


def document_row(source: Source) -> Row:
    """The row of `documents`."""
    document = source.coded.document
    meta = document.meta
    first, last = bounds(meta.published)
    return {
        "document_id": document.document_id,
        "file_name": document.file_name,
        "sha256": document.sha256,
        "original_file_name": document.original_file_name,
        "original_sha256": document.original_sha256,
        "text_kind": document.text_kind,
        "title": meta.title,
        "author": meta.author,
        "publisher": meta.publisher,
        "published": meta.published,
        "published_min": first,
        "published_max": last,
        "accessed": meta.accessed,
        "url": meta.url,
        "genre": meta.genre,
        "language": meta.language,
        "licence": meta.licence,
        "may_redistribute": meta.may_redistribute,
        "n_chars": len(document.text),
        "n_words": len(document.text.split()),
        "n_sentences": len(document.sentences),
    }


def sentence_rows(source: Source) -> list[Row]:
    """One row per sentence; one that the coders did not account for is `unrecognised`."""
    document = source.coded.document
    coding = source.coded.coding
    rows = []
    for n, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        rows.append(
            {
                "sentence_id": source.sentences[sentence.ordinal],
                "document_id": document.document_id,
                "ordinal": sentence.ordinal,
                "block": block.kind,
                "section": " > ".join(block.section) or None if source.words_stay else None,
                "locator": block.locator or None,
                "char_start": sentence.char_start,
                "char_end": sentence.char_end,
                "text": source.text(sentence.char_start, sentence.char_end),
                "coding": coding[n] if n < len(coding) else "unrecognised",
            }
        )
    return rows


def actor_mention_rows(source: Source, actors: Actors) -> list[Row]:
    """Where a document names its actors. The key holds the document's own name of the actor: two may share words."""
    names = [a.name for a in source.coded.actors]
    keys = (
        ("men", source.id, m.evidence.char_start, m.evidence.char_end, names[m.actor])
        for m in source.coded.actor_mentions
    )
    rows = (
        {
            "actor_id": actors.id(source.position, m.actor),
            **source.evidence(m.evidence),
            "surface": source.name(m.surface),
            "resolution": m.resolution,
        }
        for m in source.coded.actor_mentions
    )
    return _keyed("mention_id", keys, rows)


def actor_role_rows(source: Source, actors: Actors) -> list[Row]:
    """Titles that a document gives."""
    names = [a.name for a in source.coded.actors]
    roles = source.coded.actor_roles
    keys = (("rol", source.id, r.evidence.char_start, r.evidence.char_end, names[r.actor], r.title) for r in roles)
    rows = []
    for r in roles:
        start, end = bounds(r.start), bounds(r.end)
        rows.append(
            {
                "actor_id": actors.id(source.position, r.actor),
                **source.evidence(r.evidence),
                "title": r.title,
                "organisation": r.organisation,
                "country": r.country,
                "start": r.start,
                "start_min": start[0],
                "start_max": start[1],
                "end": r.end,
                "end_min": end[0],
                "end_max": end[1],
            }
        )
    return _keyed("role_id", keys, rows)


def agreement_mention_rows(source: Source, agreements: Agreements) -> list[Row]:
    """Where a document names its agreements."""
    names = [a.name for a in source.coded.agreements]
    mentions = source.coded.agreement_mentions
    keys = (("agm", source.id, m.evidence.char_start, m.evidence.char_end, names[m.agreement]) for m in mentions)
    rows = (
        {
            "agreement_id": agreements.id(source.position, m.agreement),
            **source.evidence(m.evidence),
            "surface": source.name(m.surface),
        }
        for m in mentions
    )
    return _keyed("agreement_mention_id", keys, rows)


def trade_fact_rows(source: Source, actors: Actors) -> list[Row]:
    """Facts as coded, in the order of the document."""
    facts = source.coded.trade_facts
    keys = (("fct", source.id, f.evidence.char_start, f.evidence.char_end, *_said(f)) for f in facts)
    rows = []
    for f in facts:
        first, last = bounds(f.period)
        rows.append(
            {
                **source.evidence(f.evidence),
                "indicator": f.indicator,
                "reporter": f.reporter,
                "partner": f.partner,
                "commodity": f.commodity,
                "comparator": f.comparator,
                "value": f.value,
                "unit": f.unit,
                "currency": f.currency,
                "period": f.period,
                "period_min": first,
                "period_max": last,
                "attribution_id": actors.id(source.position, f.attribution),
            }
        )
    return _keyed("trade_fact_id", keys, rows)


def recommendation_rows(source: Source, actors: Actors) -> list[Row]:
    """Advice as coded, in the order of the document."""
    advised = source.coded.recommendations
    keys = (("rec", source.id, r.evidence.char_start, r.evidence.char_end, r.action, r.modality) for r in advised)
    rows = (
        {
            **source.evidence(r.evidence),
            "action": source.action(r.action),
            "addressee_ids": actors.ids(source.position, r.addressees),
            "issuer_id": actors.id(source.position, r.issuer),
            "area": r.area,
            "area_basis": r.area_basis,
            "modality": r.modality,
            "polarity": r.polarity,
            "beneficiary_ids": actors.ids(source.position, r.beneficiaries),
        }
        for r in advised
    )
    return _keyed("recommendation_id", keys, rows)


def citation_rows(source: Source) -> list[Row]:
    """Entries of the reference list with the sentences whose end cites them."""
    citations = source.coded.citations
    keys = (("cit", source.id, c.evidence.char_start, c.evidence.char_end, c.number) for c in citations)
    rows = []
    for c in citations:
        first, last = bounds(c.date)
        rows.append(
            {
                **source.evidence(c.evidence),
                "number": c.number,
                "authors": list(c.authors),
                "title": c.title,
                "publisher": c.publisher,
                "date": c.date,
                "date_min": first,
                "date_max": last,
                "doi": c.doi,
                "isbn": c.isbn,
                "issn": c.issn,
                "url": c.url,
                "accessed": c.accessed,
                "language": c.language,
                "cited_by": [source.sentences[n] for n in dict.fromkeys(c.cited_by) if n in source.sentences],
            }
        )
    return _keyed("citation_id", keys, rows)


def _said(f: TradeFact) -> tuple[str | float | None, ...]:
    return f.indicator, f.reporter, f.partner, f.commodity, f.value, f.unit, f.period


def _keyed(column: str, keys: Iterable[tuple], rows: Iterable[Row]) -> list[Row]:
    ids = number_repeats(make_id(*key) for key in keys)
    return [{column: i, **row} for i, row in zip(ids, rows, strict=True)]
