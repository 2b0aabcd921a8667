"""The verdicts on a happening, and the words that decide between them.

Belongs here: word lists and the shape of a verdict. Does not belong here: syntax (marks, verdict).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.resources import words

FACT = "occurred"
ANNOUNCED = "announced"
ALLEGED = "alleged"
NONE = None

PASSES = words("passes")
"""Verbs whose infinitive or gerund happened when they did."""
PLANS = words("plans")
"""Verbs whose infinitive is a deed to come."""
CANCELS = words("cancels")
"""Verbs under which a complement is not stated to happen (what was asked, feared, refused, tried, predicted)."""
PURPOSES = frozenset(
    "goal aim purpose objective task mission role hope plan idea way intention priority point step".split()
)
"""Nouns of which "is to do" tells what is meant, not what is going to happen."""
REPORTS = words("reports")
ALLEGES = frozenset("claim allege accuse contend maintain assert charge".split())
FACTIVE_PREPOSITIONS = words("factive_prepositions")
HYPOTHETICAL_NOUNS = words("hypothetical_nouns")
FUTURE = frozenset({"will", "'ll", "wo", "shall"})
MODALS = frozenset("would could may might should must can ought shall cannot ca".split())
SAYABLE = frozenset({"can", "may", "must", "have"})
CONDITIONAL = frozenset("if unless whether lest should provided".split())


@dataclass(frozen=True, slots=True)
class Factuality:
    """status: occurred, ongoing, announced, alleged, or None; reason: why None, in one word."""

    status: str | None
    reason: str = ""
    speaker: Token | None = None
