"""Events of all documents: which accounts are one happening, and the rows made of them.

Belongs here: the rows of `events`, `event_mentions`, `event_participants` and `event_counts`. Does not belong here:
when two accounts are one (happenings).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.coding.rows import EventMention
from pipeline.merge.actors import Actors
from pipeline.merge.agreements import Agreements
from pipeline.merge.edtf_bounds import bounds, days, precision
from pipeline.merge.evidence import Row, Source
from pipeline.merge.grouping import Groups, by_key, unite_vague_with_clear
from pipeline.merge.happenings import MONTH, Account, content_words, happens_once, same_happening, stems
from pipeline.merge.ids import Part, make_id, number_repeats
from pipeline.merge.model import Ref
from pipeline.merge.names import fold, words
from schemas.vocabularies import EVENT_TYPE, goldstein, quad_class


@dataclass(frozen=True, slots=True)
class Events:
    """Events with their accounts (for finding disagreements) and the rows of the four tables."""

    merged: list[tuple[str, list[Account]]]
    accounts: list[Account]
    rows: list[Row]
    mention_rows: list[Row]
    participant_rows: list[Row]
    count_rows: list[Row]
    mention_ids: dict[Ref, str]


def merge_events(sources: Sequence[Source], actors: Actors, agreements: Agreements) -> Events:
    """One row for each happening; `sources` in document order."""
    mention_ids = _mention_ids(sources)
    accounts = _accounts(sources, actors, agreements, mention_ids)
    groups = _groups(accounts)
    ids = _event_ids([accounts[g[0]] for g in groups])
    merged = [(i, [accounts[n] for n in g]) for i, g in zip(ids, groups, strict=True)]
    event_of = {ref: i for i, told in merged for a in told for ref in a.mentions}
    rows = sorted((_row(i, told, sources, actors) for i, told in merged), key=lambda r: str(r["event_id"]))
    return Events(
        merged=merged,
        accounts=accounts,
        rows=rows,
        mention_rows=[
            _mention_row(mention_ids[s.position, n], event_of[s.position, n], m, s, actors)
            for s in sources
            for n, m in enumerate(s.coded.event_mentions)
        ],
        participant_rows=[p for row in rows for p in _participant_rows(row)],
        count_rows=[c for i, told in merged for c in _count_rows(i, told, sources, mention_ids)],
        mention_ids=mention_ids,
    )


# -- accounts ----------------------------------------------------------------------------------


def _mention_ids(sources: Sequence[Source]) -> dict[Ref, str]:
    """Keys of statements: where they stand, what they say happened and, in the document's own names, who did it."""
    out: dict[Ref, str] = {}
    for source in sources:
        names = [a.name for a in source.coded.actors]
        ids = number_repeats(
            make_id(
                "evm",
                source.id,
                m.evidence.char_start,
                m.evidence.char_end,
                m.trigger,
                m.event_type,
                tuple(names[n] for n in m.sources),
                tuple(names[n] for n in m.targets),
            )
            for m in source.coded.event_mentions
        )
        out |= {(source.position, n): i for n, i in enumerate(ids)}
    return out


def _accounts(
    sources: Sequence[Source], actors: Actors, agreements: Agreements, mention_ids: dict[Ref, str]
) -> list[Account]:
    out = []
    for source in sources:
        told: dict[int, list[int]] = defaultdict(list)
        for n, mention in enumerate(source.coded.event_mentions):
            told[mention.event].append(n)
        out += [_account(source, event, told[event], actors, agreements, mention_ids) for event in sorted(told)]
    return out


def _account(
    source: Source, event: int, told: list[int], actors: Actors, agreements: Agreements, mention_ids: dict[Ref, str]
) -> Account:
    mentions = [source.coded.event_mentions[n] for n in told]
    fullest = min(mentions, key=_completeness)
    doers = frozenset(actors.ids(source.position, (n for m in mentions for n in m.sources)))
    targets = frozenset(actors.ids(source.position, (n for m in mentions for n in m.targets)))
    first = min(told, key=lambda n: (source.coded.event_mentions[n].evidence.char_start, n))
    named = {w for m in mentions for n in (*m.sources, *m.targets) for w in _name_words(source, n)}
    place = fullest if fullest.place else next((m for m in mentions if m.place), fullest)
    return Account(
        document=source.position,
        event=event,
        mentions=tuple((source.position, n) for n in told),
        first=mention_ids[source.position, first],
        parties=(
            _parties(source, (n for m in mentions for n in m.sources)),
            _parties(source, (n for m in mentions for n in m.targets)),
        ),
        event_type=fullest.event_type,
        mode=_mode(fullest, mentions),
        status=fullest.status,
        sources=doers,
        targets=targets,
        named=frozenset(i for i in doers | targets if actors.kind_of[i] != "state"),
        dates=tuple(sorted({m.date for m in mentions if m.date})),
        place=place.place,
        place_country=place.place_country,
        agreement=next((i for m in mentions if (i := agreements.id(source.position, m.agreement))), None),
        stems=frozenset(s for m in mentions for s in stems(m.trigger)),
        words=frozenset(
            w
            for m in mentions
            for w in content_words(source.words(m.evidence.char_start, m.evidence.char_end)) - content_words(m.trigger)
        )
        - content_words(" ".join(sorted(named))),
        counts=frozenset((c.what, c.value) for m in mentions for c in m.counts),
    )


