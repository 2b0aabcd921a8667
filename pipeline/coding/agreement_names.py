"""Names of agreements: capitalised words around a noun such as "treaty", well-known letters, standing exercises.

Belongs here: where a name begins and ends, what stands inside it, whether the name alone shows an agreement. Does not
belong here: who takes part (agreement_parties), memberships (agreement_members), lower-case descriptions
(agreement_described).
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from pipeline.coding.agreement_model import Span
from pipeline.coding.agreement_words import kind_of, known, words
from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import organisations
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&–-]{1,10}$")
DASHES = ("-", "–", "/", "—")
LEADS = ("on", "of", "for", "against", "concerning", "relating", "regarding", "to", "in")
"""Words that open the complement of an agreement's noun ("Treaty of ...", "Agreement on ...")."""
LINKS = (
    *"and of the in for on to from with its or an a & against de del la las los du des di da do van von der el al".split(),
)
MONTHS = frozenset("january february march april may june july august september october november december monday tuesday "
                   "wednesday thursday friday saturday sunday".split())  # fmt: skip
PLACES = ("GPE", "LOC", "FAC", "LAW")
NOT_LEADING = ("DET", "ADP", "PRON", "ADV", "SCONJ", "CCONJ", "AUX", "PART", "VERB")
LONGEST = 22
"""Tokens of the longest name; longer runs are titles of books and lists without commas."""


def capital(token: Token) -> bool:
    """Whether a token is written as part of a name (a sentence's first function word is not)."""
    return token.text[:1].isupper() and not (token.i == 0 and token.pos_ in NOT_LEADING)


def named(sentence: ParsedSentence) -> list[Span]:
    """Names around agreement nouns and well-known letters, in order, the outermost of nested ones."""
    doc = sentence.doc
    inside = _country_tokens(doc)
    found = [s for t in doc if (s := _around(doc, t, inside)) is not None]
    found += _known(sentence)
    found.sort(key=lambda s: (s.whole[0] - s.whole[1], s.first))
    kept: list[Span] = []
    for span in found:
        if not any(k.whole[0] <= span.whole[1] and span.whole[0] <= k.whole[1] for k in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.first)


def says_agreement(span: Span) -> bool:
    """Whether the name by itself shows an agreement between states, not merely a sort of one or one side's own act."""
    head = span.head
    noun = head.lower_
    doc = head.doc
    if span.last + 1 < len(doc) and span.last == head.i and doc[span.last + 1].lower_ in words("followed_by"):
        return False
    if set(span.words) & words("domestic_words") or head.ent_type_ == "FAC":
        return False
    if span.text in known():
        return True
    two = len(span.countries) > 1
    own = [w for w in span.words if w not in words("common_words") and not YEAR.match(w)]
    if noun in ("agreement", "treaty", "pact", "accords"):
        return bool(own or two or _letters(span) or (span.year and len(span.words) and head.text[0].isupper()))
    if noun == "memorandum":
        return head.text[0].isupper() and bool(own or two) and "of" in doc[head.i : span.last + 1].text
    if noun in words("binding"):
        return bool(own or two) and (two or _place(span) or _complement(span) or kind_of(span.text) is not None)
    if noun == "declaration":
        return bool(own) and (_place(span, strict=True) or "on" in _lead(span))
    if noun == "partnership":
        if "national" in own or "private" in own:
            return False
        return bool(own) and (_complement(span) and (_definite(span) or head.i > span.first) or _region(span))
    if noun == "initiative" and two:
        return True
    return False


def _letters(span: Span) -> bool:
    return bool(span.acronym) and span.acronym.upper() not in ("MOU", "FTA", "BIT")


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
    return _definite(span) and any(
        t.ent_type_ in ("LOC", "GPE") or t.lower_.startswith("trans") for t in span.head.doc[span.first : span.head.i]
    )


def _country_tokens(doc: Doc) -> dict[int, tuple[int, CountryForm]]:
    """Country words that stand for a state; "Latin American", "North American" are regions."""
    return {
        first: (last, form)
        for first, (last, form) in country_forms(doc).items()
        if form.form != "seat" and not (first and doc[first - 1].text.lower().strip("-") in words("regions"))
        and not (first > 1 and doc[first - 1].text in DASHES and doc[first - 2].lower_ in words("regions"))
    }  # fmt: skip


def _around(doc: Doc, head: Token, inside: dict[int, tuple[int, CountryForm]]) -> Span | None:
    """The name whose noun is `head`, or None where nothing capitalised stands with it."""
    noun = head.lower_
    if noun not in words("binding") and noun not in words("joinable"):
        return None
    span = Span(head.i, head.i, head, "")
    _to_left(doc, span, inside)
    if head.text[0].isupper():
        _to_right(doc, span)
        _brackets(doc, span, inside)
    elif span.first == head.i or noun not in words("binding"):
        return None
    if span.last - span.first > LONGEST or (span.first == span.last and not span.acronym):
        return None
    _fill(doc, span, inside)
    return span


def _fill(doc: Doc, span: Span, inside: dict[int, tuple[int, CountryForm]]) -> None:
    covered = set()
    for first, (last, _) in inside.items():
        if span.first <= first and last <= span.last:
            span.countries.append(first)
            covered.update(range(first, last + 1))
    span.words = [
        t.lower_ for t in doc[span.first : span.last + 1]
        if t.i not in covered and t.i != span.head.i and t.text not in (*DASHES, "(", ")", ",", "'s")
    ]  # fmt: skip
    span.text = _text(doc, span)


def _text(doc: Doc, span: Span) -> str:
    """The words of the name, without letters in brackets between them."""
    out = "".join(t.text_with_ws for t in doc[span.first : span.last + 1]).strip()
    return re.sub(r"\s*\([^()]*\)", "", out)


