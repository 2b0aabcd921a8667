"""Goods and sectors as a text enumerates them: "tea, coffee and cut flowers".

Belongs here: where an enumeration ends and how it divides. Does not belong here: what the goods are to whom.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.coding.trade.words import words

_NEVER = frozenset({"worth", "each", "every", "per", "ours", "theirs", "mine", "yours", "hers"})
"""Words that no good is named with: a sum or a rate follows."""
_TIMES = frozenset({"year", "month", "week", "day", "season", "quarter"})
_STOPS = frozenset(
    {
        ("free", "of"),
        ("free", "from"),
        ("duty", "-"),
        ("duty", "free"),
        ("tariff", "-"),
        ("tariff", "free"),
        ("exempt", "from"),
    }
)
"""Words behind goods that say how they enter."""


@dataclass(frozen=True, slots=True)
class Item:
    """One good or sector: tokens first..last of the sentence, and its words."""

    first: int
    last: int
    text: str


def enumeration(doc: Doc, start: int, countries: Iterable[int] = ()) -> list[Item]:
    """The goods enumerated from token `start` on; () where no noun phrase begins there.

    A list ends at a verb, at a preposition other than "of", at a relative clause, at a country.
    """
    while start + 1 < len(doc) and doc[start].lower_ in words().openers:
        start += 1
    stop = _end(doc, start, frozenset(countries))
    chunks = _commas(doc, start, stop)
    items = [i for chunk in _ands(doc, chunks) if (i := item_at(doc, *chunk)) is not None]
    return [i for i in items if i.text.lower() not in words().not_goods]


def _end(doc: Doc, start: int, countries: frozenset[int]) -> int:
    """First token behind the enumeration."""
    i = start
    if i + 1 < len(doc) and doc[i].tag_ in ("VBN", "VBD") and doc[i + 1].pos_ in ("NOUN", "PROPN"):
        i += 1  # "prepared food"
    while i < len(doc) and _may_stand(doc[i], countries):
        i += 1
    if i < len(doc) and doc[i].pos_ in ("VERB", "AUX") and i - 1 > start:
        i = _without_next_subject(doc, start, i)
    while i > start and (
        doc[i - 1].pos_ in ("CCONJ", "PUNCT", "DET", "ADP", "ADV", "SCONJ", "NUM")
        or doc[i - 1].lower_ in ("as", "well")
    ):
        i -= 1
    return i


def _may_stand(token: Token, countries: frozenset[int]) -> bool:
    if token.lower_ in ("last", "this", "past") and token.i + 1 < len(token.doc) and token.nbor().ent_type_ == "DATE":
        return False  # "goods last year"
    follows = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if (token.lower_, follows) in _STOPS or (token.lower_ in ("a", "an") and follows in _TIMES):
        return False  # "beef a year", "avocados free of duty", "sugar duty-free"
    if token.i in countries or token.lower_ in _NEVER or token.tag_ in ("WDT", "WP", "WRB", "MD", "EX", "TO"):
        return False
    if token.lower_ in ("of", "and", "or", "&", "as", "well", "other") or token.text in (",", "-", "'", '"', "'s", "/"):
        return True
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "X", "NUM"):
        return token.tag_ not in ("PRP", "PRP$") and token.pos_ != "NUM"
    if token.tag_ == "VBZ" and token.dep_ == "conj" and token.head.pos_ == "NOUN" and token.text.endswith("s"):
        return True  # "tea and oilseeds", read as a verb
    beside = {token.doc[i].text for i in (token.i - 1, token.i + 1) if 0 < i < len(token.doc)}
    if token.tag_ == "VBZ" and token.text.endswith("s") and "," in beside and beside <= {",", "and", ")"}:
        return True  # "tea, cloves, hides and timber"
    participle = (
        token.pos_ == "VERB"
        and token.tag_ in ("VBN", "VBG", "VBD")
        and token.dep_ in ("amod", "compound", "conj", "pobj", "dobj")
    )
    before_noun = token.i + 1 < len(token.doc) and token.doc[token.i + 1].pos_ in ("NOUN", "PROPN", "ADJ")
    if token.lower_ in words().worked and before_noun and beside & {",", "and", "or"} and token.i > 0:
        return True  # "coffee and cut flowers"
    return participle and (before_noun or token.tag_ == "VBG") and token.i > 0


def _without_next_subject(doc: Doc, start: int, verb: int) -> int:
    """ "... tea, and Japan sells cars": the words before a finite verb that are its subject end the list earlier."""
    subjects = [
        t.left_edge.i for t in doc[start:verb] if t.dep_ in ("nsubj", "nsubjpass") and t.head.i >= verb and t.i > start
    ]
    return min(subjects, default=verb) if subjects and min(subjects) > start else verb


def _commas(doc: Doc, start: int, stop: int) -> list[tuple[int, int]]:
    cuts = [i for i in range(start, stop) if doc[i].text == ","]
    edges = [start, *[c + 1 for c in cuts]]
    return [(a, b) for a, b in zip(edges, [*cuts, stop], strict=True) if a < b]


def _ands(doc: Doc, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Chunks between commas, the last one divided at its "and"; "food and drinks" before a comma is one item."""
    out: list[tuple[int, int]] = []
    for n, (first, stop) in enumerate(chunks):
        if doc[first].lower_ in ("and", "or", "&"):
            out.append((first + 1, stop))  # a comma before the "and": the list is complete
        elif n < len(chunks) - 1:
            out.append((first, stop))
        else:
            out.extend(_divided(doc, first, stop))
    return out


def _divided(doc: Doc, first: int, stop: int) -> list[tuple[int, int]]:
    ands = [i for i in range(first, stop) if doc[i].lower_ in ("and", "or", "&") and not _fixed(doc, i)]
    while ands and doc[ands[-1]].i == stop - 1:
        stop, ands = ands[-1], ands[:-1]
    if len(ands) == 3:
        ands = [ands[1]]  # "tools and parts and rubber and rubber goods"
    as_well = [i for i in range(first, stop - 2) if doc[i : i + 3].text.lower() == "as well as"]
    edges, ends = [first], []
    for i in sorted([*ands, *as_well]):
        ends.append(i)
        edges.append(i + (3 if i in as_well else 1))
    return [(a, b) for a, b in zip(edges, [*ends, stop], strict=True) if a < b]


def _fixed(doc: Doc, i: int) -> bool:
    """Whether the "and" at i is inside a fixed pair ("oil and gas") or between two adjectives of one noun."""
    if i == 0 or i + 1 >= len(doc):
        return False
    if f"{doc[i - 1].lower_} and {doc[i + 1].lower_}" in words().fixed_pairs:
        return True
    return doc[i - 1].pos_ == "ADJ" and doc[i + 1].pos_ in ("ADJ", "NOUN") and doc[i + 1].dep_ in ("conj", "amod")


def item_at(doc: Doc, first: int, stop: int) -> Item | None:
    """The item without articles, quantifiers and empty adjectives; None if no noun is left."""
    last = stop - 1
    while first <= last and (
        doc[first].pos_ in ("DET", "ADV", "PUNCT", "CCONJ", "NUM", "ADP")
        or doc[first].lower_ in words().empty_modifiers
    ):
        first += 1
    while last >= first and (doc[last].pos_ in ("PUNCT", "CCONJ", "ADP", "ADV", "DET") or doc[last].lower_ == "other"):
        last -= 1
    if (
        first > last
        or last - first > 6
        or not any(t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "X") for t in doc[first : last + 1])
    ):
        return None
    return Item(first, last, doc[first : last + 1].text)
