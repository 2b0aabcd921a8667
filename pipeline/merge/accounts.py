"""Accounts: what one document tells of one happening, made of its statements.

Belongs here: the keys of statements and what their account takes from each. Does not belong here: the shape of an
account and when two are one (happenings), rows (event_rows).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.coding.rows import EventMention
from pipeline.merge.actors import Actors
from pipeline.merge.agreements import Agreements
from pipeline.merge.edtf_bounds import days
from pipeline.merge.evidence import Source
from pipeline.merge.happenings import Account, content_words, stems
from pipeline.merge.ids import make_id, number_repeats
from pipeline.merge.model import Ref
from pipeline.merge.names import fold, words


def mention_ids_of(sources: Sequence[Source]) -> dict[Ref, str]:
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


def accounts_of(
    sources: Sequence[Source], actors: Actors, agreements: Agreements, mention_ids: dict[Ref, str]
) -> list[Account]:
    """One account for each event of each document, in document order; mention_ids: those of `mention_ids_of`."""
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
    fullest = min(mentions, key=completeness)
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


def completeness(m: EventMention) -> tuple[object, ...]:
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
