"""Where in the document an actor was named: before a phrase, as a subject, nearest first.

Belongs here: searches backwards from a token. Does not belong here: which search a phrase calls for.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.reference.model import Who
from pipeline.language.model import ParsedSentence


def before(who: Who, sentence: ParsedSentence, token: Token, kinds: tuple[str, ...], reach: int) -> list[int]:
    """Actors of these kinds named before the token, nearest first, within `reach` sentences."""
    places = [
        (where, i)
        for i, entry in enumerate(who.registry.book.entries)
        if entry.actor.kind in kinds
        for where in entry.seen
        if where < (sentence.ordinal, token.i) and sentence.ordinal - where[0] < reach
    ]
    return [i for _, i in sorted(places, reverse=True)]


def last_of(
    who: Who,
    sentence: ParsedSentence,
    token: Token,
    kinds: tuple[str, ...],
    limit: int,
    subject_first: bool = False,
) -> tuple[int, ...]:
    """The one actor of these kinds that a definite phrase or a pronoun can mean."""
    here = before(who, sentence, token, kinds, reach=1)
    if subject_first:
        subject = subject_of(who, sentence, token, kinds)
        if subject:
            return subject
    if here:
        return (here[0],)
    previous = who.sentences.get(sentence.ordinal - 1)
    if previous is not None and previous.in_body:
        subject = subject_of(who, previous, None, kinds)
        if subject:
            return subject
    near = before(who, sentence, token, kinds, reach=limit + 1)
    return (near[0],) if near else ()


def subject_of(who: Who, sentence: ParsedSentence, token: Token | None, kinds: tuple[str, ...]) -> tuple[int, ...]:
    """The subject of the sentence, when it is one actor of these kinds and stands before the token, if one is given."""
    for t in sentence.doc:
        if token is not None and t.i >= token.i:
            break
        if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ != "PRON":
            found = who.one(sentence, t)
            if len(found) == 1 and who.registry.actors[found[0]].kind in kinds:
                return found
    return ()