def _to_left(doc: Doc, span: Span, inside: dict[int, tuple[int, CountryForm]]) -> None:
    j = span.head.i - 1
    ends = {last for last, _ in inside.values()}
    if j >= 3 and doc[j].text == ")" and doc[j - 2].text == "(" and ACRONYM.match(doc[j - 1].text):
        if not capital(doc[j - 3]):
            return
        if doc[j - 1].text not in organisations():  # those letters are the organisation's, not the agreement's
            span.acronym = doc[j - 1].text
        j -= 3
    while j >= 0:
        token = doc[j]
        if YEAR.match(token.text):
            span.year, span.begin = token.text, j
            break
        step = _left_step(doc, j, ends)
        if not step:
            break
        j -= step
        span.first = j + 1
    while span.first < span.head.i and (doc[span.first].pos_ in NOT_LEADING and span.first == 0 and not span.countries
                                         and span.first not in inside or doc[span.first].text in (*DASHES, "and", "The")):  # fmt: skip
        span.first += 1


def _left_step(doc: Doc, j: int, ends: set[int]) -> int:
    """How many tokens before the name, ending at j, belong to it; 0 for none."""
    token, before = doc[j], doc[j - 1] if j else None
    if capital(token):
        return 0 if token.lower_ in ("president", "minister", "the") else 1
    if before is None:
        return 0
    if token.text in DASHES and not doc[j].is_sent_start and (capital(before) or before.is_alpha and j > 1):
        return 2 if capital(before) or doc[j - 2].text in DASHES else 0
    if token.text in ("and", "&") and capital(before) and j - 1 not in ends and before.lower_ not in words("binding"):
        return 1 if capital(doc[j + 1]) and j + 1 != len(doc) and not before.ent_type_ == "PERSON" else 0
    if token.text == "," and capital(before) and capital(doc[j + 1]) and j - 1 not in ends and _listing(doc, j):
        return 1
    if token.lower_ == "of" and before.lower_ in words("left_of") and capital(before):
        return 1
    return 0


def _listing(doc: Doc, comma: int) -> bool:
    """ "Educational, Cultural and Sports Agreement": one more capitalised word, then "and"."""
    return comma + 2 < len(doc) and doc[comma + 2].text in ("and", "&", ",")


def _to_right(doc: Doc, span: Span) -> None:
    k = span.head.i + 1
    if k + 2 < len(doc) and doc[k].text == "(" and doc[k + 2].text == ")" and ACRONYM.match(doc[k + 1].text):
        span.acronym = span.acronym or doc[k + 1].text
        span.end = k + 2
        return
    if k + 1 >= len(doc) or doc[k].lower_ not in LEADS:
        return
    lead = doc[k].lower_
    if lead in ("to", "in") and span.head.lower_ not in ("protocol", "accession"):
        return
    i = k + 1 + (lead == "relating" and doc[k + 1].lower_ == "to")
    while i < len(doc) and doc[i].lower_ in ("the", "a", "an"):
        i += 1
    if i >= len(doc) or not _right_word(doc, i, first=True):
        return
    span.last = _run(doc, i)


def _right_word(doc: Doc, i: int, first: bool = False) -> bool:
    token = doc[i]
    text = token.text.removeprefix("d'").removeprefix("l'")
    named = text[:1].isupper() and text.replace(".", "").isalnum() and token.lower_ not in MONTHS
    return named and (first or token.lower_ not in words("binding"))


def _run(doc: Doc, i: int) -> int:
    """Last token of the capitalised complement that begins at i; link words inside are kept."""
    last = i
    while last + 1 < len(doc):
        j = last + 1
        if doc[j].text in DASHES and j + 1 < len(doc) and not doc[j].whitespace_ and doc[j + 1].is_alpha:
            last = j + 1
            continue
        if doc[j].text in ("'s", "'") and j + 1 < len(doc) and _right_word(doc, j + 1):
            last = j + 1
            continue
        comma = doc[j].text == ","
        if comma and not _more_items(doc, j):
            break
        j += comma
        hops = 0
        while j < len(doc) and doc[j].lower_ in LINKS and hops < 3:
            if doc[j].lower_ in ("in", "on") and j + 1 < len(doc) and _place_or_day(doc, j + 1):
                return last
            if doc[j].lower_ == "with":
                return last
            j, hops = j + 1, hops + 1
        if j >= len(doc) or not _right_word(doc, j) or (j != last + 1 and doc[j].dep_ in ("nsubj", "nsubjpass")):
            break
        last = j
    return last


def _place_or_day(doc: Doc, i: int) -> bool:
    return doc[i].ent_type_ in ("GPE", "DATE") or doc[i].lower_ in MONTHS or doc[i].is_digit


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


def _brackets(doc: Doc, span: Span, inside: dict[int, tuple[int, CountryForm]]) -> None:
    """Letters in brackets behind the name ("(KTPA)", "(the Pact or KTPA)")."""
    k = span.last + 1
    k += k < len(doc) and doc[k].text in ('"', "'", "''")
    if k + 1 >= len(doc) or doc[k].text != "(":
        return
    close = next((i for i in range(k + 1, min(k + 8, len(doc))) if doc[i].text == ")"), None)
    if close is None:
        return
    inner = doc[k + 1 : close].text.strip("\"'“” ")
    for part in re.split(r"\s*(?:,| or |;)\s*", inner):
        if ACRONYM.match(part) and part not in ("U.S.", "US", "UK", "EU", "UN"):
            span.acronym = span.acronym or part
            span.end = close


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
                out.append(Span(found.start, found.end - 1, found.root, found.text,
                                [t.lower_ for t in found if t != found.root]))  # fmt: skip
    return out
