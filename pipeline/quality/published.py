"""Published tables -> their rows by document, in the shape in which they are compared.

Belongs here: reading frames. Does not belong here: reading files (pipeline.quality.corpora, the command line).

An event, an actor and an agreement stand once in a document however often it names them, save that each statement of
an event is a row: what a document says twice is coded twice, and gold files mark the repeat as optional.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pipeline.quality.names import party
from pipeline.quality.rows import (
    ActorRow,
    AdviceRow,
    AgreementRow,
    CitationRow,
    EventRow,
    Parties,
    Party,
    Row,
    Span,
    TradeRow,
)
from schemas import TABLES

Values = Mapping[str, Any]


@dataclass(slots=True)
class Published:
    """The tables of one dataset, rows in the order of their keys."""

    tables: Mapping[str, pl.DataFrame]
    actors: dict[str, Party] = field(init=False)

    def __post_init__(self) -> None:
        known = self.tables["actors"].select("actor_id", "name", "aliases")
        self.actors = {i: party(name, aliases) for i, name, aliases in known.iter_rows()}

    @property
    def documents(self) -> dict[str, str]:
        """File name -> id of every document."""
        return dict(self.tables["documents"].select("file_name", "document_id").iter_rows())

    def rows(self, table: str, document: str) -> list[Row]:
        """The rows of a measured table that a document (its id) gave."""
        return list(_READERS[table](self, document))

    def of(self, table: str, document: str) -> Iterator[Values]:
        """The published rows of a table with a document, by key."""
        frame = self.tables[table].filter(pl.col("document_id") == document)
        return frame.sort(TABLES[table].key()).iter_rows(named=True)

    def named(self, table: str, document: str) -> Iterator[Values]:
        """The things that a document mentions, once each, in the order of their mentions."""
        mentions, key = f"{table.removesuffix('s')}_mentions", TABLES[table].key()[0]
        things = {row[key]: row for row in self.tables[table].iter_rows(named=True)}
        for i in dict.fromkeys(row[key] for row in self.of(mentions, document)):
            if i in things:
                yield things[i]

    def parties(self, ids: Iterable[str] | None) -> Parties:
        return tuple(self.actors.get(i) or party(i) for i in ids or ())


def _span(row: Values) -> tuple[Span, str | None]:
    return (row["char_start"], row["char_end"]), row["evidence"]


def _events(tables: Published, document: str) -> Iterator[Row]:
    for row in tables.of("event_mentions", document):
        sides = tables.parties(row["source_ids"]), tables.parties(row["target_ids"])
        yield EventRow(*_span(row), row["event_type"], row["trigger"], *sides, row["date"])


def _actors(tables: Published, document: str) -> Iterator[Row]:
    for row in tables.named("actors", document):
        yield ActorRow(None, None, tables.actors[row["actor_id"]], row["kind"], row["country"] or None)


def _agreements(tables: Published, document: str) -> Iterator[Row]:
    for row in tables.named("agreements", document):
        names = tuple(name for name in (row["name"], row["acronym"]) if name)
        yield AgreementRow(None, None, names, row["kind"], tables.parties(row["party_ids"]))


def _facts(tables: Published, document: str) -> Iterator[Row]:
    for row in tables.of("trade_facts", document):
        span, said = _span(row)
        yield TradeRow(
            span,
            said,
            row["indicator"],
            row["reporter"] or None,
            row["partner"] or None,
            row["commodity"],
            row["comparator"],
            row["value"],
            row["unit"],
        )


def _advice(tables: Published, document: str) -> Iterator[Row]:
    for row in tables.of("recommendations", document):
        addressees = tables.parties(row["addressee_ids"])
        yield AdviceRow(*_span(row), row["action"], addressees, row["area"], row["modality"])


def _citations(tables: Published, document: str) -> Iterator[Row]:
    for row in tables.of("citations", document):
        yield CitationRow(*_span(row), row["number"], row["title"], row["publisher"], row["date"])


_READERS: dict[str, Callable[[Published, str], Iterator[Row]]] = {
    "events": _events,
    "actors": _actors,
    "agreements": _agreements,
    "trade_facts": _facts,
    "recommendations": _advice,
    "citations": _citations,
}
