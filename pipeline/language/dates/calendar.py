"""The rules for dates with a calendar: days, months, years, decades, centuries, seasons, quarters.

Belongs here: what a date's own figures and names say. Does not belong here: dates told in words alone (phrases), what
only looks like a date (scan).
"""

from __future__ import annotations

from pipeline.language.dates.counting import YEAR_WORDS
from pipeline.language.dates.grammar import FOUR_DIGITS, NUMERAL, S0, SEP, Groups, Rule, S, month_of, number_of, opening
from pipeline.language.dates.model import Atom, Relative, Value
from pipeline.language.dates.notation import days_in
from pipeline.language.dates.words import (
    COUNTED,
    DECADE_WORDS,
    FULL_MONTH,
    MONTH,
    MONTH_NUMBERS,
    ORDINAL,
    ORDINAL_WORD,
    ORDINALS,
    SEASON,
    SEASONS,
    SHORT_WEEKDAY,
    any_of,
)

COUNT = any_of(COUNTED)
NOT_COUNTED = rf"(?!{S}(?ai:{COUNT})\b)"
YEAR = rf"(?![0-9]{{2}}00{S}(?ai:{COUNT})\b)(?P<year>[12][0-9]{{3}})(?![0-9])(?!['’]?s\b)(?!,[0-9]{{3}}(?![0-9]))"
SUFFIX = r"(?:(?:<sup>)?(?:st|nd|rd|th|d)(?:</sup>)?)?"
DAY_END = rf"(?![0-9A-Za-z])(?![.:][0-9])(?!,[0-9]{{3}}(?![0-9])){NOT_COUNTED}(?!{S0}%)"
DAY = rf"(?P<day>3[01]|[12][0-9]|0?[1-9]){SUFFIX}{DAY_END}"
FROM_DAY = rf"(?P<day1>3[01]|[12][0-9]|0?[1-9]){SUFFIX}"
OTHER_YEAR = rf"(?:(?:of|in){S})?(?P<which>(?ai:{any_of(YEAR_WORDS)})){S}year\b"
TAIL = rf"(?:(?:,{S0}|{S})(?:(?:of|in){S})?{YEAR}|,?{S}{OTHER_YEAR})"
SHORT_YEAR = r"(?P<short>[0-9]{2})(?![0-9A-Za-z])"


def dated(groups: Groups, month: int | None, day: int | None) -> Value | Relative:
    """A value from a year group, a "last year" group or neither; of a day that does not exist its month alone."""
    year = groups.get("year")
    if month and day and day > days_in(year, month):
        day = None
    if groups.get("which"):
        reference, amount = YEAR_WORDS[" ".join(str(groups["which"]).casefold().split())]
        return Relative("year", amount, reference=reference, month=month, day=day)
    return Value(year, month, day)


def _single(start: int, end: int, value: Value | Relative | None, evidence: str | None = None) -> Atom | None:
    return Atom(start, end, "point", value, evidence=evidence) if value else None


def _day(groups: Groups, start: int, end: int) -> Atom | None:
    day = groups.get("day")
    number = int(day) if day else number_of(str(groups["ordinal"]))
    groups = groups | {"year": groups["year"] or groups.get("dashed")}
    return _single(start, end, dated(groups, month_of(str(groups["month"])), number))


def _day_range(groups: Groups, start: int, end: int) -> Atom | None:
    month = month_of(str(groups["month"]))
    first = dated(groups, month, int(str(groups["day1"])))
    last = dated(groups, month, int(str(groups["day"])))
    if int(str(groups["day1"])) >= int(str(groups["day"])):
        return None
    separator = str(groups["sep"]).split()
    pair = ("or" in separator or "and" in separator) and int(str(groups["day"])) - int(str(groups["day1"])) > 1
    return Atom(start, end, "pair" if pair else "interval", first, last)


def _month(groups: Groups, start: int, end: int) -> Atom | None:
    return _single(start, end, dated(groups, month_of(str(groups["month"])), None))


def _bare_month(groups: Groups, start: int, end: int) -> Atom | None:
    return _single(start, end, Value(None, month_of(str(groups["month"]))), "month")


def _numbers(year: str, month: str, day: str | None, start: int, end: int) -> Atom | None:
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= days_in(year, int(month))):
        return None
    return _single(start, end, Value(year, int(month), int(day) if day else None))


