"""Actors of a document, their mentions and roles, and who a noun phrase means.

Belongs here: turning names into actors and answering "who is this phrase?" for every other coder. Does not belong
here: finding names (pipeline.language.names), what the actors do.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.coding.nationality import infer
from pipeline.coding.reference import Reference
from pipeline.coding.registry import Actors, fold
from pipeline.coding.rows import Actor, ActorMention, ActorRole, EventMention, Evidence
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import Name, country_forms, find_names

CONFIDENCE = {
    "country": 0.98,
    "listed": 0.93,
    "titled": 0.95,
    "entity": 0.8,
    "body": 0.88,
    "heralded": 0.85,
    "ship": 0.95,
}
"""Share of right names by the kind of rule, measured on the hand-coded documents."""
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
    """

    def __init__(self, parsed: ParsedDocument) -> None:
        self.parsed = parsed
        self.book = Actors()
        self.names: dict[int, list[Name]] = {}
        self.by_token: dict[tuple[int, int], int] = {}
        self.name_at: dict[tuple[int, int], Name] = {}
        self.mentions: list[ActorMention] = []
        self.roles: list[ActorRole] = []
        self._read_names()
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
        infer(self.book, self.names, self.by_token, events, self.reference.dyad())

    # -- names -----------------------------------------------------------------------------

    def _read_names(self) -> None:
        found = {s.ordinal: find_names(s.doc) for s in self.parsed.body()}
        self._common = {
            t.text for s in self.parsed.body() for t in s.doc if t.is_lower and t.pos_ in ("NOUN", "ADJ", "VERB", "ADV")
        }
        people = [
            (s, n) for s in self.parsed.body() for n in found[s.ordinal] if n.kind == "person" and not self._ordinary(n)
        ]
        self._prose = {fold(n.text).split()[-1] for s, n in people if s.block.kind != "heading"}
        surnames = {fold(n.text).split()[-1] for _, n in people}
        for sentence in self.parsed.body():
            names = [
                self._settle(sentence, n, surnames)
                for n in self._with_surnames(sentence, found[sentence.ordinal], surnames)
            ]
            self.names[sentence.ordinal] = names
        self._fuller_first()
        for sentence in self.parsed.body():
            for name in self.names[sentence.ordinal]:
                self._place(sentence, name)
            self._acronyms(sentence)

    @staticmethod
    def _with_surnames(sentence: ParsedSentence, names: list[Name], surnames: set[str]) -> list[Name]:
        """Surnames of people named elsewhere, where no finder saw a name; a list of surnames comes apart."""
        doc = sentence.doc
        names = [
            n
            for n in names
            if not (n.kind in ("person", "other") and "," in n.text and not n.text.endswith(("Jr.", "Sr.")))
        ]
        taken = {i for n in names for i in range(n.first, n.last + 1)}
        extra = [
            Name(t.i, t.i, t.text, "person", rule="entity:person")
            for t in doc
            if t.i not in taken
            and t.text[:1].isupper()
            and len(t.text) > 3
            and t.pos_ == "PROPN"
            and fold(t.text) in surnames
            and not (t.i + 1 < len(doc) and doc[t.i + 1].text[:1].isupper() and t.i + 1 not in taken)
        ]
        return sorted([*names, *extra], key=lambda n: n.first)

    def _fuller_first(self) -> None:
        """Enter the fullest person names first, so that a surname in the headline finds its owner."""
        people = [(s.ordinal, n) for s in self.parsed.body() for n in self.names[s.ordinal] if n.kind == "person"]
        for ordinal, name in sorted(people, key=lambda p: (-len(p[1].text.split()), p[0], p[1].first)):
            index = self.book.put(name, (ordinal, name.first))
            self.book.entries[index].forms[name.text] -= 1  # counted when placed
            self.book.entries[index].seen.pop()
            if name.title:
                self.book.entries[index].titles.pop()

    def _settle(self, sentence: ParsedSentence, name: Name, surnames: set[str]) -> Name:
        """Second look with the whole document in view: seats that are places, surnames of known people."""
        doc = sentence.doc
        bare = name.kind == "person" and not name.title
        if name.kind == "person" and self._ordinary(name):
            return Name(name.first, name.last, name.text, "other", rule="entity:other")
        if bare and (
            (doc[0].lower_ == "by" and len(doc) < 8) or (sentence.block.kind == "heading" and not self._in_prose(name))
        ):
            return Name(name.first, name.last, name.text, "other", rule="entity:other")
        if name.form == "seat" and not self._acts(doc[name.last]):
            return Name(name.first, name.last, name.text, "place", "seat", name.country, name.canonical, rule="place")
        words = fold(name.text).split()
        if (
            name.kind in ("other", "place")
            and name.form == "name"
            and words
            and words[-1] in surnames
            and len(words) <= 3
        ):
            return Name(name.first, name.last, name.text, "person", rule="entity:person")
        if (name.kind == "person" and not name.title) or (name.rule == "entity:other" and 1 < len(words) <= 3):
            return self._apposed(sentence, name)
        return name

    def _ordinary(self, name: Name) -> bool:
        """Whether a "person" is made of words that the document also writes small ("Good Governance")."""
        return not name.title and any(w.lower() in self._common for w in name.text.split() if len(w) > 3)

    def _in_prose(self, name: Name) -> bool:
        """Whether a person named in a heading is named in running text too; headings capitalise any word."""
        return fold(name.text).split()[-1] in self._prose

    def _apposed(self, sentence: ParsedSentence, name: Name) -> Name:
        """ "X of Kenya", "X, the president of Kenya": country and title behind a name."""
        doc = sentence.doc
        at = name.last + 1
        countries = country_forms(doc)
        if at + 1 < len(doc) and doc[at].lower_ == "of":
            at += 1 + (doc[at + 1].lower_ == "the")
            if at in countries and countries[at][1].form == "name":
                return Name(
                    name.first, name.last, name.text, "person", country=countries[at][1].country.code, rule=name.rule
                )
        return name

    @staticmethod
    def _acts(token: Token) -> bool:
        """Whether a capital stands for its government here: it does something or something is done with it."""
        while token.dep_ == "conj":
            token = token.head
        if token.dep_ in ("nsubj", "nsubjpass", "poss") and not (token.dep_ == "poss" and token.head.pos_ == "PROPN"):
            return True
        return token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "between", "against", "toward", "towards")

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
        return Evidence(sentence.ordinal, start, end, f"actor.{rule}", CONFIDENCE.get(rule.split(":")[0], 0.8))

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
                    if len(found) == 1 and self.actors[found[0]].kind in ("government_body", "armed_force"):
                        self.mention(sentence, token, found[0])

    def mention(self, sentence: ParsedSentence, token: Token, index: int, resolution: str = "description") -> None:
        """Note that a phrase means this actor."""
        first = min(
            [c.left_edge.i for c in token.children if c.dep_ in ("amod", "compound", "nmod", "poss")] or [token.i]
        )
        start, end = sentence.source_span(min(first, token.i), token.i)
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
