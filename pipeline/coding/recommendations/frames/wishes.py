"""What a word that calls for an act calls for: "for X to do A", "that X do A".

Belongs here: the verb and its doer behind "for" and "that". Does not belong here: the words that call for it
(essential, chances, worth).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.sentence import clause

_REACH = 25
"""Words within which the verb of "for X to do" or "that X do" must come."""


def clause_verb(doc: Doc, i: int) -> Token | None:
    """The verb of the clause that "for" (X to do) or "that" (X do) at position i opens."""
    opener = doc[i].lower_
    for j in range(i + 1, min(i + _REACH, len(doc))):
        if opener == "for" and doc[j].tag_ == "TO":
            k = clause.past_adverbs(doc, j + 1)
            return doc[k] if k < len(doc) and doc[k].tag_ in ("VB", "VBP", "NN") else None
        verbal = doc[j].pos_ in ("VERB", "AUX") and doc[j].dep_ not in ("aux", "auxpass", "amod", "compound")
        if opener == "that" and verbal and clause.subject(doc[j]) is not None:
            return doc[j]
    return None


def joined(doc: Doc, i: int, verb: Token) -> Iterator[tuple[Token, Token]]:
    """(verb, doer) of each further "and that Y do B", "and for Y to do B" behind the clause that opens at i."""
    for k in range(verb.i + 1, len(doc) - 2):
        if doc[k].lower_ == doc[i].lower_ and doc[k].lower_ in ("for", "that") and doc[k - 1].lower_ in ("and", "or"):
            other = clause_verb(doc, k)
            who = doer(doc, k, other) if other is not None else None
            if other is not None and who is not None and k < who.i < other.i and other.tag_ in ("VB", "VBP"):
                yield other, who


def doer(doc: Doc, i: int, verb: Token) -> Token | None:
    """X of "for X to do" and "that X do"."""
    inner = clause.subject(verb)
    if inner is not None and i < inner.i < verb.i:
        return inner
    return clause.child(doc[i], "pobj") if doc[i].lower_ == "for" else None
