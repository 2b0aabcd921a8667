"""Fingerprints: of the sources as they lie in a folder, of the code that codes a document, of all that makes a release.

Equal prints mean equal content; nothing else (no time stamp, no path of the machine) goes in.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "peru-us"
ROOT = Path(__file__).parent.parent

CODING = (
    "pipeline/read",
    "pipeline/language",
    "pipeline/coding",
    "pipeline/errors.py",
    "pipeline/resources.py",
    "schemas",
)
"""What coders may import (a test holds them to it), and so all of our own that a document's coding can depend on."""

RELEASE = ("pipeline", "schemas")
NO_STAGE = ("pipeline/cli/", "pipeline/defs/serve.py", "pipeline/settings.py", "pipeline/progress.py")
"""Files that show and start things and decide no row."""


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, read in pieces. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def source_prints(seeds: Path) -> dict[str, str]:
    """SHA-256 by relative name of every file below `seeds`; empty where there is no such folder.

    Hidden files and READMEs are no sources and do not count. A file that cannot be read counts by its kind of error,
    so that a change of its state is seen.
    """
    found = {}
    for folder, folders, names in os.walk(seeds):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(folder, name) for name in names if not _is_no_source(name)):
            try:
                found[path.relative_to(seeds).as_posix()] = file_sha256(path)
            except OSError as error:
                found[path.relative_to(seeds).as_posix()] = type(error).__name__
    return found


def _is_no_source(name: str) -> bool:
    return name.startswith(".") or Path(name).stem.lower() == "readme"


def sources_fingerprint(prints: Mapping[str, str]) -> str:
    """One SHA-256 for a set of files, by name and content."""
    return sha256_of(f"{name}\0{prints[name]}" for name in sorted(prints))


@cache
def coding_fingerprint() -> str:
    """One SHA-256 for all that decides what one document's coding is: readers, parser, coders, lexicons, libraries.

    The model is one of the libraries. Read once a process, which goes on with the code it has loaded.
    """
    return sha256_of((*_own_files(CODING), *_library_versions()))


def code_fingerprint(root: Path = ROOT) -> str:
    """One SHA-256 for all that decides what is made of the sources together: `coding_fingerprint` and all later stages.

    Read anew at each call, so that a service that has run for weeks sees an edited lexicon.
    """
    files = (path for path in _own_files(RELEASE, root) if not path.startswith(NO_STAGE))
    return sha256_of((*files, *_library_versions()))


def _own_files(parts: Iterable[str], root: Path = ROOT) -> Iterator[str]:
    """Name and SHA-256 of every file at or below some places of this project; places that are not there have none."""
    for part in parts:
        for path in sorted([root / part, *(root / part).rglob("*")]):
            if path.is_file() and path.suffix not in {".pyc", ".pyo"}:
                yield f"{path.relative_to(root).as_posix()}\0{file_sha256(path)}"


def _library_versions() -> Iterator[str]:
    for requirement in metadata.requires(DISTRIBUTION) or []:
        name, _, condition = requirement.partition(";")
        if "extra" not in condition:
            name = name.split("==")[0].split("[")[0].strip()
            yield f"{name}\0{metadata.version(name)}"


def sha256_of(parts: Iterable[str]) -> str:
    """SHA-256 of texts in their order, each ended by a line break; lone surrogates of file names are kept."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogateescape"))
        digest.update(b"\n")
    return digest.hexdigest()
