"""People whom only the model sees: a name without a title.

Belongs here: mending the model's persons, and telling places and bodies among them. Does not belong here: names behind
a title (titled), other entities of the model (entities).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.lexicon import phrase_index, titles
from pipeline.language.names.entities import heralded, heralds_country
from pipeline.language.names.model import NOT_ACTORS, Known, Name
from pipeline.language.names.person_words import ends_name, headline, no_person, trimmed
from pipeline.language.names.runs import capital, is_month, joined, run_end, words_of
from pipeline.language.names.titled import portfolio_title, with_title

_ENTERING = frozenset({"enter", "leave", "reach", "occupy", "cross", "capture", "seize"})
"""Verbs whose object is more often a place than a person, where the model sees a person without a title."""

_THINGS = frozenset(
    """project programme program exercise operation scheme film movie song album novel book poem play exhibition
    festival campaign initiative satellite rocket brand vaccine drug species software app game hurricane cyclone
    typhoon storm earthquake river lake mountain volcano island valley village town city district suburb port""".split()
)
"""Nouns of what bears names and is nobody."""
_INSTRUMENTS = frozenset(
    "agreement memorandum understanding treaty convention protocol declaration accord law act regulation statement "
    "dialogue conference plan strategy framework".split()
)
"""Capitalised words behind which "on" leads to what a text is about."""
_JOINING = frozenset({"and", "of", "for", "the", "&"})
"""Words behind which a portfolio goes on: no name follows them directly."""


def untitled(doc: Doc, first: int, known: Known) -> Name | None:
    """The person, or the place or body mistaken for one, that the model sees at a token; None where it is neither."""
    start = _start(doc, first, known)
    if not capital(doc[start]):
        return None
    others = frozenset(k for k in known if k > start and (doc[k].ent_type_ != "PERSON" or ends_name(doc, k, known)))
    end = trimmed(doc, start, run_end(doc, start, others))
    text = words_of(doc, start, end)
    if _placed(doc, start, end):
        return Name(start, end, text, "place", rule="entity:place")
    if of_thing(doc, start, end):
        return Name(start, end, text, "other", rule="entity:other")
    kind, rule = heralded(doc, start)
    if rule == "heralded":
        return Name(start, end, text, kind, country=heralds_country(doc, start, known), rule=rule)
    if (
        doc[end].lower_ in NOT_ACTORS
        or no_person(doc, start, end)
        or headline(doc, start, end, known)
        or not any(c.islower() for c in text)
        or phrase_index("bodies").inside(doc, start, end)
    ):
        return None
    if known.get(start, (-1, None))[0] == end:
        return None  # a listed word alone
    return with_title(doc, Name(start, end, text, "person", rule="entity:person"), known)


def of_thing(doc: Doc, first: int, last: int) -> bool:
    """Whether the words before a name say that a thing is called so: "the project, X,", "the exercise X", "Memorandum
    of Understanding on X"."""
    before = doc[first - 1] if first else None
    if before is None:
        return False
    if before.lower_ in ("on", "for", "concerning") and first > 1:
        return doc[first - 2].lower_ in _INSTRUMENTS and doc[first - 2].text[:1].isupper()
    if before.text == "," and first > 1:
        closed = last + 1 < len(doc) and doc[last + 1].text in (",", ".", ";", ")")
        return closed and doc[first - 2].lemma_ in _THINGS
    wrote = doc[last].dep_ == "nsubj" and doc[last].head.dep_ == "relcl"  # "the book Berg wrote"
    return before.is_lower and before.lemma_ in _THINGS and not wrote


def _start(doc: Doc, first: int, known: Known) -> int:
    """Where the name begins: the model may leave out its first words, or take a country before it for one."""
    start = first
    if portfolio_title(doc, first) is not None and doc[first - 1].lower_ in _JOINING:
        start = max(first, _last_of_run(doc, first, known) - 1)  # "Minister of Fisheries and Ports Ana Ruiz"
    while start > 0 and portfolio_title(doc, first) is None and _left_out(doc, start - 1, known):
        start -= 1
    while start >= 2 and doc[start - 1].text == "-" and joined(doc, start - 1) and _given(doc, start - 2, known):
        start -= 2  # "Ana-Lucía": the model may take the second half alone for the name
    if start in known and start > 0 and doc[start - 1].pos_ == "ADP" and known[start][0] + 1 < len(doc):
        start = known[start][0] + 1  # "Minister to Kenya Mary Smith": the country is no part of the name
    return start + (is_month(doc[start]) and start + 1 < len(doc))


def _last_of_run(doc: Doc, first: int, known: Known) -> int:
    return trimmed(doc, first, run_end(doc, first, frozenset(k for k in known if k > first)))


def _left_out(doc: Doc, i: int, known: Known) -> bool:
    """Whether the token before a name belongs to it: a capitalised word of no title and no listed name."""
    if doc[i].pos_ != "PROPN" or not capital(doc[i]) or titles().covers(doc, i):
        return False
    return (i > 0 or bool(doc[i].ent_type_)) and not any(k <= i <= last for k, (last, _) in known.items())


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