def _mode(fullest: EventMention, mentions: Sequence[EventMention]) -> str | None:
    """The mode of the fullest statement, else of another of its type."""
    return fullest.mode or next((m.mode for m in mentions if m.mode and m.event_type == fullest.event_type), None)


def _parties(source: Source, local: Iterable[int]) -> tuple[str, ...]:
    actors = (source.coded.actors[n] for n in local)
    return tuple(sorted({a.country if a.kind == "state" and a.country else fold(a.name) for a in actors}))


def _name_words(source: Source, actor: int) -> set[str]:
    coded = source.coded.actors[actor]
    return {w for form in (coded.name, *coded.aliases) for w in words(form)}


def _completeness(m: EventMention) -> tuple[object, ...]:
    """Sort key: the statement that says most comes first."""
    sides = bool(m.sources) + bool(m.targets)
    return (
        m.date is None,
        days(m.date) or 10**6,
        -sides,
        -len({*m.sources, *m.targets}),
        m.mode is None,
        m.place is None,
        -len(m.counts),
        -m.evidence.confidence,
        m.evidence.char_start,
        m.evidence.char_end,
    )


# -- identity ----------------------------------------------------------------------------------


def _groups(accounts: Sequence[Account]) -> list[list[int]]:
    """Positions of the accounts that are one happening; closely dated accounts find each other first."""

    def same(i: int, j: int) -> bool:
        return same_happening(accounts[i], accounts[j])

    groups = Groups(len(accounts))
    index = by_key(accounts, _search_keys)
    order = sorted(range(len(accounts)), key=lambda i: (accounts[i].open_days or 10**6, i))

    def near(i: int) -> list[int]:
        return sorted({j for k in _search_keys(accounts[i]) for j in index[k]})

    unite_vague_with_clear(groups, order, near, same)
    return groups.all()


def _event_ids(firsts: Sequence[Account]) -> list[str]:
    """Keys of happenings, each from the account of it that comes first in document order.

    Made of what it tells, where that names one happening: then an earlier document that tells the same does not move
    the key. Else made of where its first statement stands, as are those that read like one before them. No later
    document moves a key.
    """
    taken: set[tuple[Part, ...]] = set()
    ids = []
    for a in firsts:
        content = _content(a)
        ids.append(make_id("evt", *content) if content and content not in taken else make_id("evt", a.first))
        if content:
            taken.add(content)
    return number_repeats(ids)


def _content(a: Account) -> tuple[Part, ...] | None:
    """What identifies a happening by itself: a deed dated to the month, or one that its parties do once in years.

    Names, not keys of actors: those may change when another document tells more about them.
    """
    if not a.is_dated or not ((a.open_days or MONTH + 1) <= MONTH or happens_once(a)):
        return None
    date = min(a.dates, key=lambda d: (days(d) or 10**6, d))
    return a.event_type, a.mode, date, *a.parties


def _search_keys(a: Account) -> list[tuple[object, ...]]:
    """Two accounts of one happening share a key: an actor with a year, or an actor with a verb."""
    things = [*sorted(a.years()), *sorted(a.stems)]
    return [(a.event_type, actor, thing) for actor in sorted(a.participants) for thing in things]


# -- rows --------------------------------------------------------------------------------------


def _row(event_id: str, told: list[Account], sources: Sequence[Source], actors: Actors) -> Row:
    refs = [ref for a in told for ref in a.mentions]
    mentions = sorted(
        ((sources[d].coded.event_mentions[n], d) for d, n in refs), key=lambda m: (_completeness(m[0]), m[1])
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


def _mention_row(mention_id: str, event_id: str, m: EventMention, source: Source, actors: Actors) -> Row:
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


def _participant_rows(event: Row) -> list[Row]:
    return [
        {"event_id": event["event_id"], "actor_id": actor, "role": role}
        for role, column in (("source", "source_ids"), ("target", "target_ids"))
        for actor in event[column]  # type: ignore[attr-defined]
    ]


def _count_rows(
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
