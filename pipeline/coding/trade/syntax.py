"""Small questions of syntax that trade frames share.

Belongs here: what a single parse says. Does not belong here: countries and quantities (whose, scene, values).
"""

from __future__ import annotations

import re

from spacy.tokens import Token

MODIFIERS = frozenset({"poss", "amod", "compound", "nmod", "nummod"})
"""Relations of what stands before a noun and belongs to it."""


def is_subject(noun: Token) -> bool:
    """Whether a noun is its clause's subject, also in "In 2010 trade was ..."."""
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return True
    joined = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.left_edge.i == noun.head.i + 1
    year = joined and re.fullmatch(r"(?:1[89]|20)\d\d", noun.left_edge.text)
    return bool(year) and not any(c.dep_ in ("nsubj", "nsubjpass") for c in governor(noun).children)


def governor(token: Token) -> Token:
    """The verb of the clause that a token stands in, or the root."""
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token
