"""What can be measured: texts coded for the purpose, or a release as published.

Belongs here: tables with the texts that gold quotes are looked for in. Does not belong here: gold (gold), figures
(corpora).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipeline.coded import Cache, code_documents
from pipeline.derive.checks import validate
from pipeline.errors import UsageError
from pipeline.merge.dataset import merge
from pipeline.progress import Progress
from pipeline.quality.expected import Text, text_of
from pipeline.quality.published import Published
from pipeline.quality.rows import TABLES_READ
from pipeline.read.model import Document
from pipeline.read.sources import read_sources
from schemas import TABLES

PARQUET = "parquet"
"""Folder of the Parquet files inside a release."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A dataset to be measured: its tables, and the words of each document by file name."""

    published: Published
    texts: Mapping[str, Text]

    def locator(self, file_name: str, at: int) -> str | None:
        """Where a reader finds the sentence at an offset of a document, such as a line number."""
        document = self.published.documents[file_name]
        inside = (pl.col("char_start") <= at) & (pl.col("char_end") > at)
        here = self.published.tables["sentences"].filter(pl.col("document_id") == document, inside)
        return here["locator"][0] if here.height else None


def code_texts(folder: Path, cache: Cache, progress: Progress) -> Corpus:
    """The texts of a folder as a dataset that is not published, so that it keeps words that may not be passed on.

    Its texts are read, coded, merged and checked like those of a release, so that its rows are those a release would
    have. Raises UsageError where there is nothing to read and CodingFailed where a document cannot be coded.
    """
    read = read_sources(folder)
    for file in read.unreadable:
        progress.unreadable(file.file_name, file.check, file.reason)
    documents = read.documents
    coded = list(code_documents(documents, cache, progress))
    texts = {one.document.document_id: one.document.text for one in coded}
    tables = validate(merge(coded, restricted_text=True), texts).tables
    return Corpus(Published(tables), words_of(documents))


def read_release(folder: Path, documents: Sequence[str], texts: Path | None = None) -> Corpus:
    """A published release, or a folder of its Parquet files, as a dataset to be measured.

    documents: file names of those whose text is needed; it is put together from the published sentences or, where
    `texts` is a folder, read there. Raises UsageError where tables or words are missing.
    """
    tables = read_tables(folder, (*TABLES_READ, "sentences"))
    corpus = Corpus(Published(tables), {})
    if texts is not None:
        words = words_of(read_sources(texts).documents)
    else:
        words = {name: published_text(tables, name) for name in documents if name in corpus.published.documents}
    return Corpus(corpus.published, words)


def read_tables(folder: Path, names: Sequence[str]) -> dict[str, pl.DataFrame]:
    """Tables of a release, or of a folder of its Parquet files. Raises UsageError for a file that is not there."""
    where = folder / PARQUET if (folder / PARQUET).is_dir() else folder
    return {name: _read_table(where, name) for name in names}


def _read_table(folder: Path, name: str) -> pl.DataFrame:
    path, columns = folder / f"{name}.parquet", list(TABLES[name].columns())
    try:
        return pl.read_parquet(path, glob=False).select(columns)
    except (OSError, pl.exceptions.PolarsError) as error:
        problem = "there is no such file" if not path.exists() else "it is not a Parquet file of this table"
        raise UsageError(
            f"The table {name} cannot be read from {path}: {problem}. "
            "Name the folder of a release, which `python -m pipeline build` makes."
        ) from error


def words_of(documents: Iterable[Document]) -> dict[str, Text]:
    """The words of documents that were read, by file name."""
    return {one.file_name: text_of(one.text, ((s.char_start, s.char_end) for s in one.sentences)) for one in documents}


def published_text(tables: Mapping[str, pl.DataFrame], file_name: str) -> Text:
    """The words of a document as far as its published sentences have them, each at its place.

    Raises UsageError where the words may not be passed on.
    """
    document = tables["documents"].row(by_predicate=pl.col("file_name") == file_name, named=True)
    here = tables["sentences"].filter(pl.col("document_id") == document["document_id"]).sort("char_start")
    if here["text"].null_count():
        raise UsageError(
            f"The release holds no words of {file_name}, which may not be passed on. "
            "Name the folder that has its text: --texts DIR."
        )
    text, at = [], 0
    for start, end, words in here.select("char_start", "char_end", "text").iter_rows():
        text.append(" " * (start - at) + words[max(at - start, 0) :])
        at = max(at, end)
    return Text("".join(text), "".join(text))
