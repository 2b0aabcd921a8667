"""What a word that calls for an act calls for: "for X to do A", "that X do A".

Belongs here: the verb and its doer behind "for" and "that". Does not belong here: the words that call for it
(essential, chances, worth).
"""

from __future__ import annotations

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


def doer(doc: Doc, i: int, verb: Token) -> Token | None:
    """X of "for X to do" and "that X do"."""
    inner = clause.subject(verb)
    if inner is not None and i < inner.i < verb.i:
        return inner
    return clause.child(doc[i], "pobj") if doc[i].lower_ == "for" else None
