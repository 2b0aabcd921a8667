"""Body nouns that make no body where they stand: "the West Bank", "the Rojas Administration", "an Embassy".

Belongs here: what the words before and behind a capitalised body noun tell against a name. Does not belong here: how
far a name runs (body_spans), what kind of body it is (body_kinds).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.names.model import Known

_ARMS = frozenset(
    """infantry armored armoured airborne mountain cavalry artillery panzer marine air mechanized mechanised guards
    first second third fourth fifth sixth seventh eighth ninth tenth""".split()
)
"""Words before "Division" that make it a unit of an army."""
_ORGANS = frozenset("executive advisory supervisory editorial governing management white bulletin notice".split())
"""Words that make a board a part of a body, or no body at all."""
_LINES = frozenset("eastern western northern southern home italian war".split())
"""Words that make a front a line of battle."""
_SIDES = frozenset({"west", "east", "north", "south", "left", "right"})
_TASKS = frozenset(
    """state customs maritime tax aviation space food drug transport railway federal social civil land port
    energy health trade business general public national local regional prison veterans""".split()
)
"""Words that tell what an administration administers; a name in their place tells whose government it is."""
UNTOLD = frozenset({"office", "authority", "administration", "bureau", "directorate", "board", "inspectorate"})
"""Body nouns that alone, though capitalised, tell too little to be anybody's name."""


def makes_no_body(doc: Doc, start: int, first: int, last: int, kind: str, known: Known) -> bool:
    """Whether the words make no body, though the noun could: "the West Bank", "the NATO Alliance", "the Rojas
    Administration"."""
    before = [t for t in doc[start:first] if t.text != "-"]
    noun = doc[last].lower_
    if noun == "front" and before and before[-1].lower_ in _LINES:
        return True
    if noun == "board" and before and before[-1].lower_ in _ORGANS:
        return True
    if noun == "bank" and len(before) == 1 and before[0].lower_ in _SIDES:
        return True
    if noun == "administration" and doc[last].text.istitle():
        return len(before) <= 1 + ("-" in doc[start:first].text) and not any(t.lower_ in _TASKS for t in before)
    if noun == "division" and not (before and (before[-1].lower_ in _ARMS or before[-1].text[0].isdigit())):
        return True
    listed = known.get(start)
    if kind == "state" and isinstance(getattr(listed and listed[1], "kind", None), str):
        return True  # "the ISIS Caliphate"
    return first > start and listed is not None and listed[0] == first - 1 and getattr(listed[1], "kind", "") == kind


def stands_alone(doc: Doc, first: int) -> bool:
    """Whether a lone body noun can name a body: not "an Embassy", not "Embassy status", not a word of a title."""
    after = doc[first + 1].lower_ if first + 1 < len(doc) else ""
    if doc[first].lower_ in UNTOLD:
        return False
    return not (first and doc[first - 1].lower_ in ("a", "an")) and after not in ("status", "level", "rank", "-")
