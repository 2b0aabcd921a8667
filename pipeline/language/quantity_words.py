"""The words around numbers (lexicons/trade_quantities.yaml), compiled for look-up.

Belongs here: patterns made from the lexicon. Does not belong here: the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property

from pydantic import ConfigDict

from pipeline.resources import Entry, load

_ENDS_A_PHRASE = (
    "of|in|to|and|or|from|by|for|with|at|on|as|than|who|which|that|were|was|is|are|be|have|has|had|will|would|per|the"
)

_DATING = "a|an|the|last|this|that|next|each|every|per|in|by|for|over|within|during|of|and|or"
"""Words behind a number that begin a date or a rate, not what is counted."""


class Words(Entry):
    """lexicons/trade_quantities.yaml with the patterns derived from it."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))

    before_phrases: dict[str, list[str]]
    after_phrases: dict[str, list[str]]
    counted: dict[str, list[str]]
    not_counted: list[str]
    labels: list[str]
    superlatives: list[str]
    among: list[str]
    change_after_words: list[str]
    change_before_words: list[str]

    @cached_property
    def before(self) -> dict[str, str]:
        """Phrase before a number -> comparator."""
        return {p.lower(): c for c, phrases in self.before_phrases.items() for p in phrases}

    @cached_property
    def before_pattern(self) -> re.Pattern[str]:
        """A comparator phrase that ends where the search ends; group 1 is the phrase."""
        return re.compile(
            rf"(?<![\w-])({alternatives(self.before)})(?:\s+(?:a|an|the))?\s*\Z".replace(r"\ ", r"\s+"), re.IGNORECASE
        )

    @cached_property
    def after(self) -> dict[str, str]:
        return {p: c for c, phrases in self.after_phrases.items() for p in phrases}

    @cached_property
    def after_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\s+({alternatives(self.after)})\b(?!\s+than)", re.IGNORECASE)

    @cached_property
    def units(self) -> dict[str, str]:
        """Counted noun -> unit."""
        return {noun.lower(): unit for unit, nouns in self.counted.items() for noun in nouns}

    @cached_property
    def noun_phrase(self) -> re.Pattern[str]:
        """Up to five words after a number that can belong to one noun phrase."""
        word = rf"(?!(?:{_ENDS_A_PHRASE})\b)[A-Za-z][\w.'’-]*"
        return re.compile(rf"(?:\s+{word}){{1,5}}", re.IGNORECASE)

    @cached_property
    def among_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{alternatives(self.among)})\s+(?:[\w.'’-]+\s+){{0,3}}\Z", re.IGNORECASE)

    @cached_property
    def change_before(self) -> re.Pattern[str]:
        """A verb of change that the amount measures: "fell by", "rose an estimated"."""
        part = "(?<!make )(?<!makes )(?<!made )(?<!making )"  # "makes up 5 percent" is no change
        return re.compile(rf"{part}\b(?:{alternatives(self.change_before_words)})\s+(?:by\s+)?\Z", re.IGNORECASE)

    @cached_property
    def change_after(self) -> re.Pattern[str]:
        kind = r"(?:\s+(?:annual|yearly|year-on-year|sharp|further|overall))?"
        return re.compile(rf"{kind}\s+(?:{alternatives(self.change_after_words)})\b", re.IGNORECASE)

    @cached_property
    def not_counted_pattern(self) -> re.Pattern[str]:
        """A noun that makes the number before it no quantity, at most one word on: "30 long years"."""
        return re.compile(
            rf"(?:[\s-]+|\s+(?!(?:{_DATING})\s)[a-z]+\s+)(?:{alternatives(self.not_counted)})(?![\w])|\s*[ap]\.?m\b",
            re.IGNORECASE,
        )

    @cached_property
    def label_pattern(self) -> re.Pattern[str]:
        """A label word right before a number."""
        return re.compile(rf"\b(?:{alternatives(self.labels)})\.?[\s-]*\Z", re.IGNORECASE)


def alternatives(phrases: Iterable[str]) -> str:
    """Regular expression of the phrases, the longest first."""
    return "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def words() -> Words:
    """The lexicon, read once."""
    return load("trade_quantities", Words)
