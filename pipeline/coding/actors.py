"""Actors of a document, their mentions and roles, and who a noun phrase means.

Belongs here: turning names into actors and answering "who is this phrase?" for every other coder. Does not belong
here: finding names (pipeline.language.names), what the actors do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from pipeline.coding.confidence import confidence
from pipeline.coding.nationality import infer, surroundings
from pipeline.coding.nationality.voice_state import voice_state
from pipeline.coding.reference import Reference
from pipeline.coding.registry import Actors, fold
from pipeline.coding.rows import Actor, ActorMention, ActorRole, EventMention, Evidence
from pipeline.coding.second_look import SecondLook
from pipeline.coding.title_people import title_people
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import Name

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


_JOINT = re.compile(r"\b(?:joint|trilateral|communiqu[eé]|declaration)\b", re.IGNORECASE)
"""Words of the titles of texts that several states issue together."""


_LETTER = re.compile(r"\b(?:letters?|notice|message|proclamation|executive order)\b", re.IGNORECASE)
"""Words of the titles of texts that an executive addresses to another branch or to the public."""
_ABROAD = frozenset({"general", "secretary-general", "chairperson", "ambassador", "representative"})
"""Words of offices that are not of the state whose text names them first, or not of any state."""


class Registry:
    """The document's actors, and the answer to who a phrase means.

    resolve(sentence, token): positions in `actors` that the noun phrase headed by `token` stands for.
    names[ordinal]: the names found in a body sentence; by_token[(ordinal, i)]: the actor named at token i.
    """

    def __init__(self, parsed: ParsedDocument) -> None:
        self.parsed = parsed
        self.book = Actors()
        self.names: dict[int, list[Name]] = {}
        self.by_token: dict[tuple[int, int], int] = {}
        self.name_at: dict[tuple[int, int], Name] = {}
        self.mentions: list[ActorMention] = []
        self.roles: list[ActorRole] = []
        self.issuer: int | None = None  # whom the document's title or signature names as speaking in it
        self._read_names()
        self._read_title()
        self.reference = Reference(self)
        self._described()

    @property
    def joint(self) -> bool:
        """Whether an official text speaks for several: a joint statement, declaration or the like."""
        return bool(_JOINT.search(self.parsed.document.meta.title or ""))

    @property
    def issuers(self) -> tuple[int, ...]:
        """Whoever issues a letter, a notice or an order: who signs it, else the state whose text it is."""
        if self.issuer is not None:
            return (self.issuer,)
        return self.voice if _LETTER.search(self.parsed.document.meta.title or "") else ()

    @property
    def voice(self) -> tuple[int, ...]:
        """The state in whose voice an official text speaks, where its address tells and the body names it."""
        meta = self.parsed.document.meta
        index = self.book.state(voice_state(meta.url)) if meta.genre == "official" else None
        return (index,) if index is not None else ()

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
        around = surroundings(self.parsed, self.book, self.names, self.by_token, events, self.reference.dyad())
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

    def _read_title(self) -> None:
        """What an official document's title tells of its people: fuller names, countries, who issues it."""
        meta = self.parsed.document.meta
        if meta.genre != "official":
            return
        surnames = {e.tokens[-1] for e in self.book.entries if e.actor.kind == "person" and e.tokens}
        own = voice_state(meta.url)
        for place, person in enumerate(title_people(meta.title, surnames)):
            index = self.book.person(person.name)
            if index is None and person.country:  # the family name comes first
                index = self.book.person(person.name.split()[0])
            if index is None and person.issuer:
                index = self.book.describe(person.name, "person", person.country or own, (-1, 0))
                self.book.entries[index].seen.pop()
            if index is None:
                continue
            entry = self.book.entries[index]
            self.book.alias(index, person.name)
            entry.titles.append((person.office, person.country))
            own_side = own if place == 0 and not _ABROAD & set(person.office.lower().split()) else None
            entry.actor.country = entry.actor.country or person.country or own_side
            self.issuer = index if person.issuer else self.issuer
        self.issuer = self.issuer if self.issuer is not None else self._signer()

    def _signer(self) -> int | None:
        """Whose name stands below "Sincerely," at the end of a letter."""
        body = list(self.parsed.body())
        for closing, sentence in pairwise(body[-4:]):
            if closing.doc.text.strip().rstrip(",") in ("Sincerely", "Respectfully", "Yours sincerely"):
                found = [self.by_token.get((sentence.ordinal, n.last)) for n in self.names[sentence.ordinal]]
                return next((i for i in found if i is not None and self.actors[i].kind == "person"), None)
        return None

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
        start, end = sentence.source_span(name.first, name.last)
        self.mentions.append(
            ActorMention(
                self._evidence(sentence, start, end, name.rule),
                index,
                sentence_text(sentence, name),
                self._resolution(name, index),
            )
        )
        if name.title and name.title.lower() not in vocabulary("courtesies"):
            self._role(sentence, name, name.title, index)

    def _resolution(self, name: Name, index: int) -> str:
        if name.form in ("demonym", "acronym"):
            return name.form
        if name.form == "seat":
            return "metonym"
        if name.kind == "person" and len(name.text.split()) == 1 and len(self.book.entries[index].tokens) > 1:
            return "surname"
        return "name" if fold(name.text) == fold(self.book.entries[index].actor.name) else "alias"

    def _evidence(self, sentence: ParsedSentence, start: int, end: int, rule: str) -> Evidence:
        rule_id = f"actor.{rule}"
        return Evidence(sentence.ordinal, start, end, rule_id, confidence(rule_id))

    def _role(self, sentence: ParsedSentence, name: Name, title: str, index: int) -> None:
        doc = sentence.doc
        first = name.first - 1
        words = title.split()
        while (
            first > 0
            and doc[first : name.first].text.replace(" - ", "-") != title
            and name.first - first < len(words) + 6
        ):
            first -= 1
        if not doc[first : name.first].text.lower().startswith(words[0].lower()):
            first = name.first
        start, end = sentence.source_span(first, name.last)
        country = name.country or self.book.entries[index].actor.country
        self.roles.append(ActorRole(self._evidence(sentence, start, end, "titled"), index, title, None, country))

    def _acronyms(self, sentence: ParsedSentence) -> None:
        """ "World Trade Council (WTC)": the letters in brackets are another form of the name before them."""
        doc = sentence.doc
        for name in self.names[sentence.ordinal]:
            at = name.last + 1
            index = self.by_token.get((sentence.ordinal, name.last))
            if index is None or at + 2 >= len(doc) or doc[at].text != "(" or doc[at + 2].text != ")":
                continue
            letters = doc[at + 1].text
            if letters.isupper() and 2 <= len(letters) <= 10:
                self.book.alias(index, letters)
                self.by_token[sentence.ordinal, at + 1] = index

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
        first = min(
            [c.left_edge.i for c in token.children if c.dep_ in ("amod", "compound", "nmod", "poss")] or [token.i]
        )
        start, end = sentence.source_span(min(first, token.i), token.i)
        if means:
            self.by_token.setdefault((sentence.ordinal, token.i), index)
        self.mentions.append(
            ActorMention(
                self._evidence(sentence, start, end, "description"),
                index,
                sentence.doc[first : token.i + 1].text,
                resolution,
            )
        )
        self.book.entries[index].seen.append((sentence.ordinal, token.i))


def sentence_text(sentence: ParsedSentence, name: Name) -> str:
    """The words of a name as the parser saw them."""
    return sentence.doc[name.first : name.last + 1].text
