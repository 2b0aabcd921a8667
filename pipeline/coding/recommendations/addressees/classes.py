"""Who a subject may be: somebody who can be advised, or a thing that only happens.

Belongs here: the class of a noun. Does not belong here: which actor it is (phrases, with the registry).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.recommendations.lexicon import words
from pipeline.language.names import country_forms

_PERSONAL = frozenset({"we", "they", "he", "she", "you", "all", "both"})
_POINTING = frozenset({"this", "it", "these", "that"})
"""Pronouns that stand for a plan or an effort."""
_PEOPLE = ("maker", "ian", "ist", "er", "or")
"""How nouns of people who do something end ("policymaker", "regulator")."""
_NO_PEOPLE = frozenset(
    "order power paper matter number water sector factor border river error labor letter computer weather"
    " disaster corridor offer tower center cover danger fever trigger barrier transfer winter summer".split()
)
"""Things whose names end like those of people."""


def is_instrument(token: Token) -> bool:
    """A plan, an effort or a pronoun that stands for it: advice to it is advice to whoever holds it."""
    return token.lemma_.lower() in words().instruments or token.lower_ in _POINTING


def may_act(token: Token) -> bool:
    """Whether a subject is somebody who can be advised: a name, people or a body, an instrument of theirs."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "ORG", "PERSON", "NORP"):
        return True
    if lemma in words().anyone or lemma in words().instruments or token.lower_ in _PERSONAL:
        return True
    if token.pos_ != "NOUN":
        return token.i == 0 and token.is_title and 0 in country_forms(token.doc)  # a name that the tagger misread
    if any(t.pos_ == "PROPN" or t.lemma_.lower() in words().anyone for t in token.conjuncts if t.i > token.i):
        return True
    return lemma.endswith(_PEOPLE) and lemma not in _NO_PEOPLE


def names_somebody(token: Token) -> bool:
    """Whether a subject is a name: a country, an organisation. A capital that only opens the sentence is no name."""
    return token.ent_type_ in ("GPE", "ORG", "NORP") or (token.pos_ == "PROPN" and token.i > 0)