def _year_first(groups: Groups, start: int, end: int) -> Atom | None:
    return _numbers(str(groups["year"]), str(groups["mm"]), groups["dd"], start, end)


def _slashed(groups: Groups, start: int, end: int) -> Atom | None:
    """Numeric dates only where one reading is possible; a dotted one is always day first."""
    year, left, right = str(groups["year"]), str(groups["left"]), str(groups["right"])
    if groups["mark"] == "." or left == right or int(left) > 12:
        return _numbers(year, right, left, start, end)
    return _numbers(year, left, right, start, end) if int(right) > 12 else None


def _year_pair(groups: Groups, start: int, end: int) -> Atom | None:
    """2006-07 is two years where the second number goes on from the first, else a year and a month."""
    year, short = str(groups["year"]), str(groups["short"])
    if int(short) > int(year[2:]) or (short == "00" and year.endswith("99")):
        last = f"{int(year[:2]) + (short == '00'):02d}{short}"
        return Atom(start, end, "interval", Value(year), Value(last))
    return _numbers(year, short, None, start, end) if groups["mark"] == "-" else None


def _decade(groups: Groups, start: int, end: int) -> Atom | None:
    digits = str(groups["decade"])
    year = digits[:2] + "XX" if digits.endswith("00") and digits != "2000" else digits[:3] + "X"
    return _single(start, end, Value(year))


def _short_decade(groups: Groups, start: int, end: int) -> Atom | None:
    word = groups.get("word")
    tens = DECADE_WORDS[word.casefold()] if word else int(str(groups["tens"]))
    evidence = None if groups.get("nineteen") else "decade"
    return _single(start, end, Value(f"19{tens // 10}X"), evidence)


def _century(groups: Groups, start: int, end: int) -> Atom | None:
    if groups.get("bc"):
        return Atom(start, end, "era")
    numbers = [number_of(str(groups[g])) for g in ("first", "second", "other") if groups.get(g)]
    if any(not 1 <= n <= 30 for n in numbers):
        return None
    values = [Value(f"{n - 1:02d}XX") for n in numbers]
    if len(values) == 1:
        return _single(start, end, values[0], "adjective" if groups["hyphen"] else None)
    return Atom(start, end, "interval", values[0], values[1]) if numbers[0] < numbers[1] else None


def _season(groups: Groups, start: int, end: int) -> Atom | None:
    season = SEASONS[str(groups["season"]).casefold()]
    evidence = None if groups.get("year") or groups.get("which") else "season"
    return _single(start, end, dated(groups, season, None), evidence)


def _quarter(groups: Groups, start: int, end: int) -> Atom | None:
    number = int(str(groups["q"])) if groups.get("q") else number_of(str(groups["nth"]))
    if not 1 <= number <= 4:
        return None
    first, last = (dated(groups, number * 3 - back, None) for back in (2, 0))
    return Atom(start, end, "interval", first, last)


def _fiscal(groups: Groups, start: int, end: int) -> Atom | None:
    first, last = groups["year"] or "20" + str(groups["short"]), groups["last"]
    if last and int(first[: 4 - len(last)] + last) > int(first):
        return Atom(start, end, "interval", Value(first), Value(first[: 4 - len(last)] + last))
    return _single(start, end, Value(first))


def _short_weekday(groups: Groups, start: int, end: int) -> Atom:
    """Counts only where a date follows it."""
    return Atom(start, end, "point", Relative("weekday", 0, weekday=0), evidence="weekday")


ORDINAL_STARTS = opening(*ORDINALS)
MONTH_STARTS = opening(*MONTH_NUMBERS)

