"""What stands around a match: its modifier, determiner and preposition, and whether it names a thing by its date.

All look-back is over a window of fixed length, so that reading the surroundings costs the same everywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.language.dates.grammar import S
from pipeline.language.dates.model import Atom, Moment, Relative, Value
from pipeline.language.dates.words import COUNTED, FUNCTION_WORDS, any_of

_WINDOW = 64
_CLAUSE = 120

LEADS = (
    "in", "on", "at", "of", "by", "since", "ever since", "until", "till", "up until", "up to", "through",
    "throughout", "during", "within", "before", "prior to", "ahead of", "after", "following", "from", "between", "to",
    "over", "for", "as of", "as from", "as early as", "as late as", "as recently as", "starting", "starting in",
    "starting on", "starting from", "no later than", "not later than", "beginning", "beginning in", "beginning on",
    "beginning from", "effective", "dated", "amid", "against", "with", "under", "into", "towards", "toward",
)  # fmt: skip
"""Words that introduce a date, or the noun phrase that a date stands in."""

SURE_LEADS = frozenset((
    "in", "on", "by", "since", "ever since", "until", "till", "up until", "through", "throughout", "during", "from",
    "between", "within", "as of", "as from", "as early as", "as late as", "as recently as", "starting", "starting in",
    "starting on", "starting from", "no later than", "not later than", "beginning", "beginning in", "beginning on",
    "beginning from", "effective", "dated",
))  # fmt: skip
"""Those after which a number like a year is one, and stands by itself."""

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
    rf"(?ai:(?<![A-Za-z-])(?:at{S}least|at{S}the{S}latest|only|just|exactly|precisely|both|either|or|shortly){S})\Z"
)
THE = re.compile(rf"(?ai:(?<![A-Za-z-])the{S})\Z")
_DETERMINER = re.compile(
    rf"(?<![\w-])(?:(?ai:the|an?|its|his|her|their|our|my|this|that|these|those|each|any|another)|[\w.]{{1,30}}['’]s?)"
    rf"{S}(?P<adjectives>(?:[a-z][a-z-]{{2,19}}{S}){{0,2}})\Z"
)
_LEAD = re.compile(rf"(?ai:(?<![\w-])(?P<lead>{any_of(LEADS)})(?:{S}))\Z")
_PREFIX = re.compile(r"(?ai:(?<![A-Za-z])(?P<lead>pre|post)[-–])\Z")
_NEGATION = re.compile(r"(?ai:\b(?:not|never|no|cannot)\b|n['’]t\b)[^.;:!?\n]{0,100}\Z")
_NEXT_WORD = re.compile(rf"{S}[“\"'‘(\[*_]{{0,3}}(?P<word>[^\W\d_][\w'’.-]{{0,40}})")
_MODIFYING = re.compile(r"['’]s\b|-[A-Za-z]")

_COUNTED, _FUNCTION = frozenset(COUNTED), frozenset(FUNCTION_WORDS)


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


def back(pattern: re.Pattern[str], text: str, end: int, window: int = _WINDOW) -> re.Match[str] | None:
    """The match of a pattern ending in \\Z that ends at `end`, no farther back than `window`."""
    return pattern.search(text, max(0, end - window), end)


def read(text: str, atom: Atom) -> Candidate:
    """The candidate of an atom: modifiers taken into its span, preposition and determiner noted."""
    found = Candidate(atom, atom.start, atom.end, atom.first, atom.last, kind=atom.kind)
    _take_modifiers(text, found)
    before = found.start
    if match := back(_FILLER, text, before):
        found.yearly = match["noun"].casefold().endswith(("year", "years"))
        before = match.start()
    elif match := back(THE, text, before):
        before, found.determined = match.start(), True
    _take_lead(text, found, before)
    _look_ahead(text, found)
    _judge_attributive(text, found)
    return found


def _look_ahead(text: str, found: Candidate) -> None:
    """ "over the next year" runs on from publication, where "the next year" follows a date of the context."""
    moment = found.first
    if not isinstance(moment, Relative) or moment.span or found.lead not in ("over", "within", "during", "for", "in"):
        return
    if moment.reference == "context" and text[found.start : found.end].casefold().startswith("the next"):
        unit = moment.unit.removeprefix("calendar_")
        found.first = replace(moment, unit=unit, span=True, reference="published")


def _take_modifiers(text: str, found: Candidate) -> None:
    if not isinstance(found.first, Value | Relative):
        return
    if match := back(_PART, text, found.start):
        word = next(w for w in (match["part"], match["edge"], match["share"]) if w).casefold()
        part = PARTS.get(word, word)
        found.start, found.modifier = match.start(), part
        found.first = _with_part(found.first, part)
    about = back(_ABOUT, text, found.start)
    if about and isinstance(found.first, Value) and not counts(text, found.end):
        found.start, found.modifier = about.start(), found.modifier or "about"
        found.first = replace(found.first, approx=True)


def _with_part(moment: Moment, part: str) -> Moment:
    if isinstance(moment, Value):
        return replace(moment, part=part)
    return replace(moment, part=moment.part or part)


def _take_lead(text: str, found: Candidate, before: int) -> None:
    found.lead_start = found.start
    if match := back(_AT_LEAST, text, before):
        before = match.start()
    if match := back(_PREFIX, text, before):
        found.lead, found.lead_start = {"pre": "before", "post": "after"}[match["lead"].casefold()], match.start()
    elif match := back(_LEAD, text, before):
        found.lead, found.lead_start = " ".join(match["lead"].casefold().split()), match.start()
    elif text[found.start - 1 : found.start] == "(" and found.start:
        found.lead, found.lead_start = "(", found.start - 1
    if found.lead in ("until", "till", "up until") and back(_NEGATION, text, found.lead_start, _CLAUSE):
        found.lead = "not until"


def next_word(text: str, position: int) -> str | None:
    """The word right after `position`, or None where punctuation, a line end or nothing follows."""
    match = _NEXT_WORD.match(text, position)
    return match["word"] if match else None


def counts(text: str, position: int) -> bool:
    """Whether the word after `position` is something that a number counts."""
    word = next_word(text, position)
    return word is not None and word.casefold().rstrip(".") in _COUNTED


def _judge_attributive(text: str, found: Candidate) -> None:
    """ "the 2006 treaty" and "Tuesday's vote" name a thing by its date; "in 2006 the treaty" dates a deed."""
    moment = found.first
    if found.kind not in ("point", "interval") or moment is None or (isinstance(moment, Relative) and moment.span):
        return
    if found.atom.evidence == "adjective" or _MODIFYING.match(text, found.end):
        found.attributive = True
        return
    word = next_word(text, found.end)
    if word is None or word.casefold().rstrip(".'’") in _FUNCTION or found.yearly or found.lead == "(":
        return
    grain = moment.granularity if isinstance(moment, Value) else "relative"
    if found.lead in SURE_LEADS and (not found.determined or grain in ("decade", "century")):
        return
    determiner = back(_DETERMINER, text, found.start)
    if determiner and (grain != "relative" or (_is_weekday(moment) and not determiner["adjectives"])):
        found.attributive = True
        if found.lead is None:
            _take_lead(text, found, determiner.start())
    elif grain in ("year", "month"):
        found.attributive = found.lead not in SURE_LEADS


def _is_weekday(moment: Moment) -> bool:
    return isinstance(moment, Relative) and moment.unit == "weekday"
