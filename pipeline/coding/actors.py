"""Actors of a document: entered by their names, asked for by noun phrases.

Belongs here: turning names into actors and answering "who is this phrase?" for every other coder. Does not belong
here: finding names (pipeline.language.names), whose text the document is (issuing), the rows of mentions and roles
(mentions), what the actors do.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.coding.issuing import Issuing
from pipeline.coding.mentions import description_of, mention_of, role_of
from pipeline.coding.nationality import infer, surroundings
from pipeline.coding.reference import Reference
from pipeline.coding.registry import Actors
from pipeline.coding.rows import Actor, ActorMention, ActorRole, EventMention
from pipeline.coding.second_look import SecondLook
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import Name
from pipeline.language.names.letters import letters_behind

ACTORLIKE = frozenset(
    {
        "state",
        "government_body",
        "person",
        "party",
        "igo",
        "ngo",
        "armed_force",
        "armed_group",
        "company",
        "media",
        "group",
    }
)


class Registry:
    """The document's actors, and the answer to who a phrase means.

    resolve(sentence, token): positions in `actors` that the noun phrase headed by `token` stands for.
    names[ordinal]: the names found in a body sentence; by_token[(ordinal, i)]: the actor named at token i.
    issuing: whose text the document is.
    """

    def __init__(self, parsed: ParsedDocument) -> None:
        self.parsed = parsed
        self.book = Actors()
        self.names: dict[int, list[Name]] = {}
        self.by_token: dict[tuple[int, int], int] = {}
        self.name_at: dict[tuple[int, int], Name] = {}
        self.mentions: list[ActorMention] = []
        self.roles: list[ActorRole] = []
        self.issuing = Issuing(parsed.document.meta, self.book)
        self._read_names()
        self.issuing.read(list(parsed.body()), self._persons)
        self.reference = Reference(self)
        self._described()

    @property
    def actors(self) -> list[Actor]:
        return [entry.actor for entry in self.book.entries]

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

    def finish(self, events: Sequence[EventMention] = ()) -> None:
        """Settle names, aliases, countries; call when every coder has added its groups and descriptions."""
        self.book.finish()
        around = surroundings(
            self.parsed, self.book, self.names, self.by_token, events, self.reference.dyad(), self.resolve_one
        )
        infer(self.book, around)

    # -- names -----------------------------------------------------------------------------

    def _read_names(self) -> None:
        look = SecondLook(self.parsed)
        for sentence in self.parsed.body():
            self.names[sentence.ordinal] = look.names(sentence)
        self._fuller_first()
        for sentence in self.parsed.body():
            for name in self.names[sentence.ordinal]:
                self._place(sentence, name)
            self._acronyms(sentence)

    def _persons(self, sentence: ParsedSentence) -> list[int]:
        """The people whom a sentence names."""
        found = (self.by_token.get((sentence.ordinal, name.last)) for name in self.names[sentence.ordinal])
        return [index for index in found if index is not None and self.actors[index].kind == "person"]

    def _fuller_first(self) -> None:
        """Enter the fullest person names first, so that a surname in the headline finds its owner."""
        people = [(s.ordinal, n) for s in self.parsed.body() for n in self.names[s.ordinal] if n.kind == "person"]
        for ordinal, name in sorted(people, key=lambda p: (-len(p[1].text.split()), p[0], p[1].first)):
            index = self.book.put(name, (ordinal, name.first))
            self.book.entries[index].forms[name.text] -= 1  # counted when placed
            self.book.entries[index].seen.pop()
            if name.title:
                self.book.entries[index].titles.pop()

    def _place(self, sentence: ParsedSentence, name: Name) -> None:
        if name.kind not in ACTORLIKE:
            return
        index = self.book.put(name, (sentence.ordinal, name.last))
        for i in range(name.first, name.last + 1):
            self.by_token[sentence.ordinal, i] = index
            self.name_at[sentence.ordinal, i] = name
        entry = self.book.entries[index]
        self.mentions.append(mention_of(sentence, name, index, entry))
        if name.title and name.title.lower() not in vocabulary("courtesies"):
            self.roles.append(role_of(sentence, name, name.title, index, name.country or entry.actor.country))

    def _acronyms(self, sentence: ParsedSentence) -> None:
        """ "World Trade Council (WTC)": the letters in brackets are another form of the name before them."""
        for name in self.names[sentence.ordinal]:
            letters = letters_behind(sentence.doc, name)
            index = self.by_token.get((sentence.ordinal, name.last))
            if index is not None and letters is not None:
                self.book.alias(index, letters.text)
                self.by_token[sentence.ordinal, letters.i] = index

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

    def mention(
        self, sentence: ParsedSentence, token: Token, index: int, resolution: str = "description", means: bool = True
    ) -> None:
        """Note that a phrase means this actor; `means` false where it means others, too."""
        if means:
            self.by_token.setdefault((sentence.ordinal, token.i), index)
        self.mentions.append(description_of(sentence, token, index, resolution))
        self.book.entries[index].seen.append((sentence.ordinal, token.i))
