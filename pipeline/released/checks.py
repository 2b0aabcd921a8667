"""What can be checked of a release without building it again: files, schemas, keys, licences, words.

Belongs here: looking for faults. Does not belong here: rebuilding (pipeline.cli.verify), or saying what a table's rules
are (pipeline.derive.checks).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline.derive.checks import BrokenKeys, WrongColumns, validate
from pipeline.derive.evidence import misquoted
from pipeline.publish import csv, parquet
from pipeline.publish.changelog import changelog
from pipeline.publish.database import logical_hash, write_database
from pipeline.publish.files import CHANGES, DATABASE, SUMS, sums
from pipeline.publish.history import content_sha256
from pipeline.publish.rights import NotRedistributable, check_rights
from pipeline.read.model import Document
from pipeline.released.folder import Released
from schemas import TABLES

SHOWN = 5
"""How many faults of a check are named."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One check. told: what was looked at; faults: what is wrong, in sentences, empty for nothing."""

    name: str
    told: str
    faults: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.faults


def checks(release: Released, sources: Sequence[Document] | None) -> Iterator[Checked]:
    """Every check, one after the other. sources: the documents of the seeds folder, None where there is none."""
    yield _files(release)
    yield _schemas(release)
    yield _rows(release)
    yield _version(release)
    yield _licences(release)
    yield _database(release)
    yield _words(release, sources)


def _checked(name: str, told: str, faults: Sequence[str]) -> Checked:
    shown = list(faults[:SHOWN])
    if len(faults) > SHOWN:
        shown.append(f"and {len(faults) - SHOWN} more")
    return Checked(name, told, tuple(shown))


def _files(release: Released) -> Checked:
    """That SHA256SUMS names every file was found when the release was opened; here, that it leaves none out."""
    told = (release.folder / SUMS).read_text(encoding="utf-8").splitlines()
    faults = [
        f"{line.split('  ', 1)[1]} is not named in {SUMS}"
        for line in sums(release.folder).splitlines()
        if line not in told
    ]
    return _checked("files", f"{len(told)} files as {SUMS} says", faults)


def _schemas(release: Released) -> Checked:
    faults = []
    for name, table in TABLES.items():
        frame = release.tables[name]
        faults += parquet.faults(table, frame, parquet.parquet_path(release.folder, table))
        faults += csv.faults(table, frame, csv.csv_path(release.folder, table))
    return _checked("schemas", f"{len(TABLES)} tables with their columns, types, descriptions and order", faults)


def _rows(release: Released) -> Checked:
    rows = sum(frame.height for frame in release.tables.values())
    told = f"{rows:,} rows with their keys, references, vocabularies, dates and offsets"
    try:
        found = validate(release.tables).rejects
    except (BrokenKeys, WrongColumns) as error:
        return _checked("rows", told, [line.strip() for line in str(error).splitlines()[1:] or [str(error)]])
    known = release.tables["rejects"].get_column("reject_id").implode()
    new = found.filter(~found["reject_id"].is_in(known))
    return _checked("rows", told, [f"{table}: {reason}" for table, reason in new.select("table_name", "reason").rows()])


def _version(release: Released) -> Checked:
    history = release.tables["releases"].sort("ordinal")
    latest = history.row(-1, named=True)
    faults = []
    if content_sha256(release.tables) != latest["content_sha256"]:
        faults.append(f"the rows are not those that version {release.version} stands for")
    if f"+{latest['content_sha256'][:8]}" not in release.version:
        faults.append(f"version {release.version} is not made of the content's fingerprint")
    if (release.folder / CHANGES).read_text(encoding="utf-8") != changelog(history):
        faults.append(f"{CHANGES} does not tell what the table releases tells")
    return _checked("version", f"{release.version} stands for these rows", faults)


def _licences(release: Released) -> Checked:
    if release.private:
        return Checked("licences", "a private release: it may hold words that are not to be passed on")
    try:
        check_rights(release.tables)
    except NotRedistributable as error:
        return _checked("licences", "", [str(error).split(". ")[0]])
    return Checked("licences", "no words of sources that may not be passed on")


def _database(release: Released) -> Checked:
    told = f"{DATABASE} holds the same tables, with keys, views and comments"
    with tempfile.TemporaryDirectory(prefix="peru-us-verify-") as folder:
        anew = Path(folder) / DATABASE
        try:
            write_database(release.tables, anew)
            same = logical_hash(anew) == logical_hash(release.folder / DATABASE)
        except duckdb.Error as error:
            return _checked("database", told, [str(error).splitlines()[0]])
    return _checked("database", told, [] if same else [f"{DATABASE} holds something else than the Parquet files"])


def _words(release: Released, sources: Sequence[Document] | None) -> Checked:
    """Every span cut out of its source again, for the sources that are the ones that were read."""
    if sources is None:
        return Checked("words", "not checked: there is no folder with the sources")
    published = dict(release.tables["documents"].select("document_id", "sha256").iter_rows())
    texts = {d.document_id: d.text for d in sources if published.get(d.document_id) == d.sha256}
    faults, spans = [], 0
    for name, table in TABLES.items():
        words = "evidence" if table.has_evidence() else "text" if name == "sentences" else None
        if words:
            frame = release.tables[name]
            spans += frame.filter(frame["document_id"].is_in(list(texts))).height
            faults += [f"{name}: {reason}" for _, reason in misquoted(frame, texts, words)]
    missing = len(published) - len(texts)
    rest = f"; {missing} documents were read from sources that are not there" if missing else ""
    return _checked("words", f"{spans:,} spans of {len(texts)} sources{rest}", faults)
