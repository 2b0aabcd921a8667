"""Matches that belong together: a weekday with its date, the two ends of an interval, the members of a list.

Also drops the matches that their surroundings do not bear out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.language.dates.arithmetic import bound
from pipeline.language.dates.evidence import borne_out
from pipeline.language.dates.grammar import S0, SEP, S
from pipeline.language.dates.model import Atom, Relative, Value
from pipeline.language.dates.notation import in_order
from pipeline.language.dates.surroundings import SURE_LEADS, Candidate, read

_MARKERS = rf"(?:{S0}\[[0-9]{{1,3}}\]){{0,3}}"
_RANGE = re.compile(
    rf"(?ai:{S0}[-–—]{S0}|{_MARKERS},?{S}(?:to|through|thru|until|till|up{S}to|up{S}until|and{S}into|into)"
    rf"{S}(?:the{S}|at{S}least{S})?|{S0}/{S0})"
)
_AND = re.compile(rf"(?ai:,?{S}(?:and|or|as{S}well{S}as){S}(?:again{S})?(?:the{S})?(?:years{S})?|{S0}&{S0})")
_COMMA = re.compile(rf",{S}")
_WEEKDAY_GAP = re.compile(rf",?{S}(?:the{S})?|{S}\(")
_OPEN_END = re.compile(
    rf"(?ai:(?:{S0}[-–—]{S0}|,?{S}(?:to|through|until|till){S}(?:the{S})?)"
    rf"(?:present(?:[ -]day)?|today|now|date|this{S}day)\b"
    rf"|(?:{S}|-)onwards?\b|{S}on(?=[.,;)])|{S}and{S}(?:after|beyond|later|onwards?)\b|{S}or{S}later\b)"
)
_RESPECTIVELY = re.compile(r"[^.;\n]{0,80}\brespectively\b")
_LONGEST_GAP = 40
_BOUNDING_LEADS = frozenset(("since", "until", "till", "by", "before", "after", "through", "not until", "following"))
"""Words that introduce one date only: a further one in the list does not take them over."""


def join(text: str, atoms: list[Atom]) -> list[Candidate]:
    """The date expressions that the matches of a text make, in order."""
    candidates = [read(text, atom) for atom in _split_pairs(text, atoms)]
    candidates = _weekdays_with_dates(text, candidates)
    candidates = _borne_out(text, candidates)
    candidates = _inherit_years(text, candidates)
    return _spans(text, candidates)


def _split_pairs(text: str, atoms: list[Atom]) -> list[Atom]:
    """ "3 and 7 May 2012" as two dates."""
    found = []
    for atom in atoms:
        gap = re.search(SEP, text[atom.start : atom.end]) if atom.kind == "pair" else None
        if gap is None:
            found.append(atom)
            continue
        found.append(Atom(atom.start, atom.start + gap.start(), "point", atom.first))
        found.append(Atom(atom.start + gap.end(), atom.end, "point", atom.last))
    return found


def _gap(text: str, left: Candidate, right: Candidate) -> str:
    gap = text[left.end : right.start].rstrip("'’")  # of "the '80s"
    return gap if right.start >= left.end and len(gap) <= _LONGEST_GAP else "\n\n"


def _weekdays_with_dates(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """ "Monday, 4 March" is one expression, which the weekday opens."""
    found: list[Candidate] = []
    for candidate in candidates:
        last = found[-1] if found else None
        if last and _is_weekday(last) and _is_day(candidate) and _WEEKDAY_GAP.fullmatch(_gap(text, last, candidate)):
            found.pop()
            bracket = text[last.end : candidate.start].rstrip().endswith("(")
            if bracket:
                found.append(candidate)
                continue
            candidate.start, candidate.lead, candidate.lead_start = last.start, last.lead, last.lead_start
            candidate.attributive, candidate.determined = candidate.attributive or last.determined, last.determined
        found.append(candidate)
    return found


def _is_weekday(candidate: Candidate) -> bool:
    return isinstance(candidate.first, Relative) and candidate.first.unit == "weekday"


def _is_day(candidate: Candidate) -> bool:
    return isinstance(candidate.first, Value) and candidate.first.granularity == "day"


def _borne_out(text: str, candidates: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for place, candidate in enumerate(candidates):
        before = kept[-1] if kept and _adjacent(text, kept[-1], candidate) else None
        after = candidates[place + 1] if place + 1 < len(candidates) else None
        if after and (not _adjacent(text, candidate, after) or _COMMA.fullmatch(_gap(text, candidate, after))):
            after = None  # "May, June" may be two names
        if borne_out(text, candidate, before, after):
            kept.append(candidate)
    return kept


def _adjacent(text: str, left: Candidate, right: Candidate) -> bool:
    gap = _gap(text, left, right)
    return any(p.fullmatch(gap) for p in (_RANGE, _AND, _COMMA))


def _inherit_years(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """ "in March, June and September 2010": the year at the end serves the whole list, and one at its start too."""
    for left, right in reversed(list(pairwise(candidates))):
        first, last = _months(text, left, right)
        if first and last and first.partial and not last.partial:
            ranged = _RANGE.fullmatch(_gap(text, left, right))
            left.first = bound(first, last)[0] if ranged else replace(first, year=last.year)
    for left, right in pairwise(candidates):
        first, last = _months(text, left, right)
        if first and last and last.partial and not first.partial:
            right.first = bound(first, last)[1]
    return candidates


def _months(text: str, left: Candidate, right: Candidate) -> tuple[Value, Value] | tuple[None, None]:
    """The values of two neighbours that name a month each and may share a year."""
    first, last = left.first, right.first
    if not isinstance(first, Value) or not isinstance(last, Value) or left.last or right.last:
        return None, None
    if first.month is None or last.month is None or not _adjacent(text, left, right):
        return None, None
    return first, last


def _spans(text: str, candidates: list[Candidate]) -> list[Candidate]:
    found: list[Candidate] = []
    for candidate in candidates:
        last = found[-1] if found else None
        if last and candidate.start < last.end:
            continue  # inside an open end ("until today") that the one before took
        if last and _joins(text, last, candidate):
            last.first, last.last = bound(last.first, candidate.last or candidate.first)
            last.end, last.kind, last.attributive = candidate.end, "interval", last.attributive or candidate.attributive
            last.modifier = None
        else:
            if last and _listed(text, last, candidate):
                candidate.joined, candidate.lead, candidate.lead_start = True, last.lead, last.lead_start
                if last.lead in SURE_LEADS and not last.determined:
                    candidate.attributive = False
            found.append(candidate)
            last = candidate
        _take_open_end(text, last)
    for left, right in reversed(list(pairwise(found))):
        if right.joined and right.attributive:
            left.attributive = True
    return found


def _take_open_end(text: str, candidate: Candidate) -> None:
    if candidate.kind not in ("point", "interval") or candidate.last is not None or candidate.first is None:
        return
    match = _OPEN_END.match(text, candidate.end)
    if match and (match[0].strip()[:1] in "-–—" or candidate.lead in ("from", "since", "(", None, "as from", "in")):
        candidate.end, candidate.open_end, candidate.attributive = match.end(), True, False


def _listed(text: str, left: Candidate, right: Candidate) -> bool:
    if left.kind not in ("point", "interval") or right.kind not in ("point", "interval") or right.lead is not None:
        return False
    if _grain(left) is None or _grain(left) != _grain(right) or left.lead in _BOUNDING_LEADS:
        return False
    gap = _gap(text, left, right)
    return any(p.fullmatch(gap) for p in (_AND, _COMMA))


def _grain(candidate: Candidate) -> str | None:
    return candidate.first.granularity if isinstance(candidate.first, Value) else None


def _joins(text: str, left: Candidate, right: Candidate) -> bool:
    """Whether two neighbours are the ends of one interval."""
    ends = (left.first, right.last or right.first)
    if left.last is not None or left.open_end or left.kind != "point" or right.kind not in ("point", "interval"):
        return False
    if any(e is None or (isinstance(e, Relative) and e.span) for e in ends):
        return False
    gap = _gap(text, left, right)
    if _RANGE.fullmatch(gap):
        return left.lead not in ("until", "till", "up until", "through", "by") and _ordered(left, right)
    if not _AND.fullmatch(gap) or right.last is not None:
        return False
    if left.lead == "between":
        return _ordered(left, right)
    return left.lead != "of" and _consecutive(left, right) and not _RESPECTIVELY.match(text, right.end)


def _ordered(left: Candidate, right: Candidate) -> bool:
    first, last = bound(left.first, right.last or right.first)
    if not isinstance(first, Value) or not isinstance(last, Value):
        return isinstance(last, Relative)
    if first.partial and last.partial:
        return first != last  # "from November to February" runs into the next year
    return first != last and in_order(first, last)


def _consecutive(left: Candidate, right: Candidate) -> bool:
    """ "June and July 2001", "2019 and 2020": nothing lies between the two."""
    first, last = bound(left.first, right.first)
    if not isinstance(first, Value) or not isinstance(last, Value) or first.granularity != last.granularity:
        return False
    if first.year != last.year:
        return first.granularity in ("year", "decade", "century") and _year_steps(first, last) == 1
    if first.day is not None and last.day is not None:
        return first.month == last.month and last.day - first.day == 1
    return first.month is not None and last.month is not None and last.month - first.month == 1


def _year_steps(first: Value, last: Value) -> int:
    places = 4 - str(first.year).count("X")
    digits = [str(v.year)[:places] for v in (first, last)]
    return int(digits[1]) - int(digits[0]) if all(d.isdigit() for d in digits) else 0
