"""Headings that name who is to act: "Recommendations for X", "What X should do", "For X".

Belongs here: which words of a heading name them. Does not belong here: which actors these are (phrases).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.lexicon import phrase_pattern

_ADVISED = frozenset({"should", "must", "can", "could", "needs", "need", "ought", "might"})
"""Words behind a name in a heading that make it the one to act."""
_SHORT = 6
"""Words of the longest heading that does no more than name whom it is for ("For X and Y")."""


def addressed(doc: Doc) -> list[Token]:
    """The words of a heading that may name whom the advice below it is for."""
    text = doc.text.lower()
    names_only = len(doc) <= _SHORT and doc[0].lower_ in ("for", "to")
    announced = phrase_pattern("heading_cues").search(text) is not None or ("need" in text and "from" in text)
    if not names_only and not announced:
        return []
    found: list[Token] = []
    for token in doc:
        after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        named = _word_before(token) in ("for", "from", "to") or after in _ADVISED
        if named and after not in ("'s", "’s"):
            found.append(token)
    return found


def _word_before(token: Token) -> str:
    """The word before a name, past articles, adjectives and the names it is joined with."""
    doc, i = token.doc, token.i - 1
    while i >= 0 and (doc[i].pos_ in ("DET", "ADJ") or doc[i].dep_ in ("amod", "compound")):
        i -= 1
    if i >= 0 and doc[i].lower_ in ("and", "or", "&", ",") and token.dep_ == "conj":
        return _word_before(token.head)
    return doc[i].lower_ if i >= 0 else ""
