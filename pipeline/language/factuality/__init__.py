"""Whether a clause states a happening as fact, as announced, as alleged, or not at all: `factuality`.

Belongs here: negation, modality, conditions, questions, and what a governing verb does to its complement. Does not
belong here: which words name events.

The verdict follows the idea of factuality profiles (Saurí and Pustejovsky's FactBank): each governing predicate passes
a complement's factuality on, weakens it or cancels it.
"""

from pipeline.language.factuality.marks import negated, to_come, undertaken
from pipeline.language.factuality.verdict import factuality
from pipeline.language.factuality.words import (
    ANNOUNCED,
    CANCELS,
    CONDITIONAL,
    FACT,
    HYPOTHETICAL_NOUNS,
    MODALS,
    PLANS,
    REPORTS,
    Factuality,
)

__all__ = [
    "ANNOUNCED",
    "CANCELS",
    "CONDITIONAL",
    "FACT",
    "HYPOTHETICAL_NOUNS",
    "MODALS",
    "PLANS",
    "REPORTS",
    "Factuality",
    "factuality",
    "negated",
    "to_come",
    "undertaken",
]
