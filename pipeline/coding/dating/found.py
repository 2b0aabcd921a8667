"""The dates of a sentence that can date a happening, with the word that governs each.

Belongs here: where in the parse a date stands. Does not belong here: reading dates (pipeline.language.dates), which
happening a date belongs to (tie).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.coding.dating.ahead import ahead
from pipeline.language.dates import DateExpression, find_dates, settle
from pipeline.language.model import ParsedSentence

USABLE = frozenset({"point", "interval", "since", "until", "after", "before", "by", "attributive"})
SPOKEN = frozenset(
    "interview speech statement letter address meeting summit conference report session vote ceremony visit".split()
)
"""Occasions whose year dates what is said or done there ("condemned the raid in a 2012 interview")."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A date with the tokens it stands on and the word that governs it (None: the whole sentence)."""

    expression: DateExpression
    first: int
    last: int
    governor: Token | None
    fronted: bool
    attributive: bool = False


def settled_dates(sentences: Iterable[ParsedSentence], published: str | None) -> dict[int, list[DateExpression]]:
    """Date expressions by the sentence's number, each fixed by the dates that stand before it in the document."""
    found = [(s, e) for s in sentences for e in find_dates(s.doc.text, published)]
    settled = settle(
        [e for _, e in found],
        published,
        directions=["future" if ahead(s.doc, e) else "past" for s, e in found],
        passages=[s.sentence.block for s, _ in found],
    )
    out: dict[int, list[DateExpression]] = {}
    for (sentence, _), expression in zip(found, settled, strict=True):
        out.setdefault(sentence.ordinal, []).append(expression)
    return out


def dates_of(sentence: ParsedSentence, published: str | None) -> list[Tied]:
    """The dates of a sentence that can date a happening, read without the sentences before it."""
    return tied_dates(sentence, find_dates(sentence.doc.text, published))


def tied_dates(sentence: ParsedSentence, expressions: list[DateExpression]) -> list[Tied]:
    """Those of the expressions that can date a happening, with what governs each."""
    doc = sentence.doc
    out = []
    for expression in expressions:
        span = doc.char_span(expression.char_start, expression.char_end, alignment_mode="expand")
        if span is None or expression.edtf is None or expression.kind not in USABLE:
            continue
        governor = _governor(_root(doc, expression, span), span.start, span.end - 1)
        inside = governor is not None and governor.pos_ in ("NOUN", "PROPN") and governor.i > span.end - 1
        attributive = inside and (
            expression.kind == "attributive" or span.root.dep_ in ("nummod", "compound", "amod", "nmod")
        )
        if expression.kind == "attributive" and not inside:
            continue
        fronted = not attributive and _fronted(doc, span.start, governor)
        out.append(Tied(expression, span.start, span.end - 1, governor, fronted, attributive))
    return out


def _root(doc: Doc, expression: DateExpression, span: Span) -> Token:
    """The word that ties a date to its clause: its head, or the preposition before it where the parse tears the two
    apart ("On 3 [October 1935 Norway] invaded ...")."""
    lead = doc.char_span(expression.lead_start, expression.char_start, alignment_mode="contract")
    if expression.kind == "attributive" or lead is None or lead[0].pos_ != "ADP" or lead[0].i + 1 != span.start:
        return span.root
    return span.root if lead[0] in list(span.root.ancestors) else lead[0]


def _governor(root: Token, first: int, last: int) -> Token | None:
    """The first word above a date expression that is neither part of it nor a preposition."""
    word = root
    while True:
        if word.head == word:
            return None
        word = word.head
        if (
            first <= word.i <= last
            or (word.lemma_ == "date" and word.tag_ == "VBN")  # "in letters dated 3 May"
            or word.pos_ in ("ADP", "SCONJ", "NUM")
            or (word.ent_type_ == "DATE" and word.pos_ in ("NOUN", "PROPN", "ADV"))
        ):
            continue
        return word


def _fronted(doc: Doc, first: int, governor: Token | None) -> bool:
    """Whether the date opens the sentence and so covers all of it."""
    if (
        first
        and doc[first - 1].lower_ in ("in", "of", "on", "from")
        and doc[0].pos_ == "ADP"
        and any(t.lemma_ in SPOKEN for t in doc[:first])
    ):
        return first <= 6  # "In an interview in 2012 X said ..."
    before = [t for t in doc[:first] if t.pos_ not in ("ADP", "DET", "PUNCT", "CCONJ", "ADV", "SCONJ", "SPACE", "ADJ")]
    return not before and (governor is None or governor.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"))
