"""Bodies and ships that a word of their name tells: "Ministry of X", "X Ministry", "HMS X".

Belongs here: the capitalised words around a body noun, and its of-phrase. Does not belong here: bodies that a list
knows (known), or that the text only describes (pipeline.coding.reference).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.lexicon import phrase_index, ship_prefixes, titles
from pipeline.language.names.belonging import country_in, in_country, possessor, seated_in
from pipeline.language.names.body_kinds import body_kind
from pipeline.language.names.model import NOT_ACTORS, Known, Name
from pipeline.language.names.places import place_in
from pipeline.language.names.runs import capital, joined, run_end, words_of
from pipeline.language.organisations import Organisation

NAMED_BY_SEAT = frozenset({"media", "ngo", "company"})
"""Kinds whose names tell their country by its capital ("University of Nairobi"); a mission's tells its host."""


ARMS = frozenset(
    """infantry armored armoured airborne mountain cavalry artillery panzer marine air mechanized mechanised guards
    first second third fourth fifth sixth seventh eighth ninth tenth""".split()
)
"""Words before "Division" that make it a unit of an army."""
MISSIONS = frozenset({"embassy", "consulate", "legation", "mission", "general", "section"})
"""Last words of the names of missions, whose place tells the host and not the sender."""
MEMBERS = frozenset({"people", "women", "children", "men"})
"""Plurals without an s whose possessive begins the name of a party or union."""


ORGANS = frozenset("executive advisory supervisory editorial governing management white bulletin notice".split())
"""Words that make a board a part of a body, or no body at all."""
LINES = frozenset("eastern western northern southern home italian war".split())
"""Words that make a front a line of battle."""
SIDES = frozenset({"west", "east", "north", "south", "left", "right"})
TASKS = frozenset(
    """state customs maritime tax aviation space food drug transport railway federal social civil land port
    energy health trade business general public national local regional prison veterans""".split()
)
"""Words that tell what an administration administers; a name in their place tells whose government it is."""
UNTOLD = frozenset({"office", "authority", "administration", "bureau", "directorate", "board", "inspectorate"})
"""Body nouns that alone, though capitalised, tell too little to be anybody's name."""