CALENDAR_RULES = (
    Rule(
        "iso",
        opening(FOUR_DIGITS),
        r"(?P<year>[12][0-9]{3})(?P<mark>[-/])(?P<mm>[0-9]{2})(?P=mark)(?P<dd>[0-9]{2})(?![0-9/]|-[0-9])",
        _year_first,
    ),
    Rule(
        "slashed",
        opening(NUMERAL),
        r"(?P<left>[0-9]{1,2})(?P<mark>[/.])(?P<right>[0-9]{1,2})(?P=mark)(?P<year>[12][0-9]{3})(?![0-9/]|[.-][0-9])",
        _slashed,
    ),
    Rule("day_range", opening(NUMERAL), rf"{FROM_DAY}{SEP}{DAY}(?:{S}of)?{S}(?P<month>{MONTH}){TAIL}?", _day_range),
    Rule(
        "day_month",
        opening(NUMERAL),
        rf"{DAY}(?:{S}day)?(?:{S}of{S}|{S}|-)(?P<month>{MONTH})(?:{TAIL}|-(?P<dashed>[12][0-9]{{3}})(?![0-9]))?",
        _day,
    ),
    Rule("decade", opening(FOUR_DIGITS), r"(?P<decade>[12][0-9]{2}0)['’]?s\b", _decade),
    Rule("short_decade", opening(NUMERAL), r"(?P<tens>[2-9]0)['’]?s\b", _short_decade),
    Rule(
        "year_pair",
        opening(FOUR_DIGITS),
        rf"(?P<year>[12][0-9]{{3}})(?P<mark>[-–/]){SHORT_YEAR}(?![-–/][0-9])",
        _year_pair,
    ),
    Rule(
        "century",
        ORDINAL_STARTS | {NUMERAL},
        rf"(?ai:(?P<first>{ORDINAL})(?:{S}(?:and|to|through|or){S}(?:the{S})?(?P<second>{ORDINAL})|"
        rf"{S0}[-–]{S0}(?P<other>{ORDINAL}))?(?:(?P<hyphen>-)|{S})centur(?:y|ies)\b(?P<bc>{S}B\.?C\.?(?:E\.?)?)?)",
        _century,
    ),
    Rule(
        "quarter",
        ORDINAL_STARTS | {NUMERAL},
        rf"(?ai:(?P<nth>{ORDINAL}){S}quarter{S}(?:of{S})?(?:the{S}year{S})?)(?:{YEAR}|{OTHER_YEAR})",
        _quarter,
    ),
    Rule(
        "ordinal_day",
        ORDINAL_STARTS,
        rf"(?P<ordinal>(?ai:{ORDINAL_WORD})){S}(?:day{S})?of{S}(?P<month>{MONTH}){TAIL}?",
        _day,
    ),
    Rule("month_range", MONTH_STARTS, rf"(?P<month>{MONTH}){S}{FROM_DAY}{SEP}{DAY}(?!{S}{MONTH}){TAIL}?", _day_range),
    Rule("month_day", MONTH_STARTS, rf"(?P<month>{MONTH}){S}(?:the{S})?{DAY}{TAIL}?", _day),
    Rule("month_year", MONTH_STARTS, rf"(?P<month>{MONTH})(?:{TAIL})", _month),
    Rule("month", MONTH_STARTS, rf"(?P<month>{FULL_MONTH})", _bare_month),
    Rule(
        "weekday_short",
        opening("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        rf"{SHORT_WEEKDAY}(?=,?{S}[0-9A-Z])",
        _short_weekday,
    ),
    Rule(
        "season_year",
        opening(*SEASONS),
        rf"(?P<season>(?ai:{SEASON}))(?:,?{S}(?:of{S})?{YEAR}(?:[-–/][0-9]{{2,4}}(?![0-9]))?|{S}{OTHER_YEAR})",
        _season,
    ),
    Rule("season", opening(*SEASONS), rf"(?P<season>(?ai:{SEASON}))", _season),
    Rule("quarter_of", opening("q"), rf"Q(?P<q>[1-4])(?:{S}of{S}|,?{S0}){YEAR}", _quarter),
    Rule(
        "fiscal",
        opening("fiscal", "fy"),
        rf"(?:(?ai:fiscal)(?:{S}(?ai:years?))?(?:{S}\(FY\))?{S}|FY{S0}['’]?)(?:{YEAR}|{SHORT_YEAR})(?:[-–/](?P<last>(?:[12][0-9])?[0-9]{{2}})(?![0-9]))?",
        _fiscal,
    ),
    Rule(
        "decade_word",
        opening("nineteen", *DECADE_WORDS),
        rf"(?ai:(?P<nineteen>nineteen[- ])?(?P<word>{any_of(DECADE_WORDS)}))\b",
        _short_decade,
    ),
)
"""Tried in this order where several may begin with one word."""
