"""What the parser sees of a sentence: the words without the marks of layout, and each character's origin.

Belongs here: removing citation markers, emphasis, escapes and line breaks, so that a parse is of language alone.
Does not belong here: anything that changes what is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language.countries import forms
from pipeline.language.model import Marker
from pipeline.language.organisations import organisations

_NOISE = re.compile(
    r"(?P<marker>\[(?:\d{1,3}(?:\s?[-–,;]\s?\d{1,3})*|[a-z]|[nN]ote \d{1,2}|citation needed)\])"
    r"|(?P<link>\[(?P<label>[^\[\]]{1,300})\]\([^()\s]{1,500}\))"
    r"|(?P<escape>\\(?P<escaped>[!-/:-@\[-`{-~]))"
    r"|(?P<emphasis>\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|(?<=[.!?,;:\"')])_{1,2}(?!\w)|^\#{1,6} )"
    r"|(?P<space>\s+)"
)
_DATELINE = re.compile(r"[A-Z][^a-z\n()]{2,40}(?:, [^\n()—–-]{2,40})?\s\([A-Z][^()\n]{1,30}\)\s?[—–-]{1,2}\s+")
"""Where and by whom a report was filed, in front of its first words: "OSLO (Example Wire) - "."""
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\u2011": "-", "\u2010": "-"})
_SHOUT = re.compile(r"\b[A-ZÀ-Þ]{2,}(?:['’]S)?\b")


_SHOUTING = re.compile(r"\b[A-ZÀ-Þ]{2,}(?:['’]S)?(?:[ –—/&-]+[A-ZÀ-Þ]{2,}(?:['’]S)?)+")
_SMALL = frozenset(
    """AN THE AND OR BUT OF TO IN ON AT BY FOR FROM WITH WITHOUT AS INTO OVER UNDER AFTER BEFORE SINCE UNTIL DURING THAT
    WHICH WHO WHEN WHERE WHILE IF NOT IS ARE WAS WERE BE BEEN HAS HAVE HAD WILL WOULD ITS HIS HER THEIR THIS""".split()
)
"""Words that a title writes small; whole in lower case they leave the parser its function words."""


@dataclass(frozen=True, slots=True)
class View:
    """`text` for the parser; character i of it is character origin[i] of the document."""

    text: str
    origin: tuple[int, ...]
    markers: tuple[Marker, ...]


def view(text: str, start: int, end: int) -> View:
    """The view of text[start:end]. Origins and markers are offsets of the whole text."""
    out: list[str] = []
    origin: list[int] = []
    markers: list[Marker] = []

    def put(first: int, last: int) -> None:
        for i in range(first, last):
            out.append(" " if text[i].isspace() else text[i].translate(_PLAIN))
            origin.append(i)

    dateline = _DATELINE.match(text, start, end)
    at = dateline.end() if dateline and dateline.end() < end else start
    for match in _NOISE.finditer(text, at, end):
        put(at, match.start())
        at = match.end()
        if match["marker"]:
            markers.append(Marker(match["marker"][1:-1], match.start(), match.end()))
        elif match["link"]:
            put(*match.span("label"))
        elif match["escape"]:
            put(*match.span("escaped"))
        elif match["space"]:
            out.append(" ")
            origin.append(match.start())
    put(at, end)
    return _trim(out, origin, tuple(markers))


def _trim(out: list[str], origin: list[int], markers: tuple[Marker, ...]) -> View:
    """Fold the double spaces that removals left, and the space before a comma or stop."""
    text: list[str] = []
    kept: list[int] = []
    for character, place in zip(out, origin, strict=True):
        if character == " " and (not text or text[-1] == " "):
            continue
        if character in ",.;:" and text and text[-1] == " ":
            text.pop(), kept.pop()
        text.append(character)
        kept.append(place)
    while text and text[-1] == " ":
        text.pop(), kept.pop()
    return View(_calm("".join(text)), tuple(kept), markers)


def _calm(text: str) -> str:
    """Capitals set for emphasis become title case, letter by letter, so that names are seen as names.

    Only where two long words in a row shout: a lone capital word may be an acronym.
    """
    runs = [m.group() for m in _SHOUTING.finditer(text) if sum(len(w) >= 5 for w in _SHOUT.findall(m.group())) >= 2]
    if not runs:
        return text
    whole = sum(c.isupper() for c in text) > 0.7 * max(1, sum(c.isalpha() for c in text))

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        small = word in _SMALL
        calm = word.lower() if small and match.start() else word[0] + word[1:].lower()
        short = len(word) < (2 if whole else 5) or word in forms() or word in organisations()
        keep = len(calm) != len(word) or (short and not small)
        return word if keep else calm

    if whole:
        return _SHOUT.sub(lower, text)
    return _SHOUTING.sub(lambda m: _SHOUT.sub(lower, m.group()) if m.group() in runs else m.group(), text)
