"""Documents parsed and coded, and kept by content, so that what has not changed is not parsed again.

Belongs here: which documents need work, and the cache. Does not belong here: parsing (pipeline.language) and coding
(pipeline.coding).

A cached document is a file of JSON whose name is the fingerprint of the document as read, of the code, the lexicons,
the model and the libraries. Its first line is the SHA-256 of the rest: a torn or foreign file is recomputed. The cache
can be thrown away at any time.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from functools import cache as once
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.coding.rows import CodedDocument
from pipeline.fingerprint import code_fingerprint
from pipeline.progress import Progress
from pipeline.read.model import Document

NO_ROWS = frozenset({"document", "coding"})
"""Fields of a coded document that are no rows of a table of their own."""


class CodingFailed(Exception):
    """A document that could be read could not be coded. A fault of ours: the message names document and cause."""


@once
def _coded_json() -> TypeAdapter[CodedDocument]:
    return TypeAdapter(CodedDocument)


@once
def _document_json() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@dataclasses.dataclass(slots=True)
class Cache:
    """Coded documents by content. `folder` is None where nothing is to be kept."""

    folder: Path | None
    hits: int = 0

    def get(self, document: Document) -> CodedDocument | None:
        """The coded form of exactly this document by exactly this code, if a sound file has it."""
        if self.folder is None:
            return None
        try:
            print_, _, body = self._path(document).read_bytes().partition(b"\n")
            if hashlib.sha256(body).hexdigest().encode() != print_:
                return None
            coded = _coded_json().validate_json(body)
        except (OSError, ValidationError):
            return None
        if coded.document != document:
            return None
        self.hits += 1
        return coded

    def put(self, coded: CodedDocument) -> None:
        """Keep a coded document. A folder that cannot be written costs time later, not the build."""
        if self.folder is None:
            return
        body = _coded_json().dump_json(coded)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            Path(name).replace(self._path(coded.document))

    def _path(self, document: Document) -> Path:
        assert self.folder is not None
        content = _document_json().dump_json(document) + code_fingerprint().encode()
        return self.folder / f"{hashlib.sha256(content).hexdigest()}.json"


def code_documents(documents: Iterable[Document], cache: Cache, progress: Progress) -> Iterator[CodedDocument]:
    """Parse and code documents, in their order; those that the cache has are neither parsed nor coded.

    Raises CodingFailed naming the document at fault.
    """
    documents = list(documents)
    progress.documents(len(documents))
    kept = {document.document_id: cache.get(document) for document in documents}
    fresh = _coded([document for document in documents if kept[document.document_id] is None])
    for document in documents:
        started = time.perf_counter()
        known = kept.pop(document.document_id)
        coded = known if known is not None else _next(fresh, document)
        if known is None:
            cache.put(coded)
        progress.coded(document.file_name, count_rows(coded), time.perf_counter() - started, known is not None)
        yield coded


def count_rows(coded: CodedDocument) -> int:
    """How many rows a document brings, over all its tables, sentences apart."""
    return sum(len(getattr(coded, field.name)) for field in dataclasses.fields(coded) if field.name not in NO_ROWS)


def _coded(documents: Iterable[Document]) -> Iterator[CodedDocument]:
    """Parser and model are loaded when the first document is asked for, not before."""
    from pipeline.coding.coder import code
    from pipeline.language.parser import parse

    yield from map(code, parse(documents))


def _next(fresh: Iterator[CodedDocument], document: Document) -> CodedDocument:
    try:
        return next(fresh)
    except Exception as error:
        raise CodingFailed(f"{document.file_name} could not be coded: {type(error).__name__}: {error}") from error
