"""Bodies that a word of their name tells: "Ministry of X", "X Ministry".

Belongs here: the capitalised words around a body noun, made a name with kind and country. Does not belong here: how far
they run (body_spans), bodies that a list knows (known) or that the text only describes (pipeline.coding.reference).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.lexicon import phrase_index
from pipeline.language.names.belonging import country_in, in_country, is_seat, possessor, seated_in
from pipeline.language.names.body_kinds import body_kind
from pipeline.language.names.body_spans import MISSIONS, name_start, of_phrase
from pipeline.language.names.model import NOT_ACTORS, Known, Name
from pipeline.language.names.not_bodies import UNTOLD, makes_no_body, stands_alone
from pipeline.language.names.places import place_in
from pipeline.language.names.runs import capital, words_of
from pipeline.language.organisations import Organisation

NAMED_BY_SEAT = frozenset({"media", "ngo", "company"})
"""Kinds whose names tell their country by its capital ("University of Nairobi"); a mission's tells its host."""


def bodies(doc: Doc, known: Known) -> list[Name]:
    """Names around a capitalised body noun."""
    out: list[Name] = []
    index = phrase_index("bodies")
    i = 0
    while i < len(doc):
        hit = index.at(doc, i)
        if hit is None or not doc[i].text[0].isupper():
            i += 1
            continue
        last, kind = hit
        name = _body_at(doc, i, last, kind, known)
        if name is not None:
            out.append(name)
            i = max(last, name.last) + 1
        else:
            i = last + 1
    return out


def _body_at(doc: Doc, first: int, last: int, kind: str, known: Known) -> Name | None:
    """The name around the body noun at first..last: words before it, or an of-phrase after it, or both."""
    start = name_start(doc, first, known)
    if makes_no_body(doc, start, first, last, kind, known):
        return None
    run = _end(doc, start, first, last, kind, known)
    if run is None:
        return None
    end, kind = run
    if start == first and end == last and (kind != "government_body" or not stands_alone(doc, first)):
        return None
    end = _trimmed(doc, last, end)
    if _is_listed(start, last, end, known):
        return None
    country, host = _whose(doc, (start, end), last, kind, known)
    if kind == "state":
        return Name(start, end, words_of(doc, start, end), kind, rule="body:state")
    told = body_kind(doc, (start, end), (first, last), kind, country, known) if host is None else kind
    if told == "igo" and kind == "government_body":
        country = None  # "the EU Border Agency" is no single state's
    elif told == "igo" and country and doc[last].lower_ != "of":
        told = "government_body"  # "Kenya's Civil Aviation Organization" is the state's own
    return Name(start, end, words_of(doc, start, end), told, country=country, host=host, rule=f"body:{told}")


def _end(doc: Doc, start: int, first: int, last: int, kind: str, known: Known) -> tuple[int, str] | None:
    """Last token and kind of the name with its of-phrase, or with a second body noun; None where it is no name."""
    end = of_phrase(doc, last, kind, known)
    if doc[last].lower_ in ("of", "for") and end == last:
        return None  # "school of" is nobody's name
    if end == last and last + 1 < len(doc):
        hit = phrase_index("bodies").at(doc, last + 1)  # "Air Force Command", "Army Corps of Engineers"
        behind = doc[last + 1]
        if hit is not None and capital(behind):
            end, kind = hit
            end = of_phrase(doc, end, kind, known)
        elif (
            behind.text[:1].isupper()
            and behind.pos_ == "PROPN"
            and last + 1 not in known
            and (start == first or behind.lower_ in NOT_ACTORS)
        ):
            return None  # "Bank Street", "Times Square": the noun does not end the name
    if doc[last].lower_ in MISSIONS and end == last and is_seat(known, last + 1):
        end = known[last + 1][0]  # "Embassy Nairobi", as diplomats write
    return end, kind


def _trimmed(doc: Doc, last: int, end: int) -> int:
    """The end without the noun of an agreement or occasion right behind the body noun, and without a heading's verb."""
    told = doc[last].lower_ in ("of", "for") or doc[end].lower_ in ("affairs", "trade", "session")
    if doc[end].lower_ in NOT_ACTORS and end == last + 1 and not told:
        end = last
    while end > last and (doc[end].pos_ == "VERB" or (doc[last].lower_ in MISSIONS and doc[end].text.endswith("ed"))):
        end -= 1  # "Embassy in Nairobi Closed": a heading capitalises its verb, too
    return end


def _is_listed(start: int, last: int, end: int, known: Known) -> bool:
    """Whether the list knows the body by its whole name."""
    return any(
        k <= last and end <= e and (isinstance(entry, Organisation) or k <= start)
        for k, (e, entry) in known.items()
        if k >= start or e >= end
    )


def _whose(doc: Doc, name: tuple[int, int], last: int, kind: str, known: Known) -> tuple[str | None, str | None]:
    """Country of the body at the tokens `name`, whose noun ends at `last`, and of a mission the host."""
    start, end = name
    host = None
    mission = doc[last].lower_ in MISSIONS
    if mission:
        abroad = next((i for i in range(last + 1, end) if doc[i].lower_ in ("in", "at", "to", ",")), None)
        if abroad is None and end > last and is_seat(known, last + 1):
            abroad = last + 1
        if abroad is not None:
            host = country_in(abroad, end, known, seats=True) or place_in(doc, abroad, end)
        country = country_in(start, (abroad or end + 1) - 1, known) or possessor(doc, start, known)
    else:
        country = country_in(start, end, known) or possessor(doc, start, known) or in_country(doc, end, known)
    if country is None and kind in NAMED_BY_SEAT:
        country = country_in(start, end, known, seats=True)
    if country is None and kind not in ("igo", "party") and not mission:
        country = place_in(doc, start, end) or (None if doc[last].lower_ in UNTOLD else seated_in(doc, end, known))
    return country, host
