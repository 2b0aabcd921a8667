"""Rows as they are compared: the same plain shape for what a person coded and for what was published.

Belongs here: the fields that figures speak of, and which tables hold them. Does not belong here: how gold files or
published tables become such rows (gold, published), or when two rows agree (compare).
"""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Offsets of the words a row rests on, in code points of the document's text, half open."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as a row names it. name: the name itself; keys: all its known forms, by `names.key`."""

    name: str
    keys: frozenset[str]


Parties = tuple[Party, ...]

TABLES_READ = (
    "documents",
    "actors",
    "actor_mentions",
    "agreements",
    "agreement_mentions",
    "event_mentions",
    "trade_facts",
    "recommendations",
    "citations",
)
"""The published tables that hold what is compared."""


@dataclass(frozen=True, slots=True)
class Row:
    """What every row has. span: None for rows that are told by their names. said: its words, to show to a person."""

    span: Span | None
    said: str | None


@dataclass(frozen=True, slots=True)
class EventRow(Row):
    event_type: str
    trigger: str | None
    sources: Parties
    targets: Parties
    date: str | None


@dataclass(frozen=True, slots=True)
class ActorRow(Row):
    actor: Party
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class AgreementRow(Row):
    """names: the name, the acronym and, of a gold row, the aliases."""

    names: tuple[str, ...]
    kind: str
    parties: Parties


@dataclass(frozen=True, slots=True)
class TradeRow(Row):
    indicator: str
    reporter: str | None
    partner: str | None
    commodity: str | None
    comparator: str | None
    value: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class AdviceRow(Row):
    action: str
    addressees: Parties
    area: str
    modality: str


@dataclass(frozen=True, slots=True)
class CitationRow(Row):
    number: int | None
    title: str | None
    publisher: str | None
    date: str | None
