"""A person's name behind a title, with the country that the title carries.

Belongs here: titles right in front of a name. Does not belong here: offices told behind a name (offices), names without
a title (untitled), which person of the document it is (pipeline.coding.registry).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import phrase_index, titles, vocabulary
from pipeline.language.names.belonging import body_before, country_before, host_behind, of_country
from pipeline.language.names.model import NOT_ACTORS, Known, Name
from pipeline.language.names.person_words import ends_name, no_person, surname_like, trimmed
from pipeline.language.names.places import place_at
from pipeline.language.names.runs import capital, run_end, words_of

_OF_OFFICES = frozenset({"of", "the", "for", ",", "on", "&", "-", "(", ")"})
"""Words between the capitalised words of several offices."""
_PORTFOLIO = 11
"""Tokens that a title and its portfolio take up at most."""


def titled(doc: Doc, first: int, last: int, known: Known) -> Name | None:
    """A name right after a title; several titles in a row count as one ("President Sheikh X")."""
    start = _name_start(doc, last, known)
    stop = titles().at(doc, start) if start < len(doc) else None
    if stop is not None and stop + 1 < len(doc) and capital(doc[stop + 1]) and stop + 1 not in known:
        start = stop + 1
    if start + 1 < len(doc) and doc[start].text == "-" and doc[start + 1].lower_ in ("elect", "designate"):
        start += 2
    if not _may_begin(doc, start, known):
        return None
    end = run_end(doc, start, frozenset(k for k in known if k > start and ends_name(doc, k, known)))
    end = trimmed(doc, start, end)
    title = doc[first : last + 1].text
    if stop is not None and title.lower() in vocabulary("courtesies"):
        title = doc[last + 1 : stop + 1].text  # "His Majesty King X": the office, not the courtesy
    if no_person(doc, start, end) or doc[end].lower_ in NOT_ACTORS or title.lower().rstrip(".") == "st":
        return None
    country, rule = _whose(doc, (first, last), (start, end), known)
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


def portfolio_title(doc: Doc, first: int) -> tuple[int, int] | None:
    """Tokens of the title whose portfolio ends right before a name: "Minister of Fisheries and Ports X"."""
    if first < 3 or not (
        doc[first - 1].text[:1].isupper() or doc[first - 1].lower_ in ("and", "of", "for", "the", "&")
    ):
        return None  # "the foreign minister of Norway, X": an apposition
    for i in range(first - 2, max(-1, first - _PORTFOLIO), -1):
        end = titles().at(doc, i)
        if end is not None:
            while i > 0 and titles().at(doc, i - 1) == end:
                i -= 1
            behind = doc[end + 1 : first]
            return (i, end) if len(behind) > 1 and behind[0].lower_ in ("of", "for") else None
        if not (doc[i].text[:1].isupper() or doc[i].lower_ in _OF_OFFICES | {"and"}):
            return None
    return None


def with_title(doc: Doc, name: Name, known: Known) -> Name:
    """The person with the title in front of the name whose portfolio stands between them, if there is one."""
    title = portfolio_title(doc, name.first)
    if title is None:
        return name
    country, rule = _whose(doc, title, (name.first, name.last), known)
    return replace(name, title=doc[title[0] : title[1] + 1].text, country=country, rule=rule)


def _name_start(doc: Doc, last: int, known: Known) -> int:
    """Where a name behind a title begins: right there, or behind the country that the title goes on with."""
    start = last + 1
    if start + 3 < len(doc) and doc[start].lower_ in ("to", "in", "near", "at"):  # "Minister to Kenya Mary Smith"
        host = known.get(start + 1 + (doc[start + 1].lower_ == "the"))
        if host is not None and host[0] + 1 < len(doc):
            return host[0] + 1
    elif start + 2 < len(doc) and doc[start].lower_ == "of":
        land = known.get(start + 1) or place_at(doc, start + 1)
        begins = land is not None and land[0] + 1 < len(doc) and doc[land[0] + 1].pos_ == "PROPN"
        if land is not None and (_person(doc, land[0] + 1) or (begins and start + 1 not in known)):
            return land[0] + 1  # "President of Kenya Mary Smith"
    return start


def _may_begin(doc: Doc, start: int, known: Known) -> bool:
    """Whether a person's name can begin at a token: with a capital, and with no country, body or further title."""
    if start >= len(doc) or doc[start].is_sent_start:
        return False
    if not (surname_like(doc, start, known) if start in known else doc[start].text[:1].isupper()):
        return False
    if doc[start].pos_ in ("DET", "ADP", "PRON", "VERB") and doc[start].ent_type_ != "PERSON":
        return False
    return phrase_index("bodies").at(doc, start) is None and titles().at(doc, start) is None


def _whose(doc: Doc, title: tuple[int, int], name: tuple[int, int], known: Known) -> tuple[str | None, str]:
    """The country of a title's holder, and the rule that tells it; none for an organisation's officer."""
    before, behind = country_before(doc, title[0], known), of_country(doc, title[1], name[1], known)
    earlier = _office_before(doc, title[0], known)  # "Kenyan President and AU chairperson X"
    body = body_before(doc, title[0], known)
    if body is None:
        return before or behind or earlier, "titled"
    if body.kind != "igo":
        return body.country, "titled"
    own = earlier or ((before or behind) if behind else None)
    return own, "titled" if own else "titled:igo"


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


def _ended(doc: Doc, first: int) -> bool:
    """Whether a word such as "former" stands in front of the title."""
    window = doc[max(0, first - 4) : first].text.lower().split()
    return any(w.strip("-,") in vocabulary("ended") for w in window)
