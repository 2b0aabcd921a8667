"""Where the name of an agreement begins and ends around its noun.

Belongs here: runs of capitalised words, their complements, letters in brackets. Does not belong here: whether the name
shows an agreement (names).
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.words import words
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms
from pipeline.language.organisations import organisations

YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&–-]{1,10}$")
DASHES = ("-", "–", "/", "—")
NOT_LEADING = ("DET", "ADP", "PRON", "ADV", "SCONJ", "CCONJ", "AUX", "PART", "VERB")
CONCERNING = ("concerning", "regarding", "relating")
"""Words that open a complement behind which a name never goes on; shouted names have capitals in them."""
COUNTRY_LETTERS = ("U.S.", "US", "UK", "EU", "UN")


def written(sentence: ParsedSentence, source: str, first: int, last: int) -> str:
    """Tokens first..last as the source has them: the parser's view may have calmed capitals."""
    return source[slice(*sentence.source_span(first, last))]


def capital(token: Token) -> bool:
    """Whether a token is written as part of a name (a sentence's first function word is not)."""
    return token.text[:1].isupper() and not (token.i == 0 and token.pos_ in NOT_LEADING)


def to_left(sentence: ParsedSentence, source: str, span: Span, countries: dict[int, int]) -> None:
    """Extend a name to the capitalised words before its noun. countries: first -> last token of countries' names."""
    doc = sentence.doc
    ends = set(countries.values())
    j = span.head.i - 1
    if (
        j >= 3
        and doc[j].text == ")"
        and doc[j - 2].text == "("
        and ACRONYM.match(written(sentence, source, j - 1, j - 1))
    ):
        if not capital(doc[j - 3]):
            return
        letters = written(sentence, source, j - 1, j - 1)
        span.acronym = letters if letters not in organisations() else None  # an organisation's letters are its own
        j -= 3
    while j >= 0:
        if YEAR.match(doc[j].text):
            span.year, span.begin = doc[j].text, j
            break
        step = _left_step(doc, j, ends)
        if not step:
            break
        j -= step
        span.first = j + 1
    while span.first < span.head.i and _no_beginning(doc, span.first, countries):
        span.first += 1


def _no_beginning(doc: Doc, i: int, countries: dict[int, int]) -> bool:
    if doc[i].text in (*DASHES, "and", "The"):
        return True
    return i == 0 and doc[i].pos_ in NOT_LEADING and i not in countries


def _left_step(doc: Doc, j: int, ends: set[int]) -> int:
    """How many tokens before the name, ending at j, belong to it; 0 for none."""
    token = doc[j]
    if capital(token):
        return 0 if token.lower_ in ("president", "minister", "the") else 1
    if j == 0:
        return 0
    before = doc[j - 1]
    if token.text in DASHES:
        return 2 if capital(before) or (j > 1 and before.is_alpha and doc[j - 2].text in DASHES) else 0
    if not capital(before) or j - 1 in ends or not capital(doc[j + 1]):
        return 1 if token.lower_ == "of" and before.lower_ in words("left_of") and capital(before) else 0
    if token.text in ("and", "&"):
        return int(before.lower_ not in words("binding") and before.ent_type_ != "PERSON")
    if token.text == ",":  # "Educational, Cultural and Sports Agreement"
        return int(j + 2 < len(doc) and doc[j + 2].text in ("and", "&", ","))
    return int(token.lower_ == "of" and before.lower_ in words("left_of"))


def to_right(sentence: ParsedSentence, source: str, span: Span) -> None:
    """Extend a name to its complement ("Treaty of X and Y", "Convention to Protect Z")."""
    doc, k = sentence.doc, span.head.i + 1
    if k + 2 < len(doc) and doc[k].text == "(" and doc[k + 2].text == ")":
        letters = written(sentence, source, k + 1, k + 1)
        if ACRONYM.match(letters):
            span.acronym, span.end = span.acronym or letters, k + 2
            return
    if k + 1 >= len(doc) or doc[k].lower_ not in words("complement_leads") | {"with"}:
        return
    lead = doc[k].lower_
    if lead == "with":
        _people(doc, span, k)
        return
    if lead in ("to", "in") and span.head.lower_ not in ("protocol", "accession") and doc[k + 1].tag_ != "VB":
        return
    i = k + 1 + (lead == "relating" and doc[k + 1].lower_ == "to")
    while i < len(doc) and doc[i].lower_ in ("the", "a", "an"):
        i += 1
    i += lead == "to" and i + 1 < len(doc) and bool(YEAR.match(doc[i].text))  # "Protocol to the 1983 Convention"
    if i < len(doc) and _right_word(doc, i, first=True):
        span.last = _run(doc, i)
        if lead == "to" and doc[span.last + 1 : span.last + 2].text.lower() in CONCERNING:
            span.last = _run(doc, span.last + 1)


