"""Mentions of one agreement brought together, and the row that they make.

Belongs here: when two names of a document are one agreement; name, date and parties of the whole. Does not belong here:
the kind (kinds), the same question across documents (pipeline.merge.agreement_names).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.coding.agreements.kinds import decide
from pipeline.coding.agreements.model import Draft
from pipeline.coding.agreements.runs import ACRONYM
from pipeline.coding.agreements.words import known, words
from pipeline.coding.likeness import fold
from pipeline.coding.rows import Actor, Agreement
from pipeline.language.countries import forms

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
DATE_KINDS = ("signed", "founded", "in_force", "proposed", "other")
STATUSES = ("ended", "in_force", "unknown", "pending", "proposed")
"""Of several mentions the row carries the kind of date and the status that are first here."""
CALLED = frozenset(
    {"or", "the", ",", "(", "also", "better", "formally", "officially", "known", "called", "as", "simply", '"'}
)
"""What stands between two names of one agreement."""
AROUND = 4
"""Words and marks beside a name in a run-in heading: a year, commas, full stops."""
STEM = 5
"""Letters by which "culture" and "cultural", "technology" and "technical" are compared."""


@dataclass
class Group:
    """Mentions that mean one agreement, in document order."""

    drafts: list[Draft] = field(default_factory=list)

    @property
    def sure(self) -> bool:
        return any(d.sure for d in self.drafts)


def is_common(names: frozenset[str] | set[str]) -> bool:
    """Whether words name no agreement in particular."""
    return not [w for w in names if w not in words("common_words") and not w.isdigit()]


def key_words(text: str) -> frozenset[str]:
    """The words that identify an agreement: countries as codes; years, small words and hyphens left out."""
    plain = text.replace("–", "-").replace("’", "'")
    tokens = [t for t in re.split(r"[\s()\"“”,]+|(?<=[a-z.])-(?=[A-Z])", plain) if t]
    out: set[str] = set()
    i = 0
    while i < len(tokens):
        size = next((n for n in (4, 3, 2, 1) if " ".join(tokens[i : i + n]) in forms()), 0)
        if size:
            out.add(forms()[" ".join(tokens[i : i + size])].country.code or tokens[i])
        else:
            out.add(fold(tokens[i].replace("-", "")))
        i += size or 1
    return frozenset(
        w for w in out if w and not YEAR.fullmatch(w) and w not in words("links") | {"between", "bilateral", "new"}
    )


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


def same(a: Draft, b: Draft) -> bool:
    """Whether two mentions of one document mean one agreement."""
    if a.organisation is not None and a.organisation == b.organisation:
        return True
    if a.span.acronym and b.span.acronym and a.span.acronym.casefold() != b.span.acronym.casefold():
        return False
    if _spelled(a, b) or _spelled(b, a) or _or_called(a, b) or _or_called(b, a):
        return True
    if a.span.year and b.span.year and a.span.year != b.span.year:
        return False
    if _retold(a, b):
        return True
    x, y = key_words(a.span.text), key_words(b.span.text)
    years = {a.span.year or _year(a.date), b.span.year or _year(b.date)} - {None}
    common = is_common(x) or is_common(y)
    if common and len(years) > 1:
        return False
    if x == y:
        return not common or bool(set(a.parties) & set(b.parties)) or not (a.parties and b.parties)
    small, large = sorted((x, y), key=len)
    if not small < large or len(small) < 2:
        return False
    if common:
        return bool(a.parties) and set(a.parties) == set(b.parties) and a.named != b.named
    return _begins(a, b) and len(years) < 2


def _spelled(a: Draft, b: Draft) -> bool:
    """Whether the one mention is the other's letters."""
    letters = (a.span.acronym or "").casefold()
    return bool(letters) and letters in (b.span.text.casefold(), (b.span.acronym or "").casefold())


def _or_called(a: Draft, b: Draft) -> bool:
    """ "the Treaty of X or Treaty with the Y", "the X Treaty, also known as the Y Pact"."""
    if a.sentence is not b.sentence or not (a.named and b.named):
        return False
    between = [t.lower_ for t in a.sentence.doc[a.span.whole[1] + 1 : b.span.whole[0]]]
    return bool({"or", "known", "called"} & set(between)) and set(between) <= CALLED


def _retold(a: Draft, b: Draft) -> bool:
    """A name and a description of one year and the same parties with the same purpose, in other forms of its words."""
    year = _year(a.date) or a.span.year
    if a.named == b.named or year is None or year != (_year(b.date) or b.span.year):
        return False
    if a.parties and b.parties and set(a.parties) != set(b.parties):
        return False
    if _run_in(*((a, b) if a.named else (b, a))):
        return True
    x, y = (_stems(d) for d in (a, b))
    if not (y if a.named else x):  # "the 1920 treaty"
        return a.span.head.lower_ == b.span.head.lower_ and bool(a.span.year or b.span.year)
    return bool(x and y) and 2 * len(x & y) >= min(len(x), len(y))


def _run_in(named: Draft, described: Draft) -> bool:
    """Whether a name stands alone, as a run-in heading ("Treaty of Commerce, 1850."), right before the description."""
    first, last = named.span.whole
    alone = len(named.sentence.doc) - (last + 1 - first) <= AROUND and named.sentence.block.kind != "list_item"
    return alone and 0 < described.sentence.ordinal - named.sentence.ordinal <= 2


def _stems(draft: Draft) -> set[str]:
    told = key_words(draft.span.text)
    return {w[:STEM] for w in told if w in words("purposes") or not is_common({w})}


def _begins(a: Draft, b: Draft) -> bool:
    """Whether one name begins with the other ("the Oslo Charter" after "the Oslo Charter on Fishing")."""
    x, y = sorted((fold(a.span.text), fold(b.span.text)), key=len)
    return y.startswith(x) and b.organisation is None and a.organisation is None


def _year(date: str | None) -> str | None:
    return date[:4] if date and date[:4].isdigit() else None


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
    if not is_common(key_words(name)) or YEAR.search(name):
        return name
    year = next((d.span.year for d in drafts if d.span.year), None)
    if year and len(name.split()) < 3:
        return f"{year} {name}"
    return f"{name} between {' and '.join(parties[:2])}" if " " not in name and len(parties) > 1 else name
