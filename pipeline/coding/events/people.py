"""Whether a noun phrase means people, named or not.

Belongs here: nationalities, numbers, pronouns and nouns of trades as people. Does not belong here: who they are
(pipeline.coding.reference), how many they are (counts).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.events.frames import is_a
from pipeline.language.clauses import counted
from pipeline.language.names.known import country_forms

CLASSES = ["@lives", "@prisoner", "@diplomat", "@office", "@people", "@trades"]
"""Classes of nouns for people (lexicons/events/classes.yaml)."""
PERSONAL = frozenset({"him", "her", "them", "us", "me", "who", "whom", "he", "she", "they", "those", "we"})
TRADES = (
    "ist",
    "ists",
    "ian",
    "ians",
    "man",
    "men",
    "woman",
    "women",
    "owner",
    "owners",
    "keeper",
    "keepers",
    "eer",
    "eers",
)
"""Endings of nouns for people by what they do."""
NO_TRADES = frozenset({"list", "mist", "twist", "wrist", "career", "beer", "deer", "veer", "sheer", "specimen"})


def means_people(token: Token) -> bool:
    """Whether the phrase headed by a word means people: "them", "six", "three of the owners", "125 Nigerians"."""
    if token.lower_ in PERSONAL:
        return True
    if token.pos_ == "NUM":
        return token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY") and all(
            means_people(t) for t in counted(token)
        )
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if is_a(token, CLASSES) or (
        token.lower_.endswith(TRADES) and token.lower_ not in NO_TRADES and token.pos_ == "NOUN"
    ):
        return True
    return _nationals(token)


def _nationals(token: Token) -> bool:
    """Whether a plural noun names people by their country ("125 Nigerians")."""
    if not token.lower_.endswith("s") or token.dep_ in ("amod", "compound", "nmod"):
        return False
    forms = country_forms(token.doc)
    return any(first <= token.i <= last and form.form == "demonym" for first, (last, form) in forms.items())
