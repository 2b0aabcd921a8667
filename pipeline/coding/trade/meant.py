"""Which country a word means that is no name: "it", "the country", "we", "which", or nothing at all.

Belongs here: going back to what was named before, in the sentence and the ones before it. Does not belong here: names
(named), possessors and prepositions (whose), who a phrase means among all actors (pipeline.coding.reference).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Token

from pipeline.coding.trade.named import Named
from pipeline.coding.trade.syntax import MODIFIERS, governor
from pipeline.coding.trade.told import Told
from pipeline.language.clauses import arguments
from pipeline.language.model import ParsedSentence

_STATE_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic"})
_LANDS = frozenset(
    {"island", "archipelago", "duchy", "emirate", "sultanate", "principality", "mainland", "peninsula", "commonwealth"}
)
"""Nouns that mean a country only in a text about two, beside the name of the other."""
_SHORES = frozenset({"shore", "market", "coast", "soil"})
_FIRST = frozenset({"we", "us", "our", "ours"})
_THIRD = frozenset({"they", "them", "their", "theirs"})
_BACK = (" in return", " in exchange", " in turn", " back", " the other way", " the opposite direction", " from there")
"""Words that say that a flow goes the other way than the one told before."""
_ELSEWHERE = re.compile(
    r"\b(?:world|global\w*|abroad|overseas|overall|everywhere|elsewhere|any(?:body|one|where)|neighbou?rs?|region\w*|"
    r"continent|Europe\w*|Asian?|African?|Americas?|Middle East|Gulf|rest of the)\b"
)
"""Words that say that a country trades with more than one other."""
_CLAUSE = 12
"""Words behind a verb or noun that may say with whom."""


@dataclass
class Meant(Named):
    """One parsed sentence with the countries that its words mean."""

    before: tuple[ParsedSentence, ...] = ()
    """The sentences right before this one in its block, nearest first."""
    lead: ParsedSentence | None = None
    """The sentence that introduces this one, where it is an item of a list."""
    pair: tuple[str, ...] = ()
    """The two countries that the document is about, if there are two."""
    voice: str | None = None
    """The one of them that "we" means."""
    told: list[Told] = field(default_factory=list)
    """The facts found so far in the sentence."""
    earlier: tuple[Told, ...] = ()
    """Those of the sentences right before it in its block, nearest first."""
    passage: tuple[Told, ...] = ()
    """The facts of the whole passage under one heading before the sentence, nearest first."""
    between: bool = False
    """Whether the sentences before tell of the trade between the two that the document is about."""

    def country(self, token: Token) -> str | None:
        """The country that a noun phrase is: named, or meant by a pronoun or a description ("the country")."""
        if token.i in self.named:
            return self.named[token.i]
        if token.i in self.blocs:
            return self.blocs[token.i]
        if own := self._spoken(token):
            return own
        if token.lower_ == "there" and token.head.lower_ in ("from", "to") and (found := self.nearest_before(token)):
            return found[1]  # "its imports from there"
        if token.lemma_.lower() in _STATE_NOUNS and any(c.lower_ in ("the", "this", "that") for c in token.children):
            return self._meant(token) or self.countries.country_of(self.sentence, token)
        if token.lemma_.lower() in _LANDS and self.pair and any(c.lower_ == "the" for c in token.children):
            return self._land(token)
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
        ours = token.lemma_.lower() in _LANDS | _STATE_NOUNS | _SHORES and any(
            c.lower_ == "our" for c in token.children
        )
        if token.lower_ in _FIRST or this or ours:
            return self.voice or (None if this else self._one_of_us())
        beside = token.lower_ in _THIRD and any(t.lower_ in _FIRST for t in self.doc)
        return next((c for c in self.pair if c != self.voice), None) if beside and self.voice else None

    def _one_of_us(self) -> str | None:
        """Who "we" are in a text about two that speaks of the other: "we sell Kenya tea"."""
        here = set(self.named.values())
        return (
            next((c for c in self.pair if c not in here), None) if len(here) == 1 and here <= set(self.pair) else None
        )

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

    def _land(self, token: Token) -> str | None:
        """ "Norway's exports to the islands": in a text about two, the one that the sentence does not name."""
        here = set(self.named.values())
        return self._other_of_pair() if len(here) == 1 and here <= set(self.pair) else None

    def _other_of_pair(self) -> str | None:
        """ "Some 90 Japanese firms are in the country": in a text about two, that of whose people it does not speak."""
        left = [code for code in self.pair if code not in self.named.values()]
        return left[0] if len(left) == 1 else None

    def topic(self) -> str | None:
        """The country that the sentences before have as their subject, the nearest first."""
        for sentence in self.before:
            scene = Named(sentence, self.countries)
            for subject in (t for t in sentence.doc if t.dep_ in ("nsubj", "nsubjpass") and t.i in scene.named):
                return scene.named[subject.i]
        return None

    def says_elsewhere(self) -> bool:
        """Whether the sentence speaks of more of the world than the two."""
        return bool(self.blocs) or _ELSEWHERE.search(self.doc.text) is not None

    def other_side(self, reporter: str | None) -> str | None:
        """With whom a country of the two trades where nothing else is said: the other, in a passage on their trade."""
        told = self.between or any({f.reporter, f.partner} == set(self.pair) for f in self.told if f.of_trade())
        if not told or reporter not in self.pair or not set(self.named.values()) <= set(self.pair):
            return None
        return None if self.says_elsewhere() else next(c for c in self.pair if c != reporter)

    def carried(self, reporter: str | None, clause: Token, loosely: bool = False) -> tuple[str | None, str | None]:
        """(reporter, partner) of the fact before, which a clause with neither goes on with; (None, None) if none does.

        The two must be those that the document is about, or a word say that the flow goes back ("in return"); loosely:
        or the sentence name no third.
        """
        named = set(self.named.values())
        for fact in (*reversed(self.told), *self.earlier):
            first, second = fact.reporter, fact.partner
            if first is None or second is None or reporter not in (None, first, second):
                continue
            back = any(self.doc[clause.i : clause.i + _CLAUSE].text.lower().find(w) > 0 for w in _BACK)
            if not back and _ELSEWHERE.search(self.doc[clause.i : clause.i + _CLAUSE].text):
                continue
            if not back and not ({first, second} <= set(self.pair) or (loosely and named <= {first, second})):
                continue
            return (second, first) if reporter == second else (first, second)
        return None, None
