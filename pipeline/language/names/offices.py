"""The office that stands beside a name, not right before it: "X, the president of Kenya", "Kenya's president, X,".

Belongs here: titles in appositions, after "as" or "who was", with the country or organisation they carry; the
organisation that possesses a name. Does not belong here: titles right in front of a name (titled).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import phrase_index, titles
from pipeline.language.names.belonging import body_before, country_before, demonym_before, host_behind, possessor
from pipeline.language.names.model import NOT_ACTORS, Known, Name
from pipeline.language.names.places import place_at
from pipeline.language.names.runs import capital, run_end, words_of
from pipeline.language.organisations import Organisation

_COMMAS = (",", "-", "–", "—")
_TAKING = frozenset("appointed named elected made designated nominated confirmed sworn become became".split())
"""Verbs between a person and the office that the person gets."""
_SERVING = frozenset("serve serves served serving acting acts act".split())
_AUXILIARIES = frozenset("was has had been is were later then would will to".split())
"""Words between a name and the verb that gives it an office."""
_BEING = frozenset("was is became had been served serves acted as previously then also once currently".split())
"""Words between "who" and the office that a person holds or held."""
_RULE = frozenset("government administration presidency dictatorship regime reign premiership".split())
"""Nouns whose of-phrase names a ruler, where it names no land."""
_STATED = frozenset({"the", "its", "their", "his", "her", "our", "'s", "'", "a", "an"})
"""What may stand before a title in front of a comma and the name; nothing there means a list of people."""
_REACH = 6
"""Tokens between a name and a title that belongs to it."""


@dataclass(frozen=True, slots=True)
class _Office:
    title: str
    country: str | None
    igo: bool
    host: str | None


def with_office(doc: Doc, name: Name, known: Known) -> Name:
    """The name with the title and country of the office beside it, if there is one.

    An unknown name with an office beside it is a person's.
    """
    sure = name.kind == "person"
    if name.title and sure and name.country is None:
        office = _taken(doc, name, known)  # "General X was appointed ambassador": the office tells more than the rank
        return replace(name, title=office.title, country=office.country, host=office.host) if office else name
    if name.title or not (sure or (name.kind in ("other", "place") and _personal(doc, name, known))):
        return name
    office = _behind(doc, name, known) or _ahead(doc, name, known) or (_taken(doc, name, known) if sure else None)
    if office is not None:
        rule = "titled:igo" if office.igo else ("entity:person" if not sure else name.rule)
        country = name.country or office.country
        return replace(name, kind="person", title=office.title, country=country, host=office.host, rule=rule)
    if sure and name.country is None:
        country = possessor(doc, name.first, known) or demonym_before(name.first, known)
        return replace(name, country=country or _apposed(doc, name.last, known))
    return name


def rulers(doc: Doc, known: Known) -> list[Name]:
    """Names behind "government of", "dictatorship of": whoever rules, where no other finder sees a person."""
    out = []
    for token in doc[2:]:
        if doc[token.i - 1].lower_ != "of" or doc[token.i - 2].lower_ not in _RULE or not capital(token):
            continue
        last = run_end(doc, token.i, frozenset(known))
        name = Name(token.i, last, words_of(doc, token.i, last), "other", rule="entity:other")
        if doc[last].pos_ == "PROPN" and place_at(doc, token.i) is None and _personal(doc, name, known):
            out.append(replace(name, kind="person", rule="entity:person"))
    return out


def _personal(doc: Doc, name: Name, known: Known) -> bool:
    """Whether an unknown name can be a person's: two or three capitalised words, none of a body or an agreement."""
    words = doc[name.first : name.last + 1]
    return (
        2 <= len(words) <= 4
        and name.form == "name"
        and all((t.text[:1].isupper() and not t.text.isupper()) or t.text in ("-", "'") for t in words)
        and doc[name.last].lower_ not in NOT_ACTORS
        and not phrase_index("bodies").inside(doc, name.first, name.last)
        and not any(name.first <= k <= name.last for k in known)
    )


def _apposed(doc: Doc, last: int, known: Known) -> str | None:
    """ "X, a Kenyan lawyer": the country in an apposition that tells who the person is."""
    at = last + 1
    if at + 3 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ not in ("a", "an", "another"):
        return None
    for i in range(at + 2, min(at + 5, len(doc) - 1)):
        entry = known.get(i)
        if entry is not None and isinstance(entry[1], CountryForm):
            noun = entry[0] + 1 < len(doc) and doc[entry[0] + 1].pos_ in ("NOUN", "ADJ", "PROPN")
            return entry[1].country.code if entry[1].form == "demonym" and noun else None
        if doc[i].pos_ not in ("ADJ", "ADV", "NOUN"):
            return None
    return None


