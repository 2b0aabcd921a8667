"""Names in one sentence: where they stand, what kind of thing they name, which country they carry.

Belongs here: spans of names and what their own words tell. Does not belong here: who they are in the document
(pipeline.coding.actors) or what they do.

Sources of evidence, strongest first: the country gazetteer, the list of organisations, body nouns ("Ministry of X"),
titles before a name, the model's named entities.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import ahocorasick_rs
from spacy.tokens import Doc, Token

from pipeline.language.countries import CountryForm, forms
from pipeline.language.lexicon import Organisation, organisations, phrase_index, ship_prefixes, titles, vocabulary

PARTICLES = frozenset(
    "de del la las los da do dos das di du van von der den ter bin ibn ben al el ul ur y e af".split()
)
"""Lower-case words inside personal names."""
NOT_ACTORS = frozenset(
    """agreement treaty accord accords pact protocol convention memorandum declaration charter act resolution initiative
    program programme plan framework partnership compact deal summit conference talks war wars revolution crisis operation
    day anniversary award prize games cup festival report constitution article amendment law bill street avenue square
    airport base island islands sea ocean river lake canal strait gulf bay mountains mount peninsula province region
    city port bridge road highway century doctrine policy strategy exercise dialogue forum era street hall tower
    palace stadium hospital school prison camp district valley border line zone area fund project reserve month week
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december spring christmas covid covid-19 relations visits agreements trade missions reactions history
    references hemisphere coast affairs spirit road party's""".split()
)
"""Last words of capitalised names that are no actors: agreements, occasions, places, days."""
GEOGRAPHIC_AFTER = frozenset("sea ocean canal strait gulf river mountains peninsula bay desert basin highlands".split())
GEOGRAPHIC_BEFORE = frozenset("gulf sea strait straits bay isthmus".split())


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens first..last (inclusive) name something.

    kind: a term of actor_kind, "place" or "other" (an agreement, an occasion); country: ISO code the words carry;
    canonical: the plain name where a list gives one; form: name, demonym, seat, acronym; title: office named with it.
    """

    first: int
    last: int
    text: str
    kind: str
    form: str = "name"
    country: str | None = None
    canonical: str | None = None
    title: str | None = None
    ended: bool = False
    rule: str = "name"

    def covers(self, index: int) -> bool:
        return self.first <= index <= self.last


@cache
def _gazetteer() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    surfaces = sorted({*forms(), *organisations()})
    finder = ahocorasick_rs.AhoCorasick(surfaces, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return finder, surfaces


def find_names(doc: Doc) -> list[Name]:
    """All names of a sentence, ordered, not overlapping; demonyms inside longer names are kept apart by `adjectives`."""
    known = _known(doc)
    taken = [False] * len(doc)
    out: list[Name] = []
    finders = (_ships, _bodies, _listed, _people, _countries, _entities)
    for name in [name for finder in finders for name in finder(doc, known)]:
        if any(taken[name.first : name.last + 1]):
            continue
        for i in range(name.first, name.last + 1):
            taken[i] = True
        out.append(name)
    return sorted(out, key=lambda n: n.first)


def country_forms(doc: Doc) -> dict[int, tuple[int, CountryForm]]:
    """First token -> (last token, form) of every word for a country, also inside longer names."""
    return {first: (last, entry) for first, (last, entry) in _known(doc).items() if isinstance(entry, CountryForm)}


def _known(doc: Doc) -> dict[int, tuple[int, CountryForm | Organisation]]:
    """First token -> (last token, entry) of the gazetteer's words; longest match, whole tokens only."""
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
    """"in Spanish", "Spanish-language news": the language, not the state."""
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    if after in ("language", "speaking", "translation", "translations", "news", "text", "word", "version", "name", "-"):
        return after != "-" or (last + 2 < len(doc) and doc[last + 2].lower_ in ("language", "speaking"))
    return first > 0 and doc[first - 1].lower_ in ("in", "into") and doc[last].dep_ == "pobj" and doc[last].tag_ != "NNPS"


def _geographic(doc: Doc, first: int, last: int) -> bool:
    """ "Sea of Japan", "Indian Ocean", "New Mexico": a feature or another place, not the country."""
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    if after in GEOGRAPHIC_AFTER and doc[last + 1].text[0].isupper():
        return True
    if first >= 2 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in GEOGRAPHIC_BEFORE:
        return True
    return (
        first >= 1
        and doc[first - 1].text in ("New", "Papua", "American")
        and doc[first].text in ("Mexico", "Samoa", "England")
    )


