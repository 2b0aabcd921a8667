"""The word lists that names are found with, indexed for look-up by token.

Belongs here: indexes over lexicons/nouns.yaml and titles.yaml. Does not belong here: names of organisations
(organisations) and countries (countries), frames of events and of advice, which their own coders read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from pipeline.resources import Entry, load


class Nouns(Entry):
    """lexicons/nouns.yaml."""

    bodies: dict[str, list[str]]
    heralds: dict[str, list[str]]
    state_nouns: list[str]
    force_nouns: list[str]
    group_nouns: list[str]
    vague_group_nouns: list[str]
    armed_group_nouns: list[str]
    plain_bodies: list[str]
    company_nouns: list[str]
    diplomat_nouns: list[str]
    voice_nouns: list[str]
    ship_prefixes: dict[str, str]


class Titles(Entry):
    """lexicons/titles.yaml."""

    titles: list[str]
    courtesies: list[str]
    modifiers: list[str]
    ended: list[str]
    state_offices: list[str]
    foreign_offices: dict[str, list[str]]


def lower_words(doc: Doc) -> tuple[str, ...]:
    """The words of a sentence in lower case, made once: look-ups ask for them at every token."""
    words = doc.user_data.get("lower_words")
    if words is None:
        words = doc.user_data["lower_words"] = tuple(t.lower_ for t in doc)
    return words


@dataclass
class PhraseIndex:
    """Phrases of up to five words -> a label, looked up at a token; the longest phrase wins."""

    phrases: dict[tuple[str, ...], str] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)  # first word -> words of its longest phrase

    @classmethod
    def of(cls, labels: dict[str, list[str]]) -> PhraseIndex:
        index = cls()
        for label, phrases in labels.items():
            for phrase in phrases:
                words = tuple(phrase.lower().replace("-", " - ").replace("’", "'").split())
                index.phrases.setdefault(words, label)
                index.longest[words[0]] = max(index.longest.get(words[0], 0), len(words))
        return index

    def at(self, doc: Doc, i: int) -> tuple[int, str] | None:
        """(last token, label) of the longest phrase that begins at token i."""
        words = lower_words(doc)
        if not 0 <= i < len(words):
            return None
        for size in range(min(self.longest.get(words[i], 0), len(words) - i), 0, -1):
            label = self.phrases.get(words[i : i + size])
            if label is not None:
                return i + size - 1, label
        return None

    def inside(self, doc: Doc, first: int, last: int) -> bool:
        """Whether a phrase begins within the tokens first..last."""
        return any(self.at(doc, i) is not None for i in range(first, last + 1))


class TitleIndex:
    """Titles, looked up at a token."""

    def __init__(self, phrases: list[str]) -> None:
        plurals = [f"{p}s" for p in phrases if p[-1].isalpha() and p[-1] != "s"]
        self._index = PhraseIndex.of({"title": [*phrases, *plurals]})

    def at(self, doc: Doc, i: int) -> int | None:
        """Last token of the title that begins at token i."""
        hit = self._index.at(doc, i)
        return hit[0] if hit else None

    def covers(self, doc: Doc, i: int) -> bool:
        """Whether token i is part of a title."""
        return any((end := self.at(doc, j)) is not None and end >= i for j in range(max(0, i - 3), i + 1))


@cache
def nouns() -> Nouns:
    return load("nouns", Nouns)


@cache
def phrase_index(section: str) -> PhraseIndex:
    """Index over `bodies` or `heralds`: phrase -> actor kind."""
    return PhraseIndex.of(getattr(nouns(), section))


def ship_prefixes() -> dict[str, str]:
    """Prefix of a naval ship's name -> ISO code of its country, or "none"."""
    return nouns().ship_prefixes


@cache
def titles() -> TitleIndex:
    return TitleIndex(load("titles", Titles).titles)


@cache
def foreign_offices() -> dict[str, frozenset[str]]:
    """ISO code of a state -> offices that it does not have."""
    listed = load("titles", Titles).foreign_offices
    return {code: frozenset(offices) for code, offices in listed.items()}


@cache
def vocabulary(name: str) -> frozenset[str]:
    """A plain list of titles.yaml or nouns.yaml as a set."""
    lists = {
        **load("titles", Titles).model_dump(),
        **{k: v for k, v in nouns().model_dump().items() if isinstance(v, list)},
    }
    return frozenset(lists[name])
