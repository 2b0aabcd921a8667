"""The words of a lower-case description of an agreement: modifiers, noun, complement.

Belongs here: cutting the phrase out of the sentence. Does not belong here: whether it means one agreement
(described).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.runs import ACRONYM, DASHES, YEAR
from pipeline.coding.agreements.words import half, words
from pipeline.language.names import country_forms

COMPLEMENTS = frozenset({"on", "for", "of", "against", "concerning", "regarding", "relating", "about", "to"})
ABOUT = frozenset({"on", "against", "concerning", "regarding"})
"""Of these, those that hardly ever belong to the verb."""
STOPS = frozenset(
    [
        "with",
        "between",
        "which",
        "that",
        "signed",
        "after",
        "before",
        "during",
        "until",
        "by",
        "(",
        ")",
        ";",
        ":",
        ".",
        "—",
        '"',
    ]
)
MODIFIERS = ("amod", "compound", "nmod", "npadvmod")
LONGEST = 14
"""Tokens of a complement that still reads as part of a name."""
WIDEST = 9
"""Tokens of modifiers in front of the noun."""


def phrase(head: Token) -> Span:
    """The noun with its modifiers and complement; judging adjectives and articles are left out."""
    doc = head.doc
    left = [c.left_edge.i for c in head.children if c.dep_ in MODIFIERS and c.i < head.i]
    first = max(min(left, default=head.i), head.i - WIDEST)
    span = Span(first, head.i, head, "")
    _letters(span)
    span.last = max(_complement(span), head.i)
    for i in range(max(0, head.i - 5), head.i):
        if YEAR.match(doc[i].text) and i >= first - 1:
            span.year, span.begin = doc[i].text, min(i, first)
    _year_behind(span)
    forms = country_forms(doc)
    span.countries = [k for k, (e, form) in forms.items() if first <= k and e < head.i and form.form != "seat"]
    span.countries += [i for i in range(first, head.i) if half(doc[i])]
    while span.first < head.i and _dropped(span.first, span):
        span.begin = span.first if span.begin < 0 else span.begin
        span.first += 1
    covered = country_cover(span) | {head.i}
    plain = ("DET", "ADP", "CCONJ", "PART", "PUNCT")
    span.words = [
        t.lower_
        for t in doc[span.first : span.last + 1]
        if t.i not in covered and t.pos_ not in plain and t.text not in (*DASHES, "(", ")")
    ]
    span.text = _text(span)
    return span


def country_cover(span: Span) -> set[int]:
    """Tokens of the countries named in a span."""
    forms = country_forms(span.head.doc)
    ends = {k: forms[k][0] if k in forms else k for k in span.countries}
    return {i for k in span.countries for i in range(k, ends[k] + 1)}


def _year_behind(span: Span) -> None:
    """ "the peace treaty of 1883"."""
    doc, at = span.head.doc, span.last + 1
    if not span.year and at + 1 < len(doc) and doc[at].lower_ == "of" and YEAR.match(doc[at + 1].text):
        span.year, span.end = doc[at + 1].text, at + 1


def _dropped(i: int, span: Span) -> bool:
    token = span.head.doc[i]
    if YEAR.match(token.text):
        return i + 1 < span.head.i
    return token.lower_ in words("dropped_words") or token.pos_ in ("DET", "ADV", "PRON") or token.text in DASHES


def _text(span: Span) -> str:
    doc = span.head.doc
    out = "".join(t.text_with_ws for t in doc[span.first : span.head.i + 1]).strip()
    after = span.end + 1 if span.head.i < span.end < span.last else span.head.i + 1
    tail = doc[after : span.last + 1].text if span.last >= after else ""
    return f"{out} {tail}".strip()


def _letters(span: Span) -> None:
    """ "memorandum of understanding (MOU)"."""
    doc = span.head.doc
    at = span.head.i + (3 if doc[span.head.i + 1 : span.head.i + 3].text.lower() == "of understanding" else 1)
    if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and ACRONYM.match(doc[at + 1].text):
        span.acronym, span.end = doc[at + 1].text, at + 2


def _complement(span: Span) -> int:
    """Last token of "on the avoidance of ...", "to enhance ..."; the noun itself where nothing such follows."""
    head, doc = span.head, span.head.doc
    last = head.i
    for child in sorted(head.children, key=lambda c: c.i):
        clause = child.dep_ in ("acl", "relcl") and child.tag_ == "VB" and child.left_edge.lower_ == "to"
        clause = clause or (child.dep_ == "acl" and child.tag_ == "VBG" and child.i == head.i + 1)
        opens = clause or (child.dep_ == "prep" and child.lower_ in COMPLEMENTS)
        if child.i > head.i and opens and child.left_edge.i <= last + 4:
            end = _end(child)
            last = end if last < end <= head.i + LONGEST else last
    behind = doc[head.i + 1 : head.i + 2]
    if last == head.i and behind.text in ABOUT and behind[0].head.pos_ == "VERB":  # parsers hang it on the verb
        end = _end(behind[0])
        return end if head.i < end <= head.i + LONGEST and doc[head.i + 2].ent_type_ != "DATE" else last
    to = doc[span.end + 1 : span.end + 2]
    if last == head.i and span.end > head.i and to.text == "to" and to[0].head.pos_ == "VERB":
        return min(max(t.i for t in to[0].head.subtree if t.pos_ != "PUNCT"), head.i + LONGEST)
    return last


def _end(child: Token) -> int:
    """Where the complement stops: before "with", a date or a further clause."""
    last = child.i
    for token in sorted(child.subtree, key=lambda t: t.i):
        if token.i > child.i and (token.lower_ in STOPS or token.ent_type_ == "DATE"):
            break
        last = max(last, token.i)
    while last > child.i and child.doc[last].pos_ in ("ADP", "PUNCT", "CCONJ", "DET", "PART"):
        last -= 1
    return last if last > child.i else child.i - 1


def with_party(span: Span, tokens: list[Token]) -> str:
    """A bare "agreement" is told from others by the party that stands beside it in the text."""
    doc, at = span.head.doc, span.head.i + 1
    if at >= len(doc) or doc[at].lower_ not in ("with", "between"):
        return span.text
    if any(t.pos_ == "PRON" or t.lower_ in ("country", "countries", "nation", "nations") for t in doc[at + 1 : at + 4]):
        return span.text  # "with the country" tells nobody which
    ends = [t.right_edge.i if len(list(t.subtree)) < 8 else t.i for t in tokens if t.i > at]
    reach = max(ends, default=at)
    stop = next((i for i in range(at, reach + 1) if doc[i].text in ("(", ",", "—", ";")), reach + 1)
    return f"{span.text} {doc[at:stop].text}" if stop - at > 1 else span.text


def own_words(span: Span) -> list[str]:
    """Words of a name or description that tell it from others of its sort."""
    return [w for w in span.words if w not in words("common_words") and not YEAR.match(w)]
