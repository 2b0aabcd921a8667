"""Offices without a name: "the president", "the Kenyan foreign minister".

Belongs here: the person that the text gives a title. Does not belong here: titles in front of names
(pipeline.language.names), diplomats who stand for their state (described).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.reference.model import Who
from pipeline.coding.reference.phrase import definite
from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import titles
from pipeline.language.model import ParsedSentence

RANKS = frozenset({"vice", "deputy", "prime", "assistant", "under"})
"""Words that make another office of the same noun: the vice president is not the president."""
REACH = 6
"""Sentences that an office reaches back; in an official text, which names its people once, to its beginning."""


def office(who: Who, sentence: ParsedSentence, token: Token, lands: tuple[CountryForm, ...]) -> tuple[int, ...]:
    """ "the president", "the Kenyan foreign minister": the person that the text gives that title.

    Several states' holders of an office stand for their states ("the presidents of Norway and Chile").
    """
    country = lands[0].country.code if lands else None
    named = [
        t
        for t in token.children
        if t.dep_ in ("appos", "compound") and (sentence.ordinal, t.i) in who.registry.by_token
    ]
    for child in named:
        index = who.registry.by_token[sentence.ordinal, child.i]
        if who.registry.actors[index].kind == "person":
            return (index,)
    if len(lands) > 1:
        return who.states(sentence, token, tuple(form.country for form in lands))
    shared = token.dep_ == "conj" and definite(token.head)  # "the president and prime minister"
    if not definite(token) and not country and not shared:
        return ()
    official = who.registry.parsed.document.meta.genre == "official"
    ranks = {c.lower_ for c in token.children} & RANKS
    holders = [
        (where, i)
        for i, entry in enumerate(who.registry.book.entries)
        if entry.actor.kind == "person"
        and any(_same_office(t, token.lower_, ranks) for t, _ in entry.titles)
        and (not country or entry.actor.country in (None, country))
        for where in entry.seen
        if where < (sentence.ordinal, token.i) and (official or sentence.ordinal - where[0] <= REACH)
    ]
    if not holders:
        return ()
    # Official texts open with their own side: beside a foreign president, "the president" is the one named first.
    index = (min if official else max)(holders)[1]
    if country and who.registry.actors[index].country is None:
        who.registry.actors[index].country = country  # "the Kenyan president", said of somebody named before
    return (index,)


def people_named(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "the two ministers, X and Y", "the governor of the valley, X, said": the people whom an apposition names, also
    where the parser hangs it below a word of the phrase."""
    if token.pos_ not in ("NOUN", "PROPN") or not titles().covers(token.doc, token.i):
        return ()
    inside = [t for c in token.children if c.dep_ == "prep" and c.i > token.i for t in c.subtree if t.dep_ == "appos"]
    for child in [c for c in token.children if c.dep_ == "appos"] + inside:
        index = who.registry.by_token.get((sentence.ordinal, child.i))
        name = who.registry.name_at.get((sentence.ordinal, child.i))
        if index is None or name is None or who.registry.actors[index].kind != "person":
            continue
        if token.doc[name.first - 1].text != ",":
            continue
        found = [index]
        for other in child.conjuncts if token.tag_ in ("NNS", "NNPS") else ():
            also = who.registry.by_token.get((sentence.ordinal, other.i))
            if also is not None and who.registry.actors[also].kind == "person":
                found.append(also)
        return tuple(dict.fromkeys(found))
    return ()


def _same_office(title: str, noun: str, ranks: set[str]) -> bool:
    words = title.lower().replace("-", " ").split()
    return noun in words and set(words) & RANKS == ranks