def ships(doc: Doc, known: Known) -> list[Name]:
    """ "HMS X", "USS X (FFG-1)": the prefix tells a naval ship and its country."""
    out = []
    for token in doc[:-1]:
        entry = ship_prefixes().get(token.text)
        if entry is not None and capital(doc[token.i + 1]):
            last = run_end(doc, token.i + 1, frozenset())
            country = entry if entry != "none" else None
            out.append(Name(token.i, last, words_of(doc, token.i, last), "armed_force", country=country, rule="ship"))
    return out


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
    start = first
    while start > 0 and _part_of_name(doc, start - 1, known):
        start -= 1
    while start < first and (
        doc[start].text in ("-", "&", "'", "The")
        or doc[start].pos_ in ("DET", "PRON")
        or doc[start].lower_ in ("of", "and")
        or (start == 0 and doc[start].tag_ == "VBG" and start not in known)  # "Closing Embassies", a heading's verb
    ):
        start += 1
    if _no_body(doc, start, first, last, kind, known):
        return None
    end = _of_phrase(doc, last, kind, known)
    if doc[last].lower_ in ("of", "for") and end == last:
        return None  # "school of" is nobody's name
    if end == last and last + 1 < len(doc):
        hit = phrase_index("bodies").at(doc, last + 1)  # "Air Force Command", "Army Corps of Engineers"
        if hit is not None and capital(doc[last + 1]):
            end, kind = hit[0], hit[1]
            end = _of_phrase(doc, end, kind, known)
        elif (
            doc[last + 1].text[:1].isupper()
            and doc[last + 1].pos_ == "PROPN"
            and last + 1 not in known
            and (start == first or doc[last + 1].lower_ in NOT_ACTORS)
        ):
            return None  # "Bank Street", "Times Square": the noun does not end the name
    seated = getattr(known.get(last + 1, (0, None))[1], "form", "") == "seat"
    if doc[last].lower_ in MISSIONS and end == last and seated:
        end = known[last + 1][0]  # "Embassy Nairobi", as diplomats write
    if start == first and end == last and (kind != "government_body" or not _definite(doc, first)):
        return None
    if doc[end].lower_ in NOT_ACTORS and end > last and doc[end].lower_ not in ("affairs", "trade", "session"):
        end = end if end - last > 1 or doc[last].lower_ in ("of", "for") else last
    while end > last and (doc[end].pos_ == "VERB" or (doc[last].lower_ in MISSIONS and doc[end].text.endswith("ed"))):
        end -= 1  # "Embassy in Nairobi Closed": a heading capitalises its verb, too
    if any(
        k <= last and end <= e and (isinstance(entry, Organisation) or k <= start)
        for k, (e, entry) in known.items()
        if k >= start or e >= end
    ):
        return None  # the list knows it by its whole name
    host = None
    if doc[last].lower_ in MISSIONS:
        abroad = next((i for i in range(last + 1, end) if doc[i].lower_ in ("in", "at", "to", ",")), None)
        abroad = last + 1 if abroad is None and end > last and seated else abroad
        if abroad is not None:
            host = country_in(doc, abroad, end, known, seats=True) or place_in(doc, abroad, end)
        country = country_in(doc, start, (abroad or end + 1) - 1, known) or possessor(doc, start, known)
    else:
        country = country_in(doc, start, end, known) or possessor(doc, start, known) or in_country(doc, end, known)
    if country is None and kind in NAMED_BY_SEAT:
        country = country_in(doc, start, end, known, seats=True)
    if country is None and kind not in ("igo", "party") and doc[last].lower_ not in MISSIONS:
        country = place_in(doc, start, end) or (None if doc[last].lower_ in UNTOLD else seated_in(doc, end, known))
    if kind == "state":
        return Name(start, end, words_of(doc, start, end), kind, rule="body:state")
    told = body_kind(doc, (start, end), (first, last), kind, country, known) if host is None else kind
    if told == "igo" and kind == "government_body":
        country = None  # "the EU Border Agency" is no single state's
    elif told == "igo" and country and doc[last].lower_ != "of":
        told = "government_body"  # "Kenya's Civil Aviation Organization" is the state's own
    kind = told
    return Name(start, end, words_of(doc, start, end), kind, country=country, host=host, rule=f"body:{kind}")


def _no_body(doc: Doc, start: int, first: int, last: int, kind: str, known: Known) -> bool:
    """Whether the words make no body, though the noun could: "the West Bank", "the NATO Alliance", "the Rojas
    Administration"."""
    before = [t for t in doc[start:first] if t.text != "-"]
    noun = doc[last].lower_
    if noun == "front" and before and before[-1].lower_ in LINES:
        return True
    if noun == "board" and before and before[-1].lower_ in ORGANS:
        return True
    if noun == "bank" and len(before) == 1 and before[0].lower_ in SIDES:
        return True
    if noun == "administration" and doc[last].text.istitle():
        return len(before) <= 1 + ("-" in doc[start:first].text) and not any(t.lower_ in TASKS for t in before)
    if noun == "division" and not (before and (before[-1].lower_ in ARMS or before[-1].text[0].isdigit())):
        return True
    listed = known.get(start)
    if kind == "state" and isinstance(getattr(listed and listed[1], "kind", None), str):
        return True  # "the ISIS Caliphate"
    return first > start and listed is not None and listed[0] == first - 1 and getattr(listed[1], "kind", "") == kind


