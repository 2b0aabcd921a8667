"""The compiled grammar: every match of the rules in a text, left to right, without overlaps.

What only looks like a date (addresses, sums, resolution and flight numbers, clock times) is matched first and
dropped, so that no year is seen inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.language.dates.calendar import CALENDAR_RULES
from pipeline.language.dates.grammar import FOUR_DIGITS, NUMERAL, Groups, Rule, S, opening
from pipeline.language.dates.model import Atom, Value
from pipeline.language.dates.phrases import PHRASE_RULES
from pipeline.language.dates.words import WEEKDAY, WEEKDAYS, any_of, listed

NUMBERED = (
    "resolution", "resolutions", "res.", "unscr", "unsc resolution", "article", "articles", "section", "sections",
    "sec.", "no.", "nos.", "no", "number", "numbers", "chapter", "chapters", "page", "pages", "pp.", "p.", "vol.",
    "volume", "paragraph", "paragraphs", "para.", "item", "items", "order", "executive order", "proclamation",
    "directive", "regulation", "decree", "docket", "case", "public law", "statute", "u.s.c.", "usc", "stat.",
    "fed. reg.", "title", "part", "annex", "flight", "route", "highway", "interstate", "channel", "room", "suite",
    "unit", "boeing", "airbus", "model", "agenda", "vision", "horizon", "area", "phase", "level", "grade", "apollo",
    "isbn", "issn", "doi", "oclc", "pmid", "rfc", "id", "ref", "ref.", "box", "usd", "eur", "gbp", "jpy", "pen",
    "version", "group of", "formula", "mirage",
)  # fmt: skip
"""Words whose number is a label or a sum, not a year."""

DAY_NAMES = listed("Black Bloody Good Easter Palm Ash Holy Super Cyber Giving Shrove Maundy Orthodox")
PAPERS = listed("Times Telegraph Herald Mail Express Mirror Tribune Review Post World Star Nation Guardian School")
TODAYS = listed("USA Russia India China Psychology History Europe Africa Asia Arab Iran Turkey America")

_NUMBER_LIST = rf"[0-9][0-9/.-]{{0,12}}(?:(?:,?{S}(?:and|or|to|through|&){S}|,{S}|[-–])[0-9]{{1,6}}(?![0-9])){{0,12}}"


def _skip(groups: Groups, start: int, end: int) -> Atom:
    return Atom(start, end, "skip")


def _bare_year(groups: Groups, start: int, end: int) -> Atom:
    return Atom(start, end, "point", Value(groups["year"]), evidence="year")


YEAR_RULE = Rule(
    "year",
    opening(FOUR_DIGITS),
    r"(?P<year>[12][0-9]{3})(?![0-9])(?!,[0-9]{3}(?![0-9]))(?!\.[0-9]{1,2}[^0-9\s])",
    _bare_year,
)

RULES = (
    Rule("url", opening("http", "https", "www"), r"(?ai:https?://|www\.)[^\s<>\"]{1,2048}", _skip),
    Rule("doi", opening(NUMERAL), r"10\.[0-9]{4,9}/[^\s<>\"]{1,300}", _skip),
    Rule(
        "clock",
        opening(NUMERAL, FOUR_DIGITS),
        rf"[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?|[0-9]{{3,4}}{S}(?:UTC|GMT|BST|EST|EDT|CET|hours|hrs)\b",
        _skip,
    ),
    Rule("day_name", opening(*DAY_NAMES), rf"{any_of(DAY_NAMES)}{S}{WEEKDAY}", _skip),
    Rule(
        "paper",
        opening(*WEEKDAYS, *TODAYS),
        rf"{WEEKDAY}{S}(?:{any_of(PAPERS)}\b|Night{S}Live\b)|{any_of(TODAYS)}{S}(?:Today|TODAY)\b",
        _skip,
    ),
    *CALENDAR_RULES,
    Rule("numbered", opening(*NUMBERED), rf"(?ai:{any_of(NUMBERED)})(?:{S}\(?|(?=[0-9])){_NUMBER_LIST}", _skip),
    Rule(
        "grouped",
        opening(NUMERAL),
        r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])(?:\.[0-9]{1,9})?|[0-9]{1,3}\.[0-9]{1,9}(?![0-9.])",
        _skip,
    ),
    Rule("phone", opening(NUMERAL), r"[0-9]{1,3}[ -][0-9]{3}[ -][0-9]{3,4}(?:[ -][0-9]{2,4})?(?![0-9])", _skip),
    *PHRASE_RULES,
    YEAR_RULE,
)

_TOKEN = re.compile(r"(?<!\w)(?:[A-Za-z]+|[0-9]+)")


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    words = sorted({word for rule in RULES for word in rule.starts})
    return {word: tuple(rule for rule in RULES if word in rule.starts) for word in words}


_DISPATCH = _by_first_word()
_NONE: tuple[Rule, ...] = ()


def scan(text: str) -> list[Atom]:
    """Every match of the grammar in `text`, left to right without overlaps, before its surroundings are read."""
    return list(_scan(text))


def _scan(text: str) -> Iterator[Atom]:
    done = 0
    for token in _TOKEN.finditer(text):
        if token.start() < done:
            continue
        word = token[0]
        key = word.casefold() if not word.isdigit() else NUMERAL if len(word) < 4 else FOUR_DIGITS
        for rule in _DISPATCH.get(key, _NONE):
            match = _pattern(rule.name).match(text, token.start())
            if match:
                done = match.end()
                atom = _atom(rule, match)
                if atom is not None and atom.kind != "skip":
                    yield atom
                break


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A rule's expression, compiled when a text first needs it."""
    return re.compile(next(rule.pattern for rule in RULES if rule.name == name))


def _atom(rule: Rule, match: re.Match[str]) -> Atom | None:
    """What the rule makes of a match: None where it turns out to be no date."""
    groups = match.groupdict()
    start, end = match.span("body") if groups.get("body") else match.span()
    return rule.build(groups, start, end)
