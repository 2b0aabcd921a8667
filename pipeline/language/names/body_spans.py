"""How far the name of a body runs around its noun: the words before it, its of-phrase behind it.

Belongs here: first and last token of such a name. Does not belong here: whether it is one (not_bodies, bodies), runs of
capitalised words (runs).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.lexicon import titles
from pipeline.language.names.belonging import is_seat
from pipeline.language.names.model import Known
from pipeline.language.names.runs import capital, joined, run_end

MISSIONS = frozenset({"embassy", "consulate", "legation", "mission", "general", "section"})
"""Last words of the names of missions, whose place tells the host and not the sender."""
_MEMBERS = frozenset({"people", "women", "children", "men"})
"""Plurals without an s whose possessive begins the name of a party or union."""


def name_start(doc: Doc, first: int, known: Known) -> int:
    """First token of the name whose body noun begins at `first`."""
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
    return start


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
    members = before.text.endswith("s") if doc[i].text == "'" else before.lower_ in _MEMBERS
    return members and before.text[:1].isupper()


def of_phrase(doc: Doc, last: int, kind: str, known: Known) -> int:
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
            if word == "," and not is_seat(known, j):
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
