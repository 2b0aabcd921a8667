"""The folder of sources: which files lie in it, and which of them are sources.

Belongs here: names, endings, bytes and hashes. Does not belong here: what the files say (sources).
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from pipeline.read.decode import MAX_BYTES, Unusable, too_large
from pipeline.read.model import Unreadable

LAYOUTS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".html": "html",
    ".htm": "html",
}
"""File endings of sources and how they are read."""

UNREAD = frozenset(
    ".asciidoc .adoc .djvu .doc .docx .eml .epub .mht .mhtml .mobi .msg .odp .ods .odt .org .pages .pdf .ppt .pptx"
    " .rst .rtf .tex .webarchive .xhtml .xls .xlsx".split()
)
"""Endings of documents that somebody may expect to be read and that are not."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the folder: its path, its name relative to the folder with `/`, its bytes and their SHA-256."""

    name: str
    path: Path
    data: bytes
    sha256: str

    @property
    def layout(self) -> str | None:
        """How the file is read: markdown, plain or html; None for no source."""
        return LAYOUTS.get(self.path.suffix.lower())


def load(seeds: Path) -> tuple[list[File], list[Unreadable]]:
    """All files under the folder that can be opened, in the order of their names, and those that cannot be used.

    Hidden files and folders are left out; so are files too large or broken that are no sources anyhow.
    """
    files: list[File] = []
    paths, bad = _walk(seeds)
    for path in paths:
        name = path.relative_to(seeds).as_posix()
        suffix = path.suffix.lower()
        if suffix in UNREAD:
            bad.append(Unreadable(name, "format", f"{suffix} files are not read; save the text as .md, .txt or .html"))
            continue
        try:
            files.append(open_file(path, name))
        except Unusable as error:
            if is_source(path):
                bad.append(Unreadable(name, error.check, error.reason))
    return files, bad


def is_source(path: Path) -> bool:
    """Whether a file of that name is read: by its ending, and no README."""
    return path.suffix.lower() in LAYOUTS and path.stem.lower() != "readme"


def open_file(path: Path, name: str) -> File:
    """The file's bytes and hash. Raises Unusable when it cannot be opened or is too large."""
    try:
        if not path.is_file():
            raise Unusable("missing", "is no regular file (a broken link or a device); put the file itself there")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise too_large(size)
        data = path.read_bytes()
    except OSError as error:
        raise Unusable("missing", f"cannot be opened: {error.strerror or error}; check its permissions") from error
    return File(name, path, data, hashlib.sha256(data).hexdigest())


def _walk(seeds: Path) -> tuple[list[Path], list[Unreadable]]:
    """Files under the folder, sorted by name, and folders that are named like sources, which are not entered."""
    found: list[Path] = []
    bad: list[Unreadable] = []
    for folder, folders, names in os.walk(seeds):
        here = Path(folder)
        misnamed = [n for n in sorted(folders) if is_source(Path(n)) and not n.startswith(".")]
        for name in misnamed:
            shown = (here / name).relative_to(seeds).as_posix()
            bad.append(Unreadable(shown, "directory", "is a folder, not a file; rename it to have its files read"))
        folders[:] = [n for n in folders if not n.startswith(".") and n not in misnamed]
        found += [here / n for n in names if not n.startswith(".")]
    return sorted(found, key=lambda p: p.relative_to(seeds).as_posix()), bad
