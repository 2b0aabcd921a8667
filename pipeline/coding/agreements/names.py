"""Names of agreements: capitalised words around a noun such as "treaty", and agreements known by their letters.

Belongs here: whether a name by itself shows an agreement. Does not belong here: where it begins and ends
(runs), who takes part (parties), memberships (members), lower-case descriptions
(described).
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.runs import DASHES, YEAR, brackets, calmed, to_left, to_right, written
from pipeline.coding.agreements.words import half, kind_of, known, words
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

PLACES = ("GPE", "LOC", "FAC", "LAW")
LONGEST = 22
"""Tokens of the longest name; longer runs are titles of books and lists without commas."""


def named(sentence: ParsedSentence, source: str) -> list[Span]:
    """Names around agreement nouns and well-known letters, in order, the outermost of nested ones.

    source: the document's text, for the spelling that the parser's view may have changed.
    """
    countries = country_spans(sentence)
    found = [s for t in sentence.doc if (s := _around(sentence, source, t, countries)) is not None]
    found += _known(sentence)
    found.sort(key=lambda s: (s.whole[0] - s.whole[1], s.first))
    kept: list[Span] = []
    for span in found:
        over = [k for k in kept if k.whole[0] <= span.whole[1] and span.whole[0] <= k.whole[1]]
        if not over or all(_added_to(k, span) for k in over):
            kept.append(span)
    return sorted(kept, key=lambda s: s.first)


def _added_to(outer: Span, inner: Span) -> bool:
    """Whether the outer name is of a protocol to what the inner one names."""
    lead = outer.head.doc[outer.head.i + 1 : inner.whole[0]].text.lower()
    return (
        outer.head.lower_ == "protocol"
        and lead in ("to", "to the", "to their", "to its")
        and "protocol" not in inner.words
    )


def country_spans(sentence: ParsedSentence) -> dict[int, int]:
    """First -> last token of words that stand for a state; "Latin American", "North American" are regions."""
    doc = sentence.doc
    found = {t.i: t.i for t in doc if half(t)}
    return found | {
        first: last
        for first, (last, form) in country_forms(doc).items()
        if form.form != "seat"
        and not (first and doc[first - 1].lower_ in words("regions"))
        and not (first > 1 and doc[first - 1].text in DASHES and doc[first - 2].lower_ in words("regions"))
    }


def says_agreement(span: Span) -> bool:
    """Whether the name by itself shows an agreement between states, not merely a sort of one or one side's own act."""
    doc, head = span.head.doc, span.head
    if span.last + 1 < len(doc) and span.last == head.i and doc[span.last + 1].lower_ in words("followed_by"):
        return False
    if domestic(span) or head.ent_type_ == "FAC":
        return False
    return span.text in known() or _noun_says(span)


def domestic(span: Span) -> bool:
    """Whether the name is of one side's own affair or of private business ("plea agreement", "party convention")."""
    before = {t.lower_ for t in span.head.doc[span.first : span.head.i]}
    whole = span.head.lower_ == "declaration"
    foreign = {"political", "diplomatic"} if {"dialogue", "consultation", "consultations"} & before else set()
    return any(w in words("domestic_words") - foreign and (whole or w in before) for w in span.words)


def _noun_says(span: Span) -> bool:
    noun, two = span.head.lower_, len(span.countries) > 1
    own = [w for w in span.words if w not in words("common_words") and not YEAR.match(w)]
    if noun in ("agreement", "treaty", "pact", "accords"):
        dated = bool(span.year and span.words) and span.head.text[0].isupper()
        return bool(own) or two or _letters(span) or dated
    if noun == "memorandum":
        behind = span.head.doc[span.head.i : span.last + 1].text
        purposed = "of" in behind or _lead(span) in (["on"], ["for"], ["concerning"], ["regarding"])
        return span.head.text[0].isupper() and (bool(own) or two or _lead(span) == ["on"]) and purposed
    if noun == "agreements":  # "the Minsk Agreements"; of other plurals it is not said which they are
        before = span.head.doc[span.first : span.head.i]
        sort = {t.lower_ for t in before} & (words("joinable") | words("common_words"))
        return span.head.text[0].isupper() and len(before) == 1 and not sort and _place(span, strict=True)
    if noun in words("binding"):
        return two or (bool(own) and (_place(span) or _complement(span) or kind_of(span.text) is not None))
    if noun == "declaration":
        return bool(own) and (_place(span, strict=True) or "on" in _lead(span))
    if noun == "partnership":
        purposed = _lead(span) in (["for"], ["on"], ["of"]) and (_definite(span) or span.head.i > span.first)
        return bool(own) and (_region(span) or purposed) and not {"national", "private", "foundation"} & set(own)
    if noun == "arrangement":
        return two or bool(span.acronym)
    return noun == "initiative" and two