def _capital(token: Token) -> bool:
    text = token.text
    return text[:1].isupper() and not (
        token.i == 0 and token.pos_ in {"DET", "ADP", "PRON", "ADV", "SCONJ", "CCONJ", "AUX", "PART"}
    )


def _joined(doc: Doc, i: int) -> bool:
    """Whether tokens i and i+1 stand together without a space."""
    return not doc[i].whitespace_


def _run_end(doc: Doc, start: int, stop: frozenset[int]) -> int:
    """Last token of the run of capitalised words that begins at `start`; particles and hyphens inside are kept."""
    i = start
    while i + 1 < len(doc) and i + 1 not in stop:
        nxt = doc[i + 1]
        if _capital(nxt):
            i += 1
            continue
        if (
            nxt.text in ("-", "&", "'", "/")
            and i + 2 < len(doc)
            and doc[i + 2].text[:1].isalpha()
            and _joined(doc, i)
            and _joined(doc, i + 1)
        ):
            i += 2
            continue
        if nxt.text == "." and len(doc[i].text) == 1 and i + 2 < len(doc) and _capital(doc[i + 2]):
            i += 2
            continue
        jump = _particles(doc, i + 1)
        if jump and jump not in stop:
            i = jump
            continue
        break
    return i


def _particles(doc: Doc, i: int) -> int:
    """Index of the capitalised word after one to three name particles at i, or 0."""
    for j in range(i, min(i + 3, len(doc) - 1)):
        if doc[j].text.lower() not in PARTICLES and doc[j].text != "-":
            return 0
        if doc[j].text == "-" and j == i:
            return 0
        if _capital(doc[j + 1]):
            return j + 1
    return 0


def _ships(doc: Doc, known: dict) -> list[Name]:
    """ "HMS X", "USS X (FFG-1)": the prefix tells a naval ship and its country."""
    out = []
    for token in doc[:-1]:
        entry = ship_prefixes().get(token.text)
        if entry is not None and _capital(doc[token.i + 1]):
            last = _run_end(doc, token.i + 1, frozenset())
            country = entry if entry != "none" else None
            out.append(Name(token.i, last, _text(doc, token.i, last), "armed_force", country=country, rule="ship"))
    return out


# -- bodies ----------------------------------------------------------------------------------


def _bodies(doc: Doc, known: dict) -> list[Name]:
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


def _body_at(doc: Doc, first: int, last: int, kind: str, known: dict) -> Name | None:
    """The name around the body noun at first..last: words before it, or an of-phrase after it, or both."""
    start = first
    while start > 0 and _part_of_name(doc, start - 1, known):
        start -= 1
    while start < first and (
        doc[start].text in ("-", "&", "'", "The")
        or doc[start].pos_ in ("DET", "PRON")
        or doc[start].lower_ in ("of", "and")
    ):
        start += 1
    end = _of_phrase(doc, last, kind, known)
    if end == last and last + 1 < len(doc):
        hit = phrase_index("bodies").at(doc, last + 1)  # "Air Force Command", "Army Corps of Engineers"
        if hit is not None and _capital(doc[last + 1]):
            end, kind = hit[0], hit[1]
            end = _of_phrase(doc, end, kind, known)
        elif (
            doc[last + 1].text[:1].isupper()
            and doc[last + 1].pos_ == "PROPN"
            and last + 1 not in known
            and start == first
        ):
            return None  # "Bank Street", "Times Square": the noun does not end the name
    if start == first and end == last and (kind != "government_body" or not _definite(doc, first)):
        return None
    if doc[end].lower_ in NOT_ACTORS and end > last and doc[end].lower_ not in ("affairs", "trade"):
        end = end if end - last > 1 else last
    if any(
        k <= last and end <= e and isinstance(entry, Organisation)
        for k, (e, entry) in known.items()
        if k >= start or e >= end
    ):
        return None  # the list knows it by its whole name
    country = _country_in(doc, start, end, known) or _possessor(doc, start, known) or _in_country(doc, end, known)
    if kind == "state":
        return Name(start, end, _text(doc, start, end), kind, rule="body:state")
    if kind == "igo" and country:
        kind = "government_body"  # "Kenya's Civil Aviation Organization" is the state's own
    return Name(start, end, _text(doc, start, end), kind, country=country, rule=f"body:{kind}")


def _definite(doc: Doc, first: int) -> bool:
    """Whether a lone body noun can name a body: not "an Embassy", not "Embassy status", not a word of a title."""
    after = doc[first + 1].lower_ if first + 1 < len(doc) else ""
    return not (first and doc[first - 1].lower_ in ("a", "an")) and after not in ("status", "level", "rank", "-")


