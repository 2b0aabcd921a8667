"""The word lists of agreements, read once.

Belongs here: lexicons/agreements.yaml as sets. Does not belong here: finding or judging names.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from pipeline.resources import Entry, load


class Kind(Entry):
    """Words and phrases that tell one kind of agreement."""

    kind: str
    words: list[str]


class Known(Entry):
    """An agreement that the world knows by letters or a short name."""

    name: str
    names: tuple[str, ...] = ()
    kind: str


class Words(Entry):
    """lexicons/agreements.yaml."""

    binding: list[str]
    joinable: list[str]
    exercise_nouns: list[str]
    joint_works: list[str]
    bonds: list[str]
    described: list[str]
    common_words: list[str]
    dropped_words: list[str]
    followed_by: list[str]
    domestic_words: list[str]
    left_of: list[str]
    of_many: list[str]
    of_two: list[str]
    third_parties: list[str]
    loose: list[str]
    pacts: list[str]
    signable: list[str]
    halves: dict[str, str]
    regions: list[str]
    verbs: dict[str, list[str]]
    taking_part: dict[str, list[str]]
    taking_part_verbs: dict[str, list[str]]
    allowing: list[str]
    kinds: list[Kind]
    organisations: dict[str, list[str]]
    not_membership: list[str]
    no_member_states: list[str]
    contexts: list[Kind]
    cessions: list[str]
    known: list[Known]
    exercises: list[str]
    links: list[str]
    complement_leads: list[str]
    before_names: list[str]
    between_names: list[str]
    scene_setting: list[str]
    vague: list[str]
    calendar: list[str]
    exercise_adjectives: list[str]
    blocs: list[str]
    funds: list[str]
    purposes: list[str]
    letters_of_sorts: list[str]


@cache
def lexicon() -> Words:
    return load("agreements", Words)


@cache
def words(name: str) -> frozenset[str]:
    """One plain list of the lexicon as a set."""
    return frozenset(getattr(lexicon(), name))


def half(token: Token) -> str | None:
    """The country's code of the first half of "Anglo-Norwegian"; None for every other word."""
    code, doc, i = lexicon().halves.get(token.lower_), token.doc, token.i
    dashed = i + 2 < len(doc) and doc[i + 1].text in ("-", "–") and doc[i + 2].text[:1].isupper()
    return code if code and dashed and token.text[0].isupper() and doc[i + 2].lower_ != "pacific" else None


@cache
def verbs(role: str) -> frozenset[str]:
    """Lemmas of verbs with a role: sign, ratify, reach, join, leave, ..."""
    return frozenset(lexicon().verbs[role])


@cache
def known() -> dict[str, Known]:
    """Written form -> agreement of the list."""
    return {form: entry for entry in lexicon().known for form in (entry.name, *entry.names)}


@cache
def organisation_kinds() -> dict[str, str]:
    """Name or letters of an organisation -> kind of its membership, where it is not integration."""
    return {name.casefold(): kind for kind, names in lexicon().organisations.items() for name in names}


def kind_of(text: str, section: str = "kinds") -> str | None:
    """The first kind with a word or phrase in `text`; None where no word tells."""
    flat = " " + re.sub(r"[^\w]+", " ", text.replace("-", "").replace("–", " ").casefold()) + " "
    spaced = " " + re.sub(r"[^\w]+", " ", text.casefold()) + " "
    for entry in getattr(lexicon(), section):
        for word in entry.words:
            if f" {word} " in flat or f" {word} " in spaced:
                return entry.kind
    return None
