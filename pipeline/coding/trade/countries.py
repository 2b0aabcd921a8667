"""Which countries a sentence names, and whom its phrases, possessors and prepositions mean.

Belongs here: going from a word to a country, as trade frames need it. Does not belong here: quantities, periods and
sources (scene), who a phrase means among all actors of a document (pipeline.coding.reference).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from spacy.tokens import Token

from pipeline.coding.trade.syntax import governor
from pipeline.language.clauses import arguments, prepositions
from pipeline.language.lexicon import organisations
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

_STATE_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic"})
_FIRST = frozenset({"we", "us", "our", "ours"})
_THIRD = frozenset({"they", "them", "their", "theirs"})
_BACK = (" in return", " in exchange", " in turn", " back", " the other way", " the opposite direction", " from there")
MODIFIERS = frozenset({"poss", "amod", "compound", "nmod", "nummod"})
"""Relations of what stands before a noun and belongs to it."""


class Countries(Protocol):
    """Who a phrase means: the document's registry of actors."""

    def country_of(self, sentence: ParsedSentence, token: Token) -> str | None:
        """ISO code of the state that the phrase headed by `token` means or belongs to."""

    def resolve(self, sentence: ParsedSentence, token: Token, conjuncts: bool = True) -> tuple[int, ...]:
        """Positions of the actors that the phrase means."""


