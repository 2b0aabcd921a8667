"""Who wrote a document: its authors are none of its actors.

Belongs here: bylines, lines of authors below a title, notes on the author at the end. Does not belong here: who issues
an official text (issuing), whose state the author's is (recommendations).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.coding.likeness import fold
from pipeline.language.names import Name

_SHORT = 8
"""Tokens of a line that begins with "By" and goes on with names alone."""
_HEAD, _TAIL = 6, 3
"""Sentences at the beginning of a document among which its authors stand, and at its end that tell who they are."""
_LABELS = frozenset(
    {"by", "author", "authors", "student", "reporter", "writer", "editor", "contact", "prepared", "written"}
)
_BETWEEN = frozenset({"and", "&", ",", "(", ")", "*", "_", "|", "-", "–", "with", "/", ".", ";"})
"""What stands between the names of a line of authors."""


def is_byline(doc: Doc) -> bool:
    """Whether a line is "By X" or "By X and Y"."""
    return doc[0].lower_ == "by" and len(doc) < _SHORT


def _says_nothing(doc: Doc) -> bool:
    return not any(t.pos_ in ("VERB", "AUX") for t in doc)


def authors(sentences: Sequence[tuple[Doc, list[Name]]]) -> frozenset[str]:
    """Folded names of the people in a byline or a line of authors whom only a note at the end names again."""
    seen: dict[str, set[int]] = defaultdict(set)
    candidates: set[str] = set()
    begun = False
    for at, (doc, names) in enumerate(sentences):
        for name in (n for n in names if n.kind == "person"):
            seen[fold(name.text).split()[-1]].add(at)
            alone = at < _HEAD and not name.title and " " in name.text
            if alone and (_labelled(doc) or (not begun and _names_alone(doc, names))):
                candidates.add(fold(name.text))
        begun = begun or (doc.text.rstrip().endswith(".") and not _says_nothing(doc))
    last = len(sentences) - _TAIL
    return frozenset(c for c in candidates if all(at < _HEAD or at >= last for at in seen[c.split()[-1]]))


def _labelled(doc: Doc) -> bool:
    """Whether a line says itself that it names authors: "By X", "Author: X"."""
    if is_byline(doc) or (doc[0].lower_ in _LABELS and ":" in (t.text for t in doc[1:3])):
        return True
    return doc[0].lower_ == "by" and _says_nothing(doc)  # "By X, The Harbour Courier, 21 August 2023"


def _names_alone(doc: Doc, names: list[Name]) -> bool:
    """Whether a line holds nothing but names; behind running text such a line is a signature."""
    inside = {i for n in names for i in range(n.first, n.last + 1)}
    return all(t.i in inside or t.lower_ in _BETWEEN for t in doc)
