"""Verbs of trade that the parser takes for nouns or participles: "Kenya exports tea", "Sweden imported tea worth ...".

Belongs here: telling them from nouns by the words around. Does not belong here: what is traded (objects, verbs).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.words import words

_OPENS = frozenset({"while", "whereas", "and", "but", "return", "turn", "because", "as", "that"})
"""Words behind which a clause may begin."""
_GOODS = frozenset({"NOUN", "ADJ", "PROPN", "SYM", "NUM"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_NONE: tuple[None, None] = (None, None)


def misread_doer(scene: Scene, word: Token) -> tuple[str | None, Token | None]:
    """(country, its name) whose verb a misread word is; (None, None) where it may be a noun.

    A state's name stands right before the word and goods right behind it, and no other verb holds the sentence; or the
    word goes on behind "and" where the same sentence has told what a state sells.
    """
    doc, i = scene.doc, word.i
    form = word.tag_ in ("NNS", "NNPS", "VBZ") or (
        word.tag_ in ("VBN", "VBD") and word.dep_ in ("amod", "acl", "compound")
    )
    if i == 0 or i + 1 >= len(doc) or not form or not _goods_at(doc[i + 1]):
        return _NONE
    if doc[i - 1].lower_ == "and" and word.tag_ == "NNS" and (told := [t for t in scene.told if t.flow()]):
        return told[-1].reporter, None
    at = i - 1 - (doc[i - 1].pos_ == "ADV")
    if at < 0 or at not in scene.named or at in scene.peoples or not _holds(word):
        return _NONE
    first = at
    while first > 0 and (first - 1 in scene.named or doc[first - 1].pos_ == "DET"):
        first -= 1
    before = doc[first - 1] if first else None
    begins = before is None or before.pos_ in ("PUNCT", "CCONJ", "SCONJ", "SPACE") or before.lower_ in _OPENS
    return (scene.named[at], doc[at]) if begins else _NONE


def _goods_at(token: Token) -> bool:
    return token.pos_ in _GOODS or token.lower_ in words().worked


def _holds(word: Token) -> bool:
    """Whether no verb but a participle of goods ("refined") or "worth" holds the clause that the word would be."""
    stops = [t.i for t in word.doc if t.text == ";"]
    first = max((i for i in stops if i < word.i), default=-1)
    if first > 0:
        last = min((i for i in stops if i > word.i), default=len(word.doc))
        return not any(t.tag_ in _FINITE or t.pos_ == "AUX" for t in word.doc[first + 1 : last] if t != word)
    root = next(t for t in word.doc if t.head == t)
    behind = word.doc[word.i + 1 : word.i + 4]
    return root.pos_ not in ("VERB", "AUX") or root == word or (root in list(behind) and root.lower_ in words().worked)
