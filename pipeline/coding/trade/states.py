"""Frames that hold without a number: what is large or has grown, and tariffs.

Belongs here: statements of size and of terms of trade. Does not belong here: sums, ranks.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.syntax import governor, is_subject
from pipeline.coding.trade.values import at, first_of, value_of
from pipeline.coding.trade.words import words


def sized(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Norwegian investment in Chile is substantial, particularly in fishing", "... has grown" """
    if (
        noun.pos_ != "NOUN"
        or noun.dep_ in ("compound", "nmod", "amod")
        or value_of(scene, noun, ("money", "count"), units=("people",))
    ):
        return
    verb = governor(noun)
    top = noun.head if noun.dep_ == "conj" else noun
    grown = _growth_in(top)
    if not grown and not (is_subject(top) and says_size(verb)):
        return
    near = {**(scene.after(verb) if grown else {}), **scene.after(top), **scene.after(noun)}
    host, place = first_of(near, "in", "into", "to")
    own = [pair for pair in scene.modifying(noun) if pair[1] != host]
    origin, source = (own[0][1], own[0][0]) if own else first_of(near, "from", "by")
    if host is None or origin is None or host == origin:
        return
    for item in _sectors(scene, verb, noun) or [None]:
        tokens = [noun.i, verb.i, *at(place, source), *([item.first, item.last] if item else [])]
        yield Found(frame, noun, host, origin, item, None, tuple(tokens))


def _growth_in(noun: Token) -> bool:
    """ "Recent years saw growth in investment": the growth is what somebody saw."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "of"):
        return False
    change = noun.head.head
    sees = governor(change).lemma_ in ("see", "witness", "experience", "record", "show", "bring", "continue")
    return change.lemma_.lower() in words().growth_nouns and change.dep_ in ("dobj", "nsubj") and sees


def says_size(verb: Token) -> bool:
    """Whether a verb says that something is large or has grown."""
    if verb.lemma_.lower() in words().growth:
        return True
    return verb.lemma_ in ("be", "remain") and any(
        c.dep_ == "acomp" and c.lower_ in words().size for c in verb.children
    )


def _sectors(scene: Scene, verb: Token, noun: Token) -> list:
    """ "particularly in mining and telecommunications", "in sectors such as mining" """
    doc = scene.doc
    for i in range(noun.i + 1, len(doc) - 2):
        opens = doc[i].lower_ in words().openers and doc[i + 1].lower_ == "in"
        such = (
            doc[i].lower_ in ("sectors", "industries", "areas", "fields")
            and doc[i + 1 : i + 3].text.lower() == "such as"
        )
        if (opens or such) and governor(doc[i + 1]) == verb:
            return enumerated(scene, i + (2 if opens else 3))
    return []
