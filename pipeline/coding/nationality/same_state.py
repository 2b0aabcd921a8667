"""Pairs of actors whom the text binds to one state: predecessor and successor, relatives, a leader and his envoy, an
officer and the body.

Belongs here: the words between two names that say so. Does not belong here: weighing them (nationality).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span

from pipeline.language.lexicon import titles
from pipeline.language.names import Name

_SUCCEEDS = frozenset("succeed replace overthrow oust depose unseat".split())
"""Verbs whose subject and object hold, or want, one office."""
_SENDS = frozenset("appoint name nominate send dispatch commission announce recall instruct".split())
"""Verbs of a leader with his own envoys and officials."""
_PARTED = frozenset("to with for that at in".split())
"""Words after such a verb behind which its object cannot stand: "sent a letter to X"."""
_KIN = frozenset(
    "mother father son daughter wife husband widow brother sister uncle nephew cousin grandson predecessor successor "
    "deputy aide ally spokesman spokeswoman lawyer".split()
)
"""Nouns for those who share a leader's or a relative's state."""
_EMPLOYERS = frozenset({"government_body", "party", "company", "ngo", "armed_force", "media", "armed_group"})
"""Kinds of actors that have people of their own state in their offices."""
_MEMBER = frozenset("member head leader founder owner editor spokesperson officer".split())
_LITTLE = frozenset("a an the of for in former then late and".split())
_OFFICE_REACH = 5
"""Tokens between a person and the body of its office."""
_REACH = 12
"""Tokens between two names that such words still bind."""


def bound_pairs(doc: Doc, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of persons of one state in a sentence. `names` in order."""
    people = [n for n in names if n.kind == "person"]
    for a, b in pairwise(people):
        between = doc[a.last + 1 : b.first]
        if len(between) > _REACH:
            continue
        verbs = [t for t in between if t.lemma_.lower() in _SUCCEEDS | _SENDS and t.pos_ == "VERB"]
        replaced = bool(verbs) and not any(t.i > verbs[-1].i and t.lower_ in _PARTED for t in between)
        follows = a.first > 0 and doc[a.first - 1].lower_ in ("succeeding", "replacing")
        kin = any(t.lower_ in _KIN for t in between)
        if replaced or follows or kin or _office_of(doc, a, b) or _office_of(doc, b, a):
            yield a, b


def members(doc: Doc, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """A person and the body that the person's office is in: "the Harbour Authority's director X", "X, a member of the
    Senate", "Harbour Authority director X"."""
    bodies = [n for n in names if n.kind in _EMPLOYERS]
    for person in (n for n in names if n.kind == "person"):
        for body in bodies:
            if body.last < person.first:
                gap = doc[body.last + 1 : person.first]
                if len(gap) <= _OFFICE_REACH and (_is_office(gap) or (len(gap) == 0 and _holds(doc, body.first))):
                    yield person, body
            elif person.last < body.first:
                gap = doc[person.last + 1 : body.first]
                if 3 <= len(gap) <= _OFFICE_REACH + 3 and gap[0].text == "," and _is_office(gap[1:]):
                    yield person, body


def _is_office(gap: Span) -> bool:
    """Whether the words are an office and little words: "'s director", "director", "a member of the"."""
    held = [t for t in gap if t.lower_ in _MEMBER or titles().covers(t.doc, t.i)]
    rest = [t for t in gap if t not in held and t.text not in ("'s", "'", "-") and t.lower_ not in _LITTLE]
    return bool(held) and all(t.pos_ in ("ADJ", "NOUN", "PROPN") for t in rest) and len(rest) <= 2


def _holds(doc: Doc, first: int) -> bool:
    """Whether an office with "of" stands before a body: "the chairman of the Harbour Committee X"."""
    at = first - 1
    while at > 0 and doc[at].lower_ in ("the", "of"):
        at -= 1
    return 0 <= at < first - 1 and titles().covers(doc, at)


def _office_of(doc: Doc, holder: Name, leader: Name) -> bool:
    """ "X, who was Y's envoy", "Y's envoy X": the leader's name has a possessive, and an office behind it."""
    at = leader.last + 1
    if at + 1 >= len(doc) or doc[at].text not in ("'s", "'"):
        return False
    gap = doc[holder.last + 1 : leader.first] if holder.first < leader.first else doc[at + 1 : holder.first]
    if any(t.text in (".", ";", '"') or (t.pos_ == "VERB" and t.lemma_ != "be") for t in gap):
        return False
    return any(titles().at(doc, i) is not None for i in range(at + 1, min(at + 5, len(doc))))
