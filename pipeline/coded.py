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
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from functools import cache as once
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.coding.rows import CodedDocument
from pipeline.errors import UsageError
from pipeline.executors import executor
from pipeline.fingerprint import coding_fingerprint
from pipeline.progress import Progress
from pipeline.read.model import Document

NO_ROWS = frozenset({"document", "coding"})
"""Fields of a coded document that are no rows of a table of their own."""

ALL = "*"
SHARD = 4
"""Documents handed to a worker at a time: few, so that the last worker does not keep the others waiting."""


class CodingFailed(Exception):
    """A document that could be read could not be coded. A fault of ours: the message names document and cause."""

    def __init__(self, message: str, file_name: str) -> None:
        super().__init__(message)
        self.file_name = file_name


class _WorkerFault(Exception):
    """What went wrong in a worker, with its type in the message."""


@once
def _coded_json() -> TypeAdapter[CodedDocument]:
    return TypeAdapter(CodedDocument)


@once
def _document_json() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@dataclasses.dataclass(slots=True)
class Cache:
    """Coded documents by content. `folder` is None where nothing is to be kept.

    again: file names of documents that are coded anew although a sound file has them; ALL for every one.
    """

    folder: Path | None
    hits: int = 0
    again: frozenset[str] = frozenset()

    def expect(self, file_names: Iterable[str]) -> None:
        """Raises UsageError where `again` names a document that is not among these."""
        unknown = sorted(self.again - {ALL, *file_names})
        if unknown:
            raise UsageError(
                f"There is no document {', '.join(unknown)} to code again; give names as in the seeds folder."
            )

    def get(self, document: Document) -> CodedDocument | None:
        """The coded form of exactly this document by exactly this code, if a sound file has it."""
        if self.folder is None or self.again & {ALL, document.file_name}:
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
        content = _document_json().dump_json(document) + coding_fingerprint().encode()
        return self.folder / f"{hashlib.sha256(content).hexdigest()}.json"


def code_documents(
    documents: Iterable[Document], cache: Cache, progress: Progress, workers: int = 1, cluster: str = ""
) -> Iterator[CodedDocument]:
    """Parse and code documents, in their order; those that the cache has are neither parsed nor coded.

    workers: processes to share new documents among; cluster: address of a dask scheduler to give them to instead. The
    rows do not depend on either. Raises CodingFailed naming the document at fault.
    """
    documents = list(documents)
    progress.documents(len(documents))
    kept = {document.document_id: cache.get(document) for document in documents}
    new = [document for document in documents if kept[document.document_id] is None]
    few = len(new) <= SHARD and not cluster
    with executor(1 if few else workers, cluster if new else "") as pool:
        fresh = _fresh(new) if pool is None else _shared_out(new, pool)
        for document in documents:
            known = kept.pop(document.document_id)
            coded, seconds = (known, 0.0) if known is not None else _next(fresh, document)
            if known is None:
                cache.put(coded)
            progress.coded(document.file_name, count_rows(coded), seconds, known is not None)
            yield coded


def count_rows(coded: CodedDocument) -> dict[str, int]:
    """How many rows a document brings to each table, sentences apart."""
    names = (field.name for field in dataclasses.fields(coded) if field.name not in NO_ROWS)
    return {name: len(getattr(coded, name)) for name in names}


Timed = tuple[CodedDocument, float]
"""A coded document and the seconds that its coding took."""


def _fresh(documents: Iterable[Document]) -> Iterator[Timed]:
    """Documents coded in this process, one by one."""
    for document in documents:
        started = time.perf_counter()
        (coded,) = _coded([document])
        yield coded, time.perf_counter() - started


def _coded(documents: Iterable[Document]) -> Iterator[CodedDocument]:
    """Parser and model are loaded when the first document is asked for, not before."""
    from pipeline.coding.coder import code
    from pipeline.language.parser import parse

    yield from map(code, parse(documents))


def _shared_out(documents: Sequence[Document], pool: Executor) -> Iterator[Timed]:
    """Documents coded by the workers of a pool, in their order."""
    shards = [documents[start : start + SHARD] for start in range(0, len(documents), SHARD)]
    futures = [pool.submit(_shard, shard) for shard in shards]
    try:
        for future in futures:
            for coded, seconds, fault in future.result():
                if coded is None:
                    raise _WorkerFault(fault)
                yield coded, seconds
    finally:
        for future in futures:
            future.cancel()


def _shard(documents: Sequence[Document]) -> list[tuple[CodedDocument | None, float, str]]:
    """What a worker makes of its documents. A document that cannot be coded is the last one, with what happened."""
    found: list[tuple[CodedDocument | None, float, str]] = []
    fresh = _fresh(documents)
    for _ in documents:
        try:
            found.append((*next(fresh), ""))
        except Exception as error:
            return [*found, (None, 0.0, f"{type(error).__name__}: {error}")]
    return found


def _next(fresh: Iterator[Timed], document: Document) -> Timed:
    try:
        return next(fresh)
    except UsageError:
        raise
    except BrokenExecutor as error:
        raise CodingFailed(
            f"A worker died at or near {document.file_name} (often for want of memory: set fewer workers).",
            document.file_name,
        ) from error
    except Exception as error:
        told = str(error) if isinstance(error, _WorkerFault) else f"{type(error).__name__}: {error}"
        raise CodingFailed(f"{document.file_name} could not be coded: {told}", document.file_name) from error
