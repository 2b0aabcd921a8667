"""Acts that are nouns: "more aid", "closer cooperation on A".

Belongs here: splitting coordinated noun phrases into acts. Does not belong here: acts that begin with a verb (verbs).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.ends import SPLIT, act_end, trim
from pipeline.coding.recommendations.acts.wording import phrase
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.model import Act

_BEHIND = frozenset(["for", "in", "on", "with", "of", "to", "against", "between", "over", "from"])


def noun_acts(doc: Doc, first: int, last: int) -> list[Act]:
    """The acts of a coordination of nouns: "more aid, support for A and cooperation on B" is three."""
    end = last + 1
    starts = [first]
    for i in range(first + 1, end - 1):
        if doc[i].lower_ not in SPLIT or doc[i + 1].lower_ in SPLIT:
            continue
        closes = len(starts) > 1 and doc[i - 1].text == "," and doc[i + 1].lower_ in ("a", "an")
        if closes or _begins_act(doc, first, i + 1, end):
            starts.append(i + 1)
    spans = [(s, trim(doc, s, e)) for s, e in zip(starts, [*starts[1:], end], strict=True)]
    return [Act(a, b, phrase(doc, a, b)) for a, b in spans]


def acts_from(noun: Token, limit: int | None = None) -> list[Act]:
    """The acts of the noun phrase headed by `noun`, up to the end of the clause or `limit`."""
    doc = noun.doc
    end = act_end(doc, noun.i, len(doc) if limit is None else limit)
    return noun_acts(doc, noun.left_edge.i, trim(doc, noun.i, end))


def is_act_noun(token: Token) -> bool:
    return token.lemma_.lower() in words().act_nouns


def head_noun(doc: Doc, start: int, end: int) -> Token | None:
    """The noun that the phrase beginning at `start` is about: the last of its first run of nouns."""
    i = start
    while i < end and doc[i].pos_ not in ("NOUN", "PROPN", "PRON"):
        if doc[i].pos_ in ("VERB", "ADP", "AUX", "SCONJ") and doc[i].tag_ not in ("VBN", "VBG", "JJ"):
            return None
        i += 1
    while i + 1 < end and doc[i + 1].pos_ in ("NOUN", "PROPN"):
        i += 1
    return doc[i] if i < end else None


def _begins_act(doc: Doc, first: int, start: int, end: int) -> bool:
    """Whether the phrase behind a comma or "and" is an act of its own, not a further object of the one before."""
    if doc[start].lower_ in words().act_nouns and start + 1 < end and doc[start + 1].lower_ in _BEHIND:
        return True  # also where the parser took "help in A" for a verb
    noun = head_noun(doc, start, end)
    if noun is None:
        return False
    followed = noun.i + 1 < end and doc[noun.i + 1].lower_ in _BEHIND
    if is_act_noun(noun) and followed and not _lists_matter(doc, start, noun):
        return True
    top = head_noun(doc, first, end)
    root = noun
    while root.dep_ == "conj" and root.i > first:
        root = root.head
    return top is not None and noun.dep_ == "conj" and root.i == top.i


def _lists_matter(doc: Doc, start: int, noun: Token) -> bool:
    """Whether "the engagement of citizens" goes on listing what an act is for, not acts."""
    above = noun.head
    inner = above.pos_ == "NOUN" and above.dep_ in ("pobj", "conj") and not is_act_noun(above)
    return doc[start].lower_ == "the" and noun.dep_ == "conj" and inner
