"""Persons coordinated with a named person, where the parser hangs one below the other.

Belongs here: "President X of Kenya and Prime Minister Y" as the subject of one verb. Does not belong here: who a single
phrase means.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.reference.model import Who
from pipeline.language.lexicon import titles
from pipeline.language.model import ParsedSentence
from pipeline.language.names import Name, country_forms


def named_before(who: Who, sentence: ParsedSentence, token: Token) -> list[int]:
    """The person coordinated in front of a titled name ("President X of Kenya and Prime Minister Y"), which the
    parser tends to hang below the second name instead."""
    name = who.registry.name_at.get((sentence.ordinal, token.i))
    if name is None or name.kind != "person" or token.dep_ not in ("nsubj", "nsubjpass"):
        return []
    doc, at = token.doc, name.first - 1
    while at > 0 and (titles().covers(doc, at) or at in country_forms(doc)) and name.first - at < 8:
        at -= 1
    if doc[at].lower_ != "and" or at < 1:
        return []
    before = who.registry.name_at.get((sentence.ordinal, at - 1))
    if before is not None and before.kind == "state" and before.first >= 2:
        back = before.first - 1 - (doc[before.first - 1].lower_ == "the")
        before = who.registry.name_at.get((sentence.ordinal, back - 1)) if doc[back].lower_ == "of" else before
    if before is None or before.kind != "person":
        return []
    return [who.registry.by_token[sentence.ordinal, before.last]]


def named_after(who: Who, sentence: ParsedSentence, token: Token) -> list[int]:
    """The titled person coordinated behind a named subject, in front of the verb."""
    name = who.registry.name_at.get((sentence.ordinal, token.i))
    if name is None or name.kind != "person" or token.dep_ not in ("nsubj", "nsubjpass") or token.head.i < name.last:
        return []
    found: list[int] = []
    last = name.last
    while (after := _next(who, sentence, token, last)) is not None:
        found.append(who.registry.by_token[sentence.ordinal, after.last])
        last = after.last
    closed = last == name.last or "and" in [t.lower_ for t in token.doc[name.last : last]]
    return found if closed else []  # a comma alone may open an apposition


def _next(who: Who, sentence: ParsedSentence, token: Token, last: int) -> Name | None:
    """The person that "and", or a comma and a title, joins to the name ending at token `last`, in front of the verb."""
    doc, at = token.doc, last + 1
    if at + 2 < len(doc) and doc[at].lower_ == "of":
        state = who.registry.name_at.get((sentence.ordinal, at + 1 + (doc[at + 1].lower_ == "the")))
        at = state.last + 1 if state is not None and state.kind == "state" else at
    comma = at < len(doc) and doc[at].text == ","
    at += comma
    joined = at < len(doc) and doc[at].lower_ == "and"
    if at >= len(doc) or not (joined or (comma and titles().covers(doc, at))):
        return None
    at += joined
    while at < len(doc) and (titles().covers(doc, at) or at in country_forms(doc)) and at < token.head.i:
        at += 1
    after = who.registry.name_at.get((sentence.ordinal, at))
    if (
        after is None
        or after.kind != "person"
        or after.last >= token.head.i
        or doc[after.last].dep_ in ("nsubj", "nsubjpass")
    ):
        return None
    return after
