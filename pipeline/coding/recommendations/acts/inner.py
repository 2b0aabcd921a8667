"""Where the words of one act hold others: what it is the means of, the parts of a plan, a further act in its tail.

Belongs here: finding where they begin. Does not belong here: reading them (verbs, nouns).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.coordination import coordinated_verbs
from pipeline.coding.recommendations.acts.forms import bare_verb
from pipeline.coding.recommendations.acts.nouns import noun_acts
from pipeline.coding.recommendations.lexicon import phrase_pattern, words


def tail_verb(doc: Doc, first: int, last: int) -> int | None:
    """The participle that opens a tail behind a comma (", training its police"), if there is one."""
    for i in range(first + 1, last):
        if doc[i].text != ",":
            continue
        j = i + 1
        while j < last and (doc[j].tag_ == "RB" or doc[j].lower_ in ("and", "while", "thereby", "thus")):
            j += 1
        noun_like = doc[j].dep_ in ("amod", "compound", "pobj", "dobj", "pcomp", "prep")
        if doc[j].tag_ == "VBG" and not noun_like and not _in_gerund_list(doc[j]):
            return j
    return None


def _in_gerund_list(token: Token) -> bool:
    """Whether a participle behind a comma is one of a list of gerunds ("by lowering A, raising B and ...")."""
    return token.dep_ == "conj" and token.head.tag_ == "VBG" and token.head.dep_ in ("pcomp", "conj", "xcomp")


def purpose_verb(doc: Doc, first: int, last: int) -> int | None:
    """The verb behind "to" in "use X to do Y"."""
    return next((i + 1 for i in range(first + 1, last) if doc[i].tag_ == "TO" and doc[i + 1].tag_[:2] == "VB"), None)


def umbrella_parts(doc: Doc, first: int, last: int) -> int | None:
    """First token of the parts of an umbrella: "a plan that includes | more aid, ..."; None with fewer than two."""
    for token in doc[first + 1 : last + 1]:
        if token.lemma_.lower() not in words().umbrellas or token.pos_ not in ("NOUN", "PROPN"):
            continue
        match = phrase_pattern("parts").search(doc[token.i + 1 : last + 1].text.lower())
        if match is None:
            continue
        begin = doc[token.i + 1].idx + match.end()
        start = next((t.i for t in doc[token.i + 1 : last + 1] if t.idx >= begin), None)
        if start is not None and len(noun_acts(doc, start, last)) > 1:
            return start
    return None


def first_of_gerunds(doc: Doc, first: int, last: int) -> int | None:
    """First gerund of "focus on training A and equipping B", when there are several."""
    if bare_verb(doc[first]) not in words().gathering:
        return None
    start = next((i for i in range(first + 1, min(first + 4, last)) if doc[i].tag_ == "VBG"), None)
    return start if start is not None and coordinated_verbs(doc, start, last + 1, "ing") else None
