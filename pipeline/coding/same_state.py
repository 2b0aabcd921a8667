"""Pairs of people whom the text binds to one state: predecessor and successor, relatives, a leader and his envoy.

Belongs here: the words between two names that say so. Does not belong here: weighing them (nationality).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.language.lexicon import titles
from pipeline.language.names import Name

_SUCCEEDS = frozenset("succeed replace overthrow oust depose unseat".split())
"""Verbs whose subject and object hold, or want, one office."""
_SENDS = frozenset("appoint name nominate send dispatch commission announce recall instruct".split())
"""Verbs of a leader with his own envoys and officials."""
_KIN = frozenset(
    "mother father son daughter wife husband widow brother sister uncle nephew cousin grandson predecessor successor "
    "deputy aide ally spokesman spokeswoman lawyer".split()
)
"""Nouns for those who share a leader's or a relative's state."""
_REACH = 12
"""Tokens between two names that such words still bind."""


def bound_pairs(doc: Doc, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of persons of one state in a sentence. `names` in order."""
    people = [n for n in names if n.kind == "person"]
    for a, b in pairwise(people):
        between = doc[a.last + 1 : b.first]
        if len(between) > _REACH:
            continue
        replaced = any(t.lemma_.lower() in _SUCCEEDS | _SENDS and t.pos_ == "VERB" for t in between)
        follows = a.first > 0 and doc[a.first - 1].lower_ in ("succeeding", "replacing")
        kin = any(t.lower_ in _KIN for t in between)
        if replaced or follows or kin or _office_of(doc, a, b) or _office_of(doc, b, a):
            yield a, b


def _office_of(doc: Doc, holder: Name, leader: Name) -> bool:
    """ "X, who was Y's envoy", "Y's envoy X": the leader's name has a possessive, and an office behind it."""
    at = leader.last + 1
    if at + 1 >= len(doc) or doc[at].text not in ("'s", "'"):
        return False
    gap = doc[holder.last + 1 : leader.first] if holder.first < leader.first else doc[at + 1 : holder.first]
    if any(t.text in (".", ";", '"') or (t.pos_ == "VERB" and t.lemma_ != "be") for t in gap):
        return False
    return any(titles().at(doc, i) is not None for i in range(at + 1, min(at + 5, len(doc))))
