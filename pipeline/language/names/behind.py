"""What stands right behind a name: the office in an apposition, the noun that tells a party or a paper.

Belongs here: "X, the president of Kenya", "the Free Workers party", acronyms that something is a member of.
Does not belong here: titles in front of a name (people).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import titles
from pipeline.language.names.belonging import body_before, country_before
from pipeline.language.names.entities import joined
from pipeline.language.names.model import Known, Name
from pipeline.language.names.runs import words_of

TELLING = {"party": "party", "movement": "party", "newspaper": "media", "militia": "armed_group", "airline": "company"}
"""Lower-case nouns behind a capitalised name that tell its kind."""


def with_office(doc: Doc, name: Name, known: Known) -> Name:
    """The person with the title and the country of an apposition behind its name, if there is one."""
    if name.kind != "person" or name.title:
        return name
    at = name.last + 1
    if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")":
        at += 3  # "X (left), president of Kenya"
    if at + 1 >= len(doc) or doc[at].text not in (",", "-", "–", "—"):
        return name
    for i in range(at + 1, min(at + 6, len(doc))):
        if doc[i].text in (",", ".", ";") or doc[i].pos_ in ("VERB", "AUX"):
            return name
        end = titles().at(doc, i)
        if end is not None:
            country = country_before(doc, i, known) or _of(doc, end, known)
            body = body_before(doc, i, known) or _body_of(doc, end, known)
            rule = "titled:igo" if body is not None and body.kind == "igo" else name.rule
            country = country or (body.country if body is not None else None)
            return replace(name, title=doc[i : end + 1].text, country=name.country or country, rule=rule)
    return name


def _of(doc: Doc, end: int, known: Known) -> str | None:
    """Country of "president of Kenya", "speaker of the Kenyan parliament"."""
    if end + 2 >= len(doc) or doc[end + 1].lower_ not in ("of", "for"):
        return None
    at = end + 2 + (doc[end + 2].lower_ == "the")
    entry = known.get(at)
    return entry[1].country.code if entry and isinstance(entry[1], CountryForm) and entry[1].form != "seat" else None


def _body_of(doc: Doc, end: int, known: Known):
    """The listed organisation of "secretary-general of the United Nations"."""
    if end + 2 >= len(doc) or doc[end + 1].lower_ != "of":
        return None
    entry = known.get(end + 2 + (doc[end + 2].lower_ == "the"))
    return entry[1] if entry and not isinstance(entry[1], CountryForm) else None


def told(doc: Doc, known: Known) -> list[Name]:
    """Capitalised names in front of a noun that tells their kind ("the Free Workers party")."""
    out = []
    for token in doc[1:]:
        kind = TELLING.get(token.text)
        if kind is None or not doc[token.i - 1].text[:1].isupper():
            continue
        first = token.i - 1
        while first > 1 and doc[first - 1].text[:1].isupper():
            first -= 1
        first += first == 0 and doc[0].pos_ == "DET"
        words = [i for i in range(first, token.i) if not _is_country(i, known)]
        if words and first < token.i:
            inside = [known[i][1] for i in range(first, token.i) if i in known]
            country = next((form.country.code for form in inside if isinstance(form, CountryForm)), None)
            out.append(
                Name(first, token.i - 1, words_of(doc, first, token.i - 1), kind, country=country, rule="heralded")
            )
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
