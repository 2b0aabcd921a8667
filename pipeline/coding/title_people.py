"""The people of a document's title: their full names, their states, and who issues the document.

Belongs here: reading a title such as "Remarks by President X and Prime Minister A. Y of Kenya" against the people whom
the body names. Does not belong here: names of the body (pipeline.language.names), countries that only the text around
a name tells (nationality).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.coding.likeness import fold
from pipeline.language.countries import forms
from pipeline.language.lexicon import vocabulary

_WORD = re.compile(r"[^\s,;:()]+|[,;:()]")
_ISSUED = re.compile(r"\b(?:statement|remarks|letter|message|address|speech|notice|proclamation)s?\b.*? by\b", re.I)
"""Words of a title behind which stands who issues the document."""
_PARTICLES = frozenset("bin ibn al el de da do dos del di la le van von der den ter y".split())
"""Small words inside names."""
_LONGEST = 6
"""Words of the longest name or title looked for."""


@dataclass(frozen=True, slots=True)
class TitlePerson:
    """A person of a title: the words of the name, the office before it, the country behind it, whether the document is
    issued by this person."""

    name: str
    office: str
    country: str | None
    issuer: bool


def title_people(title: str | None, surnames: Iterable[str] = ()) -> list[TitlePerson]:
    """People behind an office in a title, in order. `surnames` (folded) are those that the body knows: a title writes
    every word with a capital, so that only they tell surely where a name ends."""
    words = _WORD.findall((title or "").replace("\u00a0", " ").replace("’", "'"))
    known, issued = frozenset(surnames), _ISSUED.match(title or "")
    after = len(_WORD.findall(title[: issued.end()])) if issued and title else -1
    out: list[TitlePerson] = []
    at = 0
    while at < len(words):
        size = _office(words, at)
        first = at + size
        while size and (more := _office(words, first)):  # "Senior Advisor and Chief Spokesperson"
            first += more
        named = _name(words, first, known) if size else ()
        issuer = -1 < after <= at and not any(p.issuer for p in out)
        if named and (issuer or _certain(words, first + len(named), named, known)):
            name = " ".join(w.removesuffix("'s").removesuffix("'") for w in named)
            out.append(TitlePerson(name, " ".join(words[at:first]), _country(words, first + len(named)), issuer))
            at = first + len(named)
        else:
            at += max(size, 1)
    return out


def _certain(words: list[str], behind: int, named: tuple[str, ...], known: frozenset[str]) -> bool:
    """Whether a name surely ends where it was taken to end."""
    return fold(named[-1]) in known or named[-1].endswith(("'s", "s'")) or _country(words, behind) is not None


@cache
def _offices() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(t.lower().split()) for t in vocabulary("titles"))


def _office(words: list[str], at: int) -> int:
    """Words of the office that begins at a word, 0 where none does."""
    return next(
        (n for n in range(_LONGEST, 0, -1) if tuple(w.lower() for w in words[at : at + n]) in _offices()),
        0,
    )


def _name(words: list[str], at: int, known: frozenset[str]) -> tuple[str, ...]:
    """The words of the name that begins at a word: to a known surname, else to what cannot be part of a name."""
    found = tuple(_run(words, at))
    if _country(words, at + len(found)) is not None:
        return found
    for size in range(len(found), 0, -1):
        if fold(found[size - 1]) in known:
            return found[:size]
    return found


def _run(words: list[str], at: int) -> Iterator[str]:
    for word in words[at : at + _LONGEST]:
        name = word[:1].isupper() or word.lower() in _PARTICLES
        if not name or word.endswith("ing") or fold(word) in ("before", "after", "on", "at", "following", "during"):
            return
        yield word
        if word.endswith(("'s", "s'")):
            return


def _country(words: list[str], at: int) -> str | None:
    """ISO code of the country of "of (the) X" at a word."""
    if at + 1 >= len(words) or words[at].lower() != "of":
        return None
    at += 1 + (words[at + 1].lower() == "the")
    for size in range(_LONGEST, 0, -1):
        form = forms().get(" ".join(words[at : at + size]).removesuffix("'s"))
        if form is not None:
            return form.country.code
    return None
