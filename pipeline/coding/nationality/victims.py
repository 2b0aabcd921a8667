"""People to whom a state's police, soldiers or officials do something: their deed does not tell whose the victim is.

Belongs here: who is arrested, hurt or sent away in a sentence, and by which state. Does not belong here: what that
leaves of the votes for a country (votes).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.language.names import Name

_DEEDS = frozenset(
    "arrest detain jail imprison apprehend capture seize abduct kidnap hold interrogate torture beat shoot wound "
    "injure kill execute assassinate deport expel extradite convict sentence fine prosecute indict raid harass".split()
)
"""Verbs of what police, soldiers and courts do to people of any state."""
_ACTORS = frozenset({"state", "government_body", "armed_force"})
_OBJECT = frozenset({"dobj", "nsubjpass"})
_WITHIN = frozenset({"conj", "appos", "compound", "flat", "nmod"})


def victims(doc: Doc, names: list[Name]) -> Iterator[tuple[Name, str]]:
    """A person of a sentence, and the ISO code of the state whose side does something to that person."""
    for person in (n for n in names if n.kind == "person"):
        token = _top(doc[person.last])
        if token.dep_ not in _OBJECT or token.head.lemma_ not in _DEEDS:
            continue
        doers = {i for c in token.head.children if c.dep_ in ("nsubj", "agent") for i in _tokens(c)}
        for name in names:
            if name.country and name.kind in _ACTORS and name.first in doers:
                yield person, name.country


def _top(token: Token) -> Token:
    while token.dep_ in _WITHIN and token.head != token:
        token = token.head
    return token


def _tokens(token: Token) -> Iterator[int]:
    return (t.i for t in token.subtree)
