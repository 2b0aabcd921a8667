"""The actors that a phrase names as those to act: the registry's, and states behind governments, capitals, policies.

Belongs here: one phrase of one sentence. Does not belong here: pronouns that go on from the sentence before (find),
other sentences that name whom it is for (before).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.lexicon import words
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

_PAIRED = frozenset("capital government country side state nation partner ally neighbour neighbor".split())
"""Nouns that with "both" or "two" mean the two states of a document about two."""
_GOVERNED = frozenset({"government", "country", "administration", "nation"})
"""Nouns that with a person's "her" mean the state that the person belongs to."""
_OWNED = frozenset({"policy", "strategy", "diplomacy", "approach", "leader", "leadership", "interest"})
"""Nouns whose owner acts: the policy of a state is the state's."""
_ATTRIBUTIVE = ("compound", "nmod", "amod")

_SEAT_OF_UNION = "Brussels"
"""Stands for the European Union in a text that names it."""


def actors_of(registry: Registry, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """Indices of the actors that the phrase headed by `token` names as those to act."""
    if token.text == _SEAT_OF_UNION and (union := registry.book.by_name("European Union", ("igo",))) is not None:
        return (union,)
    found = _own_state(registry, token, registry.resolve(sentence, token))
    if not found and token.lemma_.lower() in _PAIRED and _is_of_two(token):
        return tuple(registry.reference.dyad())
    return found or _seat(registry, token) or _owner(registry, sentence, token)


def office_holders(registry: Registry, token: Token) -> tuple[int, ...]:
    """Whom the text gives the title: the two holders that "both presidents" means, the only one that "the minister"
    does, however far back it names them."""
    office = token.lemma_.lower()
    one = token.tag_ == "NN" and any(t.lower_ in ("the", "this", "that") for t in token.children)
    said_which = any(t.dep_ in ("amod", "compound", "nmod", "poss", "prep") for t in token.children)
    if not _is_of_two(token) and (not one or said_which):
        return ()
    titled = {r.actor for r in registry.roles if office in r.title.lower().split()}
    return tuple(sorted(titled)) if len(titled) == (1 if one else 2) else ()


def of_two_states(token: Token) -> bool:
    """Whether a phrase means the two states of a document by those who act for them: "the two ministries",
    "politicians in both countries"."""
    acts_for = token.lemma_.lower() in words().in_office | words().state_bodies
    if any(t.dep_ in _ATTRIBUTIVE for t in token.children):
        return False  # "the two trade ministries" are bodies of their own
    places = [p for t in token.children if t.lower_ in ("in", "of") for p in t.children if p.dep_ == "pobj"]
    return acts_for and (_is_of_two(token) or any(p.lemma_ in _PAIRED and _is_of_two(p) for p in places))


def _is_of_two(token: Token) -> bool:
    return any(t.lower_ in ("both", "two", "neither", "either", "each") for t in token.children)


def _own_state(registry: Registry, token: Token, found: tuple[int, ...]) -> tuple[int, ...]:
    """ "Her government" is the state of the person that "her" means."""
    if token.lemma_.lower() not in _GOVERNED or len(found) != 1 or registry.actors[found[0]].kind != "person":
        return found
    state = registry.book.state(registry.actors[found[0]].country)
    return found if state is None else (state,)


def _seat(registry: Registry, token: Token) -> tuple[int, ...]:
    """The state of a capital that is told to act: "it falls to Oslo", "For Oslo"."""
    for first, (last, form) in country_forms(token.doc).items():
        if first <= token.i <= last and form.form == "seat":
            state = registry.book.state(form.country.code)
            return () if state is None else (state,)
    return ()


def _owner(registry: Registry, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """Whose the thing is that is told to act: X of "X policy", "the X strategy"."""
    if token.dep_ not in _ATTRIBUTIVE and token.lemma_.lower() not in _OWNED:
        return ()
    found = registry.related(sentence, token) or _by_name(registry, sentence, token)
    owners = [t for t in token.children if t.dep_ in _ATTRIBUTIVE]
    return found or next((i for t in owners if (i := _by_name(registry, sentence, t))), ())


def _by_name(registry: Registry, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    index = registry.by_token.get((sentence.ordinal, token.i))
    return () if index is None else (index,)
