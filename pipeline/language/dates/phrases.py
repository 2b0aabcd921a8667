"""The rules for dates told in words: weekdays, "last week", "two years later", durations, recurrences, eras.

Same form as those of `calendar`; words match in any case, ASCII only, so that every match is found again in the tables.
A group named `body` marks the expression where the pattern needs more than it.

Belongs here: the patterns and what a match means. Does not belong here: what a relative word counts from (counting).
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.language.dates.counting import (
    AWAY,
    AWAY_FROM,
    CALENDAR_UNITS,
    EDGES,
    NEAR,
    PLURALS,
    RUN,
    SINGULARS,
    TODAY,
    UNIT_OF,
)
from pipeline.language.dates.grammar import FOUR_DIGITS, NUMERAL, Groups, Rule, S, month_of, number_of, opening
from pipeline.language.dates.model import Atom, Relative
from pipeline.language.dates.words import (
    DAY_PARTS,
    FULL_MONTH,
    NUMBER,
    NUMBERS,
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASONS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAY,
    WEEKDAYS,
    any_of,
)

PART = any_of(DAY_PARTS)
MANY = rf"(?:(?P<n>{NUMBER})|(?P<vague>{any_of(VAGUE_NUMBERS)}))"
ONE_UNIT = rf"(?P<unit>{any_of(SINGULARS)})\b"
UNITS_PLAIN = rf"(?P<unit>{any_of((*UNITS, *PLURALS, 'weekend', 'weekends'))})\b"
UNITS_MANY = rf"(?P<unit>{any_of(PLURALS)})\b"
LONG_UNIT = any_of(("week", "month", "year", "decade", "century"))
CLAUSE_END = r"(?=[ \t]?(?:[.,;:!?)\]–—\r\n]|$))"
TERM = any_of((
    "administration", "presidency", "tenure", "term", "term in office", "terms", "reign", "rule", "regime",
    "premiership", "mandate", "government", "dictatorship", "time in office", "campaign", "visit", "trip", "stay",
))  # fmt: skip
ERAS = (
    "cold war", "great war", "world war i", "world war ii", "world war one", "world war two", "world war 1",
    "world war 2", "first world war", "second world war", "great depression", "middle ages", "renaissance",
    "enlightenment", "industrial revolution", "interwar years", "interwar period", "inter-war period", "wartime",
    "postwar years", "postwar period", "post-war period", "post-war years", "colonial period", "colonial times",
    "turn of the century", "antiquity", "pandemic",
)  # fmt: skip


def number(word: str | None) -> int | None:
    """A count in digits or words; None for a vague one."""
    if not word:
        return None
    return int(word) if word.isdigit() else NUMBERS[_key(word)]


def _key(word: str | None) -> str:
    return " ".join(str(word).casefold().split())


def _point(start: int, end: int, moment: Relative) -> Atom:
    return Atom(start, end, "point", moment)


def _today(groups: Groups, start: int, end: int) -> Atom:
    return _point(start, end, Relative("day", TODAY[_key(groups["today"])]))


def _weekday(groups: Groups, start: int, end: int) -> Atom:
    if groups.get("plural"):
        return Atom(start, end, "recurring")
    reference, amount = NEAR[_key(groups["near"])] if groups["near"] else ("published", 0)
    day = WEEKDAYS[_key(groups["weekday"])]
    return _point(start, end, Relative("weekday", amount, reference=reference, weekday=day))


def _near(groups: Groups, start: int, end: int) -> Atom | None:
    word = _key(groups["near"])
    reference, amount = NEAR[word]
    if groups.get("season"):
        season = SEASONS[_key(groups["season"])]
        return _point(start, end, Relative("season", amount, reference=reference, month=season))
    if groups.get("month"):
        month = month_of(str(groups["month"]))
        return _point(start, end, Relative("named_month", amount, reference=reference, month=month))
    if word == "this" and groups["unit"] == "day":
        return None  # "to this day"
    unit = UNIT_OF[_key(groups["unit"])]
    return _point(start, end, Relative(CALENDAR_UNITS.get(unit, unit), amount, reference=reference))


def _the_weekend(groups: Groups, start: int, end: int) -> Atom:
    return _point(start, end, Relative("weekend", 0, part="latest"))


def _run(groups: Groups, start: int, end: int) -> Atom:
    """ "the last two years" is a run; "the following year" is one year."""
    word, unit = _key(groups["run"]), _key(groups["unit"])
    one = not groups.get("n") and not groups.get("vague") and unit not in PLURALS
    if one and f"the {word}" in NEAR:
        return _near({"near": f"the {word}", "unit": unit}, start, end) or Atom(start, end, "skip")
    reference, sign = RUN[word]
    count = 1 if one else number(groups.get("n"))
    amount = None if count is None else sign * count
    return _point(start, end, Relative(UNIT_OF[unit], amount, span=True, reference=reference))


def _away(groups: Groups, start: int, end: int) -> Atom:
    count = number(groups.get("n"))
    if groups.get("from"):
        reference, sign = "other", AWAY_FROM[_key(groups["from"])]
    else:
        reference, sign = AWAY[_key(groups.get("away") or groups.get("behind"))]
    amount = None if count is None else sign * count
    return _point(start, end, Relative(UNIT_OF[_key(groups["unit"])], amount, reference=reference))


def _day_away(groups: Groups, start: int, end: int) -> Atom:
    return _away(groups | {"n": "1", "unit": "day"}, start, end)


def _edge(groups: Groups, start: int, end: int) -> Atom:
    """ "the end of the year", "later in the month"."""
    near = _key(groups.get("near"))
    reference, amount = NEAR.get(near, ("either", 0))
    part = EDGES.get(_key(groups.get("edge")), "part")
    unit = _key(groups["unit"])
    return _point(start, end, Relative(CALENDAR_UNITS.get(unit, unit), amount, reference=reference, part=part))


def _soon(groups: Groups, start: int, end: int) -> Atom:
    """ "within hours" is the same day; which day "days later" is, is not said."""
    hours = "hours" in _key(groups["soon"])
    return _point(start, end, Relative("day" if hours else "soon", 0, reference="context"))


def _duration(groups: Groups, start: int, end: int) -> Atom:
    return Atom(start, end, "duration", amount=number(groups.get("n")), unit=UNIT_OF[_key(groups["unit"])])


def _anniversary(groups: Groups, start: int, end: int) -> Atom | None:
    count = number_of(str(groups["nth"]))
    return Atom(start, end, "anniversary", amount=count, unit="year") if count else None


def _of_kind(kind: str, evidence: str | None = None) -> Callable[[Groups, int, int], Atom]:
    return lambda groups, start, end: Atom(start, end, kind, evidence=evidence)


_BARE = [word for word, (reference, _) in RUN.items() if reference == "published"]
"""Those that need no article: "recent years", but "following ten years abroad" is after them."""
_THE_OR_NEAR = rf"(?P<near>the|{any_of(NEAR)})"
_RUN_WORD = rf"(?P<run>{any_of(w for w in RUN if w != 'recent')})"
_FROM = rf"(?P<away>{any_of(w for w in AWAY if w not in ('after', 'before', 'following', 'prior'))})\b"
_AFTER = rf"(?P<behind>after|before|following|prior){CLAUSE_END}"
_OTHER = rf"(?P<from>{any_of(AWAY_FROM)})\b"

_VAGUE = rf"(?:(?:just|only|a{S}matter{S}of|{any_of(VAGUE_NUMBERS)}){S})?"
_MANY_STARTS = opening(*NUMBERS, *VAGUE_NUMBERS, NUMERAL)
_UNIT_STARTS = opening(*UNITS, *PLURALS, "weekend", "weekends")
_NEAR_STARTS = opening(*NEAR)
_DAYS = opening(*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS))
_THE = opening("the")

PHRASE_RULES = (
    Rule("today", opening(*TODAY), rf"(?ai:(?P<today>{any_of(TODAY)})\b(?:{S}{PART}\b)?)", _today),
    Rule(
        "weekday",
        _NEAR_STARTS | _DAYS,
        rf"(?:(?P<near>(?ai:{any_of(NEAR)})){S})?(?P<weekday>{WEEKDAY[:-2]})(?P<plural>s)?\b(?:{S}(?ai:{PART})\b)?"
        rf"(?!{S}(?:of|in){S}{FULL_MONTH})",
        _weekday,
    ),
    Rule(
        "recurring",
        opening("every", "each", "annually", "biannually", "biennially", "per", "once", "twice"),
        rf"(?ai:(?:every|each)(?:{S}(?:other|few|{NUMBER}))?{S}(?:{any_of(UNIT_OF)}|{WEEKDAY}|{FULL_MONTH}|{SEASON})"
        rf"|annually|biannually|biennially|(?:per|(?:once|twice){S}an?){S}(?:annum|{any_of(UNITS)}))\b",
        _of_kind("recurring"),
    ),
    Rule(
        "run",
        opening("the", "this", "these"),
        rf"(?ai:(?:the|this|these){S}{_RUN_WORD}{S}{MANY}{S}{UNITS_PLAIN})",
        _run,
    ),
    Rule("run_one", _THE, rf"(?ai:the{S}{_RUN_WORD}{S}{UNITS_PLAIN}(?!{S}of\b))", _run),
    Rule("run_bare", opening(*_BARE), rf"(?ai:(?P<run>{any_of(_BARE)}){S}(?:{MANY}{S})?{UNITS_MANY}(?!{S}of\b))", _run),
    Rule(
        "soon",
        _MANY_STARTS | opening("within", "hours", "days", "just", "only"),
        rf"(?ai:(?P<soon>within{S}{_VAGUE}(?:hours|days)(?!{S}of\b)"
        rf"|{_VAGUE}(?:hours|days){S}(?:later|afterwards?|thereafter|after{CLAUSE_END})"
        rf"|{MANY}{S}hours{S}(?:later|afterwards?|after{CLAUSE_END}))\b)",
        _soon,
    ),
    Rule(
        "away",
        _MANY_STARTS | _UNIT_STARTS,
        rf"(?ai:(?:{MANY}{S})?{UNITS_PLAIN}{S}(?:{_FROM}|{_AFTER}|{_OTHER}))",
        _away,
    ),
    Rule("day_away", _THE, rf"(?ai:the{S}(?:day|{PART}){S}(?:{_AFTER}|{_OTHER}))", _day_away),
    Rule(
        "edge",
        opening("the", *EDGES),
        rf"(?ai:(?:the{S})?(?P<edge>{any_of(EDGES)}){S}of{S}{_THE_OR_NEAR}{S}(?P<unit>{LONG_UNIT})\b)",
        _edge,
    ),
    Rule(
        "edge_in",
        opening("later", "earlier", "early", "late"),
        rf"(?ai:(?:later|earlier|early|late){S}in{S}{_THE_OR_NEAR}{S}(?P<unit>{LONG_UNIT}|day)\b)",
        _edge,
    ),
    Rule("year_end", opening("year"), r"(?ai:(?P<unit>year)(?:['’]s |-)(?P<edge>end)\b)", _edge),
    Rule("near", _NEAR_STARTS, rf"(?ai:(?P<near>{any_of(NEAR)}){S}{ONE_UNIT})", _near),
    Rule("near_season", _NEAR_STARTS, rf"(?ai:(?P<near>{any_of(NEAR)}){S}(?P<season>{SEASON}))", _near),
    Rule(
        "near_month",
        opening("last", "this", "next"),
        rf"(?P<near>(?ai:last|this|next|this{S}past|this{S}coming)){S}(?P<month>{FULL_MONTH})",
        _near,
    ),
    Rule("weekend", _THE, rf"(?ai:the{S}weekend\b)", _the_weekend),
    Rule(
        "anniversary",
        opening(*ORDINALS, NUMERAL, FOUR_DIGITS),
        rf"(?ai:(?P<nth>{ORDINAL}|[0-9]{{1,4}}(?:<sup>)?(?:st|nd|rd|th)(?:</sup>)?)(?:{S}|-)anniversary\b)",
        _anniversary,
    ),
    Rule("duration", _MANY_STARTS, rf"(?ai:{MANY}(?:{S}|-){UNITS_PLAIN}(?!(?:{S}|-)(?:old\b|of{S}age\b)))", _duration),
    Rule("era", opening(*ERAS), rf"(?ai:{any_of(ERAS)}\b)", _of_kind("era", "lead")),
    Rule("era_named", _THE, rf"(?ai:the{S}(?:(?!the\b)[a-z][a-z.'’-]{{0,30}}{S}){{1,2}}era\b)", _of_kind("era")),
    Rule(
        "era_of",
        opening("during", "throughout"),
        rf"(?:[Dd]uring|[Tt]hroughout){S}(?P<body>(?:his|her|their|its|the|[A-Z][\w.-]{{0,30}}['’]s?)"
        rf"(?:{S}[A-Za-z][\w.'’-]{{0,30}}){{0,3}}?{S}{TERM}\b)",
        _of_kind("era"),
    ),
)
"""Tried in this order, after the calendar rules, where several may begin with one word."""
