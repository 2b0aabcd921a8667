"""Subjects that the parser read as something else: a title for the person, a name for an adverb.

Belongs here: finding the subject of a verb against the parse. Does not belong here: what a slot means (slots).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.events.matching import Match
from pipeline.language.lexicon import titles


def behind_title(match: Match) -> list[Token]:
    """A person whose name stands between a title and the verb, where the parser takes the title for the subject
    ("Senator from Bavaria Ann Lee voted")."""
    heads = match.args.subjects
    if len(heads) != 1 or match.args.passive or match.token.i == 0 or heads[0].i > match.token.i:
        return []
    last = match.token.doc[match.token.i - 1]
    person = last.pos_ == "PROPN" and last != heads[0] and heads[0] in last.ancestors
    return [last] if person and titles().covers(last.doc, heads[0].i) else []


def misread_subject(match: Match) -> list[Token]:
    """A name in front of an active verb that the parser took for an adverb or a modifier (acronyms above all)."""
    verb = match.token
    if match.args.passive or (verb.tag_ in ("VB", "VBG", "VBN") and not any(c.dep_ == "aux" for c in verb.children)):
        return []
    odd = [
        c
        for c in verb.children
        if c.i < verb.i and c.dep_ in ("advmod", "npadvmod", "nmod", "dep", "amod", "intj", "meta")
    ]
    return [c for c in odd if c.text[:1].isupper() and c.ent_type_ not in ("DATE", "TIME")][-1:]
