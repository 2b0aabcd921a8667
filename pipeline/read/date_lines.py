"""Lines that say when a text came out: a date line, a line of place or publisher that ends in a date.

Belongs here: reading the date of one such line. Does not belong here: which lines are looked at (guess), dates in
running text (pipeline.language.dates).
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.read.layout import bare

MONTHS = "january february march april may june july august september october november december".split()
MONTH = "|".join([*MONTHS, *(m[:3] for m in MONTHS), "sept"])
_WEEKDAY = "mon|tues|wednes|thurs|fri|satur|sun"
_DAY_FIRST = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{MONTH})\.?,? (?P<y>\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(?P<m>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"(?P<m>{MONTH})\.? (?P<y>\d{{4}})", re.IGNORECASE)
_ISO_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:[T ][\d:.+Z-]*)?")
_DATE_PREFIX = re.compile(
    rf"(?:(?:published|posted|updated|date|last (?:updated|modified)|issued|released)(?: on| at)?:?\s+)?"
    rf"(?:(?:{_WEEKDAY})(?:day)?,?\s+)?",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(
    r"\s*(?:[,|·•-]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?)?\s*\.?", re.IGNORECASE
)
_BEFORE_DATE = re.compile(rf"[A-Z\d][^!?;()]{{0,110}}(?:[,:|·•–—-])\s*(?:(?:{_WEEKDAY})(?:day)?,?\s+)?", re.IGNORECASE)
_OF_DEEDS = re.compile(
    r"\b(?:signed|done|born|died|adopted|concluded|entered|ratified|accessed|retrieved|since|until)\b", re.IGNORECASE
)
"""Words that say what happened on the date of a line: it is not when the text came out."""
_LONGEST_IMPRINT = 18
_PARTS = re.compile(r"\s+[|•·]\s+")


def date_line(line: str) -> str | None:
    """The EDTF date of a line that is nothing but a date, with weekday or time or without; else None.

    The date may stand among other short parts: "Ada Example | May 3, 2021 | 8 min read".
    """
    for part in _PARTS.split(bare(line)):
        found = _date(part) if len(part.split()) <= 8 else None
        if found is not None:
            return found
    return None


def _date(line: str) -> str | None:
    prefix = _DATE_PREFIX.match(line)
    begin = prefix.end() if prefix else 0
    for pattern in (_ISO_DAY, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY):
        match = pattern.match(line, begin)
        if match and _DATE_TAIL.fullmatch(line, match.end()):
            return _edtf(match)
    return None


def imprint_date(line: str) -> str | None:
    """The EDTF date that closes a line of place, publisher or occasion: "Oslo, Monday 3 May 2021", "Submitted: May 3,
    2021", "Northern Institute - Paper 4/2021 - May 2021"; else None."""
    words = bare(line).rstrip(".")
    if len(words.split()) > _LONGEST_IMPRINT or _OF_DEEDS.search(words):
        return None
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY):
        for match in pattern.finditer(words):
            if match.end() == len(words) and _BEFORE_DATE.fullmatch(words, 0, match.start()):
                return _edtf(match)
    return None


def _edtf(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = parts["m"]
    number = int(month) if month.isdigit() else [m[:3] for m in MONTHS].index(month.casefold()[:3]) + 1
    if "d" not in parts:
        return f"{parts['y']}-{number:02}"
    try:
        return date(int(parts["y"]), number, int(parts["d"])).isoformat()
    except ValueError:
        return None
