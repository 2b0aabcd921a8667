"""Whether what stands around a match that may be no date bears it out as one.

A bare number may count things or label them, "May" may be a verb, "fall" a noun, "the eighties" an age.
"""

from __future__ import annotations

import re

from pipeline.language.dates.grammar import S
from pipeline.language.dates.model import Value
from pipeline.language.dates.surroundings import SURE_LEADS, THE, Candidate, back, counts, next_word
from pipeline.language.dates.words import COUNTED, EVENT_NOUNS, FUNCTION_WORDS

_COUNTED, _EVENTS, _FUNCTION = frozenset(COUNTED), frozenset(EVENT_NOUNS), frozenset(FUNCTION_WORDS)
_SUBJECTLESS = _FUNCTION - {"was", "were", "had", "has", "is", "said", "says", "did", "does"}
MONTH_LEADS = SURE_LEADS - {"by", "from", "between", "on", "within"}
_QUANTIFIED = re.compile(
    rf"(?ai:(?<![A-Za-z-])(?:some|over|nearly|almost|about|around|approximately|roughly|more{S}than|less{S}than|fewer{S}than|"
    rf"at{S}least|at{S}most|up{S}to|only|another|estimated|additional|total{S}of|exceeding|reached|number(?:ed|ing)?|"
    rf"all|these|those|other){S})\Z"
)
_LABELLED = re.compile(r"(?:[#№§/:@=_&]|[A-Za-z0-9]-|[$€£¥][ ]?|[0-9][.,]|\bNo\.?[ ])\Z")
_SPOILED = re.compile(
    r"[%°]|[:.][0-9]|/(?![0-9]{4}(?![0-9]))|-(?!(?:era|present|today|now|onwards?)\b)[A-Za-z]|\([A-Za-z0-9]"
)
"""What follows a number that is a share, a ratio, a clock time, a compound or a section of a law."""
_CLAUSE_END = re.compile(r"[ \t]{0,2}(?:[.,;:!?)\]–—\r\n]|\Z)")
_AMBIGUOUS_MONTHS = frozenset((3, 4, 5, 6, 8))
"""March, April, May, June and August are also verbs, names of people or adjectives."""


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
    if before and before.first and not counts(text, end):
        return True
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _EVENTS | _FUNCTION
    if plural and not text[end + 1 : end + 2].isupper() and (year % 100 == 0 or not (sure or found.determined)):
        return False
    quantified = back(_QUANTIFIED, text, found.atom.start)
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
    return found.determined or bool(found.modifier and back(THE, text, found.atom.start))
