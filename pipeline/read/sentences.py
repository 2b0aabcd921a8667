"""Sentences of a block, with exact offsets, by rules that need no model.

Belongs here: where a sentence ends. Does not belong here: what kind of block it stands in (the readers).

A citation marker behind the full stop belongs to the sentence that it ends. Semicolons, colons and line breaks end
nothing. A speaker's label at the head of a paragraph ("MINISTER:") is a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.read.layout import trim
from pipeline.read.model import Block, Sentence

MAX_CHARS = 2000
"""A run without a full stop is cut at white space before this many characters, so that parsing time is bounded."""

WHOLE_KINDS = frozenset({"title", "heading", "infobox", "table_row", "reference", "chrome"})
"""Kinds whose blocks are one sentence each, however they are punctuated."""

TITLES = frozenset(
    ["Mr", "Mrs", "Ms", "Mx", "Messrs", "Mme", "Mlle", "Dr", "Prof", "Gen", "Col", "Lt", "Sgt", "Cpl", "Capt", "Cmdr", "Cdr", "Maj", "Adm", "Brig", "Sen", "Sens", "Rep", "Reps", "Gov", "Lieut", "Amb", "Hon", "Rev", "Fr", "St", "Ste", "Mt", "Ft", "Pres", "Supt", "Insp", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"]
)
"""Titles and name parts that a name follows, and months: with a capital, they never end a sentence."""

NEVER_FINAL = frozenset(["vs", "v", "eg", "e.g", "i.e", "ie", "cf", "al", "viz", "approx", "ca", "circa", "op"])
"""Abbreviations (without the last full stop) that the same sentence goes on after."""

BEFORE_FIGURE = frozenset(["no", "nos", "p", "pp", "vol", "vols", "ver", "c", "art", "arts", "sec", "ch", "pt", "par", "para", "paras", "fig", "figs", "ed"])
"""Abbreviations only where a figure follows; words or initials elsewhere."""

MAYBE_FINAL = frozenset(
    ["u.s", "u.k", "u.n", "e.u", "d.c", "u.s.a", "u.s.s.r", "a.m", "p.m", "jr", "sr", "inc", "ltd", "corp", "co", "bros", "etc", "ph.d", "m.d", "b.a", "m.a", "esq", "dept", "govt", "est", "assn", "no"]
)
"""Abbreviations that end a sentence only where a word that opens sentences follows."""

OPENERS = frozenset(
    ["the", "a", "an", "in", "on", "at", "by", "for", "from", "to", "of", "with", "after", "before", "during", "since", "while", "when", "where", "as", "if", "although", "though", "because", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "there", "here", "but", "and", "or", "so", "yet", "nor", "both", "however", "moreover", "furthermore", "meanwhile", "also", "according", "under", "over", "between", "among", "through", "despite", "following", "until", "most", "many", "some", "several", "all", "one", "two", "three", "each", "every", "other", "another", "such", "what", "who", "why", "how", "later", "then", "today", "additionally", "finally", "instead", "nevertheless", "nonetheless", "thus", "therefore"]
)
"""Words that, with a capital, open a sentence and are no part of a name."""

_MARKER = r"\[(?:\d{1,3}|[a-z]|(?:note|nb|n)\s?\d{1,3}|citation needed|clarification needed|better source needed)\]"
_END = re.compile(
    r"(?P<stop>[.!?\u2026]+|[\u3002\uff01\uff1f\u061f\u0964]+)"
    r"(?P<close>[\"'\u201d\u2019\u00bb)\]*_]*)"
    rf"(?P<marks>(?:[ \u00a0]?{_MARKER})*)"
)
_LABEL = re.compile(r"(?:[A-Z][A-Z.,'\u2019\- ]{1,60}(?:\([^)\n]{1,60}\))?:|[QA](?:\s{2,}|[:.]\s))(?=\s|$)")
_OPENING = "\"'\u201c\u2018\u00ab([*_"
_CITED_URL = re.compile(r"://|^www\.|@")


def sentences(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """Sentences of all blocks, in order; each lies inside its block and begins and ends with no white space."""
    out: list[Sentence] = []
    for i, block in enumerate(blocks):
        for start, end in _spans(text, block):
            out.append(Sentence(len(out), i, start, end))
    return tuple(out)


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start, end = block.char_start, block.char_end
    if block.kind in WHOLE_KINDS:
        yield from _bounded(text, start, end)
        return
    label = _LABEL.match(text, start, end) if block.kind == "paragraph" else None
    if label:
        yield from _bounded(text, start, label.end())
        start = label.end()
    for s, e in split(text, start, end):
        yield from _bounded(text, s, e)


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in text[start:end], untrimmed spans left out when empty."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() < begin or not _ends_sentence(text, match, begin, end):
            continue
        yield begin, match.end()
        begin = match.end()
    if begin < end:
        yield begin, end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = trim(text, start, end)
    while end - start > MAX_CHARS:
        cut = _last_space(text, start, start + MAX_CHARS)
        piece = trim(text, start, cut)
        if piece[0] < piece[1]:
            yield piece
        start, end = trim(text, cut, end)
    if start < end:
        yield start, end


def _last_space(text: str, start: int, limit: int) -> int:
    for i in range(limit, start, -1):
        if text[i].isspace():
            return i
    return limit


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    after = match.end()
    if after >= end:
        return True
    if match["stop"][0] in "\u3002\uff01\uff1f\u061f\u0964":
        return True
    following = _first_char(text, after, end)
    if following is None:
        return True
    spaced = text[after].isspace()
    word = _word_before(text, match.start(), begin)
    if not spaced:
        return _ends_without_space(match, word, following)
    if following.islower():
        return False
    if match["marks"]:
        return True
    if match["stop"] != ".":
        return True
    return _full_stop_ends(text, match, word, after, end)


def _ends_without_space(match: re.Match[str], word: str, following: str) -> bool:
    """A missing space: "ended.The", "2016.[1]On", but not "U.S", "3.5", "example.Org", "(sic).")."""
    if not following.isupper() or _CITED_URL.search(word):
        return False
    if match["marks"] or (match["stop"] in "?!" and match["close"]):
        return True
    tail = word.rsplit(".", 1)[-1]
    return match["stop"] == "." and len(tail) > 2 and (tail[-2:].islower() or tail.isdigit()) and "." not in word


def _full_stop_ends(text: str, match: re.Match[str], word: str, after: int, end: int) -> bool:
    bare = word.casefold().strip("\"'\u201c\u2018([*_")
    following = _first_word(text, after, end)
    if bare in NEVER_FINAL or word.strip("\"'\u201c\u2018([*_") in TITLES:
        return False
    if match["close"].strip("*_"):
        return True
    if bare in BEFORE_FIGURE and following[:1].isdigit():
        return False
    if bare in MAYBE_FINAL or _is_initialism(bare):
        return following.casefold() in OPENERS and not _is_time_zone(bare, following)
    if len(bare) == 1 and bare.isalpha() and word.strip("\"'(").isupper():
        return following.casefold() in OPENERS and following != "I"
    return True


def _is_initialism(bare: str) -> bool:
    parts = bare.split(".")
    return len(parts) > 1 and all(len(p) == 1 and p.isalpha() for p in parts)


def _is_time_zone(bare: str, following: str) -> bool:
    return bare in ("a.m", "p.m") and following.isupper() and len(following) > 1


def _word_before(text: str, stop: int, begin: int) -> str:
    start = stop
    while start > begin and not text[start - 1].isspace() and stop - start < 40:
        start -= 1
    return text[start:stop]


def _first_char(text: str, start: int, end: int) -> str | None:
    """The first letter or digit behind white space and opening marks."""
    for i in range(start, min(end, start + 20)):
        c = text[i]
        if c.isalnum():
            return c
        if not c.isspace() and c not in _OPENING:
            return c
    return None


def _first_word(text: str, start: int, end: int) -> str:
    match = re.compile(r"[^\w]*([\w.\u2019'-]*)").match(text, start, min(end, start + 60))
    return match[1].strip(".'\u2019-") if match else ""
