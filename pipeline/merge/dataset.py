"""Coded documents -> every published table that documents fill.

Belongs here: the order in which tables are made, since rows refer to rows made before. Does not belong here: how any
of them is made, or checking them (pipeline.derive).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import polars as pl

from pipeline.coding.rows import CodedDocument
from pipeline.derive.frames import conform
from pipeline.merge import facts
from pipeline.merge.actors import merge_actors
from pipeline.merge.agreements import merge_agreements, party_rows
from pipeline.merge.conflicts import conflict_rows
from pipeline.merge.events import merge_events
from pipeline.merge.evidence import Row, sources
from pipeline.merge.model import in_order
from schemas import TABLES


def merge(coded: Sequence[CodedDocument], *, restricted_text: bool = False) -> dict[str, pl.DataFrame]:
    """Frames of all tables but rejects, quality and releases, columns and types as declared in `schemas`.

    The result does not depend on the order of `coded`. Rows of one document keep the document's order; documents come
    by publication and id; actors, agreements, events and conflicts by key. restricted_text: keep words of sources that
    may not be passed on, for a release that stays with whoever builds it. Raises ValueError for two documents with
    one id and for evidence outside its document.
    """
    documents = in_order(coded)
    ids = (c.document.document_id for c in documents)
    if repeated := sorted(i for i, n in Counter(ids).items() if n > 1):
        raise ValueError(f"two documents have the id {', '.join(repeated)}; ids must differ")
    read = sources(documents, restricted_text)
    actors = merge_actors(documents)
    agreements = merge_agreements(documents, actors)
    events = merge_events(read, actors, agreements)
    rows: dict[str, list[Row]] = {
        "documents": [facts.document_row(s) for s in read],
        "sentences": [row for s in read for row in facts.sentence_rows(s)],
        "actors": actors.rows,
        "actor_mentions": [row for s in read for row in facts.actor_mention_rows(s, actors)],
        "actor_roles": [row for s in read for row in facts.actor_role_rows(s, actors)],
        "agreements": agreements.rows,
        "agreement_parties": party_rows(agreements),
        "agreement_mentions": [row for s in read for row in facts.agreement_mention_rows(s, agreements)],
        "events": events.rows,
        "event_mentions": events.mention_rows,
        "event_participants": events.participant_rows,
        "event_counts": events.count_rows,
        "trade_facts": [row for s in read for row in facts.trade_fact_rows(s, actors)],
        "recommendations": [row for s in read for row in facts.recommendation_rows(s, actors)],
        "citations": [row for s in read for row in facts.citation_rows(s)],
    }
    rows["conflicts"] = conflict_rows(
        read,
        actors,
        events,
        agreements,
        trade_facts=rows["trade_facts"],
        roles=rows["actor_roles"],
        citations=rows["citations"],
    )
    return {name: conform(TABLES[name], made) for name, made in rows.items()}
