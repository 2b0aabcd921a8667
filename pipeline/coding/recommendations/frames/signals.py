"""Where the words of a frame stand in a sentence.

Belongs here: finding set phrases. Does not belong here: what the frame makes of them (the modules beside this one).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

_INSERTED = frozenset("also now still then therefore thus well first surely certainly indeed perhaps".split())
"""Adverbs that may stand inside a set phrase ("would also do well to")."""


def occurrences(doc: Doc, phrases: list[str]) -> Iterator[tuple[int, int]]:
    """(first, last) token of each place where one of the phrases stands; the longest phrase at a place."""
    sought = sorted((tuple(p.split()) for p in phrases), key=lambda p: (-len(p), p))
    i = 0
    while i < len(doc):
        last = next((k for phrase in sought if (k := _end(doc, i, phrase)) is not None), None)
        if last is not None:
            yield i, last
            i = last
        i += 1


def _end(doc: Doc, i: int, phrase: tuple[str, ...]) -> int | None:
    """The last token of the phrase, if it stands at token i."""
    for word in phrase:
        while word != phrase[0] and i < len(doc) and doc[i].lower_ in _INSERTED and doc[i].lower_ != word:
            i += 1
        if i >= len(doc) or doc[i].lower_ != word:
            return None
        i += 1
    return i - 1