def _people(doc: Doc, span: Span, k: int) -> None:
    """ "Treaty with the Chippewa": a people that signs gives the treaty its name, as no state does."""
    i = k + 1 + (doc[k + 1].lower_ == "the")
    bare = span.first == span.head.i and span.head.lower_ == "treaty" and i == k + 2
    if bare and i < len(doc) and _right_word(doc, i, first=True) and not country_forms(doc).get(i):
        last = _run(doc, i)
        span.last = next((k - 1 for k in range(i, last) if doc[k].lower_ in ("or", "of")), last)


def _right_word(doc: Doc, i: int, first: bool = False) -> bool:
    token = doc[i]
    text = token.text.removeprefix("d'").removeprefix("l'")
    named = text[:1].isupper() and text.replace(".", "").isalnum() and token.lower_ not in words("calendar")
    return named and (first or token.lower_ not in words("binding"))


def _run(doc: Doc, i: int) -> int:
    """Last token of the capitalised complement that begins at i; link words inside are kept."""
    last = i
    while last + 1 < len(doc):
        after = _next(doc, last)
        if after is None:
            break
        last = after
    return last


def _next(doc: Doc, last: int) -> int | None:
    """The next token that belongs to a complement ending at `last`, over link words, or None."""
    j = last + 1
    if j < len(doc) and doc[j].lower_ in CONCERNING:
        return None
    if j + 1 < len(doc) and doc[j].text == "." and doc[last].lower_ in ("st", "ste", "mt", "ft"):  # "TREATY OF ST. X"
        return j + 1
    if j + 1 < len(doc) and doc[j].text in DASHES and not doc[j].whitespace_ and doc[j + 1].is_alpha:
        return j + 1
    if j + 1 < len(doc) and doc[j].text in ("'s", "'") and _right_word(doc, j + 1):
        return j + 1
    if doc[j].text == ",":
        if not _more_items(doc, j):
            return None
        j += 1
    hops = 0
    while j < len(doc) and doc[j].lower_ in words("links") and hops < 3 and not doc[j].text[0].isupper():
        stops = doc[j].lower_ in ("in", "on", "at") and j + 1 < len(doc) and _place_or_day(doc, j + 1)
        if stops or doc[j].lower_ == "with":
            return None
        j, hops = j + 1, hops + 1
    if j >= len(doc) or not _right_word(doc, j) or (hops and doc[j].dep_ in ("nsubj", "nsubjpass")):
        return None
    return None if hops > 1 and doc[last + 1].lower_ == "and" and _another(doc, j) else j


def _another(doc: Doc, i: int) -> bool:
    """Whether "and the X Declaration" begins another name of its own."""
    while i < len(doc) and capital(doc[i]):
        if doc[i].lower_ in words("binding") | words("joinable"):
            return True
        i += 1
    return False


def _place_or_day(doc: Doc, i: int) -> bool:
    return doc[i].ent_type_ in ("GPE", "DATE") or doc[i].lower_ in words("calendar") or doc[i].is_digit


def _more_items(doc: Doc, comma: int) -> bool:
    """Whether a comma separates items inside a name: capitalised words and then "and" with another one."""
    k = comma + 1
    if doc[k : k + 1].text in ("and", "&"):
        return k + 1 < len(doc) and _right_word(doc, k + 1)
    while k < len(doc) and k - comma < 8 and (doc[k].text[:1].isupper() or doc[k].text == ","):
        if doc[k].lower_ in words("binding") or doc[k].ent_type_ in ("GPE", "PERSON", "DATE"):
            return False
        k += 1
    return k > comma + 1 and k + 1 < len(doc) and doc[k].text in ("and", "&") and _right_word(doc, k + 1)


def brackets(sentence: ParsedSentence, source: str, span: Span) -> None:
    """Letters in brackets behind the name ("(KTPA)", "(the Pact or KTPA)")."""
    doc, k = sentence.doc, span.last + 1
    k += k < len(doc) and doc[k].text in ('"', "'", "''")
    if k + 1 >= len(doc) or doc[k].text != "(":
        return
    close = next((i for i in range(k + 1, min(k + 8, len(doc))) if doc[i].text == ")"), None)
    if close is None or close == k + 1:
        return
    inner = written(sentence, source, k + 1, close - 1).strip("\"'“”* ")
    for part in re.split(r"\s*(?:,|\bor\b|;)\s*", inner):
        if ACRONYM.match(part) and part not in COUNTRY_LETTERS:
            span.acronym, span.end = span.acronym or part, close


def calmed(text: str) -> str:
    """A name set in capitals throughout, as names are written: small words small."""
    if not text.isupper() or len(text.split()) < 2:
        return text
    small = [w.lower() if i and w.lower() in words("links") else w.capitalize() for i, w in enumerate(text.split())]
    return " ".join(small)
