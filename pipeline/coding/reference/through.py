"""Phrases that stand for what another phrase names: "allies such as X", "a statement by X", "members of X".

Belongs here: going through such a phrase to the one inside. Does not belong here: what the inner phrase means.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.reference.model import Who
from pipeline.coding.reference.phrase import agents
from pipeline.language.model import ParsedSentence


def such_as(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "allies such as X and Y": those named."""
    for prep in token.children:
        such = prep.lower_ == "as" and prep.i and prep.doc[prep.i - 1].lower_ == "such"
        if prep.dep_ == "prep" and (such or prep.lower_ in ("like", "including")):
            for inner in [t for t in prep.children if t.dep_ == "pobj"]:
                return who.resolve(sentence, inner) or who.related(sentence, inner)
    return ()


def voice(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "a ministry statement", "a spokesman for X", "a report by X": whoever speaks through it."""
    for child in token.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod") and child.i < token.i:
            found = who.one(sentence, child) or (who.nationality(sentence, token) if child.dep_ == "amod" else ())
            if found:
                return found
    for prep in [
        t for t in token.children if t.dep_ in ("prep", "agent") and t.lower_ in ("by", "from", "of", "for", "at")
    ]:
        for inner in [t for t in prep.children if t.dep_ == "pobj"]:
            found = who.resolve(sentence, inner)
            if found:
                return found
    for agent in agents(token):
        return who.resolve(sentence, agent)
    return ()


def of_phrase(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    for prep in [t for t in token.children if t.dep_ == "prep" and t.lower_ in ("of", "from")]:
        for inner in [t for t in prep.children if t.dep_ == "pobj"]:
            return who.resolve(sentence, inner)
    return ()
