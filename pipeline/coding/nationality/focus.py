"""Which state a document, or a part of it, is about.

Belongs here: the state that a document hardly leaves, the states that its headings name. Does not belong
here: weighing them for one actor (votes), the two states of a document about a pair (reference.Reference.dyad).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pipeline.coding.likeness import fold
from pipeline.coding.registry import Actors
from pipeline.language.countries import CountryForm, forms

HOME_SHARE = 0.7
"""Share of all mentions of states and their bodies that one state has where a document is about its affairs alone."""
HOME_MENTIONS = 4
"""Fewest mentions that say so."""
SUBJECT_SHARE, SUBJECT_LEAD = 0.25, 2.5
"""Share of the state that a document views many others from, and how often it is named for each mention of the next."""
_LONGEST = 4
"""Words of the longest country's name looked for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says about the rows under it: the only state it names, or the one that visitors come from."""

    state: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """ISO code of the state that a document is about; alone: whether it tells that state's own affairs and hardly
    mentions others."""

    country: str
    alone: bool


def home(book: Actors) -> Home | None:
    """The one state that the document is about, None for a pair or many."""
    seen: Counter[str] = Counter()
    for entry in book.entries:
        country = entry.actor.country or (entry.actor.name if entry.actor.kind == "state" else None)
        if country and entry.actor.kind != "media":
            seen[country] += len(entry.seen)
    total = seen.total()
    if total < HOME_MENTIONS:
        return None
    ranked = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
    code, most = ranked[0]
    alone = most >= HOME_SHARE * total
    leads = most >= SUBJECT_SHARE * total and (len(ranked) == 1 or most >= SUBJECT_LEAD * ranked[1][1])
    return Home(code, alone) if len(code) == 3 and (alone or leads) else None


def heading(text: str) -> Heading:
    """The states of a heading: "Kenya", "For Nairobi", "From Kenya to Norway", "Visits by Kenyan leaders"."""
    words = text.split()
    found = list(_found(words))
    codes = list(dict.fromkeys(form.country.code for _, form in found))
    if len(codes) == 1:
        return Heading(state=codes[0])
    if len(codes) == 2 and len(found) == 2 and all(form.form == "name" for _, form in found):
        (first, form), (second, _) = found
        lead = fold(words[first - 1]) if first else "from"
        if lead == "from" and fold(" ".join(words[first + len(form.surface.split()) : second])) == "to":
            return Heading(origin=codes[0])
    return Heading()


def teller(title: str) -> str | None:
    """The state whose side a title takes: "Kenya's relations with Norway", "A guide to Kenya's history of ..."."""
    words = title.split()
    for i, form in _found(words):
        if form.form == "name" and any(
            w.rstrip(",").endswith(("'s", "’s", "s'", "s’")) for w in words[i : i + len(form.surface.split())]
        ):
            return form.country.code
    return None


def _found(words: list[str]) -> list[tuple[int, CountryForm]]:
    """(position, form) of the country words of a short text."""
    clean = [w.replace("’s", "").replace("'s", "").strip(".,:;()[]*_\"'’") for w in words]
    out: list[tuple[int, CountryForm]] = []
    i = 0
    while i < len(clean):
        size = next((n for n in range(_LONGEST, 0, -1) if " ".join(clean[i : i + n]) in forms()), 0)
        if size:
            out.append((i, forms()[" ".join(clean[i : i + size])]))
        i += size or 1
    return [(i, form) for i, form in out if form.country.code]
