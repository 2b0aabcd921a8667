"""Currencies as texts write them, from babel's CLDR data.

Belongs here: symbols, codes and names -> ISO 4217 codes. Does not belong here: sums (pipeline.language.quantities).
"""

from __future__ import annotations

import re
from collections import Counter

import pycountry
from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies

_CURRENT = sorted({c for country in pycountry.countries for c in get_territory_currencies(country.alpha_2) or []})
"""Codes of the currencies in use."""
_SYMBOLS = (
    {"US$": "USD", "U.S.$": "USD", "C$": "CAD", "S/": "PEN", "S/.": "PEN", "Rs": "INR", "Rs.": "INR"}
    | {
        **{"S$": "SGD", "N$": "NAD", "J$": "JMD", "TT$": "TTD", "RM": "MYR", "KSh": "KES", "Ksh": "KES", "KSh.": "KES"},
        **{"TSh": "TZS", "USh": "UGX", "GH₵": "GHS", "GH¢": "GHS", "Rp": "IDR", "Tk": "BDT", "zł": "PLN", "Kč": "CZK"},
        **{"₦": "NGN", "₵": "GHS", "₴": "UAH", "₸": "KZT", "₺": "TRY", "₽": "RUB", "₾": "GEL", "฿": "THB", "₡": "CRC"},
        **{"₲": "PYG", "₭": "LAK", "₮": "MNT", "₼": "AZN"},
    }
    | {s: c for c in _CURRENT if not (s := get_currency_symbol(c, locale=Locale("en"))).isalpha() and not s.isspace()}
)


def _names() -> dict[str, str]:
    """Names in lower case -> code: "peruvian soles", and "soles" where one currency alone is called so."""
    full = {get_currency_name(c, count=n, locale="en").lower(): c for c in _CURRENT for n in (1, 2)}
    bare = Counter({name.split()[-1]: 0 for name in full})
    codes: dict[str, set[str]] = {}
    for name, code in full.items():
        codes.setdefault(name.split()[-1], set()).add(code)
    unique = {word: next(iter(found)) for word, found in codes.items() if len(found) == 1 and word in bare}
    own = {"dollars": "USD", "dollar": "USD", "u.s. dollars": "USD", "u.s. dollar": "USD", "american dollars": "USD"}
    return {**unique, **full, **own, "pounds sterling": "GBP", "renminbi": "CNY", "rmb": "CNY"}


_NAMES = _names()


def _alternatives(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_CODES = rf"(?-i:{'|'.join(_CURRENT)})"
_RAND = r"(?<![\w$])(?-i:R)(?=\d[\d.,]*\s?(?:million|billion|trillion|mn|bn)\b)"
"""A single letter, which means money only before a sum of millions: "R3.5 billion"."""
BEFORE = rf"{_RAND}|(?<![\w$]){_alternatives(_SYMBOLS)}|(?<!\w){_CODES}(?=[\s\u00a0]?\d)"
"""Pattern of what stands before a sum."""
AFTER = rf"(?:{_alternatives(_NAMES)})|{_CODES}|€"
"""Pattern of what stands behind a sum."""


def is_money(word: str) -> bool:
    """Whether a word by itself says that a number is a sum: a currency's code or a sign of more than letters."""
    return word in _CURRENT or (word in _SYMBOLS and not word.isalpha())


def code_of(surface: str | None) -> str | None:
    """ISO 4217 code of a symbol, code or name; None for none. A bare "$" or "dollars" is the US dollar."""
    text = " ".join((surface or "").split())
    if not text:
        return None
    return (
        {"R": "ZAR"}.get(text) or _SYMBOLS.get(text) or _NAMES.get(text.lower()) or (text if text in _CURRENT else None)
    )
