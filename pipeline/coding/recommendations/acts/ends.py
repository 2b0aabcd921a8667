"""Where the words of an act are over.

Belongs here: contrasts, reasons, further clauses, the end of a quotation. Does not belong here: splitting what lies
before that end (coordination).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.forms import first_aux
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.sentence import clause

SPLIT = frozenset({",", "and", "or", "&", ";", "then"})
"""Words between members of a coordination."""
_LINKS = frozenset(
    ["also", "not", "to", "then", "by", "even", "both", "either", "finally", "further", "thus", "n't", "in", "through"]
)
_STOPS = frozenset({";", ":", "—", "–", "--", "|", "?", "!"})
_SHORT_QUOTE = 5
"""Tokens between the marks of a quotation that is only a phrase of the sentence, marks included."""
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def act_end(doc: Doc, head: int, limit: int) -> int:
    """The first token behind `head` (below `limit`) that is no part of the act, or `limit`."""
    limit = min(limit, _next_clause(doc, head, limit))
    quoted = _quotation(doc, head)
    depth = 0
    for i in range(head + 1, limit):
        text = doc[i].text
        depth += (text in "([") - (text in ")]")
        if depth < 0 or (text == '"' and quoted) or (text in _STOPS and not _joins(doc, i)):
            return i
        if _cuts(doc, i, head):
            return i - 1 if doc[i - 1].text == "," else i
    return limit


def _quotation(doc: Doc, head: int) -> bool:
    """Whether `head` stands in a quotation of some length; of a few quoted words the sentence is not over behind."""
    marks = [t.i for t in doc if t.text == '"']
    before = [i for i in marks if i < head]
    if len(before) % 2 == 0:
        return False
    closing = next((i for i in marks if i > head), len(doc))
    return closing - before[-1] > _SHORT_QUOTE


def trim(doc: Doc, first: int, end: int) -> int:
    """Last token of first..end-1 that is a word of the act: no comma, conjunction, opened quotation mark."""
    last = end - 1
    while last > first and _hangs(doc[last]):
        last -= 1
    if doc[last].text == '"' and last > first and sum(t.text == '"' for t in doc[first : last + 1]) % 2:
        last -= 1
        while last > first and doc[last].is_punct:
            last -= 1
    return last


def _hangs(token: Token) -> bool:
    low = token.lower_
    return low in SPLIT or low in _LINKS or (token.is_punct and token.text not in ")]\"'")


def _joins(doc: Doc, i: int) -> bool:
    """A dash or colon without space at either side joins words."""
    inside = 0 < i < len(doc) - 1
    return inside and doc[i].text in "—–:" and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def _cuts(doc: Doc, i: int, head: int) -> bool:
    """Whether a contrast, a reason or a comment begins at token i."""
    token, low = doc[i], doc[i].lower_
    after = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    comma = doc[i - 1].text == ","
    if f"{low} {after}" in words().contrasts:
        return True
    if low == "that" and token.tag_ in ("IN", "WDT") and (comma or doc[i - 1].lower_ in ("and", "but")):
        return not any(t.lower_ == "that" for t in doc[head + 1 : i - 1])  # "ensure that A and that B" goes on
    if comma and low == "as" and after and doc[i + 1].tag_ in ("VBP", "VBZ", "VBD", "MD"):
        return True
    if comma and (low in ("where", "when", "not") or (after in ("which", "whom") and low != "among")):
        return True  # ", among which are A and B" says what the act's object holds
    if low in words().reasons:
        return i > head + 1 and after != "not"
    if low == "as" and not comma and doc[min(i + 1, len(doc) - 1)].tag_ == "PRP":
        return False  # "help Kenya as it rebuilds" says what with
    if low in ("as", "since", "when", "where", "after"):
        return token.dep_ in ("mark", "advmod") and token.head.dep_ == "advcl" and _has_subject(token.head)
    if comma and low == "for":
        return token.dep_ in ("mark", "cc")
    if comma and low in ("a", "an", "one", "so"):
        return after != "that" and _comments(doc, i, low)
    return comma and low in words().relatives


def _comments(doc: Doc, i: int, low: str) -> bool:
    """ ", an issue that matters to both" comments on the act; ", a port and a road" lists objects."""
    if low == "so":
        return i + 1 < len(doc) and doc[i + 1].dep_ in ("nsubj", "det")
    noun = doc[i] if low == "one" else next((t for t in doc[i : i + 6] if t.pos_ == "NOUN"), None)
    return noun is not None and noun.dep_ == "appos"


def _has_subject(verb: Token) -> bool:
    return any(t.dep_ in (*_SUBJECTS, "csubj") for t in verb.children)


def _next_clause(doc: Doc, head: int, limit: int) -> int:
    """Where a clause of its own begins behind the act; `limit` if none does."""
    outer = {doc[head], *doc[head].ancestors}
    begins = [e for v in doc[head + 1 : limit] if (e := _clause_start(v, head, outer)) is not None]
    best = min([limit, *(e for e in begins if e > head + 1)])  # right behind the verb stands its object
    while best > head + 1 and doc[best - 1].lower_ in ("and", "but", "or", ",", "so", "yet", "while"):
        best -= 1
    return best


def _clause_start(verb: Token, head: int, outer: set[Token]) -> int | None:
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((t for t in verb.children if t.dep_ in _SUBJECTS and t.i > head), None)
    modal = any(t.tag_ == "MD" and t.i > head for t in verb.children)
    if verb.dep_ == "conj" and modal and not clause.inside_relative(verb):
        return subject.left_edge.i if subject is not None else first_aux(verb)  # "..., and must do" stands alone
    if verb.dep_ == "ccomp" and (any(t.dep_ == "mark" for t in verb.children) or verb.head.i == head):
        return None
    again = verb.dep_ == "conj" and verb.tag_ in ("VBZ", "VBD") and verb.head.i < head and verb.head in outer
    if subject is None and again and verb.doc[head].tag_ in ("VB", "VBG"):
        return first_aux(verb)  # "recommends opening A and advises B to ..."
    finite = verb.tag_ != "VB" and verb.dep_ in ("conj", "parataxis", "ccomp") and verb.head in outer
    if subject is not None and (verb in outer or finite):
        return subject.left_edge.i
    if verb in outer and verb.dep_ == "ROOT":
        return verb.left_edge.i if verb.left_edge.i > head else first_aux(verb)
    return None
