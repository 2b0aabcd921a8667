"""Fingerprints: of the sources as they lie in a folder, and of the code that makes rows of them.

Equal prints mean equal content; nothing else (no time stamp, no path of the machine) goes in.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "peru-us"
PACKAGES = ("pipeline", "schemas")


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
    return _sha256(f"{name}\0{prints[name]}" for name in sorted(prints))


@cache
def code_fingerprint() -> str:
    """One SHA-256 for all that decides what is made of a source: code, lexicons, and the libraries' versions.

    The model is one of the libraries.
    """
    return _sha256((*_own_files(), *_library_versions()))


def _own_files() -> Iterable[str]:
    root = Path(__file__).parent.parent
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and path.suffix not in {".pyc", ".pyo"}:
                yield f"{path.relative_to(root).as_posix()}\0{file_sha256(path)}"


def _library_versions() -> Iterable[str]:
    for requirement in metadata.requires(DISTRIBUTION) or []:
        name = requirement.split(";")[0].split("==")[0].split("[")[0].strip()
        yield f"{name}\0{metadata.version(name)}"


def _sha256(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogateescape"))
        digest.update(b"\n")
    return digest.hexdigest()
