"""Rows of actors: where an actor is mentioned, in which words, with which role.

Belongs here: span, words, rule and confidence of a mention. Does not belong here: which actor it is (entered,
reference).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.confidence import confidence
from pipeline.coding.likeness import fold
from pipeline.coding.registry import Entry
from pipeline.coding.rows import ActorMention, ActorRole, Evidence
from pipeline.language.model import ParsedSentence
from pipeline.language.names import Name


def mention_of(sentence: ParsedSentence, name: Name, index: int, entry: Entry) -> ActorMention:
    """A mention by name. index, entry: place of the actor in the list and what is known of it."""
    evidence = _evidence(sentence, name.first, name.last, name.rule)
    return ActorMention(evidence, index, sentence.doc[name.first : name.last + 1].text, _resolution(name, entry))


def description_of(sentence: ParsedSentence, token: Token, index: int, resolution: str) -> ActorMention:
    """A mention by a noun phrase with the head `token`; the words behind it are left out."""
    before = [c.left_edge.i for c in token.children if c.dep_ in ("amod", "compound", "nmod", "poss")]
    first = min([token.i, *before])
    evidence = _evidence(sentence, first, token.i, "description")
    return ActorMention(evidence, index, sentence.doc[first : token.i + 1].text, resolution)


def role_of(sentence: ParsedSentence, name: Name, title: str, index: int, country: str | None) -> ActorRole:
    """The role that a title in front of a name tells; it rests on title and name."""
    doc = sentence.doc
    words = title.split()
    first = name.first - 1
    while (
        first > 0 and doc[first : name.first].text.replace(" - ", "-") != title and name.first - first < len(words) + 6
    ):
        first -= 1
    if not doc[first : name.first].text.lower().startswith(words[0].lower()):
        first = name.first
    return ActorRole(_evidence(sentence, first, name.last, "titled"), index, title, None, country)


def _evidence(sentence: ParsedSentence, first: int, last: int, rule: str) -> Evidence:
    """The tokens first..last as evidence of a rule."""
    rule_id = f"actor.{rule}"
    return Evidence(sentence.ordinal, *sentence.source_span(first, last), rule_id, confidence(rule_id))


def _resolution(name: Name, entry: Entry) -> str:
    """How the name tells who is meant."""
    if name.form in ("demonym", "acronym"):
        return name.form
    if name.form == "seat":
        return "metonym"
    if name.kind == "person" and len(name.text.split()) == 1 and len(entry.tokens) > 1:
        return "surname"
    return "name" if fold(name.text) == fold(entry.actor.name) else "alias"
