"""Whose words they are: quoted, or the content of somebody's saying or thinking.

Belongs here: quotation marks and verbs of telling within one sentence. Does not belong here: which actor that is
(issuer).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.sentence.clause import subject

_CONTENT = ("ccomp", "xcomp", "parataxis", "dep", "pcomp", "prep", "acomp", "attr")


def is_quoted(doc: Doc, i: int) -> bool:
    """Whether token i stands between quotation marks of its sentence."""
    return sum(t.text == '"' for t in doc[:i]) % 2 == 1


def teller(token: Token) -> Token | None:
    """The verb of saying or thinking that the clause of `token` is the content of; None when the text says it."""
    for above in _governors(token):
        if above.lemma_.lower() not in words().speech or above.pos_ not in ("VERB", "AUX"):
            continue
        who = subject_of_telling(above)
        if who is None or who.lower_ in ("it", "this", "that", "all") or who.dep_ == "nsubjpass":
            continue
        return None if _is_own(who) else above
    return None


def _is_own(who: Token) -> bool:
    """Whether the text itself speaks: "we", "this brief argues that"."""
    own = any(t.lower_ in ("this", "our", "my") for t in who.children)
    return who.lower_ in ("we", "i") or (own and who.lemma_.lower() in words().own_speakers)


def subject_of_telling(verb: Token) -> Token | None:
    """Who says it: the verb's subject on either side, or that of the clause that "saying ..." hangs on."""
    own = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    return own or subject(verb.head if verb.dep_ == "advcl" else verb)


def _governors(token: Token) -> Iterator[Token]:
    below = token
    while below.head != below:
        above = below.head
        if below.dep_ in _CONTENT or (below.dep_ == "conj" and above.dep_ == "ccomp"):
            yield above
        below = above
