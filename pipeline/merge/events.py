"""Events of all documents: which accounts are one happening, and its key.

Belongs here: bringing accounts together and identifying them. Does not belong here: when two accounts are one
(happenings), what an account is made of (accounts), rows (event_rows).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.merge.accounts import accounts_of, mention_ids_of
from pipeline.merge.actors import Actors
from pipeline.merge.agreements import Agreements
from pipeline.merge.edtf_bounds import days
from pipeline.merge.event_rows import count_rows_of, event_row, mention_row, participant_rows_of
from pipeline.merge.evidence import Row, Source
from pipeline.merge.grouping import Groups, by_key, unite_vague_with_clear
from pipeline.merge.happenings import MONTH, Account, happens_once, same_happening
from pipeline.merge.ids import Part, make_id, number_repeats
from pipeline.merge.model import Ref


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
    mention_ids = mention_ids_of(sources)
    accounts = accounts_of(sources, actors, agreements, mention_ids)
    groups = _groups(accounts)
    ids = _event_ids([accounts[g[0]] for g in groups])
    merged = [(i, [accounts[n] for n in g]) for i, g in zip(ids, groups, strict=True)]
    event_of = {ref: i for i, told in merged for a in told for ref in a.mentions}
    rows = sorted((event_row(i, told, sources, actors) for i, told in merged), key=lambda r: str(r["event_id"]))
    return Events(
        merged=merged,
        accounts=accounts,
        rows=rows,
        mention_rows=[
            mention_row(mention_ids[s.position, n], event_of[s.position, n], m, s, actors)
            for s in sources
            for n, m in enumerate(s.coded.event_mentions)
        ],
        participant_rows=[p for row in rows for p in participant_rows_of(row)],
        count_rows=[c for i, told in merged for c in count_rows_of(i, told, sources, mention_ids)],
        mention_ids=mention_ids,
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
    """Two accounts of one happening share a key: an actor or, without one, a word with a year; an actor with a verb."""
    if not a.participants:
        return [(a.event_type, word, year) for word in sorted(a.words) for year in sorted(a.years())]
    things = [*sorted(a.years()), *sorted(a.stems)]
    return [(a.event_type, actor, thing) for actor in sorted(a.participants) for thing in things]
