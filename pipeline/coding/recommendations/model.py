"""What the parts of this coder hand each other.

Belongs here: plain data. Does not belong here: how any of it is found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from pipeline.coding.recommendations.lexicon import Frame
from pipeline.language.model import ParsedSentence

Carry = Literal["none", "heading", "said", "about"]
"""Who acts where the clause names nobody: nobody known, the heading's actor, the sentence before's addressees, or any
actor that the sentence before is about."""


@dataclass(frozen=True, slots=True)
class Act:
    """An advised act: tokens first..last of its sentence, and the phrase that states it, bare verb first.

    thing: first and last token of what a passive act is done to ("the quota" of "the quota must be lifted").
    """

    first: int
    last: int
    text: str
    thing: tuple[int, int] | None = None


def one_or_none(token: Token | None) -> tuple[Token, ...]:
    """What `Advice.who` holds where at most one phrase names who is to act."""
    return () if token is None else (token,)


@dataclass(slots=True)
class Advice:
    """A statement of advice in one sentence, before it is known whom it addresses.

    who: head tokens of the phrases that name who is to act; carry: where else to look when they name nobody.
    anchor: tokens that the evidence must reach over besides the act. strong: whether it shows that the text gives
    advice. speaker: head of the phrase that names an adviser other than the document. helped: head of the phrase
    that names whom the act is for. topic: words beside the act that tell its area (an item's label, a fronted
    "On trade, ..."). needs_name: no advice unless `who` names an actor ("it should ...").
    able: an ability ("troops can help"), which is advice only where it is known who is to use it.
    """

    sentence: ParsedSentence
    frame: Frame
    acts: list[Act]
    who: tuple[Token, ...] = ()
    carry: Carry = "none"
    anchor: tuple[int, ...] = ()
    avoid: bool = False
    strong: bool = False
    speaker: Token | None = None
    helped: Token | None = None
    topic: list[Token] = field(default_factory=list)
    needs_name: bool = False
    able: bool = False
