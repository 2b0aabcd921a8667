"""Word lists that trade frames share (lexicons/trade_words.yaml)."""

from __future__ import annotations

from functools import cache

from pipeline.resources import Entry, load


class TradeWords(Entry):
    """lexicons/trade_words.yaml; every list is looked up in lower case."""

    generic: frozenset[str]
    not_goods: frozenset[str]
    empty_modifiers: frozenset[str]
    fixed_pairs: frozenset[str]
    openers: frozenset[str]
    earns: frozenset[str]
    closers: frozenset[str]
    outward_nouns: frozenset[str]
    inward_nouns: frozenset[str]
    outward_verbs: frozenset[str]
    inward_verbs: frozenset[str]
    flow_words: frozenset[str]
    consist: frozenset[str]
    led: frozenset[str]
    makes_up: frozenset[str]
    amount_verbs: frozenset[str]
    passed: frozenset[str]
    size: frozenset[str]
    growth: frozenset[str]
    growth_nouns: frozenset[str]
    arms: frozenset[str]
    staples: frozenset[str]
    no_goods: frozenset[str]
    traders: frozenset[str]
    worked: frozenset[str]
    good_roles: frozenset[str]
    also_modifiers: frozenset[str]
    behind_a_measure: frozenset[str]


@cache
def words() -> TradeWords:
    """The lexicon, read once."""
    return load("trade_words", TradeWords)


def no_good(text: str) -> bool:
    """Whether what a verb of trade has as its object is people, money or arms."""
    return any(w in words().no_goods or w in words().arms for word in text.lower().split() for w in (word, word[:-1]))
