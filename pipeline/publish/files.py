"""All files of a release, written into a folder and checked there."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from pipeline.derive.card import card
from pipeline.derive.croissant import croissant
from pipeline.derive.datapackage import descriptor
from pipeline.derive.descriptions import Language
from pipeline.derive.dictionary import index, page
from pipeline.derive.release_files import PublishedFile, ReleaseFiles
from pipeline.publish import csv, database, parquet
from pipeline.publish.changelog import changelog
from schemas import TABLES

DATABASE = "peru_us.duckdb"
DESCRIPTOR = "datapackage.json"
CROISSANT = "croissant.json"
CARD = "README.md"
CHANGES = "CHANGES.md"
SUMS = "SHA256SUMS"
DICTIONARY = "dictionary"

OWN = frozenset({parquet.FOLDER, csv.FOLDER, DATABASE, DESCRIPTOR, CROISSANT, CARD, SUMS, DICTIONARY, CHANGES})
"""What a release consists of."""


class UnsoundRelease(RuntimeError):
    """A release was written but does not hold what it should. It is not published."""


def write_files(tables: Mapping[str, pl.DataFrame], folder: Path, former: Path) -> None:
    """Writes all files of a release into an empty folder and checks them.

    The DuckDB file of the `former` release is taken over if it holds the same, because two DuckDB files with the same
    content differ in their bytes. Raises UnsoundRelease where a file does not read back as written.
    """
    for inner in (parquet.FOLDER, csv.FOLDER):
        (folder / inner).mkdir()
    for name, table in TABLES.items():
        parquet.write_parquet(table, tables[name], parquet.parquet_path(folder, table))
        csv.write_csv(table, tables[name], csv.csv_path(folder, table))
    database.write_database(tables, folder / DATABASE)
    _check(tables, folder)
    _take_over(former / DATABASE, folder / DATABASE)
    _write_dictionary(tables, folder / DICTIONARY)
    _write_descriptor(tables, folder)
    (folder / CHANGES).write_text(changelog(tables["releases"]), encoding="utf-8")
    (folder / SUMS).write_text(sums(folder), encoding="utf-8")


def _check(tables: Mapping[str, pl.DataFrame], folder: Path) -> None:
    found = database.faults(folder / DATABASE, tables)
    for name, table in TABLES.items():
        found += parquet.faults(table, tables[name], parquet.parquet_path(folder, table))
        found += csv.faults(table, tables[name], csv.csv_path(folder, table))
    if found:
        raise UnsoundRelease("The release just written is not sound: " + "; ".join(found))


def _take_over(former: Path, written: Path) -> None:
    try:
        same = former.is_file() and database.logical_hash(former) == database.logical_hash(written)
    except duckdb.Error:  # the former file is damaged, or of another version
        same = False
    if same:
        shutil.copyfile(former, written)


def _write_dictionary(tables: Mapping[str, pl.DataFrame], folder: Path) -> None:
    languages: tuple[Language, ...] = ("en", "es")
    for language in languages:
        pages = folder / language
        pages.mkdir(parents=True)
        (pages / "README.md").write_text(index(language), encoding="utf-8")
        for name, table in TABLES.items():
            (pages / f"{name}.md").write_text(page(table, language, tables), encoding="utf-8")


def _write_descriptor(tables: Mapping[str, pl.DataFrame], folder: Path) -> None:
    release = _described(tables, folder)
    for name, found in ((DESCRIPTOR, descriptor(release)), (CROISSANT, croissant(release))):
        text = json.dumps(found, ensure_ascii=False, indent=2)
        (folder / name).write_text(text + "\n", encoding="utf-8")
    (folder / CARD).write_text(card(release, tables["quality"]), encoding="utf-8")


def _described(tables: Mapping[str, pl.DataFrame], folder: Path) -> ReleaseFiles:
    latest = tables["releases"].sort("ordinal").row(-1, named=True)
    return ReleaseFiles(
        version=latest["version"],
        parquet={name: _file(folder, parquet.parquet_path(folder, table)) for name, table in TABLES.items()},
        csv={name: _file(folder, csv.csv_path(folder, table)) for name, table in TABLES.items()},
        database=DATABASE,
        documents=tables["documents"].sort("document_id").to_dicts(),
        row_counts={name: tables[name].height for name in TABLES},
        quality=tables["quality"].to_dicts(),
        private=latest["private"],
    )


def _file(folder: Path, path: Path) -> PublishedFile:
    return PublishedFile(path.relative_to(folder).as_posix(), path.stat().st_size, sha256(path))


def sha256(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sums(folder: Path) -> str:
    """The text of SHA256SUMS for a release, as `sha256sum --check` reads it."""
    paths = sorted(path for name in OWN - {SUMS} for path in _files(folder / name))
    return "".join(f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in paths)


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else [inner for inner in path.rglob("*") if inner.is_file()]


def is_same(folder: Path, former: Path) -> bool:
    """Whether the release in `former` is whole and has the same files, byte by byte, as the one in `folder`."""
    stored = former / SUMS
    return stored.is_file() and (folder / SUMS).read_bytes() == stored.read_bytes() == sums(former).encode()


def belonging(folder: Path) -> set[str]:
    """Names in a folder that the release there put into it: those that its SHA256SUMS tells, and that file itself.

    Nothing, where there is no such file: `csv` or `README.md` may be anyone's.
    """
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    told = {line.partition("  ")[2].partition("/")[0] for line in lines}
    return (told & OWN) | {SUMS}