def _definite(doc: Doc, first: int) -> bool:
    """Whether a lone body noun can name a body: not "an Embassy", not "Embassy status", not a word of a title."""
    after = doc[first + 1].lower_ if first + 1 < len(doc) else ""
    if doc[first].lower_ in UNTOLD:
        return False
    return not (first and doc[first - 1].lower_ in ("a", "an")) and after not in ("status", "level", "rank", "-")


def _part_of_name(doc: Doc, i: int, known: Known) -> bool:
    token = doc[i]
    if token.text in ("-", "–", "&", "/") and i > 0 and joined(doc, i):
        return doc[i - 1].text[:1].isupper()
    if token.text in ("'", "'s"):
        return _of_members(doc, i, known)
    if not token.text[:1].isupper() or token.text in (",", "."):
        return False
    if token.i == 0 and (token.pos_ not in ("PROPN", "NOUN", "ADJ") and i not in known):
        return False
    return token.lower_ not in ("president", "minister", "secretary", "ambassador", "mr.", "mr", "former", "the")


def _of_members(doc: Doc, i: int, known: Known) -> bool:
    """Whether a possessive belongs to the name ("Farmers' Party", "Women's Union"), not to whom the body belongs."""
    if i == 0 or doc[i - 1].ent_type_ in ("PERSON", "GPE") or any(last == i - 1 for last, _ in known.values()):
        return False
    before = doc[i - 1]
    members = before.text.endswith("s") if doc[i].text == "'" else before.lower_ in MEMBERS
    return members and before.text[:1].isupper()


def _of_phrase(doc: Doc, last: int, kind: str, known: Known) -> int:
    """Last token of "of/for (the) X (and Y)" and, for missions abroad, "in/to Z" after a body noun; else `last`."""
    end = last
    people = frozenset(t.i for t in doc if t.ent_type_ == "PERSON" and t.ent_iob_ == "B")
    missions = doc[last].lower_ in MISSIONS
    if doc[last].lower_ in ("of", "for") and last + 1 < len(doc):  # "school of", "fund for"
        start = last + 1 + (doc[last + 1].lower_ == "the" and last + 2 < len(doc))
        if not doc[start].text[:1].isupper():
            return last
        end = run_end(doc, start, people)
    for _ in range(3):
        i = end + 1
        if i + 1 >= len(doc):
            break
        word = doc[i].lower_
        whole = doc[i].ent_type_ == "ORG" and doc[i].ent_iob_ == "I"  # the model sees one name
        if end > last and word in ("'s", "'") and capital(doc[i + 1]) and _of_members(doc, i, known):
            end = run_end(doc, i + 1, people)
            continue
        if (word in ("of", "for", "on", "against") and not (missions and word != "of")) or (
            (missions and word in ("in", "at", ",")) or (whole and end > last and word == "in")
        ):
            j = i + 1 + (doc[i + 1].lower_ == "the" and i + 2 < len(doc))
            if word == "," and not (j in known and getattr(known[j][1], "form", "") == "seat"):
                break
            if (
                j < len(doc)
                and doc[j].text[:1].isupper()
                and (word in ("of", "for") or missions or whole or kind == "government_body")
            ):
                end = run_end(doc, j, people)
                end = _place_tail(doc, end) if missions else end
                continue
        if word in ("and", ",", "&") and end > last and (kind == "government_body" or whole) and not missions:
            j = i + 1 + (doc[i + 1].text == "and" and i + 2 < len(doc))
            if (
                j < len(doc)
                and doc[j].text[:1].isupper()
                and j not in known
                and doc[j].ent_type_ not in ("PERSON", "GPE")
                and doc[j].dep_ != "nsubj"
                and titles().at(doc, j) is None
            ):
                end = run_end(doc, j, people)
                continue
        break
    return end


def _place_tail(doc: Doc, end: int) -> int:
    """ "Washington, D.C.": a place and its state belong together."""
    if end + 2 < len(doc) and doc[end + 1].text == "," and doc[end + 2].text == "D.C.":
        return end + 2
    return end
