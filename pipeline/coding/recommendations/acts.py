"""Which words are the advised acts: coordination split, means and umbrellas opened, tails cut off.

Belongs here: acts that begin with a verb. Does not belong here: acts that are nouns (nouns), whether it is advice at
all (frames).

The parser attaches long coordinations wrongly about one time in four, so members are told by their words (a comma or
conjunction and a verb of the same form) and the parse only vetoes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.boundary import SPLIT, region_end, trim
from pipeline.coding.recommendations.lexicon import phrase_pattern, words
from pipeline.coding.recommendations.model import Act
from pipeline.coding.recommendations.nouns import noun_acts
from pipeline.coding.recommendations.phrase import bare_verb, is_act_gerund, object_follows, phrase

Form = Literal["bare", "ing"]

_SKIP = frozenset(
    [
        "also",
        "not",
        "to",
        "then",
        "by",
        "in",
        "from",
        "through",
        "instead",
        "thus",
        "even",
        "both",
        "either",
        "finally",
        "further",
        "n't",
    ]
)
_NO_ACT = frozenset({"including", "following", "according", "regarding", "concerning"})
_INSIDE = ("relcl", "ccomp", "pcomp", "acl", "advcl", "xcomp")


def verb_acts(doc: Doc, head: int, form: Form, limit: int | None = None) -> list[Act]:
    """The acts that begin with the verb at `head`: one for each coordinated verb, means and umbrellas opened.

    form: bare ("train police", also behind "to") or ing ("training police"). limit: first token that is no part.
    """
    end = region_end(doc, head, len(doc) if limit is None else limit)
    if end == head + 1 and end < len(doc) and doc[end].text == ":":
        return []  # "This could involve:" - the list below says what
    starts = [head, *_members(doc, head, end, form)]
    spans = [(s, trim(doc, s, e)) for s, e in zip(starts, [*starts[1:], end], strict=True)]
    acts: list[Act] = []
    for first, last in _shared_objects(doc, spans):
        acts.extend(_opened(doc, first, last, form, final=last == spans[-1][1]))
    return acts


def verb_form(token: Token) -> Form:
    return "ing" if token.lower_.endswith("ing") else "bare"


# -- coordination ----------------------------------------------------------------------------


def _members(doc: Doc, head: int, end: int, form: Form) -> list[int]:
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
    return first.dep_ in _INSIDE and first.tag_ in ("VB", "VBP", "VBZ", "VBD", "VBG")


def _shared_objects(doc: Doc, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
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


# -- inside one act --------------------------------------------------------------------------


def _opened(doc: Doc, first: int, last: int, form: Form, final: bool) -> Iterator[Act]:
    """The act, or the acts that it is only the means or the umbrella of; then the new act of its tail."""
    tail = _tail(doc, first, last) if form == "bare" and final else None
    body = trim(doc, first, tail) if tail is not None else last
    purpose = _purpose(doc, first, body) if bare_verb(doc[first]) in words().means else None
    parts = umbrella_parts(doc, first, body)
    if purpose is not None:
        yield from verb_acts(doc, purpose, "bare", body + 1)
    elif parts is not None:
        yield from noun_acts(doc, parts, body)
    elif (many := _many_gerunds(doc, first, body)) is not None:
        yield from verb_acts(doc, many, "ing", body + 1)
    else:
        yield Act(first, body, _verb_phrase(doc, first, body))
    if tail is not None and bare_verb(doc[tail]) not in words().results:
        yield from verb_acts(doc, tail, "ing", last + 1)
    if final:
        yield from _meanwhile(doc, last + 1)


def _meanwhile(doc: Doc, i: int) -> list[Act]:
    """The act of ", while training its police" behind the last member."""
    while i < len(doc) and doc[i].text == ",":
        i += 1
    if i + 1 >= len(doc) or doc[i].lower_ not in ("while", "whilst") or doc[i + 1].tag_ != "VBG":
        return []
    return [] if bare_verb(doc[i + 1]) in words().results else verb_acts(doc, i + 1, "ing")


def _verb_phrase(doc: Doc, first: int, last: int) -> str:
    """The phrase of an act that begins with its verb, which an item or a cell may print with a capital."""
    text = phrase(doc, first, last)
    return text if doc[first].text.isupper() else text[:1].lower() + text[1:]


def gerund_with_tail(doc: Doc, head: int) -> list[Act]:
    """Acts of a gerund whose tail ("reviewing its pacts, focusing on A") may be a further act, not a list member."""
    acts = verb_acts(doc, head, "ing")
    tail = _tail(doc, head, region_end(doc, head, len(doc)) - 1)
    if tail is None or len(acts) != 1:
        return acts
    last = trim(doc, head, tail)
    acts = [Act(head, last, phrase(doc, head, last))]
    if bare_verb(doc[tail]) not in words().results:
        acts += verb_acts(doc, tail, "ing")
    return acts


def _tail(doc: Doc, first: int, last: int) -> int | None:
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


def _purpose(doc: Doc, first: int, last: int) -> int | None:
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


def _many_gerunds(doc: Doc, first: int, last: int) -> int | None:
    """First gerund of "focus on training A and equipping B", when there are several."""
    if bare_verb(doc[first]) not in words().gathering:
        return None
    start = next((i for i in range(first + 1, min(first + 4, last)) if doc[i].tag_ == "VBG"), None)
    return start if start is not None and _members(doc, start, last + 1, "ing") else None
