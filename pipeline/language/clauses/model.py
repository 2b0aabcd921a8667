"""The arguments of a predicate.

Belongs here: plain data. Does not belong here: finding it (arguments, gaps, phrases).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token


@dataclass(slots=True)
class Arguments:
    """Logical arguments of a predicate, as head tokens. `preps` maps a preposition to the heads it governs.

    passive: the predicate is passive. light: the light verb that carries a noun, if any. recipients: who gets the
    deed that a noun names ("X received aid from Y" -> X, with Y as subject).
    """

    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    possessors: list[Token] = field(default_factory=list)
    passive: bool = False
    light: Token | None = None
    recipients: list[Token] = field(default_factory=list)
