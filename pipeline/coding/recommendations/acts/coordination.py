"""Which verbs are coordinated: "train police, open ports and lower tariffs" is three acts.

Belongs here: members that are verbs. Does not belong here: coordinated nouns (nouns).

The parser attaches long coordinations wrongly about one time in four, so members are told by their words (a comma or
conjunction and a verb of the same form) and the parse only vetoes.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.ends import SPLIT
from pipeline.coding.recommendations.acts.forms import Form, is_act_gerund, object_follows
from pipeline.coding.recommendations.lexicon import words

_SKIP = frozenset("also not to then by in from through instead thus even both either finally further n't".split())
"""Words that may stand between a conjunction and its verb."""
_NO_ACT = frozenset({"including", "following", "according", "regarding", "concerning"})
"""Gerunds that serve as prepositions."""
_INSIDE = ("relcl", "ccomp", "pcomp", "acl", "advcl", "xcomp")
"""Relations by which a clause hangs inside the act."""


def coordinated_verbs(doc: Doc, head: int, end: int, form: Form) -> list[int]:
    """Positions of the further verbs of the same form, coordinated with the one at `head`."""
    found: list[int] = []
    for i in range(head + 1, end - 1):
        if doc[i].lower_ not in SPLIT or (doc[i].text == "," and doc[i + 1].lower_ in SPLIT):
            continue
        j = _first_word(doc, i + 1, end)
        if j is not None and _same_form(doc, j, head, form) and not _belongs_inside(doc, j, head, found):
            found.append(j)
    if form == "ing":
        # gerunds only up to the one behind the conjunction: what follows is a tail, not a member
        joined = [j for j in found if any(t.lower_ in ("and", "or", "&") for t in doc[max(0, j - 3) : j])]
        return [j for j in found if joined and j <= joined[-1]]
    return found


def _first_word(doc: Doc, i: int, end: int) -> int | None:
    while i < end and (doc[i].lower_ in _SKIP or (doc[i].tag_ in ("RB", "RBR") and _verb_next(doc, i, end))):
        i += 1
    return i if i < end else None


def _verb_next(doc: Doc, i: int, end: int) -> bool:
    return i + 1 < end and doc[i + 1].tag_ in ("VB", "VBG", "VBP", "NN")


def _same_form(doc: Doc, j: int, head: int, form: Form) -> bool:
    token = doc[j]
    if form == "ing":
        return is_act_gerund(doc, j) and token.lower_ not in _NO_ACT
    if token.tag_ in ("VB", "VBP") or (token.tag_ in ("VBZ", "VBD") and doc[head].tag_ == token.tag_):
        return token.lemma_ not in ("be", "have", "do") or token.tag_ == "VB"
    mistaken = token.tag_ in ("NN", "NNP", "JJ", "VBN", "VBD", "RB")
    return token.lower_ in words().acts and mistaken and object_follows(doc, j)


def _belongs_inside(doc: Doc, j: int, head: int, found: list[int]) -> bool:
    """Whether the parse hangs the verb on one inside the act (a relative or purpose clause, a gerund's own list)."""
    first = doc[j]
    if first.dep_ != "conj":
        noun = first.lemma_.lower() in words().act_nouns or first.lower_ not in words().acts
        return first.dep_ in ("amod", "compound") and first.head.i > j and noun and first.tag_ != "VB"
    while first.dep_ == "conj":
        first = first.head
    if first.i <= head or first.i in found or first.pos_ not in ("VERB", "AUX"):
        return False
    if doc[j].tag_ == "VB" and first.tag_ in ("VBZ", "VBG", "VBD") and not _governed(first):
        return False  # a bare verb is never joined with a finite one or a gerund
    return first.dep_ in _INSIDE and first.tag_ in ("VB", "VBP", "VBZ", "VBD", "VBG")


def _governed(verb: Token) -> bool:
    """Whether a modal stands before a verb that the tagger took for a finite one."""
    return any(t.tag_ in ("MD", "TO") and t.i < verb.i for t in verb.children)


def shared_objects(doc: Doc, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "develop and implement a strategy" is one act: a verb with nothing behind it joins the next."""
    out: list[tuple[int, int]] = []
    begin: int | None = None
    for k, (first, last) in enumerate(spans):
        begin = first if begin is None else begin
        if k + 1 < len(spans) and all(t.i == first or t.pos_ == "ADV" for t in doc[first : last + 1]):
            continue
        out.append((begin, last))
        begin = None
    return out
