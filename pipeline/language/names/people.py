"""People: capitalised words behind a title, or that the model takes for a person.

Belongs here: where a person's name begins and ends, its title, the country that the title carries. Does not belong
here: which person of the document it is (pipeline.coding.registry).
"""

from __future__ import annotations

import unicodedata

from spacy.tokens import Doc

from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import phrase_index, titles, vocabulary
from pipeline.language.names.belonging import body_before, country_before, host_behind, of_country
from pipeline.language.names.entities import heralded
from pipeline.language.names.model import NOT_ACTORS, Known, Name
from pipeline.language.names.provinces import province_at
from pipeline.language.names.runs import PARTICLES, capital, joined, run_end, words_of

_ENTERING = frozenset({"enter", "leave", "reach", "occupy", "cross", "capture", "seize"})
"""Verbs whose object is more often a place than a person, where the model sees a person without a title."""


ROLES = frozenset(
    """officer assistant treasurer adviser advisor director manager counsel deputy engagement extraordinary
    plenipotentiary government academy unit service staff team secretary committee headquarters coordinator""".split()
)
"""Last words of capitalised runs that tell an office or a body, where a name is expected behind a title."""


_OF_OFFICES = frozenset({"of", "the", "for", ",", "on", "&", "-", "(", ")"})
"""Words between the capitalised words of several offices."""
LEADS = frozenset("beyond toward towards against among beneath despite amid about regarding strengthening".split())
"""Words that open a heading in capitals and no name."""


def people(doc: Doc, known: Known) -> list[Name]:
    """Capitalised runs with a title before them, or that the model takes for persons."""
    out: list[Name] = []
    i = 0
    while i < len(doc):
        title = titles().at(doc, i)
        if title is not None and any(k < i <= last or k <= i < last for k, (last, _) in known.items()):
            i += 1  # a word of a listed name
            continue
        if title is not None:
            name = _titled(doc, i, title, known)
            if name is not None:
                out.append(name)
                i = max(i, name.last) + 1
                continue
            i = title + 1
            continue
        if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B" and capital(doc[i]):
            name = _person_entity(doc, i, known)
            if name is not None:
                out.append(name)
                i = max(i, name.last) + 1
                continue
        i += 1
    return out


def _titled(doc: Doc, first: int, last: int, known: Known) -> Name | None:
    """A name right after a title; several titles in a row count as one ("President Sheikh X")."""
    start = last + 1
    if start + 3 < len(doc) and doc[start].lower_ == "to":  # "Minister to Kenya Mary Smith"
        host = known.get(start + 1 + (doc[start + 1].lower_ == "the"))
        if host is not None and host[0] + 1 < len(doc):
            start = host[0] + 1
    elif start + 2 < len(doc) and doc[start].lower_ == "of":
        land = known.get(start + 1) or province_at(doc, start + 1)
        begins = land is not None and land[0] + 1 < len(doc) and doc[land[0] + 1].pos_ == "PROPN"
        if land is not None and (_person(doc, land[0] + 1) or (begins and start + 1 not in known)):
            start = land[0] + 1  # "President of Kenya Mary Smith"
    stop = titles().at(doc, start) if start < len(doc) else None
    if stop is not None and stop + 1 < len(doc) and capital(doc[stop + 1]) and stop + 1 not in known:
        start = stop + 1
    if (
        start < len(doc)
        and doc[start].text == "-"
        and start + 1 < len(doc)
        and doc[start + 1].lower_ in ("elect", "designate")
    ):
        start += 2
    if start >= len(doc):
        return None
    if start in known:
        if not _surname_like(doc, start, known):
            return None
    elif not doc[start].text[:1].isupper():
        return None
    if doc[start].is_sent_start or (
        doc[start].pos_ in ("DET", "ADP", "PRON", "VERB") and doc[start].ent_type_ != "PERSON"
    ):
        return None
    if phrase_index("bodies").at(doc, start) is not None or titles().at(doc, start) is not None:
        return None
    end = run_end(doc, start, frozenset(k for k in known if k > start and _ends_name(doc, k, known)))
    end = _trim_person(doc, start, end)
    title = doc[first : last + 1].text
    if stop is not None and title.lower() in vocabulary("courtesies"):
        title = doc[last + 1 : stop + 1].text  # "His Majesty King X": the office, not the courtesy
    if _no_person(doc, start, end) or doc[end].lower_ in NOT_ACTORS or title.lower().rstrip(".") == "st":
        return None
    country = country_before(doc, first, known) or of_country(doc, last, start, end, known)
    body = body_before(doc, first, known)
    earlier = _office_before(doc, first, known)  # "Kenyan President and AU chairperson X"
    if body is None:
        country = country or earlier
    if body is not None:
        other = earlier
        other = other or (country if of_country(doc, last, start, end, known) else None)
        country, rule = (body.country, "titled") if body.kind != "igo" else (other, "titled" if other else "titled:igo")
    else:
        rule = "titled"
    return Name(
        start,
        end,
        words_of(doc, start, end),
        "person",
        country=country,
        title=title,
        host=host_behind(doc, first, last, known),
        ended=_ended(doc, first),
        rule=rule,
    )


