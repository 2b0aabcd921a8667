"""What the finders of agreements hand on to grouping.

Belongs here: plain data. Does not belong here: finding (names, members, described) or
bringing mentions together (grouping).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from pipeline.language.model import ParsedSentence

STATELIKE = frozenset({"state", "igo", "armed_group"})
"""Kinds of actor that negotiate with one another."""


@dataclass(slots=True)
class Span:
    """Tokens first..last (inclusive) of a sentence that name an agreement; head is its noun.

    words: the modifiers and the complement as lower-case words, without countries. countries: positions of tokens that
    name a country inside. year: token of a year that stands in or right before the name.
    """

    first: int
    last: int
    head: Token
    text: str
    words: list[str] = field(default_factory=list)
    countries: list[int] = field(default_factory=list)
    acronym: str | None = None
    year: str | None = None
    begin: int = -1
    end: int = -1

    @property
    def whole(self) -> tuple[int, int]:
        """First and last token, with a year before and letters in brackets behind."""
        return (self.begin if self.begin >= 0 else self.first), max(self.end, self.last)


@dataclass(slots=True)
class Draft:
    """One mention of an agreement before mentions are brought together.

    sure: by itself enough for a row; a mention that is not only joins an agreement that some other mention makes sure.
    around: the paragraph, for the purpose of a treaty that is called by a place alone.
    organisation: position of the actor, where the agreement is membership of an organisation.
    evidence: first and last token of what states it. assumed: the two states that the document is about, for an
    agreement of which no mention names two parties. echo: "the tax treaty", which may mean one that was told before.
    """

    sentence: ParsedSentence
    span: Span
    rule: str
    sure: bool
    named: bool = True
    parties: tuple[int, ...] = ()
    assumed: tuple[int, ...] = ()
    echo: bool = False
    date: str | None = None
    date_kind: str | None = None
    status: str = "in_force"
    kind: str | None = None
    organisation: int | None = None
    around: str = ""
    evidence: tuple[int, int] = (0, 0)

    @property
    def context(self) -> str:
        """The sentence, for the purpose of an agreement whose name tells none."""
        return self.sentence.doc.text
