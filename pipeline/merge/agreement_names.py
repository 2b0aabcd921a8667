"""Which names of agreements, in one document or several, are one agreement.

Belongs here: comparing agreements by name, acronym, year and parties. Does not belong here: their rows (agreements).

Rules, preferring two rows for one agreement to one row for two:
- a year in a name is no part of it, but two years are two agreements;
- states named in a name are parties, whatever they are called there;
- a name that only says what sort of agreement it is ("free trade agreement") needs two parties in common;
- a name of its own needs no parties, but the parties that are given may not contradict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.merge.grouping import Groups, by_key, unite_vague_with_clear
from pipeline.merge.names import fold, heads, initials, is_acronym

_SORT_WORDS = """
    accession accord agreement air alliance amity arbitration arrangement assistance aviation bilateral bit border
    boundary bta charter commerce commercial commitment compact comprehensive concord consular convention cooperation
    counter covenant cultural deal declaration defense demarcation development diplomatic double drug economic
    education entente environmental exchange extradition fishing forces framework free friendship fta general goods
    health improved initiative instrument intelligence investment joint judicial labor legal limits maritime mechanism
    memorandum military moratorium mou multilateral mutual navigation navy new open pact partnership peace plan police
    preferential program project promotion protection protocol reciprocal regional relation relations scientific
    security services sharing skies special status strategic tariff tax taxation technical tpa trade training transfer
    transport treaty understanding visa waiver
"""
_SORTS = frozenset(_SORT_WORDS.split())
"""Words that say what sort of agreement it is; a name made of them alone is shared by many agreements."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MIN_INITIALS = 3


@dataclass(frozen=True, slots=True)
class AgreementName:
    """One agreement as one document codes it.

    words: sorted words of the name without years and states. others: those of its further names.
    states: codes of the states in the name. parties: those and the states among the parties.
    """

    name: str
    words: tuple[str, ...]
    others: frozenset[tuple[str, ...]]
    acronyms: frozenset[str]
    years: frozenset[str]
    states: frozenset[str]
    parties: frozenset[str]

    @property
    def is_own(self) -> bool:
        """Whether some word is the agreement's own rather than its sort's."""
        return bool(set(self.words) - _SORTS)


def describe(name: str, acronym: str | None, aliases: Iterable[str], party_states: Iterable[str]) -> AgreementName:
    """What a document says that identifies an agreement; `party_states` are ISO codes."""
    aliases = list(aliases)
    words, states = _core(name)
    short = [f for f in (name, acronym or "", *aliases) if is_acronym(f)]
    full = {_core(a)[0] for a in aliases if not is_acronym(a) and len(a.split()) > 1}
    return AgreementName(
        name=name,
        words=words,
        others=frozenset(f for f in full if set(f) - _SORTS),
        acronyms=frozenset(map(fold, short)),
        years=frozenset(_YEAR.findall(name)),
        states=states,
        parties=states | frozenset(party_states),
    )


def key(a: AgreementName) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Canonical content of an agreement's id: its words; for a name that many share, its parties too."""
    return a.words, () if a.is_own else tuple(sorted(a.parties))


def group(agreements: Sequence[AgreementName]) -> list[list[int]]:
    """Positions of the names that are one agreement, for names in a settled order."""

    def same(i: int, j: int) -> bool:
        return _may_be_one(agreements[i], agreements[j])

    groups = Groups(len(agreements))
    index = by_key(
        agreements,
        lambda a: [("words", a.words), *(("words", o) for o in a.others), *(("short", s) for s in _short_forms(a))],
    )
    order = sorted(range(len(agreements)), key=lambda i: (*_vagueness(agreements[i]), i))

    def near(i: int) -> list[int]:
        keys = [("words", w) for w in (agreements[i].words, *agreements[i].others)]
        return [j for k in (*keys, *(("short", s) for s in _short_forms(agreements[i]))) for j in index[k]]

    unite_vague_with_clear(groups, order, near, same)
    twins = by_key(agreements, lambda a: [(a.words, a.parties, a.years)])
    for alike in twins.values():
        for i in alike[1:]:
            groups.unite(alike[0], i, same)
    return groups.all()


def _vagueness(a: AgreementName) -> tuple[bool, bool, int]:
    return is_acronym(a.name), not a.years, -len(a.parties)


def _core(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    words, states = heads(_YEAR.sub(" ", name))
    return words, states if words else frozenset()


def _short_forms(a: AgreementName) -> frozenset[str]:
    made = initials(_YEAR.sub(" ", a.name))
    return a.acronyms | ({made} if len(made) >= _MIN_INITIALS and not is_acronym(a.name) else set())


def _may_be_one(a: AgreementName, b: AgreementName) -> bool:
    if a.years and b.years and a.years != b.years:
        return False
    if a.acronyms and b.acronyms and not a.acronyms & b.acronyms:
        return False
    return _alike(a, b) and _parties_agree(a, b)


def _alike(a: AgreementName, b: AgreementName) -> bool:
    if a.words == b.words or a.words in b.others or b.words in a.others:
        return True
    if is_acronym(a.name) or is_acronym(b.name):
        return bool(a.acronyms & _short_forms(b) or b.acronyms & _short_forms(a))
    return bool(a.acronyms & b.acronyms) and (set(a.words) <= set(b.words) or set(b.words) <= set(a.words))


def _parties_agree(a: AgreementName, b: AgreementName) -> bool:
    if a.states and b.states and not (a.states <= b.states or b.states <= a.states):
        return False
    nested = a.parties <= b.parties or b.parties <= a.parties
    if not (a.is_own and b.is_own):
        return nested and len(a.parties & b.parties) > 1
    return not a.parties or not b.parties or bool(a.parties & b.parties)
