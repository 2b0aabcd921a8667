"""Who speaks and to whom in a transcript with labels: "PRESIDENT X: ... PRIME MINISTER Y: ... Q ...".

Belongs here: the turns of a document's sentences and the sides that "I", "we" and "you" stand for in them. Does not
belong here: quotations (pipeline.coding.quotations), pronouns of other texts (pronouns).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.coding.entered import Entered
from pipeline.language.countries import Country, by_code
from pipeline.language.model import ParsedSentence

_LONGEST = 9
"""Words of the longest label."""
_LEAST = 2
"""Labels that make a transcript."""
_PRESS = frozenset({"Q", "QUESTION", "REPORTER"})
"""Labels of those who only ask."""

_ADDRESS = re.compile(
    r"\b(?:Mr\.|Madam|Mrs\.|Your) (?:Vice |Prime )?(?:President|Minister|Chancellor|Excellency|Majesty)\b"
)
"""How one holder of an office addresses another."""


@dataclass(frozen=True, slots=True)
class Turn:
    """speaker: the labelled person, None where the label names none; partner: the other one of two who speak, None
    where there are more; asks: a turn of the press; answers: one behind such a turn, until it addresses the partner."""

    speaker: int | None
    partner: int | None = None
    asks: bool = False
    answers: bool = False


class Turns:
    """The turns of one document; none where it has no labels.

    resolve: the actors that a phrase means. states: the states of countries, entered from a phrase where need be.
    """

    def __init__(
        self,
        registry: Entered,
        resolve: Callable[[ParsedSentence, Token], tuple[int, ...]],
        states: Callable[[ParsedSentence, Token, tuple[Country, ...]], tuple[int, ...]],
    ) -> None:
        self._registry, self._resolve, self._states = registry, resolve, states
        self._turns: dict[int, Turn] = {}
        body = list(registry.parsed.body())
        labels = {s.ordinal: s for s in body if self._is_label(s)}
        if len([s for s in labels.values() if not _asks(s)]) >= _LEAST:
            self._read(body, labels)

    def at(self, sentence: ParsedSentence) -> Turn | None:
        """The turn that a sentence belongs to, None outside of transcripts and before the first label."""
        return self._turns.get(sentence.ordinal)

    def sides(self, sentence: ParsedSentence, token: Token) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Who speaks at a token with the state spoken for, and the same of the partner."""
        turn = self._turns[sentence.ordinal]
        own, other = (self._with_state(person, sentence, token) for person in (turn.speaker, turn.partner))
        return own, other

    def _with_state(self, person: int | None, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        if person is None:
            return ()
        country = by_code().get(self._registry.actors[person].country or "")
        return (person, *(self._states(sentence, token, (country,)) if country is not None else ()))

    # -- reading -----------------------------------------------------------------------------

    def _read(self, body: list[ParsedSentence], labels: dict[int, ParsedSentence]) -> None:
        who = {ordinal: self._named(label) for ordinal, label in labels.items()}
        people = list(dict.fromkeys(i for i in who.values() if i is not None))
        turn: Turn | None = None
        for sentence in body:
            if sentence.ordinal in labels:
                speaker = who[sentence.ordinal]
                asks = _asks(sentence)
                answers = turn is not None and turn.asks and not asks
                other = [p for p in people if p != speaker] if speaker is not None and len(people) == 2 else []
                turn = Turn(speaker, other[0] if other else None, asks, answers)
            if turn is not None and turn.answers and _ADDRESS.search(sentence.doc.text):
                turn = replace(turn, answers=False)
            if turn is not None:
                self._turns[sentence.ordinal] = turn

    def _is_label(self, sentence: ParsedSentence) -> bool:
        """Whether a sentence is nothing but capitals and a colon in the source, or begins a question of the press."""
        doc = sentence.doc
        if _asks(sentence):
            return True
        if len(doc) < 2 or len(doc) > _LONGEST or doc[-1].text != ":" or sentence.block.kind != "paragraph":
            return False
        start, end = sentence.source_span(0, len(doc) - 1)
        written = self._registry.parsed.document.text[start:end]
        return written.isupper() and len(written) > 3

    def _named(self, label: ParsedSentence) -> int | None:
        """The person whom a label names, by name or by office ("THE PRESIDENT:")."""
        if _asks(label):
            return None
        heads = [t for t in reversed(label.doc) if t.is_alpha]
        found = [self._registry.by_token.get((label.ordinal, t.i)) for t in heads]
        offices = [i for t in heads[:1] for i in self._resolve(label, t)]
        people = [i for i in (*found, *offices) if i is not None and self._registry.actors[i].kind == "person"]
        return people[0] if people else None


def _asks(sentence: ParsedSentence) -> bool:
    """Whether a question of the press begins here ("Q", "Q Mr. President, ...")."""
    if not len(sentence.doc):
        return False
    first = sentence.doc[0].text
    behind = sentence.doc[1].text if len(sentence.doc) > 1 else ""
    return first in _PRESS and (not behind or behind == ":" or behind[:1].isupper() or not behind[:1].isalpha())
