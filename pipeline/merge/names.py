"""Names as they are compared: folded, split into words, country words told apart.

Belongs here: what makes two spellings the same name. Does not belong here: whether two names are one actor or
agreement (persons, bodies, agreements).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pipeline.language.countries import forms

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))")
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z0-9&-]{1,9}")
_SHORT = re.compile(r"[A-Z]-?\d{1,3}")
"""Groups named by their size: G7, G-20."""
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "de", "del", "for", "from", "in", "la", "of", "on", "the", "to", "with"}
)
_STYLES = frozenset({"republic", "kingdom"})
"""Words of a state's style: the Congress of the Republic is the Congress of its country."""
_SPELLINGS = {"defence": "defense", "labour": "labor", "centre": "center", "programme": "program"}
_ISATION = re.compile(r"is(ation|ations|e|ed|ing)$")


@cache
def fold(text: str) -> str:
    """Lower case without accents, points of initials, possessives and punctuation; one space between words.

    >>> fold("U.S.–Côte d’Ivoire’s Pact")
    'us cote d ivoire pact'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = _INITIALS.sub(lambda m: re.sub(r"[.\s]", "", m[0]) + " ", plain)
    plain = _POSSESSIVE.sub(" ", plain)
    return " ".join(_WORD.findall(plain.casefold()))


def words(text: str) -> tuple[str, ...]:
    """The folded words in their order."""
    return tuple(fold(text).split())


@cache
def heads(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """(words that carry the name, sorted; codes of the countries it names), so that word order does not count.

    British and American spellings are one, articles, prepositions and the style of a state fall away.

    >>> heads("Ministry of Defence of Kenya") == heads("Kenya's Defense Ministry")
    True
    """
    rest, countries = _split_countries(words(text))
    kept = [_spelling(w) for w in rest if w not in _SMALL]
    plain = [w for w in kept if w not in _STYLES]
    return tuple(sorted(plain or kept)), frozenset(countries)


def is_acronym(text: str) -> bool:
    """OAS, AfCFTA, G20 - not a name in words, not a single capital."""
    bare = text.replace(".", "")
    capitals = sum(c.isupper() for c in bare)
    return bool(_SHORT.fullmatch(bare)) or (bool(_ACRONYM.fullmatch(bare)) and 2 * capitals >= len(bare))


def initials(text: str) -> str:
    """First letters of the capitalised words, folded: what an acronym of this name would be.

    >>> initials("Organization of American States")
    'oas'
    """
    parts = re.findall(r"[^\W\d_]+", text)
    return fold("".join(p[0] for p in parts if p[0].isupper()))


@cache
def _country_words() -> dict[tuple[str, ...], str]:
    """Folded names and demonyms of countries -> ISO code. A city is not its country, so seats are left out."""
    table: dict[tuple[str, ...], str] = {}
    for surface, form in sorted(forms().items()):
        if form.form != "seat" and form.country.code:
            table.setdefault(words(surface), form.country.code)
    return table


@cache
def _longest() -> int:
    return max(map(len, _country_words()))


def _split_countries(tokens: tuple[str, ...]) -> tuple[list[str], set[str]]:
    table, rest, found = _country_words(), [], set()
    i = 0
    while i < len(tokens):
        size = next((n for n in range(min(_longest(), len(tokens) - i), 0, -1) if tokens[i : i + n] in table), 0)
        if size:
            found.add(table[tokens[i : i + size]])
            i += size
        else:
            rest.append(tokens[i])
            i += 1
    return rest, found


def _spelling(word: str) -> str:
    return _SPELLINGS.get(word) or _ISATION.sub(r"iz\1", word)
