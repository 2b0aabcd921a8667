"""A release as it lies in a folder, read only when it is whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow as pa

from pipeline.derive.frames import schema
from pipeline.errors import UsageError
from pipeline.publish.files import SUMS, sha256
from pipeline.publish.parquet import FOLDER, parquet_path
from schemas import TABLES, Table

NAMED = 3
"""How many files or columns an error names."""


class Unusable(UsageError):
    """A folder is no release that can be read: it is missing, foreign, older, or damaged."""


@dataclass(frozen=True, slots=True)
class Released:
    """A release: its folder, its tables by name, and what its row in `releases` tells."""

    folder: Path
    tables: dict[str, pl.DataFrame]
    version: str
    release_id: str
    private: bool


def open_release(folder: Path) -> Released:
    """Reads the release in a folder, after its files were found to be those that SHA256SUMS names.

    Raises Unusable where there is no release, where files are missing, changed or unreadable, or where the tables are
    those of another version of this program.
    """
    check_files(folder)
    tables = {name: _read(table, parquet_path(folder, table)) for name, table in TABLES.items()}
    if tables["releases"].is_empty():
        raise Unusable(f"{folder} is damaged: its table releases is empty, so it has no version. {_AGAIN}")
    latest = tables["releases"].sort("ordinal").row(-1, named=True)
    return Released(folder, tables, latest["version"], latest["release_id"], latest["private"])


_AGAIN = "Build it again, or get a whole copy."


def is_release(folder: Path) -> bool:
    """Whether a folder looks like a release of this dataset, whole or not."""
    return (folder / SUMS).is_file() and (folder / FOLDER).is_dir()


def check_files(folder: Path) -> dict[str, str]:
    """The SHA-256 that SHA256SUMS gives for each file. Raises Unusable where they are not all there as it says."""
    if not folder.exists():
        raise Unusable(f"{folder} does not exist. Name the folder of a release, such as outputs.")
    if not folder.is_dir():
        raise Unusable(f"{folder} is a file. Name the folder of a release, such as outputs.")
    if not is_release(folder):
        raise Unusable(f"{folder} is no release of this dataset: it has no {SUMS} beside a folder {FOLDER}.")
    told = _sums(folder / SUMS)
    missing = [name for name in told if not (folder / name).is_file()]
    if missing:
        raise Unusable(f"{folder} is damaged: {_named(missing)} missing. {_AGAIN}")
    try:
        changed = [name for name, digest in told.items() if sha256(folder / name) != digest]
    except OSError as error:
        raise Unusable(f"{error.filename} cannot be read: {error.strerror}.") from error
    if changed:
        raise Unusable(f"{folder} is damaged: {_named(changed)} not as {SUMS} says. {_AGAIN}")
    return told


def _sums(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"{path} cannot be read ({type(error).__name__}), so the release cannot be checked.") from error
    found = {}
    for line in lines:
        digest, _, name = line.partition("  ")
        if len(digest) != 64 or not name or name.startswith("/") or ".." in Path(name).parts:
            raise Unusable(f"{path} is damaged: a line of it is not a SHA-256 and the name of a file.")
        found[name] = digest
    return found


def _named(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED])
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{shown}{more} {'is' if len(names) == 1 else 'are'}"


def _read(table: type[Table], path: Path) -> pl.DataFrame:
    if not path.is_file():
        raise Unusable(_other_version(path, f"has no table {table.table()}"))
    try:
        frame = pl.read_parquet(path, glob=False)
    except (OSError, ValueError, pa.ArrowException, pl.exceptions.PolarsError) as error:
        raise Unusable(f"{path} cannot be read: {str(error).splitlines()[0]}. {_AGAIN}") from error
    wanted = schema(table)
    lacking = [name for name in wanted if name not in frame.columns]
    strange = [name for name in frame.columns if name not in wanted]
    typed = [name for name in wanted if name in frame.columns and frame.schema[name] != wanted[name]]
    for names, what in ((lacking, "lacks"), (strange, "has also"), (typed, "has other types in")):
        if names:
            raise Unusable(_other_version(path, f"{what} {', '.join(names[:NAMED])} in table {table.table()}"))
    return frame.select(list(wanted))


def _other_version(path: Path, what: str) -> str:
    return (
        f"{path.parent.parent} was made by another version of this program: it {what}. "
        "Build it anew with this version, or read it with the version that made it."
    )
