"""Numbers that are no quantities: dates, ages, labels, telephone numbers, addresses, names.

Belongs here: telling them apart by layout and neighbours. Does not belong here: reading dates
(pipeline.language.dates).
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name

from pipeline.language import numerals
from pipeline.language.quantity_words import words

_MONTH = "(?:" + "|".join(m for names in (month_name, month_abbr) for m in names if m) + r")\b\.?"
_MASKS = re.compile(
    rf"https?://\S+|www\.\S+|\S+@\S+\.\w+"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:[-–]|and|to)\s*\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}\b)?"
    rf"|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:(?:\s*[-–]\s*|\s+and\s+)\d{{1,2}})?\b(?!,\d)(?:,?\s+\d{{4}}\b)?"
    rf"|\b{_MONTH},?\s+\d{{4}}\b"
    r"|\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    r"|\b(?:1[5-9]|20)\d\d\s*[-–/]\s*(?:\d{4}|\d{2})\b(?!\s*(?:%|percent|per cent|million|billion))"
    r"|\b(?:FY|CY|Q[1-4])\s?\d{2,4}\b|\b\d{1,2}(?::\d\d)+\b|§+\s?\d+|\b\d{4}s\b|['’]\d0s\b"
    r"|\+\d[\d\s().-]{6,}\d|\(\d{2,4}\)\s*\d{3,4}[- ]?\d{3,4}|\b\d{3}-(?:\d{3,4}-)?\d{4}\b"
    r"|\[[\d\s,–-]+\]|^\s*\(?\d{1,3}[.)](?=\s)|\b\d+(?:\.\d+){2,}\b"
    r"|(?<=[\w.)]),\s\d{1,2}(?:,(?=\s)|(?=\)))|\b(?:he|she|I|who)\s(?:was|is|turned)\s\d{1,2}(?=[,.;])|\(\d{1,3}\)|\b\d{1,3}°",
    re.IGNORECASE | re.MULTILINE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|from|until|till|to|during|before|after|early|late|mid|year|between|and|through|around|circa|for|"
    r"the)[\s-]*\Z|[(,–—-]\s*\Z",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:in|since|until|till|during|early|late|mid)[\s-]*\Z", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"(?:the|a|an|in|on|at|by|of|for|from|to|with|over|under|about|some|nearly|almost|around|only|more|than|least|at|up|and|"
    r"or|but|these|those|its|their|his|her|our|all|as|when|while|if|that|which|another|including|between|within|is|are|was|"
    r"were|has|have|had|approximately|roughly|total|just|also|after|before|during|among|today|currently|there|here|both|"
    r"exactly|an?\s+estimated|estimated|employs?|hosts?)",
    re.IGNORECASE,
)


def masks(text: str) -> list[tuple[int, int]]:
    """Spans of the text whose numbers are never quantities, whatever stands around them."""
    return [m.span() for m in _MASKS.finditer(text)]


def is_dated_year(before: str, digits: str) -> bool:
    """Whether a bare number behind a preposition of time is a year: "in 2018"."""
    return _YEAR.fullmatch(digits) is not None and _DATED.search(before) is not None


def is_label(text: str, start: int, end: int, digits: str, *, counted: bool) -> bool:
    """Whether the bare number at text[start:end] names, dates or numbers something instead of counting it.

    counted: whether a noun of the unit lexicon follows, which a label or a name's number never has.
    """
    lexicon = words()
    if lexicon.not_counted_pattern.match(text, end):
        return True
    before = text[:start]
    if _YEAR.fullmatch(digits) and (not counted or _YEAR_BEFORE.search(before)):
        return True
    if counted:
        return False
    if lexicon.label_pattern.search(text, 0, start):
        return True
    return _part_of_a_name(before, digits) or _lone(text, end, digits)


def _part_of_a_name(before: str, digits: str) -> bool:
    """ "Mirage 2000", "Apollo 11": a plain whole number right behind a capitalised word."""
    word = re.search(r"(\S+)\s\Z", before)
    if word is None or not digits.isdecimal() or not word[1][0].isupper():
        return False
    return not _NOT_A_NAME.fullmatch(word[1]) and word[1][-1] not in ".,;:"


def _lone(text: str, end: int, digits: str) -> bool:
    """A word like "one" that counts nothing ("one of them"), or a digit that is the whole text."""
    if digits.lower() in ("one", "zero"):
        return not re.match(r"\s+(?:hundred|thousand|million|billion)\b", text[end:])
    return digits.isdecimal() and len(text.strip()) == len(digits) and numerals.number(digits) is not None
