"""What only the model's entities show: places, and names whose kind a word before them or their use tells.

Belongs here: entities that no list and no body noun explains. Does not belong here: people (people).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.language.lexicon import phrase_index, titles
from pipeline.language.names.belonging import country_before, seat_before
from pipeline.language.names.model import NOT_ACTORS, Known, Name
from pipeline.language.names.places import place_at, province_at
from pipeline.language.names.runs import capital, run_end, words_of

APPOSED = frozenset({"company", "government_body", "ngo", "media", "armed_group", "party"})
"""Kinds of bodies whose name stands between commas behind the noun that tells the kind."""
BORNE = frozenset(
    """producer contractor developer exporter importer maker operator supplier lender carrier miner brewer insurer
    retailer manufacturer regulator authority outlet weekly daily network movement coalition hotelier refiner""".split()
)
"""Nouns of these that stand as often before a person's name between commas, or before the next of a list."""


def entities(doc: Doc, known: Known) -> list[Name]:
    """The model's places and organisations that no list knows; their kind is "other" unless something tells it."""
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
        kind, rule = heralded(doc, first) if nameable(doc, first, last) else ("other", "entity:other")
        if rule != "heralded" and place:
            kind, rule = "place", "entity:place"
        if (
            rule != "heralded"
            and first == last
            and doc[first].text.isupper()
            and len(doc[first].text) >= 4
            and joined(doc[first])
        ):
            kind, rule = "igo", "entity:membership"
        if doc[last].lower_ in NOT_ACTORS:
            kind = "other"
        country = heralds_country(doc, first, known) if rule == "heralded" else None
        if kind == "place" and (where := place_at(doc, first)) is not None and where[0] == last:
            country = where[1]
        out.append(Name(first, last, words_of(doc, first, last), kind, country=country, rule=rule))
    return out


def joined(token: Token) -> bool:
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


def heralds(doc: Doc, known: Known) -> list[Name]:
    """Capitalised words right behind a noun that tells their kind, whether or not the model sees an entity."""
    index, out = phrase_index("heralds"), []
    for token in doc[:-1]:
        hit = index.at(doc, token.i) if token.is_lower else None
        start = hit[0] + 1 if hit else 0
        apposed = hit is not None and hit[1] in APPOSED and start + 2 < len(doc) and doc[start].text == ","
        start += apposed  # "the state company, X, has"
        if hit is None or start >= len(doc) or doc[start].pos_ != "PROPN" or not capital(doc[start]):
            continue
        person = doc[start].ent_type_ == "PERSON" and not (apposed and _named(doc[hit[0]]))
        if start in known or titles().at(doc, start) is not None or doc[start].ent_type_ == "DATE" or person:
            continue
        last = run_end(doc, start, frozenset(known))
        if apposed and (doc[hit[0]].lower_ in BORNE or not _closed(doc, last)):
            continue
        if nameable(doc, start, last):
            country = country_before(doc, token.i if apposed else start, known) or seat_before(doc, token.i, known)
            out.append(Name(start, last, words_of(doc, start, last), hit[1], country=country, rule="heralded"))
    return out


def _named(noun: Token) -> bool:
    """Whether what stands between commas behind a noun is its name: not "at the firm, X,"."""
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj", "appos", "attr", "agent", "conj") and noun.lower_ not in BORNE


def _closed(doc: Doc, last: int) -> bool:
    """Whether an apposition ends behind a token."""
    return last + 1 < len(doc) and doc[last + 1].text in (",", ".", ";", ")", "-", "–", "—")


def nameable(doc: Doc, first: int, last: int) -> bool:
    """Whether the words can be the name of a party or a company: no day, no occasion, no province."""
    province = province_at(doc, first)
    timely = doc[first].lower_ in ("yesterday", "today", "tomorrow", "last", "next", "earlier", "later")
    return doc[last].lower_ not in NOT_ACTORS and not timely and (province is None or province[0] < last)


def heralded(doc: Doc, first: int) -> tuple[str, str]:
    """Kind told by a noun right before the name ("the shipping company X"), else "other"."""
    index = phrase_index("heralds")
    for i in range(max(0, first - 3), first):
        hit = index.at(doc, i)
        if hit is not None and hit[0] == first - 1:
            return hit[1], "heralded"
    return "other", "entity:other"


def heralds_country(doc: Doc, first: int, known: Known) -> str | None:
    """The country that stands before the noun in front of a name: "the Kenyan firm X", "the Osaka firm X"."""
    index = phrase_index("heralds")
    starts = (
        i for i in range(max(0, first - 3), first) if (hit := index.at(doc, i)) is not None and hit[0] == first - 1
    )
    return country_before(doc, first, known) or seat_before(doc, next(starts, first), known)