def _part_of_name(doc: Doc, i: int, known: dict) -> bool:
    token = doc[i]
    if token.text in ("-", "–", "&", "/") and i > 0 and _joined(doc, i):
        return doc[i - 1].text[:1].isupper()
    if token.text == "'s" or not token.text[:1].isupper() or token.text in (",", "."):
        return False
    if token.i == 0 and (token.pos_ not in ("PROPN", "NOUN", "ADJ") and i not in known):
        return False
    return token.lower_ not in ("president", "minister", "secretary", "ambassador", "mr.", "mr", "former", "the")


def _of_phrase(doc: Doc, last: int, kind: str, known: dict) -> int:
    """Last token of "of/for (the) X (and Y)" and, for missions abroad, "in/to Z" after a body noun; else `last`."""
    end = last
    missions = doc[last].lower_ in ("embassy", "consulate", "legation", "mission", "general")
    for _ in range(3):
        i = end + 1
        if i + 1 >= len(doc):
            break
        word = doc[i].lower_
        if (word in ("of", "for", "on", "against") and not (missions and word != "of")) or (
            missions and word in ("in", "at", ",")
        ):
            j = i + 1 + (doc[i + 1].lower_ == "the" and i + 2 < len(doc))
            if word == "," and not (j in known and getattr(known[j][1], "form", "") == "seat"):
                break
            if (
                j < len(doc)
                and doc[j].text[:1].isupper()
                and (word in ("of", "for") or missions or kind == "government_body")
            ):
                end = _run_end(doc, j, frozenset())
                end = _place_tail(doc, end) if missions else end
                continue
        if word in ("and", ",", "&") and end > last and kind == "government_body" and not missions:
            j = i + 1 + (doc[i + 1].text == "and" and i + 2 < len(doc))
            if (
                j < len(doc)
                and doc[j].text[:1].isupper()
                and j not in known
                and doc[j].ent_type_ not in ("PERSON", "GPE")
                and doc[j].dep_ != "nsubj"
            ):
                end = _run_end(doc, j, frozenset())
                continue
        break
    return end


def _place_tail(doc: Doc, end: int) -> int:
    """ "Washington, D.C.": a place and its state belong together."""
    if end + 2 < len(doc) and doc[end + 1].text == "," and doc[end + 2].text == "D.C.":
        return end + 2
    return end


# -- lists -----------------------------------------------------------------------------------


def _listed(doc: Doc, known: dict) -> list[Name]:
    out = []
    for first, (last, entry) in known.items():
        if not isinstance(entry, Organisation):
            continue
        surface = doc[first : last + 1].text
        if last - first == 0 and len(surface) <= 3 and doc[first].ent_type_ == "PERSON":
            continue
        acronym = surface.replace(".", "").isupper() and surface != entry.name
        end = last
        if last + 1 < len(doc) and entry.kind == "media" and doc[last + 1].text in ("News",):
            end = last + 1
        out.append(
            Name(
                first,
                end,
                surface,
                entry.kind,
                "acronym" if acronym else "name",
                entry.country,
                entry.name,
                rule="listed",
            )
        )
    return out


def _countries(doc: Doc, known: dict) -> list[Name]:
    return [
        Name(
            first,
            last,
            entry.surface,
            "state",
            entry.form,
            entry.country.code,
            entry.country.name,
            rule=f"country:{entry.form}",
        )
        for first, (last, entry) in known.items()
        if isinstance(entry, CountryForm) and not (doc[first].ent_type_ == "PERSON" and entry.form == "seat")
    ]


# -- people ----------------------------------------------------------------------------------


def _people(doc: Doc, known: dict) -> list[Name]:
    """Capitalised runs with a title before them, or that the model takes for persons."""
    out: list[Name] = []
    i = 0
    while i < len(doc):
        title = titles().at(doc, i)
        if title is not None:
            name = _titled(doc, i, title, known)
            if name is not None:
                out.append(name)
                i = name.last + 1
                continue
            i = title + 1
            continue
        if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B" and _capital(doc[i]):
            name = _person_entity(doc, i, known)
            if name is not None:
                out.append(name)
                i = name.last + 1
                continue
        i += 1
    return out


