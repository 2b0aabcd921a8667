"""What a vocabulary is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A value and what it means in English and Spanish."""

    name: str
    en: str
    es: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A named set of terms. `open`: other values may occur besides those explained."""

    name: str
    en: str
    es: str
    terms: tuple[Term, ...]
    open: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The terms' values, in their declared order."""
        return tuple(term.name for term in self.terms)

    def __contains__(self, name: object) -> bool:
        return any(term.name == name for term in self.terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __getitem__(self, name: str) -> Term:
        for term in self.terms:
            if term.name == name:
                return term
        raise KeyError(f"{name!r} is no term of {self.name}")


def terms(*rows: tuple[str, str, str]) -> tuple[Term, ...]:
    """Terms from (value, English, Spanish) rows."""
    return tuple(Term(*row) for row in rows)
