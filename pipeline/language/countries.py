"""Countries and the words that stand for them, from the country libraries and one file of what they lack.

Belongs here: names, demonyms, seats of government -> ISO 3166-1 alpha-3. Does not belong here: deciding whether a
mention stands for the government or for the place (pipeline.coding.actors).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import pycountry
from babel import Locale
from countryinfo import all_countries

from pipeline.resources import Entry, load

Form = Literal["name", "demonym", "seat"]

_AMBIGUOUS = frozenset({
    "Georgia", "Jordan", "Chad", "Turkey", "Guinea", "Congo", "Korea", "Ireland", "Samoa", "Virgin Islands",
    "Micronesia", "Niger", "Saint Martin",
})  # fmt: skip
"""Names that are also something else: kept as names, but not added to by the library of spellings."""
_NO_SEATS = frozenset({
    "Georgetown", "Kingston", "Victoria", "Hamilton", "San José", "San Jose", "Santo Domingo", "Stanley",
    "Singapore", "Monaco", "Luxembourg", "Gibraltar", "Kuwait City", "Guatemala", "Panama City", "Djibouti",
    "Vatican City", "City of San Marino", "San Marino", "Washington D.C.", "Mary", "Jamestown", "Male",
    "Brussels", "Douglas",
    "Plymouth", "The Valley", "George Town", "Road Town", "West Island", "Diego Garcia", "Sucre", "San Juan",
    "Saint-Denis", "Saint-Pierre", "Saint John's", "St. George's", "City of Victoria",
})  # fmt: skip
"""Capitals that are more often a person's name, another city or the country itself than a seat of government."""
_UNPEOPLED = frozenset({"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI"})
"""ISO codes of lands without a people or a government of their own: places, never actors."""


class CountryEntry(Entry):
    """One line of lexicons/countries.yaml."""

    name: str
    code: str | None
    names: list[str] = []
    demonyms: list[str] = []
    seats: list[str] = []


@dataclass(frozen=True, slots=True)
class Country:
    """A state: plain English name and ISO 3166-1 alpha-3 code (None for states without one)."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class CountryForm:
    """A written form, e.g. ("Lisbon", seat, Portugal)."""

    surface: str
    form: Form
    country: Country


@cache
def forms() -> dict[str, CountryForm]:
    """Every written form -> what it stands for. Our file wins over the libraries; names win over demonyms and seats.

    Demonyms that are spelt like the name of the country ("New Zealand") are listed as the name.
    """
    table: dict[str, CountryForm] = {}

    def put(surface: str | None, form: Form, country: Country) -> None:
        surface = (surface or "").strip()
        if len(surface) > 1 and surface[0].isupper():
            table.setdefault(surface, CountryForm(surface, form, country))

    entries = load("countries", list[CountryEntry])
    for entry in entries:
        country = Country(entry.name, entry.code)
        for name in (entry.name, *entry.names):
            put(name, "name", country)
    own = {e.code: Country(e.name, e.code) for e in entries if e.code}
    for code, listed in _library().items():
        country = own.get(code, listed)
        put(country.name, "name", country)
        record = pycountry.countries.get(alpha_3=code)
        if record is None:
            continue
        for field in ("name", "common_name", "official_name"):
            official = getattr(record, field, None)
            if official and "," not in official:
                put(official, "name", country)
        put(Locale("en").territories.get(record.alpha_2), "name", country)
    for entry in entries:
        country = Country(entry.name, entry.code)
        for demonym in entry.demonyms:
            put(demonym, "demonym", country)
        for seat in entry.seats:
            put(seat, "seat", country)
    names: dict[str, list[str]] = {}
    for known in table.values():
        if known.form == "name" and known.country.code:
            names.setdefault(known.country.code, []).append(known.surface)
    _put_library_extras(put, own, names)
    for plural in [f for f in table.values() if f.form == "demonym" and f.surface.endswith(("an", "i", "er"))]:
        put(plural.surface + "s", "demonym", plural.country)
    return table


def _library() -> dict[str, Country]:
    """ISO code -> country, with the plain names that babel's CLDR data gives."""
    territories = Locale("en").territories
    return {
        c.alpha_3: Country(territories.get(c.alpha_2, c.name).replace("’", "'").split(" (")[0], c.alpha_3)
        for c in pycountry.countries
        if c.alpha_3 not in _UNPEOPLED
    }


def _put_library_extras(put, own: dict[str, Country], names: dict[str, list[str]]) -> None:
    """Capitals, demonyms and longer English names; `names` are the names known so far, by code.

    Of the other spellings that the library lists, those without a known name in them are in other languages, and some
    are English words ("Island" for Iceland).
    """
    library = _library()
    for record in all_countries():
        info = record.info()
        code = info.get("ISO", {}).get("alpha3")
        country = own.get(code) or library.get(code)
        if country is None:
            continue
        longer = [
            n for n in info.get("altSpellings", []) if any(f" {known} " in f" {n} " for known in names.get(code, ()))
        ]
        for name in [info.get("name"), *longer]:
            if name and len(name) > 3 and "," not in name and name.isascii() and name not in _AMBIGUOUS:
                put(name, "name", country)
        for demonym in str(info.get("demonym") or "").replace(" or ", ",").split(","):
            put(demonym, "demonym", country)
        capital = info.get("capital")
        for seat in capital if isinstance(capital, list) else [capital]:
            if seat not in _NO_SEATS:
                put(seat, "seat", country)


@cache
def by_code() -> dict[str, Country]:
    """ISO 3166-1 alpha-3 -> country."""
    return {f.country.code: f.country for f in forms().values() if f.country.code}
