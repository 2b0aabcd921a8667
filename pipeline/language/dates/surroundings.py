"""What stands around a match: its modifier, determiner and preposition, and whether they bear it out as a date.

All look-back is over a window of fixed length, so that reading the surroundings costs the same everywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language.dates.model import Atom, Moment, Relative, Value
from pipeline.language.dates.words import (
    COUNTED,
    EVENT_NOUNS,
    FUNCTION_WORDS,
    SPACE,
    any_of,
)

S = SPACE
_WINDOW = 64
_CLAUSE = 120

LEADS = (
    "in", "on", "at", "of", "by", "since", "ever since", "until", "till", "up until", "up to", "through", "throughout",
    "during", "within", "before", "prior to", "ahead of", "after", "following", "from", "between", "to", "over", "for",
    "as of", "as from", "as early as", "as late as", "as recently as", "starting", "starting in", "starting on",
    "starting from", "beginning", "beginning in", "beginning on", "beginning from", "effective", "dated", "amid",
    "against", "with", "under", "into", "towards", "toward",
)  # fmt: skip
"""Words that introduce a date, or the noun phrase that a date stands in."""

SURE_LEADS = frozenset((
    "in", "on", "by", "since", "ever since", "until", "till", "up until", "through", "throughout", "during", "from",
    "between", "within", "as of", "as from", "as early as", "as late as", "as recently as", "starting", "starting in",
    "starting on", "starting from", "beginning", "beginning in", "beginning on", "beginning from", "effective", "dated",
))  # fmt: skip
"""Those after which a number like a year is one, and stands by itself."""

MONTH_LEADS = SURE_LEADS - {"by", "from", "between", "on", "within"}
PARTS = {
    "early": "early", "late": "late", "mid": "mid", "middle": "mid", "earlier": "early", "later": "late",
    "end": "end", "close": "end", "beginning": "start", "start": "start", "outset": "start", "turn": "turn",
    "height": "mid", "eve": "eve", "course": "course", "rest": "rest", "remainder": "rest",
}  # fmt: skip
APPROXIMATE = ("about", "around", "approximately", "roughly", "circa", "ca.", "ca", "c.", "some time in", "sometime in")

_PART = re.compile(
    rf"(?ai:(?<![A-Za-z-])(?:the{S})?(?:(?P<part>early|late|mid|middle|earlier|later)(?:(?:{S}|-)to(?:{S}|-)(?:mid|late))?"
    rf"(?:-|–|{S}(?:in{S})?(?:the{S})?)"
    rf"|(?P<edge>end|close|beginning|start|outset|middle|turn|height|eve|course|rest|remainder){S}of{S}(?:the{S})?"
    rf"|(?P<share>(?:first|second|last|final|latter|opening|closing|early|later|latter|third|fourth)"
    rf"(?:{S}(?:few|two|three|four|five|six))?{S}(?:half|third|quarter|part|days|weeks|months|years|decades|decade)"
    rf"|half){S}of{S}(?:the{S})?))\Z"
)
_ABOUT = re.compile(rf"(?ai:(?<![A-Za-z-])(?P<about>{any_of(APPROXIMATE)})(?:{S}|(?<=\.))(?:the{S})?)\Z")
_FILLER = re.compile(
    rf"(?ai:(?<![A-Za-z-])(?:the{S})?(?P<noun>(?:calendar{S})?years?|months?|weeks?|weekend|period|days?|date|dates|night|"
    rf"morning|afternoon|evening|summer|season|centuries){S}(?:of{S})?(?:the{S})?)\Z"
)
_AT_LEAST = re.compile(
    rf"(?ai:(?<![A-Za-z-])(?:at{S}least|at{S}the{S}latest|only|just|exactly|precisely|both|either){S})\Z"
)
_THE = re.compile(rf"(?ai:(?<![A-Za-z-])the{S})\Z")
_DETERMINER = re.compile(
    rf"(?<![\w-])(?:(?ai:the|an?|its|his|her|their|our|my|this|that|these|those|each|any|another)|[\w.]{{1,30}}['’]s?)"
    rf"{S}(?P<adjectives>(?:[a-z][a-z-]{{2,19}}{S}){{0,2}})\Z"
)
_LEAD = re.compile(rf"(?ai:(?<![\w-])(?P<lead>{any_of(LEADS)})(?:{S}))\Z")
_PREFIX = re.compile(r"(?ai:(?<![A-Za-z])(?P<lead>pre|post)[-–])\Z")
_NEGATION = re.compile(r"(?ai:\b(?:not|never|no|cannot)\b|n['’]t\b)[^.;:!?\n]{0,100}\Z")
_NEXT_WORD = re.compile(rf"{S}[“\"'‘(\[*_]{{0,3}}(?P<word>[^\W\d_][\w'’.-]{{0,40}})")
_QUANTIFIED = re.compile(
    rf"(?ai:(?<![A-Za-z-])(?:some|over|nearly|almost|about|around|approximately|roughly|more{S}than|less{S}than|fewer{S}than|"
    rf"at{S}least|at{S}most|up{S}to|only|another|estimated|additional|total{S}of|exceeding|reached|number(?:ed|ing)?|"
    rf"all|these|those|other){S})\Z"
)
_LABELLED = re.compile(r"(?:[#№§/:@=_&]|[A-Za-z0-9]-|[$€£¥][ ]?|[0-9][.,]|\bNo\.?[ ])\Z")
_SPOILED = re.compile(r"[%°]|[:.][0-9]|/(?![0-9]{4}(?![0-9]))|-[A-Za-z](?!ra\b)|\([A-Za-z0-9]")
"""What follows a number that is a share, a ratio, a clock time, a compound or a section of a law."""
_CLAUSE_END = re.compile(r"[ \t]{0,2}(?:[.,;:!?)\]–—\r\n]|\Z)")
_AMBIGUOUS_MONTHS = frozenset((3, 4, 5, 6, 8))
"""March, April, May, June and August are also verbs, names of people or adjectives."""

_COUNTED, _EVENTS, _FUNCTION = frozenset(COUNTED), frozenset(EVENT_NOUNS), frozenset(FUNCTION_WORDS)
_SUBJECTLESS = _FUNCTION - {"was", "were", "had", "has", "is", "said", "says", "did", "does"}


@dataclass(slots=True)
class Candidate:
    """A match with its surroundings. start includes the modifier ("early 2010"); lead is lower case."""

    atom: Atom
    start: int
    end: int
    first: Moment | None
    last: Moment | None
    lead: str | None = None
    lead_start: int = -1
    modifier: str | None = None
    determined: bool = False
    yearly: bool = False
    attributive: bool = False
    joined: bool = False
    kind: str = "point"
    open_end: bool = False


def _back(pattern: re.Pattern[str], text: str, end: int, window: int = _WINDOW) -> re.Match[str] | None:
    return pattern.search(text, max(0, end - window), end)


def read(text: str, atom: Atom) -> Candidate:
    """The candidate of an atom: modifiers taken into its span, preposition and determiner noted."""
    found = Candidate(atom, atom.start, atom.end, atom.first, atom.last, kind=atom.kind)
    _take_modifiers(text, found)
    before = found.start
    if match := _back(_FILLER, text, before):
        found.yearly = match["noun"].casefold().endswith(("year", "years"))
        before = match.start()
    elif match := _back(_THE, text, before):
        before, found.determined = match.start(), True
    _take_lead(text, found, before)
    _judge_attributive(text, found)
    return found


def _take_modifiers(text: str, found: Candidate) -> None:
    if not isinstance(found.first, Value | Relative):
        return
    if match := _back(_PART, text, found.start):
        word = next(w for w in (match["part"], match["edge"], match["share"]) if w).casefold()
        part = PARTS.get(word, word)
        found.start, found.modifier = match.start(), part
        found.first = _with_part(found.first, part)
    about = _back(_ABOUT, text, found.start)
    if about and isinstance(found.first, Value) and not _counts(text, found.end):
        found.start, found.modifier = about.start(), found.modifier or "about"
        found.first = Value(found.first.year, found.first.month, found.first.day, True, found.first.part)


def _with_part(moment: Moment, part: str) -> Moment:
    if isinstance(moment, Value):
        return Value(moment.year, moment.month, moment.day, moment.approx, part)
    fields = (moment.unit, moment.amount, moment.span, moment.reference, moment.weekday, moment.month, moment.day)
    return Relative(*fields, part=moment.part or part)


def _take_lead(text: str, found: Candidate, before: int) -> None:
    found.lead_start = found.start
    if match := _back(_AT_LEAST, text, before):
        before = match.start()
    if match := _back(_PREFIX, text, before):
        found.lead, found.lead_start = {"pre": "before", "post": "after"}[match["lead"].casefold()], match.start()
    elif match := _back(_LEAD, text, before):
        found.lead, found.lead_start = " ".join(match["lead"].casefold().split()), match.start()
    elif text[found.start - 1 : found.start] == "(" and found.start:
        found.lead, found.lead_start = "(", found.start - 1
    if found.lead in ("until", "till", "up until") and _back(_NEGATION, text, found.lead_start, _CLAUSE):
        found.lead = "not until"


def next_word(text: str, position: int) -> str | None:
    """The word right after `position`, or None where punctuation, a line end or nothing follows."""
    match = _NEXT_WORD.match(text, position)
    return match["word"] if match else None


def _counts(text: str, position: int) -> bool:
    word = next_word(text, position)
    return word is not None and word.casefold().rstrip(".") in _COUNTED


def _judge_attributive(text: str, found: Candidate) -> None:
    """ "the 2006 treaty" and "Tuesday's vote" name a thing by its date; "in 2006 the treaty" dates a deed."""
    moment = found.first
    if found.kind not in ("point", "interval") or moment is None or (isinstance(moment, Relative) and moment.span):
        return
    if found.atom.evidence == "adjective" or re.match(r"['’]s\b", text[found.end : found.end + 3]):
        found.attributive = True
        return
    word = next_word(text, found.end)
    if word is None or word.casefold().rstrip(".'’") in _FUNCTION or found.yearly or found.lead == "(":
        return
    grain = moment.granularity if isinstance(moment, Value) else "relative"
    if found.lead in SURE_LEADS and (not found.determined or grain in ("decade", "century")):
        return
    determiner = _back(_DETERMINER, text, found.start)
    if determiner and (grain != "relative" or (_is_weekday(moment) and not determiner["adjectives"])):
        found.attributive = True
        if found.lead is None:
            _take_lead(text, found, determiner.start())
    elif grain in ("year", "month"):
        found.attributive = found.lead not in SURE_LEADS


def _is_weekday(moment: Moment) -> bool:
    return isinstance(moment, Relative) and moment.unit == "weekday"


def borne_out(text: str, found: Candidate, before: Candidate | None, after: Candidate | None) -> bool:
    """Whether what stands around a match that may be no date shows that it is one.

    `before` is the date right before it across a dash, comma, "and" or "to"; `after` the one right behind it.
    """
    match found.atom.evidence:
        case None | "adjective":
            return True
        case "year":
            return _is_year(text, found, before)
        case "month":
            return _is_month(text, found, before, after)
        case "season":
            return _is_season(text, found)
        case "decade":
            return _is_short_decade(text, found, before)
        case "lead":
            return found.lead is not None
    return False


def _is_year(text: str, found: Candidate, before: Candidate | None) -> bool:
    start, end, year = found.atom.start, found.atom.end, int(str(getattr(found.first, "year", "0")))
    if _SPOILED.match(text, end):
        return False
    if found.modifier == "mid" or (found.lead in ("before", "after") and text[start - 1] in "-–"):
        return True
    if _LABELLED.search(text, max(0, start - 4), start) and not (before and text[start - 1] in "-/"):
        return False
    sure = found.lead in SURE_LEADS or found.yearly or found.lead == "("
    word = (next_word(text, end) or "").casefold().rstrip(".")
    if word in _COUNTED and (year % 100 == 0 or not sure):
        return False
    if before and before.first and not _counts(text, end):
        return True
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _EVENTS | _FUNCTION
    if plural and not text[end + 1 : end + 2].isupper() and (year % 100 == 0 or not (sure or found.determined)):
        return False
    quantified = _back(_QUANTIFIED, text, found.start)
    if quantified and not sure and (word not in _FUNCTION | {""} or not _loose(quantified[0])):
        return False
    return sure or 1700 <= year < 2100


def _loose(quantifier: str) -> bool:
    return quantifier.casefold().split()[0] in ("about", "around", "approximately", "roughly", "up")


def _is_month(text: str, found: Candidate, before: Candidate | None, after: Candidate | None) -> bool:
    month = getattr(found.first, "month", 0)
    neighbours = [c for c in (before, after) if c and isinstance(c.first, Value) and c.first.month is not None]
    if neighbours or (found.lead in MONTH_LEADS and not found.determined):
        return True
    word = next_word(text, found.end)
    if found.modifier in ("early", "late", "mid", "end", "start"):
        return True
    if found.lead == "(" and text[found.end : found.end + 1] == ")":
        return True
    named_thing = word is not None and word[0].islower() and word.casefold() not in _FUNCTION
    if found.determined or found.attributive:
        return named_thing and text[found.end : found.end + 1].isspace()
    if found.lead is None:
        return False
    if month not in _AMBIGUOUS_MONTHS:
        return True
    return bool(_CLAUSE_END.match(text, found.end)) or (word is not None and word.casefold() in _SUBJECTLESS)


def _is_season(text: str, found: Candidate) -> bool:
    word = next_word(text, found.end)
    if found.attributive or (word and (word[0].isupper() or word == "of")):
        return False
    return found.lead in SURE_LEADS | {"over", "before", "after"} and found.lead != "on"


def _is_short_decade(text: str, found: Candidate, before: Candidate | None) -> bool:
    if before and isinstance(before.first, Value) and before.first.granularity == "decade":
        return True
    if text[found.atom.start - 1 : found.atom.start] in ("'", "’"):
        return True
    return found.determined or bool(found.modifier and _back(_THE, text, found.atom.start))
