"""The advised acts that begin with a verb: coordination split, means and umbrellas opened, tails cut off.

Belongs here: going from a verb to its acts. Does not belong here: acts that are nouns (nouns), whether it is advice at
all (frames).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.coding.recommendations.acts.coordination import coordinated_verbs, shared_objects
from pipeline.coding.recommendations.acts.ends import act_end, trim
from pipeline.coding.recommendations.acts.forms import Form, bare_verb
from pipeline.coding.recommendations.acts.inner import first_of_gerunds, purpose_verb, tail_verb, umbrella_parts
from pipeline.coding.recommendations.acts.nouns import noun_acts
from pipeline.coding.recommendations.acts.wording import phrase, verb_phrase
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.model import Act


def verb_acts(doc: Doc, head: int, form: Form, limit: int | None = None) -> list[Act]:
    """The acts that begin with the verb at `head`: one for each coordinated verb, means and umbrellas opened.

    form: bare ("train police", also behind "to") or ing ("training police"). limit: first token that is no part.
    """
    end = act_end(doc, head, len(doc) if limit is None else limit)
    if end == head + 1 and end == len(doc) - 1 and doc[end].text == ":":
        return []  # "This could involve:" - the list below says what
    starts = [head, *coordinated_verbs(doc, head, end, form)]
    spans = [(s, trim(doc, s, e)) for s, e in zip(starts, [*starts[1:], end], strict=True)]
    acts: list[Act] = []
    for first, last in shared_objects(doc, spans):
        acts.extend(_opened(doc, first, last, form, final=last == spans[-1][1]))
    further = _resumed(doc, end) if form == "bare" and limit is None else None
    return acts if further is None else [*acts, *verb_acts(doc, further, form)]


def _resumed(doc: Doc, end: int) -> int | None:
    """The verb that goes on behind a condition: "lower its fee, if it can, and open the port"."""
    begin = end + 1 if end < len(doc) and doc[end].text == "," else end
    if begin >= len(doc) or doc[begin].lower_ not in words().reasons:
        return None
    for i in range(begin + 2, len(doc) - 2):
        if doc[i].text == "," and doc[i + 1].lower_ == "and":
            known = doc[i + 2].lower_ in words().acts | words().noun_verbs
            return i + 2 if doc[i + 2].tag_ == "VB" and known else None
    return None


def gerund_with_tail(doc: Doc, head: int) -> list[Act]:
    """Acts of a gerund whose tail ("reviewing its pacts, focusing on A") may be a further act, not a list member."""
    acts = verb_acts(doc, head, "ing")
    tail = tail_verb(doc, head, act_end(doc, head, len(doc)) - 1)
    if tail is None or len(acts) != 1:
        return acts
    last = trim(doc, head, tail)
    acts = [Act(head, last, phrase(doc, head, last))]
    if bare_verb(doc[tail]) not in words().results:
        acts += verb_acts(doc, tail, "ing")
    return acts


def _opened(doc: Doc, first: int, last: int, form: Form, final: bool) -> Iterator[Act]:
    """The act, or the acts that it is only the means or the umbrella of; then the new act of its tail."""
    tail = tail_verb(doc, first, last) if form == "bare" and final else None
    body = trim(doc, first, tail) if tail is not None else last
    purpose = purpose_verb(doc, first, body) if bare_verb(doc[first]) in words().means else None
    parts = umbrella_parts(doc, first, body)
    if purpose is not None:
        yield from verb_acts(doc, purpose, "bare", body + 1)
    elif parts is not None:
        yield from noun_acts(doc, parts, body)
    elif (many := first_of_gerunds(doc, first, body)) is not None:
        yield from verb_acts(doc, many, "ing", body + 1)
    else:
        yield Act(first, body, verb_phrase(doc, first, body))
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
