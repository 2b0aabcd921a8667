"""Words that a list knows: countries and organisations with a fixed name.

Belongs here: the search for listed forms, and when such a form means something else (a language, a sea). Does not
belong here: the lists (pipeline.language.countries, pipeline.language.lexicon).
"""

from __future__ import annotations

from functools import cache

import ahocorasick_rs
from spacy.tokens import Doc

from pipeline.language.countries import CountryForm, forms
from pipeline.language.names.belonging import country_before
from pipeline.language.names.model import Known, Name
from pipeline.language.organisations import Organisation, organisations

GEOGRAPHIC_AFTER = frozenset(
    "sea ocean canal strait gulf river mountains peninsula bay desert basin highlands delta".split()
)
GEOGRAPHIC_BEFORE = frozenset("gulf sea strait straits bay isthmus".split())
GEOGRAPHIC_WITH = frozenset("Lake Mount Cape Port Fort Rio".split())
ELSEWHERE = frozenset({
    "New Mexico", "New Jersey", "New England", "New Guinea", "New Ireland", "New Britain", "New Holland",
    "Northern Ireland", "Inner Mongolia", "Lower Austria", "Upper Austria", "American Samoa",
    "British Columbia", "West Indian", "West Indians", "American Indian", "American Indians", "Northern Irish",
})  # fmt: skip
"""Places with a country's name in theirs that are no part of it, or a part only."""
AMERICAS = frozenset({"Latin", "North", "South", "Central", "Inter", "Pan", "Ibero", "Spanish", "Meso"})
"""Words before "America" and "American" that mean the continent or a part of it, not the United States."""
_KEPT = "known_words"
"""Key of the found words in spaCy's `Doc.user_data`."""


@cache
def _gazetteer() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    surfaces = sorted({*forms(), *organisations()})
    finder = ahocorasick_rs.AhoCorasick(surfaces, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return finder, surfaces


def country_forms(doc: Doc) -> dict[int, tuple[int, CountryForm]]:
    """First token -> (last token, form) of every word for a country, also inside longer names."""
    return {first: (last, entry) for first, (last, entry) in known_words(doc).items() if isinstance(entry, CountryForm)}


def known_words(doc: Doc) -> Known:
    """First token -> (last token, entry) of the gazetteer's words; longest match, whole tokens only.

    Kept with the parse: every phrase of a sentence asks, and the search goes through all of it.
    """
    found: Known | None = doc.user_data.get(_KEPT)
    if found is None:
        found = doc.user_data[_KEPT] = _search(doc)
    return found


def _search(doc: Doc) -> dict[int, tuple[int, CountryForm | Organisation]]:
    finder, surfaces = _gazetteer()
    text = doc.text.replace("’", "'").replace("–", "-")
    found: dict[int, tuple[int, CountryForm | Organisation]] = {}
    for index, start, end in finder.find_matches_as_indexes(text):
        span = doc.char_span(start, end)
        if span is None:
            continue
        surface = surfaces[index]
        entry = organisations().get(surface) or forms().get(surface)
        if isinstance(entry, CountryForm) and entry.form == "demonym" and _tongue(doc, span.start, span.end - 1):
            continue
        if entry is not None and not _geographic(doc, span.start, span.end - 1):
            found[span.start] = (span.end - 1, entry)
    return found


def _tongue(doc: Doc, first: int, last: int) -> bool:
    """ "in Spanish", "Spanish-language news": the language, not the state."""
    after = doc[last + 1].text if last + 1 < len(doc) else ""  # but "the Kenyan News Agency"
    if after in ("language", "speaking", "translation", "translations", "news", "text", "word", "version", "name", "-"):
        return after != "-" or (last + 2 < len(doc) and doc[last + 2].lower_ in ("language", "speaking"))
    return (
        first > 0 and doc[first - 1].lower_ in ("in", "into") and doc[last].dep_ == "pobj" and doc[last].tag_ != "NNPS"
    )


def _geographic(doc: Doc, first: int, last: int) -> bool:
    """ "Sea of Japan", "Indian Ocean", "New Mexico": a feature or another place, not the country."""
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    if after in GEOGRAPHIC_AFTER and doc[last + 1].text[0].isupper():
        return True
    if first >= 2 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in GEOGRAPHIC_BEFORE:
        return True
    before = doc[first - 1].text if first else ""
    if doc[first].text.startswith("America"):
        side = doc[first - 2].text if before == "-" and first > 1 else before
        return side.title() in AMERICAS or before in GEOGRAPHIC_WITH
    following = doc[last + 1].text if last + 1 < len(doc) else ""
    pairs = {f"{before} {doc[first].text}", f"{doc[last].text} {following}"}
    return before in GEOGRAPHIC_WITH or not pairs.isdisjoint(ELSEWHERE)


def listed(doc: Doc, known: Known) -> list[Name]:
    """The organisations of the list, under their plain names."""
    out = []
    for first, (last, entry) in known.items():
        if not isinstance(entry, Organisation):
            continue
        surface = doc[first : last + 1].text
        if entry.kind == "ngo" and last + 1 < len(doc) and doc[last + 1].text in ("World", "Cup", "Games"):
            continue  # "the FIFA World Cup": an occasion
        if last - first == 0 and len(surface) <= 3 and doc[first].ent_type_ == "PERSON":
            continue
        acronym = surface.replace(".", "").isupper() and surface != entry.name
        end = last
        if last + 1 < len(doc) and entry.kind == "media" and doc[last + 1].text in ("News",):
            end = last + 1
        country = entry.country
        compound = entry.kind == "armed_group" and doc[last].dep_ == "compound"  # "Kenyan Al-Shabaab fighters"
        if country is None and entry.kind != "igo" and not compound:
            country = country_before(
                doc, first, known
            )  # "Kenya's Labour Party": a name that several states' parties bear
        form = "acronym" if acronym else "name"
        out.append(Name(first, end, surface, entry.kind, form, country, entry.name, rule="listed"))
    return out


def _rule(entry: CountryForm) -> str:
    return f"country:{entry.form}"


def countries(doc: Doc, known: Known) -> list[Name]:
    """Every word for a country, as a state; whether a seat means the state is settled later."""
    return [
        Name(first, last, entry.surface, "state", entry.form, entry.country.code, entry.country.name, rule=_rule(entry))
        for first, (last, entry) in known.items()
        if isinstance(entry, CountryForm) and not (doc[first].ent_type_ == "PERSON" and entry.form == "seat")
    ]
