"""A release published whole: built beside the old one, checked, swapped in. If anything fails the old one stays."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import polars as pl
from filelock import FileLock, Timeout

from pipeline.derive.frames import empty
from pipeline.errors import UsageError
from pipeline.publish.files import belonging, is_same, write_files
from pipeline.publish.history import Provenance, current, releases
from pipeline.publish.rights import check_rights
from pipeline.publish.swap import clean_up, staging_folder, swap_in
from schemas import TABLES

DISTRIBUTION = "peru-us"
MODEL_PREFIX = "en-core-web"
SECONDS_TO_WAIT = 30.0
"""How long a build waits for another one that is publishing into the same folder."""


class OutputsTaken(UsageError):
    """The folder for the release holds other things, or another build is at work there."""


class CannotWrite(UsageError):
    """The folder for the release cannot be written."""


@dataclass(frozen=True, slots=True)
class Published:
    """A release as it lies in `outputs`.

    unchanged: it was there already, and no byte was touched. row_counts: rows per table. changes: rows added, removed
    and changed per table since the release before.
    """

    outputs: Path
    release_id: str
    version: str
    unchanged: bool
    row_counts: dict[str, int]
    changes: dict[str, dict[str, int]]


def publish(
    tables: Mapping[str, pl.DataFrame],
    outputs: Path,
    *,
    sources_sha256: str | None = None,
    code_version: str | None = None,
    rules_sha256: str | None = None,
    lexicons_sha256: str | None = None,
    gold_sha256: str | None = None,
    private: bool = False,
    wait: float = SECONDS_TO_WAIT,
) -> Published:
    """Publishes validated tables into the folder `outputs`, in place of the release there.

    tables: frames by name as `pipeline.derive.checks.validate` gives them; missing ones are empty, `releases` is made
    here. sources_sha256, code_version: fingerprints that the row of `releases` tells; by default those of the
    documents and the version of the installed package. rules_sha256, lexicons_sha256, gold_sha256: fingerprints of the
    code that decides rows, of the lexicons and of the hand coding, so that the next release can say what changed.
    private: allow words of sources that may not be passed on, and mark the release as not to be published.
    wait: seconds to wait for another build that is publishing into the same folder.

    Raises OutputsTaken or CannotWrite (both UsageError) where the folder cannot be used (it keeps either releases to be
    published or private ones, so that neither takes the other's place by a slip), NotRedistributable for words
    that may not be published, and UnsoundRelease or duckdb.Error where the files are not what they should be. In all
    these cases the former release stays as it was.
    """
    outputs = outputs.expanduser().resolve()
    whole = {name: tables.get(name, empty(table)) for name, table in TABLES.items()}
    provenance = Provenance(
        sources_sha256=sources_sha256 or _documents_sha256(whole["documents"]),
        code_version=code_version or metadata.version(DISTRIBUTION),
        model=_model(),
        rules_sha256=rules_sha256,
        lexicons_sha256=lexicons_sha256,
        gold_sha256=gold_sha256,
        private=private,
    )
    if not private:
        check_rights(whole)
    try:
        with _only_builder(outputs, wait):
            clean_up(outputs)
            foreign = _foreign(outputs)
            _same_kind(outputs, private)
            whole["releases"] = releases(whole, outputs, provenance)
            unchanged = _replace(whole, outputs, foreign)
    except OSError as error:
        where = error.filename or outputs
        raise CannotWrite(
            f"The release could not be written to {outputs} ({error.strerror}: {where}). The former release stays."
        ) from error
    return _published(outputs, whole["releases"], unchanged)


def _model() -> str | None:
    models = [name for name in metadata.requires(DISTRIBUTION) or [] if name.startswith(MODEL_PREFIX)]
    return models[0].replace("==", " ") if models else None


def _documents_sha256(documents: pl.DataFrame) -> str:
    digest = hashlib.sha256()
    for row in documents.select("file_name", "sha256").sort("file_name").iter_rows():
        digest.update("\0".join(row).encode() + b"\n")
    return digest.hexdigest()


@contextmanager
def _only_builder(outputs: Path, wait: float) -> Iterator[None]:
    outputs.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(outputs.parent / f".{outputs.name}.lock", timeout=wait):
            yield
    except Timeout as error:
        raise OutputsTaken(
            f"Another build is publishing into {outputs}. Wait until it has ended, then try again."
        ) from error


def _foreign(outputs: Path) -> list[Path]:
    """Hidden files in the folder, which stay there. Raises OutputsTaken where something else is not a release's."""
    if not outputs.exists():
        return []
    if not outputs.is_dir():
        raise OutputsTaken(f"{outputs} is a file. Name a folder for the release.")
    own = belonging(outputs)
    others = [path for path in sorted(outputs.iterdir()) if path.name not in own]
    strange = [path.name for path in others if not path.name.startswith(".")]
    if strange:
        raise OutputsTaken(
            f"{outputs} holds files that belong to no release ({', '.join(strange[:5])}). "
            "A release replaces its whole folder: name an empty or a new one."
        )
    return others


def _same_kind(outputs: Path, private: bool) -> None:
    """Raises OutputsTaken where the folder holds a release of the other kind."""
    found = current(outputs)
    if found and found.private != private:
        kind, other = ("private", "to be published") if found.private else ("to be published", "private")
        raise OutputsTaken(
            f"{outputs} holds the release {found.version}, which is {kind}; one that is {other} cannot take its place. "
            "Name another folder."
        )


def _replace(tables: Mapping[str, pl.DataFrame], outputs: Path, foreign: list[Path]) -> bool:
    """Builds the release beside `outputs` and swaps it in. True if the same release was there already."""
    staging = staging_folder(outputs)
    staging.mkdir()
    try:
        write_files(tables, staging, former=outputs)
        if is_same(staging, outputs):
            shutil.rmtree(staging)
            return True
        for path in foreign:
            _copy(path, staging / path.name)
        swap_in(staging, outputs)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return False


def _copy(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target, follow_symlinks=False)


def _published(outputs: Path, told: pl.DataFrame, unchanged: bool) -> Published:
    latest = told.sort("ordinal").row(-1, named=True)
    return Published(
        outputs=outputs,
        release_id=latest["release_id"],
        version=latest["version"],
        unchanged=unchanged,
        row_counts=json.loads(latest["row_counts"]),
        changes=json.loads(latest["changes"]),
    )


__all__ = ["CannotWrite", "OutputsTaken", "Published", "current", "publish"]
