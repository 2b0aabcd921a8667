"""The rows of `events`, `event_mentions`, `event_participants` and `event_counts`.

Belongs here: which of several accounts each column follows. Does not belong here: which accounts are one (events).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.coding.rows import EventMention
from pipeline.merge.accounts import completeness
from pipeline.merge.actors import Actors
from pipeline.merge.edtf_bounds import bounds, precision
from pipeline.merge.evidence import Row, Source
from pipeline.merge.happenings import Account
from pipeline.merge.ids import make_id, number_repeats
from pipeline.merge.model import Ref
from schemas.vocabularies import EVENT_TYPE, goldstein, quad_class


def event_row(event_id: str, told: list[Account], sources: Sequence[Source], actors: Actors) -> Row:
    """The row of `events`; each column follows the statement that says most of it."""
    refs = [ref for a in told for ref in a.mentions]
    mentions = sorted(
        ((sources[d].coded.event_mentions[n], d) for d, n in refs), key=lambda m: (completeness(m[0]), m[1])
    )
    fullest = mentions[0][0]
    mode = fullest.mode or next((m.mode for m, _ in mentions if m.mode), None)
    placed = next((m for m, _ in mentions if m.place), fullest)
    doers = list(dict.fromkeys(i for m, d in mentions for i in actors.ids(d, m.sources)))
    targets = list(dict.fromkeys(i for m, d in mentions for i in actors.ids(d, m.targets)))
    first, last = bounds(fullest.date)
    known = fullest.event_type in EVENT_TYPE
    return {
        "event_id": event_id,
        "event_type": fullest.event_type,
        "mode": mode,
        "quad_class": quad_class(fullest.event_type) if known else None,
        "goldstein": goldstein(fullest.event_type, mode) if known else None,
        "contexts": sorted({c for m, _ in mentions for c in m.contexts}),
        "date": fullest.date,
        "date_min": first,
        "date_max": last,
        "date_precision": precision(fullest.date),
        "status": fullest.status,
        "place": placed.place,
        "place_country": placed.place_country,
        "source_ids": doers,
        "target_ids": targets,
        "source_countries": actors.countries(doers),
        "target_countries": actors.countries(targets),
        "agreement_id": next((a.agreement for a in told if a.agreement), None),
        "n_mentions": len(refs),
        "n_documents": len({d for d, _ in refs}),
    }


def mention_row(mention_id: str, event_id: str, m: EventMention, source: Source, actors: Actors) -> Row:
    """The row of one statement in `event_mentions`."""
    return {
        "event_mention_id": mention_id,
        "event_id": event_id,
        **source.evidence(m.evidence),
        "trigger": source.name(m.trigger),
        "event_type": m.event_type,
        "mode": m.mode,
        "date": m.date,
        "date_basis": m.date_basis,
        "status": m.status,
        "place": m.place,
        "source_ids": actors.ids(source.position, m.sources),
        "target_ids": actors.ids(source.position, m.targets),
        "attribution_id": actors.id(source.position, m.attribution),
    }


def participant_rows_of(event: Row) -> list[Row]:
    """The rows of `event_participants` for a row of `events`."""
    return [
        {"event_id": event["event_id"], "actor_id": actor, "role": role}
        for role, column in (("source", "source_ids"), ("target", "target_ids"))
        for actor in event[column]  # type: ignore[attr-defined]
    ]


def count_rows_of(
    event_id: str, told: list[Account], sources: Sequence[Source], mention_ids: dict[Ref, str]
) -> list[Row]:
    """Numbers given for an event; one said twice is one row, that of the first document to say it."""
    seen: set[tuple[str, str, float]] = set()
    rows: list[Row] = []
    keys: list[str] = []
    for d, n in (ref for a in told for ref in a.mentions):
        for count in sources[d].coded.event_mentions[n].counts:
            if (said := (count.what, count.comparator, count.value)) in seen:
                continue
            seen.add(said)
            e = count.evidence
            keys.append(make_id("cnt", mention_ids[d, n], e.char_start, e.char_end, *said))
            rows.append(
                {
                    "event_id": event_id,
                    **sources[d].evidence(e),
                    "what": count.what,
                    "comparator": count.comparator,
                    "value": count.value,
                }
            )
    return [{"event_count_id": i, **row} for i, row in zip(number_repeats(keys), rows, strict=True)]
