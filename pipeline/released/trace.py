"""From any row of a release to the words it rests on: the row, its passages, their rule and their source.

Belongs here: gathering. Does not belong here: how it is shown (pipeline.cli.show).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl
from rapidfuzz import fuzz, process

from pipeline.derive.citing import cite_source
from pipeline.derive.keys import owners, references
from pipeline.errors import UsageError
from pipeline.released.folder import Released
from schemas import TABLES, Column, Table
from schemas.evidence import Evidence

CLOSE = 3
"""How many ids an error proposes."""

LIKE = 75.0
"""Likeness (0 to 100) from which an id is proposed in place of an unknown one."""

SHARED = frozenset(Evidence.columns())
"""Columns that every passage has; the others of its row are told as its details."""


class UnknownRow(UsageError):
    """No row of the release has this key."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that one row rests on.

    table, row_id: the row. details: what its other columns say, as published, nulls and empty lists left out.
    sentence: None where the words are withheld, since the source may not be passed on; so is evidence.
    mark: where the evidence lies in the sentence, in code points. place: where a reader finds the sentence in the file.
    """

    table: str
    row_id: str
    details: dict[str, Any]
    document_id: str
    sentence_id: str
    char_start: int
    char_end: int
    evidence: str | None
    sentence: str | None
    mark: tuple[int, int]
    place: str | None
    rule_id: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Traced:
    """A row and all that it rests on.

    about: what a row of its table is. row: its values. names: names of the actors, agreements and documents that the
    row or its passages refer to. passages: its own and those of its parts (statements of an event, mentions of an
    actor), in order of document and place. sources: citation of each document among them.
    """

    version: str
    table: str
    about: str
    row_id: str
    row: dict[str, Any]
    names: dict[str, str]
    passages: tuple[Passage, ...]
    sources: dict[str, str]


def trace(release: Released, row_id: str) -> Traced:
    """Everything about the row whose key is `row_id`. Raises UnknownRow, with ids that are meant perhaps."""
    found = _find(release, row_id)
    if found is None:
        raise UnknownRow(_unknown(release, row_id))
    table, row = found
    passages = tuple(_passages(release, table, row_id))
    documents = _documents(release, row, passages)
    return Traced(
        version=release.version,
        table=table.table(),
        about=table.about("en"),
        row_id=row_id,
        row=row,
        names=_names(release, table, row, passages),
        passages=passages,
        sources={key: cite_source(document) for key, document in documents.items()},
    )


def _find(release: Released, row_id: str) -> tuple[type[Table], dict[str, Any]] | None:
    for name, table in TABLES.items():
        if len(table.key()) == 1:
            rows = release.tables[name].filter(pl.col(table.key()[0]) == row_id)
            if rows.height:
                return table, rows.row(0, named=True)
    return None


def _passages(release: Released, table: type[Table], row_id: str) -> Iterator[Passage]:
    """The passages of a row: those of all tables of which the row is the owner, and its own."""
    rows = [row for name in TABLES for row in _parts(release, TABLES[name], table, row_id)]
    if not rows:
        return
    keys = pl.Series([row["sentence_id"] for _, row in rows])
    sentences = release.tables["sentences"].filter(pl.col("sentence_id").is_in(keys.implode()))
    places = {row["sentence_id"]: row for row in sentences.iter_rows(named=True)}
    for part, row in sorted(rows, key=lambda found: (found[1]["document_id"], found[1]["char_start"])):
        sentence = places[row["sentence_id"]]
        start = sentence["char_start"]
        yield Passage(
            table=part.table(),
            row_id=row[part.key()[0]],
            details={name: value for name, value in row.items() if _worth_telling(part, name, value)},
            **{name: row[name] for name in SHARED},
            sentence=sentence["text"],
            mark=(row["char_start"] - start, row["char_end"] - start),
            place=sentence["locator"],
        )


def _parts(
    release: Released, part: type[Table], whole: type[Table], row_id: str
) -> Iterator[tuple[type[Table], dict[str, Any]]]:
    if not part.has_evidence():
        return
    columns = [column.name for column in owners(part) if column.references == whole.table()]
    columns += part.key() if part is whole else ()
    for column in columns:
        for row in release.tables[part.table()].filter(pl.col(column) == row_id).iter_rows(named=True):
            yield part, row


def _worth_telling(table: type[Table], name: str, value: Any) -> bool:
    return name not in SHARED and name not in table.key() and value not in (None, [])


def _documents(release: Released, row: dict[str, Any], passages: tuple[Passage, ...]) -> dict[str, dict[str, Any]]:
    keys = {passage.document_id for passage in passages} | {row.get("document_id")}
    documents = release.tables["documents"].sort("document_id").iter_rows(named=True)
    return {document["document_id"]: document for document in documents if document["document_id"] in keys}


_NAMED = {"actors": "name", "agreements": "name", "documents": "title"}
"""Tables whose rows have a name, with the column that holds it."""


def _names(release: Released, table: type[Table], row: dict[str, Any], passages: tuple[Passage, ...]) -> dict[str, str]:
    wanted = dict.fromkeys(_referred(table, row))
    for passage in passages:
        wanted |= dict.fromkeys(_referred(TABLES[passage.table], passage.details))
    found: dict[str, str] = {}
    for name, column in _NAMED.items():
        keys = pl.Series([key for parent, key in wanted if parent == name], dtype=pl.String)
        of = release.tables[name].filter(pl.col(TABLES[name].key()[0]).is_in(keys.implode()))
        found |= {key: text for key, text in of.select(TABLES[name].key()[0], column).iter_rows() if text}
    return found


def _referred(table: type[Table], row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Table and key of everything that a row refers to."""
    for column in references(table):
        for key in _keys(column, row.get(column.name)):
            yield column.references or "", key


def _keys(column: Column, value: Any) -> list[str]:
    if value is None:
        return []
    return value if column.kind == "list" else [value]


def _unknown(release: Released, row_id: str) -> str:
    """What to say of an id that no row has: ids that are like it, or the actors that are called so."""
    meant = release.tables["actors"].filter(
        (pl.col("name").str.to_lowercase() == row_id.lower())
        | pl.col("aliases").list.eval(pl.element().str.to_lowercase()).list.contains(row_id.lower())
    )
    ids = [
        key
        for name, table in TABLES.items()
        if len(table.key()) == 1
        for key in release.tables[name].get_column(table.key()[0])
    ]
    close = process.extract(row_id, ids, scorer=fuzz.ratio, limit=CLOSE, score_cutoff=LIKE)
    start = f"No row in {release.folder} has the key {row_id!r}."
    if meant.height:
        return f"{start} {', '.join(meant['actor_id'].sort())} is the key of an actor of that name."
    if close:
        return f"{start} Is {' or '.join(key for key, *_ in close)} meant?"
    return f"{start} Keys stand in the first column of every table, those of events in event_id of events."