def _titled(doc: Doc, first: int, last: int, known: dict) -> Name | None:
    """A name right after a title; several titles in a row count as one ("President Sheikh X")."""
    start = last + 1
    if start + 2 < len(doc) and doc[start].lower_ == "to" and start + 1 in known and known[start + 1][0] + 1 < len(doc):
        start = known[start + 1][0] + 1  # "Minister to Kenya Mary Smith"
    stop = titles().at(doc, start) if start < len(doc) else None
    if stop is not None and stop + 1 < len(doc) and _capital(doc[stop + 1]) and stop + 1 not in known:
        start = stop + 1
    if (
        start < len(doc)
        and doc[start].text == "-"
        and start + 1 < len(doc)
        and doc[start + 1].lower_ in ("elect", "designate")
    ):
        start += 2
    if start >= len(doc) or not doc[start].text[:1].isupper() or start in known:
        if not (start < len(doc) and start in known and _surname_like(doc, start, known)):
            return None
    if (
        doc[start].is_sent_start
        or doc[start].pos_ in ("DET", "ADP", "PRON", "VERB")
        and doc[start].ent_type_ != "PERSON"
    ):
        return None
    if phrase_index("bodies").at(doc, start) is not None or titles().at(doc, start) is not None:
        return None
    end = _run_end(doc, start, frozenset(k for k in known if k > start and not _surname_like(doc, k, known)))
    end = _trim_person(doc, start, end)
    title = doc[first : last + 1].text
    if doc[end].lower_ in NOT_ACTORS or title.lower().rstrip(".") == "st":
        return None
    country = _country_before(doc, first, known) or _of_country(doc, last, start, end, known)
    body = _body_before(doc, first, known)
    if body is not None:
        country, rule = (body.country, "titled") if body.kind != "igo" else (None, "titled:igo")
    else:
        rule = "titled"
    return Name(
        start,
        end,
        _text(doc, start, end),
        "person",
        country=country,
        title=title,
        ended=_ended(doc, first),
        rule=rule,
    )


def _body_before(doc: Doc, first: int, known: dict) -> Organisation | None:
    """The listed organisation whose title this is: "NATO Secretary-General X"."""
    for last, entry in known.values():
        if isinstance(entry, Organisation) and (last == first - 1 or (last == first - 2 and doc[first - 1].text == "'s")):
            return entry
    return None


def _of_country(doc: Doc, title: int, start: int, end: int, known: dict) -> str | None:
    """ "President X of Kenya", "Foreign Minister of Kenya X"; a vice-consul's or envoy's "to Kenya" is no origin."""
    for at in (end + 1, title + 1):
        if at + 1 < len(doc) and doc[at].lower_ == "of":
            at += 1 + (doc[at + 1].lower_ == "the")
            if at in known and isinstance(known[at][1], CountryForm) and known[at][1].form == "name":
                return known[at][1].country.code
    return None


def _surname_like(doc: Doc, i: int, known: dict) -> bool:
    """A country's or city's word that is a person's name here: inside a PERSON entity with more words."""
    return doc[i].ent_type_ == "PERSON" and isinstance(known[i][1], CountryForm)


def _trim_person(doc: Doc, start: int, end: int) -> int:
    while end > start and (doc[end].text in ("-", "'", "&") or doc[end].lower_ in PARTICLES):
        end -= 1
    if end + 2 < len(doc) and doc[end + 1].text == "," and doc[end + 2].text in ("Jr.", "Sr.", "Jr", "Sr"):
        return end + 2
    return end


def _person_entity(doc: Doc, first: int, known: dict) -> Name | None:
    start = first
    while (
        start > 0
        and doc[start - 1].pos_ == "PROPN"
        and _capital(doc[start - 1])
        and start - 1 not in known
        and titles().covers(doc, start - 1) is False
        and (start - 1 > 0 or doc[start - 1].ent_type_)
    ):
        if any(last >= start - 1 >= k for k, (last, _) in known.items()):
            break
        start -= 1
    if start in known and start > 0 and doc[start - 1].pos_ == "ADP" and known[start][0] + 1 < len(doc):
        start = known[start][0] + 1  # "Minister to Kenya Mary Smith": the country is no part of the name
        if not _capital(doc[start]):
            return None
    end = _trim_person(
        doc,
        start,
        _run_end(doc, start, frozenset(k for k in known if k > start and doc[k].ent_type_ != "PERSON"))
    )
    text = _text(doc, start, end)
    if _placed(doc, start, end):
        return Name(start, end, text, "place", rule="entity:place")
    kind, rule = _heralded(doc, start)
    if rule == "heralded":
        return Name(start, end, text, kind, country=_country_before(doc, start, known), rule=rule)
    if (
        doc[end].lower_ in NOT_ACTORS
        or not any(c.islower() for c in text)
        or phrase_index("bodies").inside(doc, start, end)
    ):
        return None
    if any(k >= start and last <= end and end == start for k, (last, e) in known.items()):
        return None
    return Name(start, end, text, "person", rule="entity:person")


