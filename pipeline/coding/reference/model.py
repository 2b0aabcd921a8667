"""What the kinds of phrase may ask about a document while they tell whom one of them means.

Belongs here: the questions. Does not belong here: the answers (who), which go through the modules that ask.
"""

from __future__ import annotations

from typing import Protocol

from spacy.tokens import Token

from pipeline.coding.entered import Entered
from pipeline.coding.quotations import Speakers
from pipeline.coding.reference.turns import Turns
from pipeline.language.countries import Country, CountryForm
from pipeline.language.model import ParsedSentence


class Who(Protocol):
    """Answers for one document. Actors are positions in registry.actors, () where nobody is meant for certain.

    registry: the actors by their names. sentences: by ordinal. speakers: who speaks in quotations. they: where "they"
    was last two people who met, and who they are.
    """

    registry: Entered
    sentences: dict[int, ParsedSentence]
    speakers: Speakers
    they: tuple[int, tuple[int, ...]]

    @property
    def turns(self) -> Turns:
        """Whose turn it is, in a transcript."""

    def resolve(self, sentence: ParsedSentence, token: Token, conjuncts: bool = True) -> tuple[int, ...]:
        """Actors of the phrase headed by token, and of phrases coordinated with it."""

    def related(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The phrase's actors, else those of its possessor, nationality, by- or of-phrase."""

    def one(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """One phrase without its conjuncts."""

    def nationality(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The states of demonyms or country names in front of a noun."""

    def states(self, sentence: ParsedSentence, token: Token, countries: tuple[Country, ...]) -> tuple[int, ...]:
        """The states of these countries."""

    def lands(self, sentence: ParsedSentence, token: Token) -> tuple[CountryForm, ...]:
        """The countries that modify a noun, as written."""

    def dyad(self) -> tuple[int, ...]:
        """The two states that the document is about."""

    def circle(self) -> tuple[int, ...]:
        """The three or more states that the title of an official text names."""
