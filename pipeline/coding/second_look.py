"""The names of a document looked at a second time, with all of it in view.

Belongs here: what one sentence cannot tell: surnames of people named elsewhere, acronyms that another sentence spells
out, kinds that another sentence tells, capitals that stand for a government or only for a place. Does not belong here:
finding names in one sentence (pipeline.language.names), who they are (registry).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.coding.abbreviated import UNSURE, acronyms
from pipeline.coding.bylines import authors, is_byline
from pipeline.coding.firms import firms, unseen
from pipeline.coding.likeness import fold
from pipeline.coding.lone_names import places
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import Name, country_forms, find_names, known_words, with_office
from pipeline.language.names.belonging import country_in
from pipeline.language.names.places import cities, place_at

_BODIES = frozenset({"body:ngo", "body:company", "body:media"})
"""Rules of bodies that are named after people, too."""
_AT = frozenset("in into at near from to off via through around outside towards toward across between on".split())
"""Words before places more often than before people."""
_LINE = 8
"""Tokens of a line that names a place in a list and says nothing of it."""


class SecondLook:
    """names(sentence): the names of a body sentence, settled."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self._found = {s.ordinal: [n for n in find_names(s.doc) if not no_name(s.doc, n)] for s in parsed.body()}
        body = list(parsed.body())
        self._common = {t.text for s in body for t in s.doc if t.is_lower and t.pos_ in ("NOUN", "ADJ", "VERB", "ADV")}
        people = [(s, n) for s in body for n in self._found[s.ordinal] if n.kind == "person" and not self._ordinary(n)]
        self._prose = {fold(n.text).split()[-1] for s, n in people if s.block.kind != "heading"}
        self._surnames = {fold(n.text).split()[-1] for _, n in people}
        fuller = [n for _, n in people if n.title or (" " in n.text and not cities().get(n.text))]
        self._titled = {fold(n.text).split()[-1] for _, n in people if n.title}
        self._fuller = {fold(n.text).split()[-1] for n in fuller}
        self._told = {
            fold(n.text): n for s in body for n in self._found[s.ordinal] if n.rule == "heralded" and n.form == "name"
        }
        self._places = places((s.doc, self._found[s.ordinal]) for s in body)
        self._firms = firms((s.doc, self._found[s.ordinal]) for s in body) - _mononyms([n for _, n in people])
        self._authors = authors([(s.doc, self._found[s.ordinal]) for s in body])
        self._letters = acronyms([(s.doc, self._found[s.ordinal]) for s in body])

    def names(self, sentence: ParsedSentence) -> list[Name]:
        """The names of the sentence in order, not overlapping."""
        names = [n for n in self._found[sentence.ordinal] if not _is_list(n)]
        return [self._settle(sentence, n) for n in self._with_missed(sentence.doc, names)]

    def _with_missed(self, doc: Doc, names: list[Name]) -> list[Name]:
        """Surnames and acronyms of what is named elsewhere, where no finder saw a name."""
        taken = {i for n in names for i in range(n.first, n.last + 1)}
        extra = [
            with_office(doc, Name(t.i, t.i, t.text, "person", rule="entity:person"), known_words(doc))
            for t in doc
            if t.i not in taken
            and t.text[:1].isupper()
            and len(t.text) > 3
            and t.pos_ == "PROPN"
            and fold(t.text) in self._surnames
            and not (t.i + 1 < len(doc) and doc[t.i + 1].text[:1].isupper() and t.i + 1 not in taken)
        ]
        taken |= {n.first for n in extra}
        extra += [
            Name(t.i, t.i, t.text, "other", rule="entity:other")
            for t in doc
            if t.i not in taken and t.text in self._letters
        ]
        taken |= {n.first for n in extra}
        for t in doc:
            first = unseen(doc, t) if self._firms and t.i not in taken and t.text[:1].isupper() else None
            if first is not None and fold(text := doc[first : t.i + 1].text) in self._firms:
                extra.append(Name(first, t.i, text, "other", rule="entity:other"))
        return sorted([*names, *extra], key=lambda n: n.first)

    def _settle(self, sentence: ParsedSentence, name: Name) -> Name:
        doc = sentence.doc
        other = Name(name.first, name.last, name.text, "other", rule="entity:other")
        unsure = name.rule in UNSURE and not name.title
        if unsure and name.text in self._letters:
            full = self._letters[name.text]
            return replace(
                other, kind=full.kind, form="acronym", country=full.country, canonical=full.text, rule=full.rule
            )
        if unsure and fold(name.text) in self._told:
            told = self._told[fold(name.text)]
            return replace(other, kind=told.kind, country=told.country, rule=told.rule)
        place = place_of(doc, name)
        if place is not None and fold(name.text).split()[-1] not in self._fuller:
            return replace(other, kind="place", country=place, rule="entity:place")
        if name.kind == "person" and self._ordinary(name):
            return other
        if unsure and fold(name.text) in self._firms:
            inside = country_in(name.first, name.last, known_words(doc), seats=True)
            return replace(other, kind="company", country=name.country or inside, rule="deed")
        surer = self._fuller if " " not in name.text else self._titled
        if unsure and fold(name.text) in self._places and fold(name.text).split()[-1] not in surer:
            return replace(other, kind="place", rule="entity:place")
        if name.kind == "person" and not name.title and self._unsaid(sentence, name):
            return other
        if name.rule in _BODIES and name.country and self._after_person(doc, name):
            return replace(name, country=None)
        if name.form == "seat" and not acts(doc[name.last]):
            return replace(name, kind="place", rule="place")
        words = fold(name.text).split()
        unknown = name.kind in ("other", "place") and name.form == "name"
        if unknown and 0 < len(words) <= 3 and words[-1] in self._surnames:
            return replace(other, kind="person", rule="entity:person")
        if (name.kind == "person" and not name.title) or (name.rule == "entity:other" and 1 < len(words) <= 3):
            return _of_country(doc, name)
        return name

    def _after_person(self, doc: Doc, name: Name) -> bool:
        """Whether a body bears the name of a person of the document that is spelt like a city: it tells no state."""
        place = place_at(doc, name.first)
        return place is not None and place[1] == name.country and fold(doc[name.first].text) in self._surnames

    def _ordinary(self, name: Name) -> bool:
        """Whether a "person" is made of words that the document also writes small ("Good Governance")."""
        return not name.title and any(w.lower() in self._common for w in name.text.split() if len(w) > 3)

    def _unsaid(self, sentence: ParsedSentence, name: Name) -> bool:
        """Whether a name stands in a byline, or only in headings, which capitalise any word."""
        return (
            fold(name.text) in self._authors
            or is_byline(sentence.doc)
            or (sentence.block.kind == "heading" and fold(name.text).split()[-1] not in self._prose)
        )