def _placed(doc: Doc, first: int, last: int) -> bool:
    """Whether an untitled "person" stands where only places do: "in X", "the port of X", "the X"."""
    before = doc[first - 1].lower_ if first else ""
    if doc[last].dep_ == "dobj" and doc[last].head.lemma_ in ("enter", "leave", "reach", "occupy", "cross", "capture", "seize"):
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


def _country_before(doc: Doc, first: int, known: dict) -> str | None:
    """The country of a demonym, name or possessive in front of a title ("Kenyan President", "Kenya's president")."""
    i = first - 1
    while i >= 0 and first - i <= 5:
        for k, (last, entry) in known.items():
            if last == i and isinstance(entry, CountryForm) and entry.form != "seat":
                return entry.country.code
        if (
            doc[i].text not in ("'s", "'")
            and doc[i].lower_ not in vocabulary("modifiers")
            and doc[i].pos_ not in ("ADJ", "ADV", "PROPN", "NOUN")
        ):
            return None
        i -= 1
    return None


# -- entities of the model ---------------------------------------------------------------------


def _entities(doc: Doc, known: dict) -> list[Name]:
    out = []
    for ent in doc.ents:
        if ent.label_ not in ("ORG", "GPE", "LOC", "FAC", "NORP") or not any(c.isupper() for c in ent.text):
            continue
        first = ent.start + (ent[0].lower_ in ("the", "a", "an"))
        last = ent.end - 1
        while last > first and (doc[last].text in ("'s", "'", "(", ",") or doc[last].pos_ in ("ADP", "PUNCT", "CCONJ")):
            last -= 1
        if titles().covers(doc, last) and not doc[last].lower_.endswith("elect"):
            continue
        if first > last or any(k <= last and end >= first for k, (end, _) in known.items()):
            continue
        place = ent.label_ in ("GPE", "LOC", "FAC")
        kind, rule = _heralded(doc, first)
        if rule != "heralded" and place:
            kind, rule = "place", "entity:place"
        if (
            rule != "heralded"
            and first == last
            and doc[first].text.isupper()
            and len(doc[first].text) >= 4
            and _membership(doc[first])
        ):
            kind, rule = "igo", "entity:membership"
        if doc[last].lower_ in NOT_ACTORS:
            kind = "other"
        country = _country_before(doc, first, known) if rule == "heralded" else None
        out.append(Name(first, last, _text(doc, first, last), kind, country=country, rule=rule))
    return out


def _membership(token: Token) -> bool:
    """Whether something is a member of it, joins or leaves it: then it is an organisation."""
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "dobj":
        return token.head.lemma_ in ("join", "leave", "quit")
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("of", "in")
        and token.head.head.lemma_.lower() in ("part", "member", "membership", "participant", "signatory")
    )


def _heralded(doc: Doc, first: int) -> tuple[str, str]:
    """Kind told by a noun right before the name ("the shipping company X"), else "other"."""
    index = phrase_index("heralds")
    for i in range(max(0, first - 3), first):
        hit = index.at(doc, i)
        if hit is not None and hit[0] == first - 1:
            return hit[1], "heralded"
    return "other", "entity:other"


# -- shared ------------------------------------------------------------------------------------


def _text(doc: Doc, first: int, last: int) -> str:
    return doc[first : last + 1].text.strip()


def _country_in(doc: Doc, first: int, last: int, known: dict) -> str | None:
    inside = [
        entry.country.code
        for k, (_, entry) in sorted(known.items())
        if first <= k <= last and isinstance(entry, CountryForm) and entry.form != "seat"
    ]
    listed = [
        entry.country
        for k, (_, entry) in sorted(known.items())
        if first <= k <= last and isinstance(entry, Organisation) and entry.country
    ]
    return (inside or listed or [None])[0]


def _possessor(doc: Doc, first: int, known: dict) -> str | None:
    """ "Kenya's Ministry of X"."""
    if first >= 2 and doc[first - 1].text in ("'s", "'"):
        for k, (last, entry) in known.items():
            if last == first - 2 and isinstance(entry, CountryForm):
                return entry.country.code
    return None


def _in_country(doc: Doc, last: int, known: dict) -> str | None:
    """ "the Constitutional Court in Kenya", "Ministry of X of Kenya"."""
    if last + 2 < len(doc) and doc[last + 1].lower_ in ("of", "in"):
        at = last + 2 + (doc[last + 2].lower_ == "the")
        if at in known and isinstance(known[at][1], CountryForm) and known[at][1].form != "seat":
            return known[at][1].country.code
    return None


def with_country(name: Name, country: str | None) -> Name:
    """The same name with a country found elsewhere."""
    return replace(name, country=name.country or country)
