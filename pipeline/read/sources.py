"""A folder of sources -> documents, and the files that could not become one.

Belongs here: what belongs together (digest and original, raw file and side file), ids. Does not belong here: which
files there are (folder), how a format is read (markdown, plain, html), what metadata mean (metadata, guess).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.read import guess
from pipeline.read.cues import is_furniture
from pipeline.read.decode import Unusable, check_language, decode, foreign
from pipeline.read.folder import File, is_source, load, open_file
from pipeline.read.html import read_html
from pipeline.read.layout import heading_text
from pipeline.read.markdown import read_markdown
from pipeline.read.metadata import FrontMatter, MetadataError, may_pass_on, read_fields, split_front_matter
from pipeline.read.model import Block, Document, Metadata, Unreadable
from pipeline.read.plain import read_plain
from pipeline.read.sentences import sentences

_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"^\*\*[^*\n]+\*\*:?\s*$", re.MULTILINE),
    re.compile(r"\*\*[^*\n]{2,}\*\*"),
    re.compile(r"\[[^\]]+\]\(https?://"),
    re.compile(r"^\|.*\|\s*\n\|[ :|-]+\|", re.MULTILINE),
    re.compile(r"^\\#|^<!-- -->", re.MULTILINE),
)


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
    digests, plain = _digests(readable, result)
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
                document = _read_file(item, _side_file(seeds, item), name)
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


def _digests(readable: list[File], result: ReadResult) -> tuple[list[_Digest], list[File]]:
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
    return _document(file, text, body, front, passed_on, text_kind, digest.file.name, original.file, sha256)


def _read_file(file: File, side: FrontMatter | None, name: str) -> Document:
    text = decode(file.data)
    split = split_front_matter(text)
    front = _merged(split.front, side)
    return _document(file, text, split.body, front, front.redistributable(), "original", name, None, None)


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


def _merged(front: FrontMatter, other: FrontMatter | None) -> FrontMatter:
    """The front matter, completed by fields that only `other` has."""
    if other is None:
        return front
    missing = {n: getattr(other, n) for n in other.model_fields_set if n not in front.model_fields_set}
    return front.model_copy(update=missing)


def _document(
    file: File,
    text: str,
    body: int,
    front: FrontMatter,
    may_redistribute: bool,
    text_kind: str,
    id_from: str,
    original_file: str | None,
    original_sha256: str | None,
) -> Document:
    """Blocks, sentences and metadata of a decoded text."""
    if front.language is not None and not re.match(r"en\b|eng(?:lish)?$", front.language, re.IGNORECASE):
        raise foreign(f"{front.language!r} as its metadata say")
    layout = file.layout or "plain"
    if layout == "html":
        page = read_html(text)
        if page is None:
            raise Unusable("empty", "no body text is found on the page; save its text as .txt or .md")
        text, body, front = page.text, 0, _merged(front, page.front)
    blocks = read_blocks(text, body, "markdown" if layout == "html" else layout, front.title)
    prose = " ".join(text[b.char_start : b.char_end] for b in blocks if b.kind in ("paragraph", "list_item"))
    check_language(prose)
    if not blocks:
        raise Unusable("empty", "the file has no words besides its front matter; add its text or remove it")
    return Document(
        document_id=_safe_id(front.id or Path(id_from).name.removesuffix(Path(id_from).suffix)),
        file_name=file.name,
        sha256=file.sha256,
        text=text,
        text_kind=text_kind,
        meta=_metadata(text, blocks, front, may_redistribute),
        blocks=blocks,
        sentences=sentences(text, blocks),
        original_file_name=original_file,
        original_sha256=original_sha256,
    )


def read_blocks(text: str, body: int, layout: str, title: str | None = None) -> tuple[Block, ...]:
    """Blocks of a text from offset `body` on. layout: `markdown` or `plain`.

    A .txt file is read as Markdown where it is Markdown in all but name: it shows two signs of it, or front matter
    stands above a text that is no raw capture of a page.
    """
    if layout == "markdown" or looks_like_markdown(text[body:]) or (body > 0 and not _looks_captured(text[body:])):
        return read_markdown(text, body, title)
    return read_plain(text, body, title)


def looks_like_markdown(text: str) -> bool:
    """Whether text in a .txt file is Markdown: two signs of it, or headings or bold lines again and again."""
    counts = [len(sign.findall(text)) for sign in _MARKDOWN_SIGNS]
    return sum(c > 0 for c in counts) >= 2 or counts[0] >= 2 or counts[1] >= 2


def _looks_captured(text: str) -> bool:
    """Whether menus, buttons or typographic bullets betray a page that was copied as it stood."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return sum(line.startswith(("•", "·", "▪")) or is_furniture(line) for line in lines) >= 5


def _metadata(text: str, blocks: tuple[Block, ...], front: FrontMatter, may_redistribute: bool) -> Metadata:
    """Front matter where it speaks, guesses where it is silent."""
    title = heading_text(front.title) if front.title else guess.title(text, blocks)
    said_date = "published" in front.model_fields_set
    published = front.published if said_date else guess.published(text, blocks, front.url)
    address = front.url or guess.own_address(text, blocks)
    genre = front.genre or guess.genre(text, blocks, front.url, title, published is not None)
    return Metadata(
        title=title,
        author=front.author,
        publisher=front.publisher,
        published=published,
        accessed=front.accessed,
        url=address,
        genre=genre,
        language="en",
        licence=front.licence,
        may_redistribute=may_redistribute,
    )


def _safe_id(name: str) -> str:
    """The name with letters, digits, `.`, `_` and `-` only, so that it can stand in keys and file names."""
    plain = unicodedata.normalize("NFC", name).strip()
    return re.sub(r"[^\w.-]+", "-", plain).strip("-.") or "document"