@dataclass
class Whose:
    """One parsed sentence with the answers to whose a thing, a deed or a people is."""

    sentence: ParsedSentence
    countries: Countries
    before: tuple[ParsedSentence, ...] = ()
    """The sentences right before this one in its block, nearest first."""
    lead: ParsedSentence | None = None
    """The sentence that introduces this one, where it is an item of a list."""
    pair: tuple[str, ...] = ()
    """The two countries that the document is about, if there are two."""
    voice: str | None = None
    """The one of them that "we" means."""
    told: list[tuple[str | None, str | None]] = field(default_factory=list)
    """(reporter, partner) of the facts found so far in the sentence."""

    @property
    def doc(self):
        return self.sentence.doc

    @cached_property
    def named(self) -> dict[int, str]:
        """Token -> ISO code of the country whose name or demonym it belongs to (seats of government apart)."""
        out: dict[int, str] = {}
        for first, (last, entry) in country_forms(self.doc).items():
            if entry.form != "seat" and entry.country.code:
                out.update(dict.fromkeys(range(first, last + 1), entry.country.code))
        return out

    @cached_property
    def peoples(self) -> frozenset[int]:
        """Tokens of `named` that name a people or a nationality, not the state: "Kenyans", "Norwegian"."""
        listed = {first: last for first, (last, entry) in country_forms(self.doc).items() if entry.form != "demonym"}
        states = {i for first, last in listed.items() for i in range(first, last + 1)}
        return frozenset(i for i in self.named if i not in states)

    @cached_property
    def blocs(self) -> dict[int, str]:
        """Token -> acronym of the organisation of states that it names ("EU" for "European Union")."""
        out: dict[int, str] = {}
        for first in range(len(self.doc)):
            for last in range(min(first + 4, len(self.doc)) - 1, first - 1, -1):
                found = organisations().get(self.doc[first : last + 1].text)
                if found is not None and found.kind == "igo":
                    code = next((n for n in found.names if n.isupper() and n.isalpha()), found.name)
                    out.update(dict.fromkeys(range(first, last + 1), code))
                    break
        return out

    def country(self, token: Token) -> str | None:
        """The country that a noun phrase is: named, or meant by a pronoun or a description ("the country")."""
        if token.i in self.named:
            return self.named[token.i]
        if token.i in self.blocs:
            return self.blocs[token.i]
        if self.voice and (own := self._spoken(token)):
            return own
        if token.lower_ == "there" and token.head.lower_ in ("from", "to") and (found := self.nearest_before(token)):
            return found[1]  # "its imports from there"
        if token.lemma_.lower() in _STATE_NOUNS and any(c.lower_ in ("the", "this", "that") for c in token.children):
            return self._meant(token) or self.countries.country_of(self.sentence, token)
        if token.tag_ in ("WDT", "WP", "WP$"):
            return self._antecedent(token)
        if token.lower_ in ("it", "its") and not any(i < token.i for i in self.named) and (above := self.topic()):
            return above  # what the sentences before are about
        if token.pos_ in ("PRON", "DET"):
            return self.countries.country_of(self.sentence, token)
        return None

    def _spoken(self, token: Token) -> str | None:
        """ "We", "our", "this country": the document's own; "they" beside "we": the other of the two."""
        if sum(t.text in ('"', "“", "”") for t in self.doc[: token.i]) % 2:
            return None  # somebody else speaks
        this = token.lemma_ == "country" and any(c.lower_ == "this" for c in token.children)
        if token.lower_ in _FIRST or this:
            return self.voice
        beside = token.lower_ in _THIRD and any(t.lower_ in _FIRST for t in self.doc)
        return next((c for c in self.pair if c != self.voice), None) if beside else None

    def carried(self, reporter: str | None, clause: Token) -> tuple[str | None, str | None]:
        """(reporter, partner) of the fact before, which a clause with neither goes on with; (None, None) if none does.

        The two must be those that the document is about, or a word say that the flow goes back ("in return").
        """
        for first, second in reversed(self.told):
            if first is None or second is None or reporter not in (None, first, second):
                continue
            back = any(self.doc[clause.i : clause.i + 12].text.lower().find(w) > 0 for w in _BACK)
            if not back and not {first, second} <= set(self.pair):
                continue
            return (second, first) if reporter == second else (first, second)
        return None, None

    def _antecedent(self, relative: Token) -> str | None:
        """The country that "whose" or "which" stands for: the noun of its clause, or what that noun is said of."""
        clause = relative.head
        while clause.dep_ != "relcl" and clause.head != clause:
            clause = clause.head
        noun = clause.head
        if noun == clause or noun.i in self.named:
            return self.named.get(noun.i)
        verb = governor(noun)
        if noun.dep_ != "attr":
            return None
        return next((code for s in arguments(verb).subjects if s.i < noun.i and (code := self.country(s))), None)

    def _meant(self, token: Token) -> str | None:
        """Whom "the country" means: the last one named here as such, else the subject of a sentence before."""
        if any(c.dep_ in ("prep", "relcl", "acl", "amod", "compound") for c in token.children):
            return None
        here = [i for i in self.named if i < token.i and self.doc[i].dep_ not in MODIFIERS]
        if here:
            return self.named[max(here)]
        theirs = {self.named[i] for i in self.named if i < token.i} & set(self.pair)
        return (self._other_of_pair() if len(theirs) == 1 else None) or self.topic() or self._other_of_pair()

    def _other_of_pair(self) -> str | None:
        """ "Some 90 Japanese firms are in the country": in a text about two, that of whose people it does not speak."""
        left = [code for code in self.pair if code not in self.named.values()]
        return left[0] if len(left) == 1 else None

    def topic(self) -> str | None:
        """The country that the sentences before have as their subject, the nearest first."""
        for sentence in self.before:
            scene = Whose(sentence, self.countries)
            for subject in (t for t in sentence.doc if t.dep_ in ("nsubj", "nsubjpass") and t.i in scene.named):
                return scene.named[subject.i]
        return None

    def nearest_before(self, token: Token, *known: str | None) -> tuple[Token, str] | None:
        """The last country named before a token, those in `known` apart."""
        found = [i for i, code in self.named.items() if i < token.i and code not in known]
        return (self.doc[max(found)], self.named[max(found)]) if found else None

    def belongs(self, token: Token) -> str | None:
        """The country that a doer is or belongs to: a state, its ministry, agency, people."""
        own = self.country(token) or self.nationality(token)
        return own or (self.countries.country_of(self.sentence, token) if token.pos_ in ("NOUN", "PROPN") else None)

    def acting(self, verb: Token) -> tuple[str | None, Token | None]:
        """(country, token) of a verb's doer; a list item without a subject ("Imposing ...") has that of its lead-in."""
        subjects = arguments(verb).subjects
        for subject in subjects:
            if code := self.belongs(subject):
                return code, subject
        if subjects or self.lead is None or verb.head != verb:
            return None, None
        above = Whose(self.lead, self.countries)
        root = next((t for t in above.doc if t.head == t and t.pos_ in ("VERB", "AUX")), None)
        codes = [code for s in (arguments(root).subjects if root else []) if (code := above.belongs(s))]
        return (codes[0], None) if codes else (None, None)

    def nationality(self, noun: Token) -> str | None:
        """The country of a noun's own modifiers: "Kenyan firms", "Japan's exports"; the nearest if several."""
        found = self.modifying(noun)
        return found[-1][1] if found else None

    def modifying(self, noun: Token) -> list[tuple[Token, str]]:
        """(token, ISO code) of the countries before a noun, in order: "Chile-Norway trade" has two."""
        out: list[tuple[Token, str]] = []
        for child in noun.children:
            if child.dep_ not in MODIFIERS or child.i > noun.i:
                continue
            for token in sorted(child.subtree, key=lambda t: t.i):
                code = self.named.get(token.i)
                if code is None and child.dep_ == "poss" and token == child:
                    code = self.country(token)
                if code is not None and (not out or out[-1][1] != code) and not self._inside_place(token, noun):
                    out.append((token, code))
        if not out and noun.dep_ == "conj" and not any(c.dep_ == "poss" for c in noun.children):
            return self.modifying(noun.head)  # "Kenya's land and rivers"
        return out

    def _inside_place(self, token: Token, noun: Token) -> bool:
        """Whether a country only locates something inside the modifier ("a man from Chile's dog" is no modifier)."""
        return token.dep_ == "pobj" and token.head.head != noun

    def after(self, *heads: Token) -> dict[str, list[tuple[Token, str]]]:
        """Preposition -> countries it governs, for the phrases attached to these heads, nested ones included."""
        out: dict[str, list[tuple[Token, str]]] = {}
        for head in heads:
            self._collect(head, out, depth=0)
        return out

    def _collect(self, head: Token, out: dict[str, list[tuple[Token, str]]], depth: int) -> None:
        for word, objects in prepositions(head).items():
            for inner in objects:
                code = self.country(inner)
                if code is None and word in ("in", "to", "from", "into", "of", "with") and depth < 2:
                    code = self._possessed(inner)
                if code is not None and (inner, code) not in out.get(word, []):
                    out.setdefault(word, []).append((inner, code))
                if depth < 2 and word == "from" and code is None:
                    self._collect_sources(inner, out)  # "from firms in Kenya" is from Kenya
                elif depth < 2:
                    self._collect(inner, out, depth + 1)
        for clause in (c for c in head.children if c.dep_ == "acl" and depth < 2):
            self._collect(clause, out, depth + 1)
            for inner in (c for c in clause.children if c.dep_ == "dobj"):
                self._collect(inner, out, depth + 1)

    def _collect_sources(self, noun: Token, out: dict[str, list[tuple[Token, str]]]) -> None:
        inner: dict[str, list[tuple[Token, str]]] = {}
        self._collect(noun, inner, depth=1)
        for pair in [p for pairs in inner.values() for p in pairs] + self.modifying(noun):
            if pair not in out.get("from", []):
                out.setdefault("from", []).append(pair)

    def _possessed(self, noun: Token) -> str | None:
        """The country of a market or sector: "in Kenya's mining sector", "to the Japanese market"."""
        if noun.lemma_.lower() not in (
            "market",
            "sector",
            "economy",
            "industry",
            "capital",
            "soil",
            "territory",
            "port",
            "coast",
        ):
            return None
        return self.nationality(noun)

    def only_other(self, *known: str | None) -> tuple[Token, str] | None:
        """The one country of the sentence beside the known ones; None where there is none, or a choice."""
        codes = {code for code in self.named.values() if code not in known}
        if len(codes) != 1:
            return None
        code = codes.pop()
        return next((self.doc[i], c) for i, c in sorted(self.named.items()) if c == code)
