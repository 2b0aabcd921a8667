"""Common nouns: which kind of description a noun is.

Belongs here: the order in which the kinds are tried. Does not belong here: the kinds themselves (bodies, groups,
offices, pairs, through).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.reference.bodies import body, by_noun, company, force, plain_body, state
from pipeline.coding.reference.groups import group
from pipeline.coding.reference.model import Who
from pipeline.coding.reference.offices import office, people_named
from pipeline.coding.reference.pairs import is_pair, official_pair, pair
from pipeline.coding.reference.phrase import phrase_of
from pipeline.coding.reference.through import of_phrase, such_as, voice
from pipeline.language.lexicon import titles, vocabulary
from pipeline.language.model import ParsedSentence

AMOUNTS = frozenset("some many several most number group dozens hundreds thousands scores couple handful majority half "
                    "members leaders representatives allies".split())  # fmt: skip
"""Nouns and pronouns behind which an of-phrase says of whom there are so many."""


def described(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    lemma, lower = token.lemma_.lower(), token.lower_
    listed = such_as(who, sentence, token)
    if listed:
        return listed
    named = people_named(who, sentence, token)
    if named:
        return named
    if token.lower_ in ("two", "both") or is_pair(token):
        return pair(who, sentence, token)
    both = official_pair(who, token)
    if both:
        return both
    apposed = [t for t in token.children if t.dep_ == "appos"]
    for child in apposed:
        index = who.registry.by_token.get((sentence.ordinal, child.i))
        if index is not None:
            return (index,)
    lands = who.lands(sentence, token)
    country = lands[0].country.code if lands else None
    if lemma == "coalition" and any(t.lower_ == "led" for t in token.subtree if t.i < token.i):
        where = (sentence.ordinal, token.i)  # "a Kenyan-led coalition": of several states, so of none
        return (who.registry.book.describe(phrase_of(token), "armed_force", None, where),)
    if lemma in vocabulary("voice_nouns"):
        return voice(who, sentence, token)
    if lemma in ("state", "member", "country", "nation", "leader", "representative", "minister", "official"):
        union = [
            i
            for c in token.subtree
            if c.i < token.i or c.head.lower_ == "of"
            for i in [who.registry.by_token.get((sentence.ordinal, c.i))]
            if i is not None and who.registry.actors[i].kind == "igo"
        ]
        if union and not lands:
            return (union[0],)
    if not lands and lower not in vocabulary("state_nouns"):
        again = by_noun(who, sentence, token)
        if again:
            return again
    if lower in vocabulary("state_nouns") or lemma in vocabulary("state_nouns"):
        return state(who, sentence, token, lands)
    if lower in vocabulary("company_nouns"):
        named = company(who, sentence, token)
        if named:
            return named
    plain = plain_body(token)
    if plain:
        return body(who, sentence, token, country, plain)
    if lower in vocabulary("force_nouns"):
        return force(who, sentence, token, lands)
    if lower in vocabulary("diplomat_nouns") and lands:
        return who.states(sentence, token, tuple(form.country for form in lands))
    if titles().covers(token.doc, token.i):
        held = office(who, sentence, token, lands)
        if held or lower not in vocabulary("group_nouns"):
            return held
    if lower in vocabulary("group_nouns"):
        return group(who, sentence, token, country)
    if lemma == "one" and token.dep_ != "nummod":
        return of_phrase(who, sentence, token)
    return of_phrase(who, sentence, token) if lower in AMOUNTS else ()
