"""Which names of persons in different documents are one person.

Belongs here: comparing names of persons. Does not belong here: coreference inside one document (pipeline.coding).

Rules, preferring two rows for one person to one row for two:
- the same words, or words that a fuller form contains in order (initials stand for words), with the same surname;
- a surname alone only where one person of that country has it;
- spellings one letter apart only with the same first name and country;
- countries never differ; a name without country joins only if all its namesakes are of one country;
- two persons that one document tells apart stay apart, unless their names are equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from pipeline.merge.grouping import Groups, by_key, unite_vague_with_clear
from pipeline.merge.names import words

_PARTICLES = frozenset(
    {"al", "bin", "ibn", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el"}
    | {"la", "las", "le", "los", "san", "santa", "ten", "van", "von", "y", "zu"}
)
_GENERATIONS = frozenset(
    {"jr", "junior", "sr", "senior", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}
)
_INITIAL = re.compile(r"\b([^\W\d_])\.\s?")
_MIN_FUZZY = 6
"""Letters that a surname must have before one differing letter counts as a slip of spelling."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name as some documents use it.

    core: its words without particles and generation; generation: "jr", "ii" or "".
    surnames: words that documents use for the person alone, or the last one where none does.
    told: whether the documents tell the surname so. documents: positions of the documents that use it.
    """

    core: tuple[str, ...]
    generation: str
    country: str | None
    surnames: frozenset[str]
    told: bool
    documents: frozenset[int]
    weight: int


def split(name: str) -> tuple[tuple[str, ...], str]:
    """(core words, generation) of a name.

    >>> split("Ana M. de la Vega, Jr.")
    (('ana', 'm', 'vega'), 'jr')
    """
    tokens = words(_INITIAL.sub(r"\1 ", name))
    generation = next((t for t in tokens[1:] if t in _GENERATIONS), "")
    plain = tuple(t for n, t in enumerate(tokens) if not (n and t in _GENERATIONS))
    core = tuple(t for t in plain if t not in _PARTICLES)
    return core or plain or tokens, generation


def told_surnames(core: Sequence[str], aliases: Iterable[str]) -> frozenset[str]:
    """Words of the name, not the first, that an alias uses alone or behind a title."""
    found = set()
    for alias in aliases:
        inside = {t for t in split(alias)[0] if t in core}
        if len(inside) == 1 and core[0] not in inside:
            found |= inside
    return frozenset(found)


def key(name: str, aliases: Iterable[str]) -> str:
    """First name and main surname: the same for a name and its fuller forms, as far as a document can tell.

    >>> key("Ana Lund Vega", ["Lund"]) == key("Ana Lund", []) == "ana lund"
    True
    """
    core, _ = split(name)
    if len(core) < 2:
        return " ".join(core) or name
    told = told_surnames(core, aliases)
    return f"{core[0]} {next((t for t in core[1:] if t in told), core[-1])}"


def group(people: Sequence[PersonName]) -> list[list[int]]:
    """Positions of the names that are one person, for names in a settled order."""

    def same(i: int, j: int) -> bool:
        return _may_be_one(people[i], people[j])

    groups = Groups(len(people))
    index = by_key(people, lambda p: [("first", p.core[0]), *(("surname", s) for s in p.surnames)])
    full = [i for i, p in enumerate(people) if len(p.core) > 1]
    order = sorted(full, key=lambda i: _clearness(people[i]), reverse=True)
    unite_vague_with_clear(groups, order, lambda i: index["first", people[i].core[0]], same)
    for i, person in enumerate(people):
        if len(person.core) == 1 and person.country:
            _place_surname(groups, people, i, index.get(("surname", person.core[0]), []))
    return groups.all()


def _place_surname(groups: Groups, people: Sequence[PersonName], i: int, namesakes: list[int]) -> None:
    """Unite a bare surname with the one person of its country who has it."""
    alone = people[i]

    def suits(a: int, b: int) -> bool:
        if i in (a, b):
            other = people[b if a == i else a]
            return alone.country == other.country and not alone.documents & other.documents
        return True

    persons = {groups.members(j)[0] for j in namesakes if j != i and len(people[j].core) > 1}
    compatriots = [j for j in sorted(persons) if any(people[m].country == alone.country for m in groups.members(j))]
    if len(compatriots) == 1:
        groups.unite(i, compatriots[0], suits)


def _clearness(person: PersonName) -> tuple[int, bool, bool, int]:
    return len(person.core), bool(person.generation), person.country is not None, person.weight


def _may_be_one(a: PersonName, b: PersonName) -> bool:
    if len(a.core) == 1 or len(b.core) == 1:
        return a.core == b.core and _same_country(a, b) and a.generation == b.generation
    if not _same_country(a, b) or (a.generation and b.generation and a.generation != b.generation):
        return False
    if a.core == b.core:
        return a.generation == b.generation or not a.documents & b.documents
    if a.documents & b.documents:
        return False
    short, full = sorted((a, b), key=lambda p: (len(p.core), p.core))
    return _contained(short, full) or _misspelt(short, full)


def _same_country(a: PersonName, b: PersonName) -> bool:
    return a.country == b.country or a.country is None or b.country is None


def _contained(short: PersonName, full: PersonName) -> bool:
    """Every word of the short form stands in the fuller one, in order, first names alike, with the same surname."""
    if short.core[0] != full.core[0]:
        return False
    rest = iter(full.core)
    if not all(any(_stands_for(s, f) for f in rest) for s in short.core):
        return False
    if short.surnames & full.surnames:
        return True
    two_surnames = len(full.core) > 2 and short.core[-1] == full.core[-2] and not full.told
    return two_surnames and short.country is not None and short.country == full.country


def _stands_for(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _misspelt(a: PersonName, b: PersonName) -> bool:
    if len(a.core) != len(b.core) or a.core[:-1] != b.core[:-1] or a.country is None or a.country != b.country:
        return False
    x, y = a.core[-1], b.core[-1]
    return min(len(x), len(y)) >= _MIN_FUZZY and OSA.distance(x, y, score_cutoff=1) == 1
