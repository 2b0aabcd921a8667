"""The country or organisation that the words around a name give it.

Belongs here: demonyms, possessives, of-phrases next to a name or its title. Does not belong here: what the rest of the
document tells (pipeline.coding.nationality).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import vocabulary
from pipeline.language.names.model import Known
from pipeline.language.names.places import place_at
from pipeline.language.organisations import Organisation


def country_in(first: int, last: int, known: Known, seats: bool = False) -> str | None:
    """The country that the words first..last themselves name, else that of an organisation inside them.

    seats: whether a capital counts, too.
    """
    inside = [
        entry.country.code
        for k, (_, entry) in sorted(known.items())
        if first <= k <= last and isinstance(entry, CountryForm) and (seats or entry.form != "seat")
    ]
    listed = [
        entry.country
        for k, (_, entry) in sorted(known.items())
        if first <= k <= last and isinstance(entry, Organisation) and entry.country
    ]
    return (inside or listed or [None])[0]


def is_seat(known: Known, i: int) -> bool:
    """Whether the name of a capital begins at token i."""
    return i in known and getattr(known[i][1], "form", "") == "seat"


def possessor(doc: Doc, first: int, known: Known) -> str | None:
    """ "Kenya's Ministry of X"."""
    if first >= 2 and doc[first - 1].text in ("'s", "'"):
        for last, entry in known.values():
            if last == first - 2:
                return entry.country.code if isinstance(entry, CountryForm) else entry.country
    return None


def in_country(doc: Doc, last: int, known: Known) -> str | None:
    """ "the Constitutional Court in Kenya", "Ministry of X of Kenya"."""
    if last + 2 < len(doc) and doc[last + 1].lower_ in ("of", "in"):
        at = last + 2 + (doc[last + 2].lower_ == "the")
        form = known[at][1] if at in known else None
        if isinstance(form, CountryForm) and form.form != "seat":
            return form.country.code
    return None


def seated_in(doc: Doc, last: int, known: Known) -> str | None:
    """The state of the city that a body stands in: "the Institute of Harbours in Osaka"."""
    if last + 2 >= len(doc) or doc[last + 1].lower_ != "in":
        return None
    entry = known.get(last + 2)
    if entry is not None:
        return entry[1].country.code if isinstance(entry[1], CountryForm) else None
    place = place_at(doc, last + 2)
    return place[1] if place is not None else None


def country_before(doc: Doc, first: int, known: Known) -> str | None:
    """The country of a demonym, name or possessive in front of a title ("Kenyan President", "Kenya's president")."""
    i = first - 1
    if i > 3 and doc[i].text == ",":  # "his opposite number in Kenya, President X"
        for k, (last, entry) in known.items():
            if not isinstance(entry, CountryForm) or last != i - 1 or doc[k - 1].lower_ not in ("in", "of", "from"):
                continue
            if any(t.lower_ in ("counterpart", "number", "colleague") for t in doc[max(0, k - 3) : k - 1]):
                return entry.country.code
    if i > 0 and doc[i].text == "," and doc[i - 1].lower_ == "counterpart":
        i -= 1  # "his Kenyan counterpart, President X"
    while i >= 0 and first - i <= 7:
        for last, entry in known.values():
            if last == i and isinstance(entry, CountryForm) and entry.form != "seat":
                return entry.country.code
        if (
            doc[i].text not in ("'s", "'", "-")
            and doc[i].lower_ not in vocabulary("modifiers")
            and doc[i].pos_ not in ("ADJ", "ADV", "PROPN", "NOUN")
        ):
            return None
        i -= 1
    return None


def seat_before(doc: Doc, first: int, known: Known) -> str | None:
    """The country of a city right before a noun: "the Nairobi firm", "the Oslo-based company", "the Osaka firm"."""
    at = first - 1
    if at > 1 and doc[at].lower_ == "based" and doc[at - 1].text == "-":
        at -= 2
    cities = (place[1] for i in (at - 1, at) if i >= 0 and (place := place_at(doc, i)) is not None and place[0] == at)
    return _ending_at(at, "seat", known) or next(cities, None)


def demonym_before(first: int, known: Known) -> str | None:
    """ "Norwegian Anna Berg": the country of an adjective right before a name."""
    return _ending_at(first - 1, "demonym", known)


def _ending_at(at: int, form: str, known: Known) -> str | None:
    """The country whose name of this form ends at a token."""
    for last, entry in known.values():
        if last == at and isinstance(entry, CountryForm) and entry.form == form:
            return entry.country.code
    return None


def of_country(doc: Doc, title: int, end: int, known: Known) -> str | None:
    """ "President X of Kenya", "Foreign Minister of Kenya X"; a vice-consul's or envoy's "to Kenya" is no origin."""
    for at in (end + 1, title + 1):
        if at + 1 < len(doc) and doc[at].lower_ == "of":
            at += 1 + (doc[at + 1].lower_ == "the")
            form = known[at][1] if at in known else None
            if isinstance(form, CountryForm) and form.form == "name":
                return form.country.code
            province = place_at(doc, at)
            if province is not None:
                return province[1]
    return None


def host_behind(doc: Doc, first: int, last: int, known: Known) -> str | None:
    """The state that the title first..last sends its holder to: "ambassador to Kenya", "consul at Nairobi"."""
    if last + 2 >= len(doc) or doc[last + 1].lower_ not in ("to", "in", "at", "near"):
        return None
    if doc[last + 1].lower_ != "to" and not any(
        t.lower_ in vocabulary("diplomat_nouns") for t in doc[first : last + 1]
    ):
        return None
    entry = known.get(last + 2 + (doc[last + 2].lower_ == "the"))
    return entry[1].country.code if entry and isinstance(entry[1], CountryForm) else None


def body_before(doc: Doc, first: int, known: Known) -> Organisation | None:
    """The listed organisation whose title this is: "NATO Secretary-General X", "EU trade commissioner X"."""
    at = first - 1
    while at > 0 and first - at < 5 and doc[at].text.islower() and doc[at].pos_ in ("NOUN", "ADJ", "CCONJ", "PROPN"):
        at -= 1
    for last, entry in known.values():
        if isinstance(entry, Organisation) and (
            last in (at, first - 1) or (last == first - 2 and doc[first - 1].text == "'s")
        ):
            return entry
    return None