def _no_person(doc: Doc, start: int, end: int) -> bool:
    """Whether the words tell a role, a device, a heading or an acronym in odd letters instead of a human being."""
    text = words_of(doc, start, end)
    heading = "&" in text or (end > start and doc[start].lower_ in LEADS)  # "Trade & Labour", "Beyond Trade"
    foreign = any(c.isalpha() and "LATIN" not in unicodedata.name(c, "LATIN") for c in text)  # a title in Greek
    if (
        heading
        or foreign
        or any(c.isdigit() for c in text)
        or doc[end].lower_ in ROLES
        or titles().at(doc, start) == end
    ):
        return True
    return start == end and sum(c.isupper() for c in text) > 2 and not text.isupper()


def _person(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].ent_type_ == "PERSON" and capital(doc[i])


def _office_before(doc: Doc, first: int, known: Known) -> str | None:
    """The country of a first office in front of "and" and a second one, of the first of several offices."""
    for i in range(first - 1, max(0, first - 5), -1):
        if doc[i].lower_ != "and":
            continue
        if titles().covers(doc, i - 1):
            start = i - 1
            while start > 0 and titles().covers(doc, start - 1):
                start -= 1
            return country_before(doc, start, known)
        return _of_offices(doc, i, known) if doc[i - 1].text == "," else None
    return None


def _of_offices(doc: Doc, end: int, known: Known) -> str | None:
    """ "Kenyan Labour Party Chair, Head of the Trade Council, and": the country that opens a row of offices, all
    written with capitals."""
    start = end
    while start > 0 and (doc[start - 1].text[:1].isupper() or doc[start - 1].lower_ in _OF_OFFICES):
        start -= 1
    while start < end and not doc[start].text[:1].isupper():
        start += 1
    entry = known.get(start)
    held = any(titles().at(doc, i) is not None for i in range(start, end))
    if entry is None or not held:
        return None
    return entry[1].country.code if isinstance(entry[1], CountryForm) else entry[1].country


def _ends_name(doc: Doc, k: int, known: Known) -> bool:
    """Whether a known word behind a name begins something else ("Mary Smith American Ambassador")."""
    return not _surname_like(doc, k, known) or titles().at(doc, known[k][0] + 1) is not None


def _surname_like(doc: Doc, i: int, known: Known) -> bool:
    """A country's or city's word that is a person's name here: inside a PERSON entity with more words."""
    return doc[i].ent_type_ == "PERSON" and isinstance(known[i][1], CountryForm)


def _trim_person(doc: Doc, start: int, end: int) -> int:
    while end > start and (doc[end].text in ("-", "'", "&") or doc[end].lower_ in PARTICLES):
        end -= 1
    if end + 2 < len(doc) and doc[end + 1].text == "," and doc[end + 2].text in ("Jr.", "Sr.", "Jr", "Sr"):
        return end + 2
    return end


def _person_entity(doc: Doc, first: int, known: Known) -> Name | None:
    start = first
    while (
        start > 0
        and doc[start - 1].pos_ == "PROPN"
        and capital(doc[start - 1])
        and start - 1 not in known
        and titles().covers(doc, start - 1) is False
        and (start - 1 > 0 or doc[start - 1].ent_type_)
    ):
        if any(last >= start - 1 >= k for k, (last, _) in known.items()):
            break
        start -= 1
    while start >= 2 and doc[start - 1].text == "-" and joined(doc, start - 1) and _given(doc, start - 2, known):
        start -= 2  # "Ana-Lucía": the model may take the second half alone for the name
    if start in known and start > 0 and doc[start - 1].pos_ == "ADP" and known[start][0] + 1 < len(doc):
        start = known[start][0] + 1  # "Minister to Kenya Mary Smith": the country is no part of the name
        if not capital(doc[start]):
            return None
    end = _trim_person(
        doc,
        start,
        run_end(
            doc,
            start,
            frozenset(k for k in known if k > start and (doc[k].ent_type_ != "PERSON" or _ends_name(doc, k, known))),
        ),
    )
    text = words_of(doc, start, end)
    if _placed(doc, start, end):
        return Name(start, end, text, "place", rule="entity:place")
    kind, rule = heralded(doc, start)
    if rule == "heralded":
        return Name(start, end, text, kind, country=country_before(doc, start, known), rule=rule)
    if (
        doc[end].lower_ in NOT_ACTORS
        or _no_person(doc, start, end)
        or not any(c.islower() for c in text)
        or phrase_index("bodies").inside(doc, start, end)
    ):
        return None
    if known.get(start, (-1, None))[0] == end:
        return None  # a listed word alone
    return Name(start, end, text, "person", rule="entity:person")


def _given(doc: Doc, i: int, known: Known) -> bool:
    """Whether the token before a hyphen is the first half of a given name, and no country."""
    return joined(doc, i) and doc[i].pos_ == "PROPN" and doc[i].text[:1].isupper() and i not in known


def _placed(doc: Doc, first: int, last: int) -> bool:
    """Whether an untitled "person" stands where only places do: "in X", "the port of X", "the X"."""
    before = doc[first - 1].lower_ if first else ""
    if doc[last].dep_ == "dobj" and doc[last].head.lemma_ in _ENTERING:
        return True
    if before == "the" or (before in ("in", "into", "near", "at", "across", "around") and doc[last].dep_ == "pobj"):
        return True
    return (
        before == "of"
        and first >= 2
        and doc[first - 2].lower_ in ("port", "city", "town", "village", "province", "district", "region", "gulf")
    )


def _ended(doc: Doc, first: int) -> bool:
    """Whether a word such as "former" stands in front of the title."""
    window = doc[max(0, first - 4) : first].text.lower().split()
    return any(w.strip("-,") in vocabulary("ended") for w in window)
