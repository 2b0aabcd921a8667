"""States and their forces and bodies by a plain noun: "the Kenyan government", "U.S. troops", "its parliament".

Belongs here: finding or describing the state, force or body that such a noun means. Does not belong here: proper names
of bodies (pipeline.language.names).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.likeness import body_words
from pipeline.coding.reference.earlier import last_of
from pipeline.coding.reference.model import Who
from pipeline.coding.reference.phrase import definite, is_doer, phrase_of
from pipeline.coding.reference.setting import home
from pipeline.coding.reference.through import of_phrase
from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedSentence

AT_HOME = frozenset({"police", "court", "parliament", "prosecutor", "prosecutors", "police force", "supreme court",
                     "constitutional court", "central bank", "law enforcement", "coast guard", "high court", "customs",
                     "electoral commission", "election commission", "border guards"})  # fmt: skip
"""Bodies that a text about one country names without it."""
NAMED_BY_NOUN = frozenset({"government_body", "igo", "ngo", "party", "armed_force", "armed_group", "company", "state"})
"""Kinds of actors that a text goes back to by the noun of their names."""
Lands = tuple[CountryForm, ...]
"""The countries that modify a noun."""


def state(who: Who, sentence: ParsedSentence, token: Token, lands: Lands) -> tuple[int, ...]:
    """ "the Kenyan government", "officials of Norway and Kenya", "his government", "the country"."""
    if lands:
        return who.states(sentence, token, tuple(form.country for form in lands))
    of = of_phrase(who, sentence, token)
    if of:
        return of
    person = [i for c in token.children if c.dep_ in ("compound", "poss") for i in who.one(sentence, c)]
    if person and who.registry.actors[person[0]].kind in ("person", "state"):
        state = who.registry.book.state(who.registry.actors[person[0]].country)
        return (state,) if state is not None else tuple(person[:1])
    if any(c.dep_ in ("amod", "compound", "nmod") or (c.dep_ == "prep" and c.lower_ == "of") for c in token.children):
        return ()  # "the island nation" says which: not simply the country just named
    if token.lower_ == "administration" and definite(token) and who.registry.issuing.voice:
        return who.registry.issuing.voice  # an official text's own government
    if token.lemma_.lower() in ("country", "nation", "kingdom", "republic", "government") and definite(token):
        return last_of(who, sentence, token, ("state",), limit=2)
    return ()


def force(who: Who, sentence: ParsedSentence, token: Token, lands: Lands) -> tuple[int, ...]:
    """ "Kenyan troops", "U.S. and Kenyan forces" (one force each), "the troops" after one was named."""
    if not lands:
        if token.lower_ in ("troops", "soldiers", "forces", "military", "army") and (
            definite(token) or (is_doer(token) and not any(token.lefts))
        ):
            return last_of(who, sentence, token, ("armed_force",), limit=2)
        return ()
    if any(c.dep_ == "poss" and c.pos_ != "PROPN" for c in token.children):
        return ()
    phrases = [phrase_of(token)] if len(lands) == 1 else [f"{form.surface} {token.text}" for form in lands]
    where = (sentence.ordinal, token.i)
    return tuple(_force_of(who, form.country.code, p, where) for form, p in zip(lands, phrases, strict=True))


def _force_of(who: Who, country: str | None, phrase: str, where: tuple[int, int]) -> int:
    book = who.registry.book
    for i, entry in enumerate(book.entries):
        plain = entry.actor.kind == "armed_force" and body_words(entry.actor.name) <= vocabulary("force_nouns")
        if plain and country and entry.actor.country == country:
            book.alias(i, phrase)
            return i
    return book.describe(phrase, "armed_force", country, where)


def plain_body(token: Token) -> str | None:
    left = token.doc[token.i - 1].lower_ + " " if token.i else ""
    for phrase in (left + token.lower_, token.lower_):
        if phrase in vocabulary("plain_bodies"):
            return phrase
    return None


def company(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "the network", "the airline": the company or medium named last, in this sentence or the two before it."""
    if not any(c.lower_ in ("the", "this", "that") for c in token.children):
        return ()
    here = (sentence.ordinal, token.i)
    seen = [
        (where, i)
        for i, entry in enumerate(who.registry.book.entries)
        if entry.actor.kind in ("company", "media")
        for where in entry.seen
        if where < here and sentence.ordinal - where[0] <= 2
    ]
    return (max(seen)[1],) if seen else ()


def body(who: Who, sentence: ParsedSentence, token: Token, country: str | None, phrase: str) -> tuple[int, ...]:
    head = phrase.split()[0] if phrase == "police force" else phrase.split()[-1]
    for i, entry in reversed(list(enumerate(who.registry.book.entries))):
        same = entry.actor.kind == "government_body" and (
            head in entry.actor.name.lower().split() and phrase.split()[0] in entry.actor.name.lower()
        )
        if same and (country is None or entry.actor.country in (None, country)):
            return (i,)
    country = country or (home(who) if phrase in AT_HOME else None)
    if country is None and not (phrase in AT_HOME and is_doer(token) and token.pos_ == "NOUN"):
        return ()
    return (who.registry.book.describe(phrase_of(token), "government_body", country, (sentence.ordinal, token.i)),)


def by_noun(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "the commission", "the league": the body or organisation named last whose name has this noun for its head."""
    if token.tag_ not in ("NN", "NNP") or not any(c.lower_ in ("the", "this", "that") for c in token.children):
        return ()
    says = [c for c in token.children if c.dep_ in ("amod", "compound", "nmod", "poss", "nummod", "relcl")]
    if says or any(c.lower_ in ("of", "for") for c in token.children):
        return ()  # says which: another one
    here = (sentence.ordinal, token.i)
    noun = token.lower_
    seen = [
        (where, i)
        for i, entry in enumerate(who.registry.book.entries)
        if entry.actor.kind in NAMED_BY_NOUN and any(_headed(form, noun) for form in entry.forms)
        for where in entry.seen
        if where < here
    ]
    return (max(seen)[1],) if seen else ()


def _headed(form: str, noun: str) -> bool:
    """Whether a name has a noun for its head: its last word, or the last in front of "of", "for" or "in"."""
    words = form.lower().split()
    at = next((i for i, w in enumerate(words) if w in ("of", "for", "in", "on", "to") and i), len(words))
    return len(words) > 1 and words[at - 1] == noun
