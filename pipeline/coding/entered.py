"""Actors of a document as its names enter them, and the rows of mentions and roles that this makes.

Belongs here: turning names and phrases into actors of the document's list, and noting where each is mentioned. Does
not belong here: finding names (pipeline.language.names, second_look), whom a noun phrase means (actors, reference),
how the rows are made (mentions).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.issuing import Issuing
from pipeline.coding.mentions import description_of, mention_of, role_of
from pipeline.coding.registry import Actors
from pipeline.coding.rows import Actor, ActorMention, ActorRole
from pipeline.coding.second_look import SecondLook
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import Name
from pipeline.language.names.letters import letters_behind

ACTORLIKE = frozenset("state government_body person party igo ngo armed_force armed_group company media group".split())
"""Kinds of names that are actors; of the others a place only stands somewhere."""


class Entered:
    """The document's actors by their names.

    names[ordinal]: the names found in a body sentence. by_token[(ordinal, i)]: the actor named at token i, by its
    position in `actors`. name_at[(ordinal, i)]: the name there. mentions, roles: rows, in reading order. issuing: whose
    text the document is.
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

    @property
    def actors(self) -> list[Actor]:
        return [entry.actor for entry in self.book.entries]

    def place(self, sentence: ParsedSentence, name: Name) -> int | None:
        """Enter whom a name names and note the mention; None where names of its kind are no actors."""
        if name.kind not in ACTORLIKE:
            return None
        index = self.book.put(name, (sentence.ordinal, name.last))
        for i in range(name.first, name.last + 1):
            self.by_token[sentence.ordinal, i] = index
            self.name_at[sentence.ordinal, i] = name
        entry = self.book.entries[index]
        self.mentions.append(mention_of(sentence, name, index, entry))
        if name.title and name.title.lower() not in vocabulary("courtesies"):
            self.roles.append(role_of(sentence, name, name.title, index, name.country or entry.actor.country))
        return index

    def describe(self, sentence: ParsedSentence, token: Token, text: str, kind: str, country: str | None) -> int:
        """Enter an actor known only by a description, and note the phrase headed by `token` as its mention."""
        index = self.book.describe(text, kind, country, (sentence.ordinal, token.i))
        self.book.entries[index].seen.pop()  # seen again as a mention
        self.mention(sentence, token, index)
        return index

    def mention(
        self, sentence: ParsedSentence, token: Token, index: int, resolution: str = "description", means: bool = True
    ) -> None:
        """Note that a phrase means this actor; `means` false where it means others, too."""
        if means:
            self.by_token.setdefault((sentence.ordinal, token.i), index)
        self.mentions.append(description_of(sentence, token, index, resolution))
        self.book.entries[index].seen.append((sentence.ordinal, token.i))

    def note_described(self, indexes: set[int]) -> None:
        """Note where the phrases stand that made these actors, for those that no mention tells of yet.

        A look-up enters whom a phrase describes before it is known whether a row will need them. Whoever issues the
        document by its title alone stands in no sentence and stays without a mention.
        """
        for index in sorted(indexes - {m.actor for m in self.mentions}):
            for ordinal, i in dict.fromkeys(self.book.entries[index].seen):
                sentence = self.parsed.sentences[ordinal]
                self.mentions.append(description_of(sentence, sentence.doc[i], index, "description"))

    def _read_names(self) -> None:
        look = SecondLook(self.parsed)
        for sentence in self.parsed.body():
            self.names[sentence.ordinal] = look.names(sentence)
        self._fuller_first()
        for sentence in self.parsed.body():
            for name in self.names[sentence.ordinal]:
                self.place(sentence, name)
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

    def _acronyms(self, sentence: ParsedSentence) -> None:
        """ "World Trade Council (WTC)": the letters in brackets are another form of the name before them."""
        for name in self.names[sentence.ordinal]:
            letters = letters_behind(sentence.doc, name)
            index = self.by_token.get((sentence.ordinal, name.last))
            if index is not None and letters is not None:
                self.book.alias(index, letters.text)
                self.by_token[sentence.ordinal, letters.i] = index