def _letters(span: Span) -> bool:
    return bool(span.acronym) and (span.acronym or "").upper() not in words("letters_of_sorts")


def _lead(span: Span) -> list[str]:
    """The preposition that opens the complement."""
    at = span.head.i + 1
    return [span.head.doc[at].lower_] if at <= span.last else []


def _complement(span: Span) -> bool:
    return span.last > span.head.i


def _definite(span: Span) -> bool:
    return span.first > 0 and span.head.doc[span.first - 1].lower_ in ("the", "this")


def _place(span: Span, strict: bool = False) -> bool:
    """Whether a place, or a lone proper word, stands in front of the noun or behind its "of" ("Treaty of X")."""
    doc, head = span.head.doc, span.head
    before = list(doc[span.first : head.i])
    behind = list(doc[head.i + 2 : span.last + 1]) if _lead(span) == ["of"] else []
    if any(t.ent_type_ in PLACES for t in [*before, *behind]):
        return True
    lone = [t for t in [*before, *behind] if t.pos_ == "PROPN" and t.lower_ not in words("common_words")]
    return bool(lone) and (not strict or _definite(span)) and len(lone) <= 2


def _region(span: Span) -> bool:
    """ "Trans-Pacific Partnership", "Comprehensive Strategic Partnership" of two states."""
    if len(span.countries) > 1:
        return "strategic" in span.words
    before = span.head.doc[span.first : span.head.i]
    return _definite(span) and any(t.ent_type_ in ("LOC", "GPE") or t.lower_.startswith("trans") for t in before)


def _around(sentence: ParsedSentence, source: str, head: Token, countries: dict[int, int]) -> Span | None:
    """The name whose noun is `head`, or None where nothing capitalised stands with it."""
    noun = head.lower_
    if noun not in words("binding") and noun not in words("joinable"):
        return None
    span = Span(head.i, head.i, head, "")
    to_left(sentence, source, span, countries)
    if head.text[0].islower() and noun in words("binding") and span.first < head.i:
        brackets(sentence, source, span)
    if head.text[0].isupper():
        to_right(sentence, source, span)
        brackets(sentence, source, span)
    elif span.first == head.i or noun not in words("binding") or _only_opens(span):
        return None
    if span.last - span.first > LONGEST or (span.first == span.last and not span.acronym):
        return None
    _fill(sentence, source, span, countries)
    return span


def _only_opens(span: Span) -> bool:
    """Whether the one capital before a lower-case noun is that of the sentence's first word ("Regional accord ...")."""
    return span.first == 0 and span.head.i == 1 and span.head.doc[0].pos_ != "PROPN"


def _fill(sentence: ParsedSentence, source: str, span: Span, countries: dict[int, int]) -> None:
    doc = sentence.doc
    covered: set[int] = set()
    for first, last in countries.items():
        if span.first <= first and last <= span.last:
            span.countries.append(first)
            covered.update(range(first, last + 1))
    skipped = (*DASHES, "(", ")", ",", "'s")
    span.words = [
        t.lower_
        for t in doc[span.first : span.last + 1]
        if t.i not in covered and t.i != span.head.i and t.text not in skipped
    ]
    shouted = calmed(" ".join(written(sentence, source, span.first, span.last).split()))
    text = "".join(t.text_with_ws for t in doc[span.first : span.last + 1]).strip()
    text = shouted if written(sentence, source, span.first, span.last).isupper() else text
    span.text = re.sub(r"\s*\([^()]*\)", "", text)


def _known(sentence: ParsedSentence) -> list[Span]:
    """Agreements of the list, by letters or name."""
    doc = sentence.doc
    out = []
    for form in known():
        if form not in doc.text:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", doc.text):
            found = doc.char_span(*match.span())
            if found is not None:
                inside = [t.lower_ for t in found if t != found.root]
                out.append(Span(found.start, found.end - 1, found.root, found.text, inside))
    return out
