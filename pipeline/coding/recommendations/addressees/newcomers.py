"""Addressees whom only the advice makes actors: classes of people, firms and bodies, and names of no known kind.

Belongs here: "exporters", "Chilean mills", "central banks", "the Tea Board". Does not belong here: whom the registry
knows (phrases).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.addressees.classes import is_instrument, may_act
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.reference.groups import called
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedSentence
from pipeline.language.names import Name

_CAPITAL_TAGS = ("NNP", "NNPS")
_FORCES = frozenset({"force", "forces", "guard", "navy", "army", "fleet"})
_FIRMS = frozenset({"air", "airways", "airlines", "group", "bank", "lines", "motors", "steel", "oil", "gas", "cement"})


class Newcomers:
    """Enters those whom advice tells to act; each phrase once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._entered: dict[tuple[int, int], tuple[int, ...]] = {}

    def of(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The actors that a phrase and those joined with it stand for; () where they are nobody in particular."""
        heads = [token, *(t for t in token.conjuncts if t.i > token.i and t.pos_ == token.pos_)]
        return tuple(dict.fromkeys(i for head in heads for i in self._one(sentence, head)))

    def _one(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        place = (sentence.ordinal, token.i)
        if place not in self._entered:
            self._entered[place] = self._named(sentence, token) or self._class(sentence, token)
        return self._entered[place]

    def _named(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """A name that no list explains: whoever is told to act is somebody."""
        if token.tag_ not in _CAPITAL_TAGS or not token.text[:1].isupper():
            return ()
        if (sentence.ordinal, token.i) in self._registry.name_at:
            return ()
        first = token.i
        while first > 0 and token.doc[first - 1].text[:1].isupper() and token.doc[first - 1].tag_ in _CAPITAL_TAGS:
            first -= 1
        run = [t.lower_ for t in token.doc[first : token.i + 1]]
        if len(run) == 1 and token.lower_ in words().anyone:
            return ()  # "the President", who is somebody that the text does not name
        kind = "armed_force" if run[-1] in _FORCES else "company" if set(run) & _FIRMS else "government_body"
        text = token.doc[first : token.i + 1].text
        country = self._registry.reference.country(sentence, token)
        name = Name(first, token.i, text, kind, country=country, rule="description")
        index = self._registry.place(sentence, name)
        return () if index is None else (index,)

    def _class(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """ "Kenyan exporters", "mills in Norway": several of a kind. Those in office are their state."""
        if token.tag_ != "NNS" or is_instrument(token) or not may_act(token) or token.lemma_.lower() in words().nobody:
            return self._in_office(sentence, token)
        known = self._fuller(token)
        if known is not None:
            self._registry.mention(sentence, token, known)
            return (known,)
        before = token.doc[token.i - 1].lower_ if token.i else ""
        body = not vocabulary("plain_bodies").isdisjoint({token.lemma_.lower(), f"{before} {token.lemma_.lower()}"})
        country = self._registry.reference.country(sentence, token)
        kind = "government_body" if body else "group"
        index = self._registry.describe(sentence, token, called(token), kind, country)
        of_both = any(t.lower_ in ("both", "two") for t in token.children) and country is None
        return (index, *(self._registry.reference.dyad() if of_both else ()))  # "the two navies" are two states'

    def _in_office(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """ "Officials in Oslo", "Norwegian ministers" act for their state."""
        if token.lemma_.lower() not in words().in_office:
            return ()
        return self._registry.reference.country_state(sentence, token)

    def _fuller(self, token: Token) -> int | None:
        """The group that a lone noun means: "employers" are the "Kenyan employers" of the same text, if it has no
        others."""
        if called(token).lower() != token.lower_:
            return None
        places = [(s, t) for s in self._registry.parsed.body() for t in s.doc if t.lower_ == token.lower_]
        told = [(s, t, land) for s, t in places if (land := self._registry.reference.country(s, t)) is not None]
        if len({land for _, _, land in told}) != 1:
            return None
        sentence, fuller, land = told[0]
        known = self._registry.by_token.get((sentence.ordinal, fuller.i))
        return known if known is not None else self._registry.describe(sentence, fuller, called(fuller), "group", land)
