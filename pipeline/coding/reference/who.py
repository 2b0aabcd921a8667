"""Who a noun phrase means: names, descriptions with a country, pronouns, "both countries".

Belongs here: going from a token to actors, where it is certain; the order of the answers. Does not belong here: the
kinds of phrase (the modules beside this one), adding names to the document's list (pipeline.coding.actors), roles in
events.
"""

from __future__ import annotations

import re
from functools import cached_property

from spacy.tokens import Token

from pipeline.coding.entered import Entered
from pipeline.coding.quotations import Speakers
from pipeline.coding.reference.coordination import named_after, named_before
from pipeline.coding.reference.described import described
from pipeline.coding.reference.phrase import agents, noun_phrase_modifiers, premodifiers, with_partners
from pipeline.coding.reference.pronouns import pronoun
from pipeline.coding.reference.title import titled_pair
from pipeline.coding.reference.turns import Turns
from pipeline.language.countries import Country, CountryForm, by_code, forms
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms


class Reference:
    """Answers for one document. Everything here reads the registry; only descriptions add to it."""

    def __init__(self, registry: Entered) -> None:
        self.registry = registry
        self.sentences = {s.ordinal: s for s in registry.parsed.sentences}
        self._depth = 0
        self._asked: set[tuple[int, int]] = set()
        self.speakers = Speakers(registry.parsed.sentences, self.one, lambda i: registry.actors[i].kind == "person")
        self.they: tuple[int, tuple[int, ...]] = (-99, ())  # where "they" was last two people who met

    @cached_property
    def turns(self) -> Turns:
        """Whose turn it is, in a transcript."""
        return Turns(self.registry, self.one, self.states)

    def resolve(self, sentence: ParsedSentence, token: Token, conjuncts: bool = True) -> tuple[int, ...]:
        """Actors of the phrase headed by token, and of phrases coordinated with it."""
        heads = [token, *(token.conjuncts if conjuncts and token.dep_ != "conj" else ())]
        if conjuncts and token.dep_ == "conj":
            heads = [token, *[c for c in token.conjuncts if c.i > token.i]]
        found: list[int] = []
        if conjuncts:
            found.extend(named_before(self, sentence, token))
            found.extend(named_after(self, sentence, token))
        for head in heads:
            found.extend(i for i in self.one(sentence, head) if i not in found)
        return tuple(dict.fromkeys(found))

    def related(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The phrase's actors, else those of its possessor, nationality, by- or of-phrase."""
        found = self.resolve(sentence, token)
        if found or self._depth > 4:
            return found
        self._depth += 1
        try:
            for child in [t for t in token.children if t.dep_ == "poss"]:
                found = self.resolve(sentence, child)
                if found:
                    return found
            for wanted in ("by", "of", "against", "in", "from", "for"):
                for prep in [t for t in token.children if t.dep_ in ("prep", "agent") and t.lower_ == wanted]:
                    for inner in [t for t in prep.children if t.dep_ == "pobj"]:
                        found = self.related(sentence, inner)
                        if found:
                            return found
                if wanted == "by":
                    found = self.nationality(sentence, token)
                    if found:
                        return found
            for agent in agents(token):  # "the raid ordered by Kenya"
                found = self.related(sentence, agent)
                if found:
                    return found
            for clause in [t for t in token.children if t.dep_ == "relcl"]:  # "the raid that Kenya had ordered"
                for subject in [t for t in clause.children if t.dep_ == "nsubj" and t.tag_ not in ("WDT", "WP")]:
                    found = self.resolve(sentence, subject)
                    if found:
                        return found
        finally:
            self._depth -= 1
        return ()

    def nationality(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The states of demonyms or country names in front of a noun ("Kenyan-Japanese talks"), else the forces, armed
        groups or organisations of states named there ("a NATO airstrike")."""
        before = [self.registry.by_token.get((sentence.ordinal, t.i)) for t in premodifiers(token)]
        named = sorted({i for i in before if i is not None}, key=before.index)
        for kinds in (("state",), ("armed_force", "armed_group", "igo")):
            found = tuple(i for i in named if self.registry.actors[i].kind in kinds)
            if found:
                return found
        return ()

    def country_state(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The state that a diplomat, a mission or a force belongs to ("Kenya's ambassador" -> Kenya)."""
        return self.states(sentence, token, tuple(form.country for form in self.lands(sentence, token)))

    def states(self, sentence: ParsedSentence, token: Token, countries: tuple[Country, ...]) -> tuple[int, ...]:
        """The states of these countries; one that the document does not name itself is entered from this phrase."""
        book, found = self.registry.book, []
        for country in countries:
            index = book.state(country.code) if country.code else book.by_name(country.name, ("state",))
            if index is None:
                index = self.registry.describe(sentence, token, country.name, "state", country.code)
            found.append(index)
        return tuple(dict.fromkeys(found))

    def seat_state(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The state whose seat of government a place is ("recalled its envoy from Nairobi")."""
        for name in self.registry.names.get(sentence.ordinal, ()):
            if name.first <= token.i <= name.last and name.form == "seat":
                country = by_code().get(name.country or "")
                return self.states(sentence, token, (country,)) if country is not None else ()
        return ()

    def one(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """One phrase without its conjuncts. A phrase that is being asked about already means nobody: "their" inside the
        very subject that "they" would be."""
        place = (sentence.ordinal, token.i)
        if place in self._asked:
            return ()
        self._asked.add(place)
        try:
            return self._meaning(sentence, token)
        finally:
            self._asked.discard(place)

    def _meaning(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        index = self.registry.by_token.get((sentence.ordinal, token.i))
        if index is not None:
            name = self.registry.name_at.get((sentence.ordinal, token.i))
            if name is None or name.form != "demonym" or token.dep_ not in ("amod", "compound", "nmod"):
                return (index,)
        if token.pos_ in ("PRON", "DET"):
            return pronoun(self, sentence, token)
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
            return described(self, sentence, token)
        return ()

    def country(self, sentence: ParsedSentence, token: Token) -> str | None:
        """ISO code of the first country that modifies a noun."""
        lands = self.lands(sentence, token)
        return lands[0].country.code if lands else None

    def lands(self, sentence: ParsedSentence, token: Token) -> tuple[CountryForm, ...]:
        """The countries that modify a noun, as written: "Norwegian and Kenyan officials", "the leaders of A and B"."""
        known = country_forms(token.doc)
        for child in noun_phrase_modifiers(token):
            found: dict[Country, CountryForm] = {}
            for t in with_partners(child):
                for first, (last, form) in known.items():
                    if first <= t.i <= last and form.form != "seat":
                        found.setdefault(form.country, form)
            owner = by_code().get(self._owner(sentence, child) or "") if not found else None
            if owner is not None:
                return (CountryForm(owner.name, "name", owner),)
            if found:
                return tuple(found.values())
        return ()

    def _owner(self, sentence: ParsedSentence, token: Token) -> str | None:
        """Country of a possessor that is a person or a pronoun ("his government")."""
        if token.dep_ != "poss":
            return None
        found = self.one(sentence, token)
        return self.registry.actors[found[0]].country if len(found) == 1 else None

    def dyad(self) -> tuple[int, ...]:
        """The two states that the document is about: those of its title ("Relations of X and Y"), else those named most
        often, when they clearly lead."""
        titled = titled_pair(self)
        if titled:
            return titled
        states = [(len(e.seen), -i) for i, e in enumerate(self.registry.book.entries) if e.actor.kind == "state"]
        top = sorted(states, reverse=True)[:3]
        if len(top) < 2 or top[1][0] < 2 or (len(top) > 2 and top[2][0] * 1.5 > top[1][0]):
            return ()
        return tuple(sorted(-i for _, i in top[:2]))

    def circle(self) -> tuple[int, ...]:
        """The three or more states that the title of an official text names, which it is about or speaks for."""
        meta = self.registry.parsed.document.meta
        if meta.genre != "official":
            return ()
        title = meta.title or ""
        named = {form.country for text, form in forms().items() if form.form == "name" and _stands(text, title)}
        found = [i for i, e in enumerate(self.registry.book.entries) if e.actor.kind == "state"]
        codes = {country.code for country in named if country.code}
        circle = tuple(i for i in found if self.registry.actors[i].country in codes)
        return circle if len(circle) > 2 else ()


def _stands(text: str, title: str) -> bool:
    """Whether a country's name stands in a title as words of its own."""
    return text in title and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", title) is not None
