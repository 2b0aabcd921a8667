"""Whose a thing, a deed or a people is: by what stands before a noun, by prepositions behind it, by the verb's doer.

Belongs here: going from a head to the countries that belong to it. Does not belong here: which country a single word
names or means (named, meant), quantities, periods and sources (scene).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.coding.trade.meant import Meant
from pipeline.coding.trade.syntax import MODIFIERS
from pipeline.language.clauses import arguments, prepositions

Ends = dict[str, list[tuple[Token, str]]]
"""Preposition -> (token, ISO code) of the countries that it governs."""
_PLACES = frozenset(
    "market sector economy industry capital soil territory port coast mill factory farm shipyard".split()
    + "university school college hospital".split()
)
"""Nouns that stand for the country whose they are."""
_DEPTH = 2
"""How far prepositional phrases are followed into one another."""


@dataclass
class Whose(Meant):
    """One parsed sentence with the answers to whose a thing, a deed or a people is."""

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

    def after(self, *heads: Token) -> Ends:
        """Preposition -> countries it governs, for the phrases attached to these heads, nested ones included."""
        out: Ends = {}
        for head in heads:
            self._collect(head, out, depth=0)
        return out

    def _collect(self, head: Token, out: Ends, depth: int) -> None:
        for word, objects in prepositions(head).items():
            for inner in objects:
                code = self.country(inner)
                if code is None and word in ("in", "to", "from", "into", "of", "with") and depth < _DEPTH:
                    code = self._possessed(inner)
                if code is not None and (inner, code) not in out.get(word, []):
                    out.setdefault(word, []).append((inner, code))
                if depth < _DEPTH and word == "from" and code is None:
                    self._collect_sources(inner, out)  # "from firms in Kenya" is from Kenya
                elif depth < _DEPTH:
                    self._collect(inner, out, depth + 1)
        for clause in (c for c in head.children if c.dep_ == "acl" and depth < _DEPTH):
            self._collect(clause, out, depth + 1)
            for inner in (c for c in clause.children if c.dep_ == "dobj"):
                self._collect(inner, out, depth + 1)

    def _collect_sources(self, noun: Token, out: Ends) -> None:
        inner: Ends = {}
        self._collect(noun, inner, depth=1)
        for pair in [p for pairs in inner.values() for p in pairs] + self.modifying(noun):
            if pair not in out.get("from", []):
                out.setdefault("from", []).append(pair)

    def _possessed(self, noun: Token) -> str | None:
        """The country of a market or sector: "in Kenya's mining sector", "to the Japanese market"."""
        return self.nationality(noun) if noun.lemma_.lower() in _PLACES else None
