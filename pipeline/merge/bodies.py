"""Which names of states, bodies, organisations, forces, companies and groups in different documents are one actor.

Belongs here: comparing such names. Does not belong here: persons (persons.py).

Rules, preferring two rows for one body to one row for two:
- a state is its ISO code;
- the same words in any order, of the same country, of kinds that texts use for one another;
- a name that a document gives as another form of a body joins it, unless two bodies have that form;
- an acronym joins the one body that has it as its acronym, or as the first letters of its name;
- a body without country joins only if its name is of a kind that countries do not share;
- a description that fits many ("the embassy", "villagers" of no country) is one body within one document only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.merge.grouping import Groups, by_key, unite_vague_with_clear
from pipeline.merge.names import fold, heads, initials, is_acronym

_FAMILIES = (
    frozenset({"government_body", "armed_force"}),
    frozenset({"igo", "ngo"}),
    frozenset({"company", "media"}),
    frozenset({"party", "armed_group"}),
)
_SHARED_BETWEEN_COUNTRIES = frozenset({"government_body", "armed_force", "party", "group", "state"})
"""Kinds whose names recur from country to country (a ministry of health), so that the country must be known."""
_MANY_IN_A_COUNTRY = frozenset(
    {"academy", "agency", "authority", "base", "board", "bureau", "commission", "committee", "consular"}
    | {"consulate", "consulates", "council", "court", "courts", "delegation", "department", "diplomatic", "embassies"}
    | {"embassy", "federal", "force", "forces", "foundation", "general", "group", "honorary", "institute", "judge"}
    | {"legation", "local", "ministry", "mission", "missions", "municipality", "national", "office", "organization"}
    | {"party", "permanent", "port", "program", "provincial", "regional", "school", "secretariat", "service", "state"}
    | {"ship", "station", "task", "team", "troops", "tribunal", "union", "unit", "university", "working"}
)
"""Words of which a name that has no others fits many bodies of its country."""
_MIN_INITIALS = 3
_NEARLY = 88
"""Likeness (0-100) of two full names from which a shared acronym makes them one; below, one acronym serves two."""

Head = tuple[tuple[str, ...], frozenset[str]]


@dataclass(frozen=True, slots=True)
class BodyName:
    """One name as some documents use it.

    head: its words without its own country, and the other countries it names. others: heads of further full forms.
    acronyms: folded. documents: positions of the documents that use it.
    """

    name: str
    kind: str
    country: str | None
    head: Head
    others: frozenset[Head]
    acronyms: frozenset[str]
    documents: frozenset[int]

    @property
    def is_vague(self) -> bool:
        return fits_many(self.kind, self.country, self.head)

    @property
    def is_acronym(self) -> bool:
        return is_acronym(self.name)


def family(kind: str) -> str:
    """Kinds that texts use for one another share a family: one calls a police a body, the next a force."""
    return next((min(f) for f in _FAMILIES if kind in f), kind)


def head_of(name: str, country: str | None) -> Head:
    """What identifies the name among those of its country.

    >>> head_of("Kenyan Ministry of Health", "KEN") == head_of("Ministry of Health of Kenya", "KEN")
    True
    """
    kept, named = heads(name)
    return (kept, named - {country}) if kept else (tuple(sorted(fold(name).split())), frozenset())


def key(kind: str, country: str | None, name: str) -> tuple[str, str | None, tuple[str, ...], tuple[str, ...]]:
    """Canonical content of a body's id."""
    kept, named = head_of(name, country)
    return family(kind), country, kept, tuple(sorted(named))


def fits_many(kind: str, country: str | None, head: Head) -> bool:
    """Whether the name describes rather than names, so that two documents may mean two bodies by it."""
    if kind == "group" and country is None:
        return True
    return kind != "state" and not head[1] and set(head[0]) <= _MANY_IN_A_COUNTRY


def full_forms(aliases: Sequence[str], country: str | None) -> frozenset[Head]:
    """Heads of the aliases that are full names: two capitalised words, or one beside the name of a country."""
    found = set()
    for alias in aliases:
        capitalised = [w for w in alias.split() if w[:1].isupper()]
        head = head_of(alias, country)
        if len(capitalised) > 1 and not is_acronym(alias) and (len(head[0]) > 1 or heads(alias)[1]):
            found.add(head)
    return frozenset(found)


def group(bodies: Sequence[BodyName]) -> list[list[int]]:
    """Positions of the names that are one body, for names in a settled order."""

    def same(i: int, j: int) -> bool:
        return _may_be_one(bodies[i], bodies[j])

    groups = Groups(len(bodies))
    index = by_key(
        bodies,
        lambda b: [("head", b.head), *(("head", h) for h in b.others), *(("acronym", a) for a in _short_forms(b))],
    )
    order = sorted(range(len(bodies)), key=lambda i: (bodies[i].is_acronym, bodies[i].country is None, i))

    def near(i: int) -> list[int]:
        keys = [("head", h) for h in (bodies[i].head, *bodies[i].others)]
        return [j for k in (*keys, *(("acronym", a) for a in _short_forms(bodies[i]))) for j in index[k]]

    unite_vague_with_clear(groups, order, near, same)
    return groups.all()


def _short_forms(body: BodyName) -> frozenset[str]:
    made = set() if body.is_acronym else {initials(body.name)}
    return body.acronyms | {m for m in made if len(m) >= _MIN_INITIALS}


def _may_be_one(a: BodyName, b: BodyName) -> bool:
    if family(a.kind) != family(b.kind) or not _same_country(a, b):
        return False
    if (a.is_vague or b.is_vague) and not a.documents & b.documents:
        return False
    if a.head == b.head or a.head in b.others or b.head in a.others:
        return True
    if a.is_acronym and b.is_acronym:
        return False
    if a.is_acronym or b.is_acronym:
        return bool(a.acronyms & _short_forms(b) or b.acronyms & _short_forms(a))
    return bool(a.acronyms & b.acronyms) and fuzz.token_sort_ratio(fold(a.name), fold(b.name)) >= _NEARLY


def _same_country(a: BodyName, b: BodyName) -> bool:
    if a.country == b.country:
        return True
    shared = a.kind in _SHARED_BETWEEN_COUNTRIES or b.kind in _SHARED_BETWEEN_COUNTRIES
    return not shared and (a.country is None or b.country is None)
