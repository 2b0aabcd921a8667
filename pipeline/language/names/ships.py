"""Naval ships, which the prefix of their name tells: "HMS X", "USS X (FFG-1)".

Belongs here: prefixes and the names behind them. Does not belong here: navies (bodies), the prefixes (lexicons/nouns).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.lexicon import ship_prefixes
from pipeline.language.names.model import Known, Name
from pipeline.language.names.runs import capital, run_end, words_of


def ships(doc: Doc, known: Known) -> list[Name]:
    """The ships of a sentence with their countries."""
    out = []
    for token in doc[:-1]:
        entry = ship_prefixes().get(token.text)
        if entry is not None and capital(doc[token.i + 1]):
            last = run_end(doc, token.i + 1, frozenset())
            country = entry if entry != "none" else None
            out.append(Name(token.i, last, words_of(doc, token.i, last), "armed_force", country=country, rule="ship"))
    return out
