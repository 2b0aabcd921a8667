"""A folder of sources -> documents, and the files that could not become one.

Belongs here: what belongs together (digest and original, raw file and side file), and that no two documents have one
id. Does not belong here: which files there are (folder), what is made of a text (document), what a side file may say
(metadata).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.read.decode import Unusable, decode
from pipeline.read.document import document_of
from pipeline.read.folder import File, is_source, load, open_file
from pipeline.read.metadata import FrontMatter, MetadataError, may_pass_on, merged, read_fields, split_front_matter
from pipeline.read.model import Document, Unreadable


class NoSources(UsageError):
    """There is nothing to read; the former release stays."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """documents: in the order of their paths. unreadable: files that are none, each with its reason."""

    documents: list[Document] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Digest:
    """A file with front matter that names the original it stands for."""

    file: File
    text: str
    front: FrontMatter
    body: int


def read_sources(seeds: Path) -> ReadResult:
    """Read every source under `seeds`, in the order of their paths.

    Raises NoSources when the folder is missing, holds no source or none that can be read.
    """
    seeds = Path(seeds)
    if not seeds.is_dir():
        what = "is not a folder" if seeds.exists() else "does not exist"
        raise NoSources(
            f"The folder of sources {seeds} {what}. Name the folder that holds your .md, .txt or .html files."
        )
    files, unreadable = load(seeds)
    readable = [f for f in files if is_source(f.path)]
    if not readable and not unreadable:
        raise NoSources(f"No source in {seeds}: put at least one .md, .txt or .html file there.")
    result = ReadResult([], unreadable)
    _read_all(seeds, files, readable, result)
    result.unreadable.sort(key=lambda u: u.file_name)
    if not result.documents:
        first = result.unreadable[0]
        raise NoSources(
            f"None of the {len(result.unreadable)} files in {seeds} can be read."
            f" The first, {first.file_name}: {first.reason}."
        )
    return result


def _read_all(seeds: Path, files: list[File], readable: list[File], result: ReadResult) -> None:
    by_hash: dict[str, File] = {}
    for file in files:
        by_hash.setdefault(file.sha256, file)
    digests, plain = _digests(readable)
    standing_in = {d.front.original.sha256.lower() for d in digests if d.front.original and d.front.original.sha256}
    work: list[tuple[str, File | _Digest]] = [(d.file.name, d) for d in digests]
    work += [(f.name, f) for f in plain if f.sha256 not in standing_in]
    taken: dict[str, str] = {}
    replaced: set[str] = set()
    for name, item in sorted(work, key=lambda w: w[0]):
        try:
            if isinstance(item, _Digest):
                document = _read_digest(item, by_hash, replaced)
            else:
                document = _read_file(item, _side_file(seeds, item))
        except (Unusable, MetadataError) as error:
            check = error.check if isinstance(error, Unusable) else "front_matter"
            result.unreadable.append(Unreadable(name, check, str(error)))
            continue
        if document.document_id in taken:
            other = taken[document.document_id]
            reason = f"has the id {document.document_id!r} that {other} has already; give it another `id:`"
            result.unreadable.append(Unreadable(name, "duplicate_id", reason))
            continue
        taken[document.document_id] = name
        result.documents.append(document)


def _digests(readable: list[File]) -> tuple[list[_Digest], list[File]]:
    """Digests among the files, and the others. Errors are left to the reading of the file itself."""
    digests, plain = [], []
    for file in readable:
        try:
            text = decode(file.data)
            split = split_front_matter(text)
        except (Unusable, MetadataError):
            plain.append(file)
            continue
        if split.front.original is not None and file.layout != "html":
            digests.append(_Digest(file, text, split.front, split.body))
        else:
            plain.append(file)
    return digests, plain


def _read_digest(digest: _Digest, by_hash: dict[str, File], replaced: set[str]) -> Document:
    """The digest, or the original in its place where that lies in the folder."""
    assert digest.front.original is not None
    original = digest.front.original
    sha256 = original.sha256.lower() if original.sha256 else None
    file = by_hash.get(sha256) if sha256 and sha256 not in replaced else None
    if file is None or file.name == digest.file.name:
        text_kind = "digest"
        text, body, front, file = digest.text, digest.body, digest.front, digest.file
        passed_on = front.redistributable()
    else:
        replaced.add(file.sha256)
        text_kind = "original"
        text = decode(file.data)
        front = digest.front.model_copy(update={"licence": original.licence})
        body = split_front_matter(text).body
        passed_on = may_pass_on(original.may_redistribute, original.licence)
    document = document_of(file, text, body, front, passed_on, text_kind, digest.file.name)
    return replace(document, original_file_name=original.file, original_sha256=sha256)


def _read_file(file: File, side: FrontMatter | None) -> Document:
    text = decode(file.data)
    split = split_front_matter(text)
    front = merged(split.front, side)
    return document_of(file, text, split.body, front, front.redistributable(), "original", file.name)


def _side_file(seeds: Path, file: File) -> FrontMatter | None:
    """Fields of `x.txt.meta.yaml` or `x.meta.yaml` beside x.txt."""
    for path in (file.path.with_name(file.path.name + ".meta.yaml"), file.path.with_suffix(".meta.yaml")):
        if not path.is_file():
            continue
        shown = path.relative_to(seeds).as_posix()
        try:
            return read_fields(decode(open_file(path, shown).data))
        except MetadataError as error:
            raise MetadataError(f"{shown}, {error}") from error
        except Unusable as error:
            raise Unusable(error.check, f"{shown}: {error.reason}") from error
    return None