def _behind(doc: Doc, name: Name, known: Known) -> _Office | None:
    """ "X, the president of Kenya", "X (left), president", "X, who was Kenya's envoy"."""
    at = name.last + 1
    if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")":
        at += 3
    if at + 1 >= len(doc) or doc[at].text not in _COMMAS:
        return None
    at += 1
    if doc[at].lower_ == "who":
        at += 1
        start = at
        while at < len(doc) and doc[at].lower_ in _BEING:
            at += 1
        return _title_from(doc, at, known) if at > start else None
    return _title_from(doc, at, known)


def _title_from(doc: Doc, at: int, known: Known) -> _Office | None:
    """The first title within reach of token `at`, unless it begins the next name of a list."""
    for i in range(at, min(at + _REACH, len(doc))):
        if doc[i].text in (",", ".", ";", "(") or (doc[i].pos_ in ("VERB", "AUX") and doc[i].text.islower()):
            return None
        end = titles().at(doc, i)
        if end is not None:
            after = doc[end + 1] if end + 1 < len(doc) else None
            if after is not None and capital(after) and end + 1 not in known and after.lower_ != "of":
                return None  # "X, President Y and Z"
            return _office(doc, i, end, known)
    return None


def _ahead(doc: Doc, name: Name, known: Known) -> _Office | None:
    """ "Kenya's foreign minister, X, said", "the president of Kenya, X,"."""
    at = name.first - 1
    after = doc[name.last + 1] if name.last + 1 < len(doc) else None
    if at < 2 or doc[at].text != ",":
        return None
    closed = after is None or after.text in (",", ".", ")", ";", "-", "–", "—")
    if not closed and not (after is not None and after.pos_ in ("VERB", "AUX") and _opens(doc, at)):
        return None
    end = at - 1
    for i in range(end, max(-1, end - _REACH - 3), -1):
        last = titles().at(doc, i)
        if last is None or (last != end and not _closes(doc, last + 1, end)):
            continue
        while i > 0 and titles().at(doc, i - 1) == last:
            i -= 1
        before = doc[i - 1] if i else None
        if before is not None and (before.lower_ in _STATED or country_before(doc, i, known)):
            return _office(doc, i, last, known)
    return None


def _opens(doc: Doc, comma: int) -> bool:
    """Whether the words before a comma open the sentence as one phrase: "The Kenyan envoy to Chile, X told"."""
    return doc[0].lower_ in ("the", "its", "their") and not any(
        t.text in (",", ";", ":") or t.pos_ in ("VERB", "AUX") for t in doc[:comma]
    )


def _closes(doc: Doc, first: int, last: int) -> bool:
    """Whether the tokens are an of-phrase or a host and nothing else: "of Kenya", "to Chile"."""
    inside = doc[first:last]
    return doc[first].lower_ in ("of", "for", "to", "in", "at", "near") and not any(
        t.text in (",", ";") or t.pos_ == "VERB" for t in inside
    )


def _taken(doc: Doc, name: Name, known: Known) -> _Office | None:
    """ "with X as ambassador", "X was appointed ambassador", "X as the new envoy of Kenya"."""
    at = name.last + 1
    while at < len(doc) and doc[at].lower_ in _AUXILIARIES:
        at += 1
    if at + 1 >= len(doc) or doc[at].lower_ not in {"as", *_TAKING, *_SERVING}:
        return None
    if doc[at].lower_ != "as" and doc[at + 1].lower_ in ("as", "in"):
        at += 1
    elif doc[at].lower_ in _SERVING:
        return None
    return _title_from(doc, at + 1, known)


def _office(doc: Doc, first: int, last: int, known: Known) -> _Office:
    body = body_before(doc, first, known) or _body_of(doc, last, known)
    country = country_before(doc, first, known) or _of(doc, last, known) or (body.country if body is not None else None)
    igo = body is not None and body.kind == "igo"
    return _Office(doc[first : last + 1].text, country, igo, host_behind(doc, first, last, known))


def _of(doc: Doc, end: int, known: Known) -> str | None:
    """Country of "president of Kenya", "speaker of the Kenyan parliament", "mayor of Oslo"."""
    if end + 2 >= len(doc) or doc[end + 1].lower_ not in ("of", "for"):
        return None
    at = end + 2 + (doc[end + 2].lower_ == "the")
    entry = known.get(at)
    if entry is None:
        province = place_at(doc, at)
        return province[1] if province else None
    return entry[1].country.code if isinstance(entry[1], CountryForm) else None


def _body_of(doc: Doc, end: int, known: Known) -> Organisation | None:
    """The listed organisation of "secretary-general of the United Nations"."""
    if end + 2 >= len(doc) or doc[end + 1].lower_ not in ("of", "for"):
        return None
    entry = known.get(end + 2 + (doc[end + 2].lower_ == "the"))
    return entry[1] if entry and isinstance(entry[1], Organisation) else None
