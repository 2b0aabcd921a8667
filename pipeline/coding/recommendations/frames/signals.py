"""Where the words of a frame stand in a sentence.

Belongs here: finding set phrases. Does not belong here: what the frame makes of them (the modules beside this one).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc


def occurrences(doc: Doc, phrases: list[str]) -> Iterator[tuple[int, int]]:
    """(first, last) token of each place where one of the phrases stands; the longest phrase at a place."""
    sought = sorted((tuple(p.split()) for p in phrases), key=lambda p: (-len(p), p))
    i = 0
    while i < len(doc):
        for phrase in sought:
            if tuple(t.lower_ for t in doc[i : i + len(phrase)]) == phrase:
                yield i, i + len(phrase) - 1
                i += len(phrase) - 1
                break
        i += 1
