"""Mentions of one agreement brought together, and the row that they make.

Belongs here: the groups; name, date and parties of the whole. Does not belong here: when two mentions are one agreement
(same), the kind (kinds), the same question across documents (pipeline.merge.agreement_names).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.coding.agreements.kinds import decide
from pipeline.coding.agreements.model import Draft
from pipeline.coding.agreements.runs import ACRONYM
from pipeline.coding.agreements.same import is_common, key_words, same
from pipeline.coding.agreements.words import known
from pipeline.coding.rows import Actor, Agreement

DATE_KINDS = ("signed", "founded", "in_force", "proposed", "other")
STATUSES = ("ended", "in_force", "unknown", "pending", "proposed")
"""Of several mentions the row carries the kind of date and the status that are first here."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
"""A year inside a name."""


@dataclass
class Group:
    """Mentions that mean one agreement, in document order."""

    drafts: list[Draft] = field(default_factory=list)

    @property
    def sure(self) -> bool:
        return any(d.sure for d in self.drafts)


def group(drafts: list[Draft]) -> list[Group]:
    """Groups of drafts that mean the same, in order of first mention; those that nothing makes sure are left out."""
    groups: list[Group] = []
    # Fuller names first, so that a short form finds the agreement it abbreviates; among equals in document order.
    for draft in sorted(drafts, key=lambda d: (not d.sure, d.span.text in known(), -len(key_words(d.span.text)))):
        home = next((g for g in groups if any(same(draft, other) for other in g.drafts)), None)
        if home is None:
            home = Group()
            groups.append(home)
        home.drafts.append(draft)
    kept = [g for g in groups if g.sure]
    for one in kept:
        one.drafts.sort(key=lambda d: (d.sentence.ordinal, d.span.first))
    return sorted(kept, key=lambda g: (g.drafts[0].sentence.ordinal, g.drafts[0].span.first))


def inherit(groups: list[Group]) -> None:
    """What is named after a known agreement ("AUKUS Quantum Arrangement") has its parties, where none are named."""
    known_parties = {d.span.text: g for g in groups for d in g.drafts if d.span.text in known()}
    for one in groups:
        above = known_parties.get(one.drafts[0].span.text.split()[0])
        if above is not None and above is not one and not any(d.parties for d in one.drafts):
            one.drafts[0].parties = tuple(dict.fromkeys(p for d in above.drafts for p in d.parties))


# -- the row ---------------------------------------------------------------------------------------


def row(one: Group, actors: list[Actor]) -> Agreement:
    """The agreement that a group of mentions tells of."""
    drafts = one.drafts
    texts = list(dict.fromkeys(d.span.text for d in drafts))
    acronyms = [d.span.acronym for d in drafts if d.span.acronym]
    organisation = next((d.organisation for d in drafts if d.organisation is not None), None)
    if organisation is not None:
        full = actors[organisation].name
        texts = texts if any(t.casefold() == full.casefold() for t in texts) else [full, *texts]
        acronyms += [a for a in actors[organisation].aliases if ACRONYM.match(a) and a.isupper()]
    parties = tuple(dict.fromkeys(p for d in drafts for p in d.parties))
    assumed = next((d.assumed for d in drafts if d.assumed), ())
    if len(parties) < 2 and set(parties) <= set(assumed):
        parties = tuple(dict.fromkeys([*parties, *assumed]))
    longest = max(texts, key=lambda t: (_fullness(t, drafts), -texts.index(t)))
    name = _told_apart(longest, drafts, [actors[i].name for i in parties])
    letters = next((a for a in acronyms if a != name), None)
    dated = [d for d in drafts if d.date]
    best = min(dated, key=lambda d: DATE_KINDS.index(d.date_kind or "other")) if dated else None
    return Agreement(
        name=name,
        kind=decide(name, drafts, organisation is not None),
        status=min((d.status for d in drafts), key=STATUSES.index),
        acronym=letters or (name if ACRONYM.match(name) and name.isupper() else None),
        aliases=tuple(sorted({t for t in texts if " " in t or t[0].isupper()} - {name, *acronyms})),
        date=best.date if best else None,
        date_kind=(best.date_kind or "other") if best else None,
        parties=parties,
    )


def _fullness(text: str, drafts: list[Draft]) -> tuple[bool, int, int]:
    named = any(d.named and d.span.text == text for d in drafts) or text[:1].isupper()
    return named and not (ACRONYM.match(text) and text.isupper()), len(key_words(text)), len(text)


def _told_apart(name: str, drafts: list[Draft], parties: list[str]) -> str:
    """A common name with the year or the parties that tell it from others of its sort."""
    if not is_common(key_words(name)) or _YEAR.search(name):
        return name
    year = next((d.span.year for d in drafts if d.span.year), None)
    if year and len(name.split()) < 3:
        return f"{year} {name}"
    return f"{name} between {' and '.join(parties[:2])}" if " " not in name and len(parties) > 1 else name
