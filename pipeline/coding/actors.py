"""Actors of a document, asked for by noun phrases.

Belongs here: answering "who is this phrase?" for every coder, and settling the list when all have asked. Does not
belong here: actors by their names (entered), how an answer is found (reference), what the actors do.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.coding.entered import Entered
from pipeline.coding.nationality import infer, surroundings
from pipeline.coding.reference import Reference
from pipeline.coding.rows import EventMention
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedDocument, ParsedSentence


class Registry(Entered):
    """The document's actors, and the answer to who a phrase means.

    resolve(sentence, token): positions in `actors` that the noun phrase headed by `token` stands for.
    """

    def __init__(self, parsed: ParsedDocument) -> None:
        super().__init__(parsed)
        self.reference = Reference(self)
        self._described()

    def resolve(self, sentence: ParsedSentence, token: Token, conjuncts: bool = True) -> tuple[int, ...]:
        """The actors that the phrase headed by `token` means, () where nobody or where it is not certain."""
        return self.reference.resolve(sentence, token, conjuncts)

    def resolve_one(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """Like resolve, for this phrase alone without those coordinated with it."""
        return self.reference.resolve(sentence, token, conjuncts=False)

    def related(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """Like resolve; where the phrase itself is no actor, the actor it belongs to ("Kenya's decision" -> Kenya)."""
        return self.reference.related(sentence, token)

    def country_of(self, sentence: ParsedSentence, token: Token) -> str | None:
        """ISO code of the single state, or of the state of the single actor, that a phrase means."""
        found = self.resolve(sentence, token, conjuncts=False)
        return self.actors[found[0]].country if len(found) == 1 else None

    def finish(self, events: Sequence[EventMention] = (), author: int | None = None) -> None:
        """Settle names, aliases, countries; call when every coder has added its groups and descriptions.

        author: the state from which the document's author speaks ("our parliament"), if it is known.
        """
        self.book.finish()
        around = surroundings(
            self.parsed, self.book, self.names, self.by_token, events, self.reference.dyad(), self.resolve_one
        )
        around.author = self.actors[author].country if author is not None else None
        infer(self.book, around)

    def _described(self) -> None:
        """Bodies and forces named by a plain noun with a country ("the Kenyan parliament", "U.S. troops")."""
        wanted = vocabulary("force_nouns") | {p.split()[-1] for p in vocabulary("plain_bodies")}
        for sentence in self.parsed.body():
            for token in sentence.doc:
                if (
                    token.lower_ in wanted
                    and token.pos_ in ("NOUN", "PROPN")
                    and (sentence.ordinal, token.i) not in self.by_token
                ):
                    found = self.reference.resolve(sentence, token, conjuncts=False)
                    if any(self.actors[i].kind not in ("government_body", "armed_force") for i in found):
                        continue
                    for index in found:
                        self.mention(sentence, token, index, means=len(found) == 1)
