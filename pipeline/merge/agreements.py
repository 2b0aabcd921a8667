"""Agreements of all documents: which are one, what they are called, who takes part.

Belongs here: the rows of `agreements` and `agreement_parties`. Does not belong here: when two names are one agreement
(agreement_names).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.coding.rows import Agreement, CodedDocument
from pipeline.merge import agreement_names
from pipeline.merge.actors import Actors, Row, heaviest
from pipeline.merge.edtf_bounds import bounds, days
from pipeline.merge.ids import make_id, number_repeats
from pipeline.merge.model import Merged, Ref
from pipeline.merge.names import fold, is_acronym, words

_DATE_KINDS = ("signed", "founded", "in_force", "proposed", "other", None)
"""Of several dates the row carries the one that is first here."""


@dataclass(frozen=True, slots=True)
class Agreements:
    """Every agreement, and how to get from a document's own numbering to it."""

    rows: list[Row]
    merged: list[Merged]
    id_of: dict[Ref, str]

    def id(self, document: int, local: int | None) -> str | None:
        """Published id of one agreement of a document."""
        return None if local is None else self.id_of[document, local]


def merge_agreements(coded: Sequence[CodedDocument], actors: Actors) -> Agreements:
    """One row for each agreement; `coded` in document order."""
    mentions = Counter((d, m.agreement) for d, c in enumerate(coded) for m in c.agreement_mentions)
    refs = [(d, n) for d, c in enumerate(coded) for n in range(len(c.agreements))]
    local = {(d, n): coded[d].agreements[n] for d, n in refs}
    names = [_describe(ref, local[ref], actors) for ref in refs]
    groups = agreement_names.group(names)
    merged = _identify(groups, refs, names)
    rows = [_row(m, local, mentions, actors) for m in merged]
    return Agreements(
        rows=sorted(rows, key=lambda r: str(r["agreement_id"])),
        merged=merged,
        id_of={ref: m.id for m in merged for ref in m.members},
    )


def party_rows(agreements: Agreements) -> list[Row]:
    """One row per agreement and party."""
    return [
        {"agreement_id": row["agreement_id"], "actor_id": party}
        for row in agreements.rows
        for party in row["party_ids"]  # type: ignore[attr-defined]
    ]


def _describe(ref: Ref, agreement: Agreement, actors: Actors) -> agreement_names.AgreementName:
    states = actors.countries(actors.ids(ref[0], agreement.parties))
    return agreement_names.describe(agreement.name, agreement.acronym, agreement.aliases, states)


def _identify(groups: list[list[int]], refs: list[Ref], names: list[agreement_names.AgreementName]) -> list[Merged]:
    """Ids from the first member that gives a full name; of two with the same key the second is told by its parties."""
    plain = []
    for members in groups:
        first = names[min(members, key=lambda n: (is_acronym(names[n].name), n))]
        plain.append((make_id("agr", *agreement_names.key(first)), first))
    taken: set[str] = set()
    ids = []
    for base, first in plain:
        again = make_id("agr", base, tuple(sorted(first.parties)), tuple(sorted(first.years)), fold(first.name))
        ids.append(again if base in taken else base)
        taken.add(base)
    united = zip(number_repeats(ids), groups, strict=True)
    return [Merged(i, tuple(refs[n] for n in members)) for i, members in united]


def _row(merged: Merged, local: dict[Ref, Agreement], mentions: Counter[Ref], actors: Actors) -> Row:
    members = [(local[ref], mentions[ref]) for ref in merged.members]
    name = _published_name([a for a, _ in members], [w for _, w in members])
    acronym = heaviest((a.acronym or (a.name if is_acronym(a.name) else None), w) for a, w in members)
    date, date_kind = _date(members)
    first, last = bounds(date)
    forms = {form for a, _ in members for form in (a.name, *a.aliases, a.acronym) if form}
    parties = [actors.id_of[ref[0], n] for ref in merged.members for n in local[ref].parties]
    return {
        "agreement_id": merged.id,
        "name": name,
        "acronym": acronym,
        "aliases": sorted(forms - {name, acronym}),
        "kind": heaviest((a.kind, w) for a, w in members),
        "status": heaviest((a.status if a.status != "unknown" else None, w) for a, w in members) or "unknown",
        "date": date,
        "date_min": first,
        "date_max": last,
        "date_kind": date_kind,
        "party_ids": list(dict.fromkeys(parties)),
        "n_mentions": sum(w for _, w in members),
        "n_documents": len({d for d, _ in merged.members}),
    }


def _published_name(agreements: list[Agreement], weights: list[int]) -> str:
    """The form in most words that is no acronym, then the one most documents use."""
    used: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for agreement, weight in zip(agreements, weights, strict=True):
        used[agreement.name] += weight
        documents[agreement.name] += 1
    return min(used, key=lambda n: (is_acronym(n), -_size(n), -documents[n], -used[n], -len(n), n))


def _size(name: str) -> int:
    return sum(not w.isdigit() for w in words(name))


def _date(members: list[tuple[Agreement, int]]) -> tuple[str | None, str | None]:
    """(date, what happened then): the signing before other dates, the most mentioned, then the closest."""
    weights: Counter[tuple[str, str | None]] = Counter()
    for agreement, weight in members:
        if agreement.date:
            weights[agreement.date, agreement.date_kind] += weight
    if not weights:
        return None, None

    def rank(dated: tuple[str, str | None]) -> tuple[int, int, int, str]:
        date, kind = dated
        order = _DATE_KINDS.index(kind) if kind in _DATE_KINDS else len(_DATE_KINDS)
        return order, -weights[dated], days(date) or 10**7, date

    return min(weights, key=rank)