def no_name(doc: Doc, name: Name) -> bool:
    """Whether what looks like a person is only a form of address ("Madam Vice President"), a word broken off ("Presi-")
    or what a transcript notes in brackets ("(Laughs.)")."""
    if name.kind != "person":
        return False
    noted = doc[0].text == "(" and ")" in (t.text for t in doc[-2:]) and len(doc) <= 5
    address = all(w.lower() in _address_words() for w in name.text.split())
    return noted or address or name.text.endswith("-")


@cache
def _address_words() -> frozenset[str]:
    return frozenset(w for title in vocabulary("titles") for w in title.split()) | vocabulary("courtesies")


def place_of(doc: Doc, name: Name) -> str | None:
    """The state of the city or province that the model took for a person: "between Osaka and Kobe"."""
    where = place_at(doc, name.first) if name.rule == "entity:person" and not name.title else None
    if where is None or where[0] != name.last:
        return None
    return where[1] if name.last > name.first or _stands_as_place(doc[name.last]) else None


def _stands_as_place(token: Token) -> bool:
    """Whether a word stands where places do: behind "in" and the like, alone on its line, beside such a word."""
    while token.dep_ == "conj":
        token = token.head
    before = token.doc[token.i - 1].lower_ if token.i else ""
    alone = len(token.doc) <= _LINE and not any(t.pos_ in ("VERB", "AUX") for t in token.doc)
    return before in _AT or alone or token.ent_type_ in ("GPE", "LOC", "FAC")


def _mononyms(people: list[Name]) -> frozenset[str]:
    """Folded names of people whom the document also calls by a title or by their surname alone."""
    alone = {fold(n.text) for n in people if " " not in n.text}
    return frozenset(fold(n.text) for n in people if n.title or (" " in n.text and fold(n.text).split()[-1] in alone))


def _is_list(name: Name) -> bool:
    """Whether a finder took a list of surnames for one name; they come apart as surnames."""
    return name.kind in ("person", "other") and "," in name.text and not name.text.endswith(("Jr.", "Sr."))


def _of_country(doc: Doc, name: Name) -> Name:
    """ "X of Kenya": the person with its country."""
    at = name.last + 1
    countries = country_forms(doc)
    if at + 1 < len(doc) and doc[at].lower_ == "of":
        at += 1 + (doc[at + 1].lower_ == "the")
        if at in countries and countries[at][1].form == "name":
            country = countries[at][1].country.code
            return Name(name.first, name.last, name.text, "person", country=country, rule=name.rule)
    return name


def acts(token: Token) -> bool:
    """Whether a place stands for its government here: it does something or something is done with it."""
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "poss") and not (token.dep_ == "poss" and token.head.pos_ == "PROPN"):
        return True
    return token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "between", "against", "toward", "towards")
