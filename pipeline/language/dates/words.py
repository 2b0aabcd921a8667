"""The words of the date grammar: months, weekdays, numbers, units, and what a year is told apart by.

Belongs here: vocabulary as data, and the regular-expression pieces made from it. Names of months and days come
from CLDR through babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel import Locale

_ENGLISH = Locale("en")

_BLANK = r"[ \t\u00a0\u2007\u2009\u202f]"
SPACE = rf"(?:{_BLANK}{{1,4}}(?:\r?\n{_BLANK}{{0,4}})?|\r?\n{_BLANK}{{0,4}})"
"""White space inside an expression: a few blanks, at most one line end, never an empty line."""


def any_of(words: Iterable[str]) -> str:
    """A non-capturing group of literal words, longest first; a blank in a word is any SPACE."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", SPACE) for w in ordered) + ")"


MONTHS = {name.casefold(): n for n, name in _ENGLISH.months["format"]["wide"].items()}
MONTH_NUMBERS = MONTHS | {name.casefold(): n for n, name in _ENGLISH.months["format"]["abbreviated"].items()}
MONTH_NUMBERS["sept"] = 9
WEEKDAYS = {name.casefold(): n for n, name in _ENGLISH.days["format"]["wide"].items()}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

AMBIGUOUS_MONTHS = {"may", "march"}
"""Months that are everyday words in lower case."""


def listed(text: str) -> tuple[str, ...]:
    """The words of a blank-separated list."""
    return tuple(text.split())


_SMALL = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)

NUMBERS = {word: n for n, word in enumerate(_SMALL, 1)}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)}
for _n, _ten in enumerate(_TENS, 2):
    NUMBERS[_ten] = _n * 10
    ORDINALS[_ten[:-1] + "ieth"] = _n * 10
    for _one in range(1, 10):
        for _joint in "- ":
            NUMBERS[f"{_ten}{_joint}{_SMALL[_one - 1]}"] = _n * 10 + _one
            ORDINALS[f"{_ten}{_joint}{_ORDINALS[_one - 1]}"] = _n * 10 + _one
_LOOSE = {"a": 1, "an": 1, "a hundred": 100, "one hundred": 100, "a dozen": 12}
NUMBERS |= _LOOSE

DECADE_WORDS = {ten[:-1] + "ies": n * 10 for n, ten in enumerate(_TENS, 2)}

VAGUE_NUMBERS = (
    "several", "few", "a few", "many", "some", "a couple of", "a couple", "a number of", "multiple", "recent",
    "dozens of", "consecutive",
)  # fmt: skip

DAY_PARTS = ("morning", "afternoon", "evening", "night")
UNITS = ("day", "week", "month", "year", "decade", "century")


def variants(words: Iterable[str]) -> set[str]:
    """Words as headings and typing habits write them: Title, UPPER and, where that is no other word, lower case."""
    found = set()
    for word in words:
        found |= {word.title(), word.upper()}
        if word not in AMBIGUOUS_MONTHS and len(word) > 4:
            found.add(word)
    return found


MONTH = rf"(?:{any_of(variants(MONTHS))}\b|{any_of(variants(MONTH_NUMBERS.keys() - MONTHS.keys()))}\b\.?)"
FULL_MONTH = any_of(w.title() for w in MONTHS) + r"\b"
WEEKDAY = any_of(w for d in WEEKDAYS for w in (d.title(), d.upper())) + r"\b"
SHORT_WEEKDAY = any_of(n for n in _ENGLISH.days["format"]["abbreviated"].values()) + r"\b\.?"
_TENS_AND = rf"{any_of(_TENS)}[- ]"
NUMBER_WORD = rf"(?:{_TENS_AND}{any_of(_SMALL[:9])}|{any_of((*_TENS, *_SMALL, *_LOOSE))})"
ORDINAL_WORD = rf"(?:{_TENS_AND}{any_of(_ORDINALS[:9])}|{any_of((*(t[:-1] + 'ieth' for t in _TENS), *_ORDINALS))})"
NUMBER = rf"(?:[0-9]{{1,3}}(?![0-9])|{NUMBER_WORD}\b)"
ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})"
SEASON = any_of(SEASONS) + r"\b"

COUNTED = listed(
    "troops soldiers men women children people persons civilians citizens residents inhabitants victims casualties "
    "deaths dead wounded injured killed refugees migrants immigrants emigrants workers employees officers officials "
    "police policemen personnel marines sailors airmen fighters militants rebels insurgents terrorists guerrillas "
    "prisoners detainees hostages protesters protestors demonstrators students pupils teachers doctors delegates "
    "participants members families households voters votes seats jobs companies firms businesses schools homes houses "
    "villages tons tonnes ton tonne kilograms kg grams pounds barrels gallons litres liters bottles kilometres "
    "kilometers km miles metres meters feet ft acres hectares square cubic degrees hours minutes seconds dollars euros "
    "francs pesos yen yuan rupees roubles rubles million billion trillion thousand hundred percent megawatts mw gw kw "
    "vehicles trucks tanks ships vessels boats aircraft planes missiles rockets warheads weapons guns rounds doses "
    "cases patients beds copies words pages items pieces units times others visas passports scholarships experts "
    "applicants candidates advisers advisors volunteers observers peacekeepers nationals speakers farmers miners "
    "species islands"
)
"""Nouns that a bare number counts, so that it is no year before them."""

EVENT_NOUNS = listed(
    "protests elections talks riots wars attacks bombings strikes sanctions floods games olympics demonstrations "
    "events negotiations hearings killings accords agreements treaties summits meetings exercises uprisings "
    "revolutions massacres reforms amendments clashes raids tests launches rules guidelines estimates figures "
    "results data census primaries polls campaigns earthquakes fires wildfires hurricanes awards festivals "
    "conferences celebrations levels standards goals targets commitments tariffs statistics reports"
)
"""Plural nouns that a year in front dates rather than counts."""

FUNCTION_WORDS = listed(
    "a an the this that these those his her its their our my your he she it they we i you who which whose what where "
    "when while as with without by in on at for from of off to into onto under over after before following until till "
    "because but and or nor so yet if though although than then also not only both either was were is are be been has "
    "had have having did does do will would could should can may might must shall against during between among through "
    "throughout via about around since upon within despite near saw marked there here however thus therefore "
    "amid along across because said says respectively onward onwards too again just still even now"
)
"""Words that cannot be the head of a noun phrase opened by a year: after them the year stands by itself."""
