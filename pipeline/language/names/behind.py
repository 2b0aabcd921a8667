"""What stands right behind a name and tells its kind: "the Free Workers party", "X, a shipping company".

Belongs here: nouns behind a name, acronyms that something is a member of. Does not belong here: offices of people
(people, offices).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import phrase_index
from pipeline.language.names.belonging import country_before, country_in, in_country
from pipeline.language.names.entities import joined, nameable
from pipeline.language.names.model import Known, Name
from pipeline.language.names.places import place_at, place_in
from pipeline.language.names.runs import words_of
from pipeline.language.organisations import Organisation

TELLING = {
    "party": "party",
    "movement": "party",
    "newspaper": "media",
    "magazine": "media",
    "militia": "armed_group",
    "gang": "armed_group",
    "cartel": "armed_group",
    "airline": "company",
    "company": "company",
    "firm": "company",
    "conglomerate": "company",
    "foundation": "ngo",
    "charity": "ngo",
}
"""Lower-case nouns behind a capitalised name that tell its kind."""
POLITIES = frozenset("kingdom empire republic khanate sultanate state confederation emirate caliphate dynasty".split())
"""Nouns that, in an apposition with "a" or "another", make the name before them a state's."""
_APPOSED = frozenset({"a", "an", "another", "the", "one"})
_REACH = 7
"""Tokens between a name and the noun that tells what it is."""


def told(doc: Doc, known: Known) -> list[Name]:
    """Capitalised names in front of a noun that tells their kind ("the Free Workers party")."""
    out = []
    for token in doc[1:]:
        kind = TELLING.get(token.text)
        if kind is None or not doc[token.i - 1].text[:1].isupper():
            continue
        if _goes_on(doc, token.i, known):
            continue
        first = token.i - 1
        while first > 1 and doc[first - 1].text[:1].isupper():
            first -= 1
        first += first == 0 and doc[0].pos_ == "DET"
        if any(isinstance(e, Organisation) and k < token.i and last >= first for k, (last, e) in known.items()):
            continue  # "the Taliban movement": the list knows better
        words = [i for i in range(first, token.i) if not _is_country(i, known)]
        if words and first < token.i and nameable(doc, first, token.i - 1):
            inside = [known[i][1] for i in range(first, token.i) if i in known]
            country = next((form.country.code for form in inside if isinstance(form, CountryForm)), None)
            out.append(
                Name(first, token.i - 1, words_of(doc, first, token.i - 1), kind, country=country, rule="heralded")
            )
    return out


def _goes_on(doc: Doc, at: int, known: Known) -> bool:
    """Whether the capitalised word before a noun tells whose it is, not what it is called: "the Osaka firm X", "a North
    American company"."""
    before = doc[at - 1]
    behind = doc[at + 1] if at + 1 < len(doc) else None
    of_place = before.tag_ == "JJ" or before.text.endswith("based") or before.ent_type_ == "NORP"
    of_place = of_place or any(last == at - 1 for last, _ in known.values())
    if TELLING[doc[at].text] in ("company", "ngo") and (of_place or place_at(doc, at - 1) is not None):
        return True
    return behind is not None and behind.pos_ in ("PROPN", "NOUN")


def with_kind(doc: Doc, name: Name, known: Known) -> Name:
    """The name with the kind that an apposition tells: "Nordlys, a Norwegian shipping company"."""
    unsure = name.kind in ("other", "place") or (name.rule == "entity:person" and not name.title)
    at = name.last + 1
    unsure = unsure and nameable(doc, name.first, name.last)  # "on Monday, the network left"
    if not unsure or at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ not in _APPOSED:
        return name
    for i in range(at + 2, min(at + _REACH, len(doc))):
        if doc[i].text in (",", ".", ";") or (doc[i].pos_ in ("VERB", "AUX", "ADP") and doc[i].tag_ != "VBG"):
            return name
        hit = phrase_index("heralds").at(doc, i)
        end, kind = hit if hit is not None else (i, "state" if doc[i].lower_ in POLITIES else None)
        last = end + 1 >= len(doc) or (doc[end + 1].pos_ not in ("NOUN", "PROPN") and doc[end + 1].text != "-")
        if kind is not None and last and (kind != "state" or doc[at + 1].lower_ in ("a", "an", "another")):
            country = country_before(doc, i, known) or in_country(doc, end, known) if kind != "state" else None
            if country is None and kind in ("company", "media", "ngo"):
                country = country_in(name.first, name.last, known, seats=True)
                country = country or place_in(doc, name.first, name.last)
            return replace(name, kind=kind, form="name", country=country, rule="heralded")
    return name


def apposed(doc: Doc, known: Known) -> list[Name]:
    """Capitalised words that no other finder saw, in front of an apposition that tells their kind."""
    out = []
    for token in doc[1:]:
        last = token.i - 1
        if token.text != "," or doc[last].pos_ not in ("PROPN", "NOUN") or not doc[last].text[:1].isupper():
            continue
        first = last
        while first > 0 and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[:1].isupper():
            first -= 1
        if any(k <= last <= end for k, (end, _) in known.items()):
            continue
        name = with_kind(doc, Name(first, last, words_of(doc, first, last), "other", rule="entity:other"), known)
        if name.kind != "other":
            out.append(name)
    return out


def _is_country(i: int, known: Known) -> bool:
    return any(k <= i <= last and isinstance(entry, CountryForm) for k, (last, entry) in known.items())


def memberships(doc: Doc, known: Known) -> list[Name]:
    """Acronyms that something is part of, joins or leaves, whatever the model takes them for."""
    return [
        Name(t.i, t.i, t.text, "igo", rule="entity:membership")
        for t in doc
        if len(t.text) >= 4 and t.text.isalpha() and t.text.isupper() and t.i not in known and joined(t)
    ]
