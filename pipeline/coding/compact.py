"""Only actors that the document mentions are published.

Belongs here: leaving out the descriptions that some coder looked up and no row used, and renumbering the rest.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.coding.rows import CodedDocument


def referred(coded: CodedDocument) -> set[int]:
    """The actors that a row other than their own mentions and roles refers to."""
    used: set[int | None] = set()
    for event in coded.event_mentions:
        used |= {*event.sources, *event.targets, event.attribution}
    for agreement in coded.agreements:
        used |= set(agreement.parties)
    for fact in coded.trade_facts:
        used.add(fact.attribution)
    for advice in coded.recommendations:
        used |= {*advice.addressees, *advice.beneficiaries, advice.issuer}
    return {index for index in used if index is not None}


def compact(coded: CodedDocument) -> CodedDocument:
    """The same rows over the actors that a mention, an event or another row refers to. Changes `coded` in place."""
    used = referred(coded) | {m.actor for m in coded.actor_mentions}
    new = {old: number for number, old in enumerate(sorted(used))}

    def one(index: int | None) -> int | None:
        return None if index is None else new[index]

    def many(indexes: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(new[i] for i in indexes)

    coded.actors = [coded.actors[i] for i in sorted(used)]
    coded.actor_mentions = [replace(m, actor=new[m.actor]) for m in coded.actor_mentions]
    coded.actor_roles = [replace(r, actor=new[r.actor]) for r in coded.actor_roles if r.actor in new]
    coded.event_mentions = [
        replace(e, sources=many(e.sources), targets=many(e.targets), attribution=one(e.attribution))
        for e in coded.event_mentions
    ]
    for agreement in coded.agreements:
        agreement.parties = many(agreement.parties)
    coded.trade_facts = [replace(f, attribution=one(f.attribution)) for f in coded.trade_facts]
    coded.recommendations = [
        replace(r, addressees=many(r.addressees), beneficiaries=many(r.beneficiaries), issuer=one(r.issuer))
        for r in coded.recommendations
    ]
    return coded
