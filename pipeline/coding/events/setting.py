"""Where an event happened and what it is about.

Belongs here: the place that a clause names, and contexts by the words of the evidence. Does not belong here: who took
part (slots), when (pipeline.coding.dating).
"""

from __future__ import annotations

from functools import cache

from pipeline.coding.actors import Registry
from pipeline.coding.events.matching import Match
from pipeline.language.clauses import arguments
from pipeline.language.model import ParsedSentence
from pipeline.resources import load

AT = ("in", "at", "near", "outside", "within", "inside", "across", "off")
"""Prepositions of place. "to" says where a visit or a deployment leads."""
LEADING = frozenset({"visit", "troops"})


@cache
def _cues() -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): name
        for name, phrases in load("contexts", dict[str, list[str]]).items()
        for phrase in phrases
    }


def contexts_of(sentence: ParsedSentence, first: int, last: int) -> tuple[str, ...]:
    """Contexts that the words first..last name, in alphabetical order."""
    lemmas = [t.lemma_.lower() for t in sentence.doc[first : last + 1]]
    found = {
        name
        for i in range(len(lemmas))
        for size in (1, 2)
        if (name := _cues().get(tuple(lemmas[i : i + size]))) is not None
    }
    return tuple(sorted(found))


def place_of(sentence: ParsedSentence, match: Match, registry: Registry) -> tuple[str | None, str | None]:
    """(name, ISO country) of the place that the happening's own words name, (None, None) where there is none."""
    words = [match.token, *([match.args.light] if match.args.light is not None else [])]
    leading = AT + (("to", "into") if match.frame.mode in LEADING else ())
    for word in words:
        preps = match.args.preps if word == match.token else arguments(word).preps
        for prep in leading:
            for head in preps.get(prep, []):
                name = next((n for n in registry.names.get(sentence.ordinal, ()) if n.first <= head.i <= n.last), None)
                if name is not None and (name.kind == "place" or (name.kind == "state" and name.form != "demonym")):
                    return name.canonical if name.kind == "state" else name.text, name.country
    return None, None
