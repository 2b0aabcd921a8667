"""Organisations that the world knows by a fixed name, by their written forms.

Belongs here: lexicons/organisations, which lists those whose kind no word of the name tells, and those with an acronym
in common use. Does not belong here: bodies that a word of their name tells (names.bodies: ministries, embassies,
navies, parties), finding names in a sentence (names.known).
"""

from __future__ import annotations

from functools import cache

from pipeline.resources import Entry, load

FILES = ("world", "regional", "states", "armed", "media", "society")
"""Files of lexicons/organisations: whose an organisation is, or what it does."""


class Organisation(Entry):
    """One line: the name, its other written forms, its kind (vocabulary actor_kind), ISO 3166-1 alpha-3 of the one
    state whose it is."""

    name: str
    names: list[str] = []
    kind: str
    country: str | None = None


@cache
def organisations() -> dict[str, Organisation]:
    """Written form -> organisation; of two with one form the first."""
    table: dict[str, Organisation] = {}
    for file in FILES:
        for entry in load(f"organisations/{file}", list[Organisation]):
            for surface in (entry.name, *entry.names):
                table.setdefault(surface.replace("–", "-"), entry)
    return table
