"""What the parts of this coder hand each other.

Belongs here: plain data. Does not belong here: how any of it is found.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from pipeline.coding.recommendations.lexicon import Frame
from pipeline.language.model import ParsedSentence


@dataclass(frozen=True, slots=True)
class Act:
    """An advised act: tokens first..last of its sentence, and the phrase that states it, bare verb first."""

    first: int
    last: int
    text: str


@dataclass(slots=True)
class Advice:
    """A statement of advice in one sentence, before it is known who it addresses.

    who: head tokens of the phrases that name who is to act; carried: whether the sentences before say so when `who`
    does not. anchor: tokens that the evidence must reach over besides the act. topic: words
    beside the acts that tell their area (an item's label, what help is needed for). strong: whether it shows that the
    text gives advice. direct: the adviser is the document, not somebody it quotes.
    """

    sentence: ParsedSentence
    frame: Frame
    acts: list[Act]
    who: tuple[Token, ...] = ()
    carried: bool = True
    anchor: tuple[int, ...] = ()
    polarity: str = "do"
    strong: bool = False
    direct: bool = True
    speaker: Token | None = None
    beneficiary: Token | None = None
    modality: str | None = None
    topic: list[Token] = field(default_factory=list)
