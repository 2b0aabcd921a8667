"""Runs of capitalised words, where they end, and what is written in them.

Belongs here: the shape of names on the page. Does not belong here: what they name.
"""

from __future__ import annotations

from calendar import month_name

from spacy.tokens import Doc, Token

PARTICLES = frozenset(
    "de del la las los da do dos das di du van von der den ter bin ibn ben al el ul ur y e af".split()
)
"""Lower-case words inside personal names."""


_MONTHS = frozenset(month_name[1:])
_WHEN = frozenset({"in", "since", "until", "till", "during", "early", "late", "last"})


def is_month(token: Token) -> bool:
    """Whether the word is a month behind a preposition of time or a day, no given name: "In April Berg left"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    day = before.isdigit() and int(before) <= 31
    return token.text in _MONTHS and (day or before in _WHEN or (before == "by" and token.i == 1))


def capital(token: Token) -> bool:
    """Whether a capital letter here speaks for a name: not the first word of a sentence when a function word."""
    text = token.text
    return text[:1].isupper() and not (
        token.i == 0 and token.pos_ in {"DET", "ADP", "PRON", "ADV", "SCONJ", "CCONJ", "AUX", "PART"}
    )


def joined(doc: Doc, i: int) -> bool:
    """Whether tokens i and i+1 stand together without a space."""
    return not doc[i].whitespace_


def run_end(doc: Doc, start: int, stop: frozenset[int]) -> int:
    """Last token of the run of capitalised words that begins at `start`; particles and hyphens inside are kept."""
    i = start
    while i + 1 < len(doc) and i + 1 not in stop:
        nxt = doc[i + 1]
        if capital(nxt):
            i += 1
            continue
        if (
            nxt.text in ("-", "&", "'", "/")
            and i + 2 < len(doc)
            and doc[i + 2].text[:1].isalpha()
            and joined(doc, i)
            and joined(doc, i + 1)
        ):
            i += 2
            continue
        if nxt.text == "." and len(doc[i].text) == 1 and i + 2 < len(doc) and capital(doc[i + 2]):
            i += 2
            continue
        jump = _particles(doc, i + 1)
        if jump and jump not in stop:
            i = jump
            continue
        break
    return i


def _particles(doc: Doc, i: int) -> int:
    """Index of the capitalised word after one to three name particles at i, or 0."""
    for j in range(i, min(i + 3, len(doc) - 1)):
        if doc[j].text.lower() not in PARTICLES and doc[j].text != "-":
            return 0
        if doc[j].text == "-" and j == i:
            return 0
        if capital(doc[j + 1]):
            return j + 1
    return 0


def words_of(doc: Doc, first: int, last: int) -> str:
    """The tokens first..last as the view writes them."""
    return doc[first : last + 1].text.strip()
