"""Folders of gold files and of texts -> the rows of the table `quality`.

Belongs here: which corpora there are, and what their figures are called. Does not belong here: coding or reading what
is measured (datasets), comparing rows (score).

A gold folder holds gold files of sources; those of documents that are not published now are left out. Each folder
inside it that has a folder `texts` is about documents of its own: they are read, coded and merged like any source and
then only measured. Their corpus is called like that folder, save where a gold file names another one (`corpus`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import polars as pl

from pipeline.coded import Cache
from pipeline.derive.frames import conform
from pipeline.fingerprint import source_prints, sources_fingerprint
from pipeline.progress import Progress
from pipeline.quality.datasets import Corpus, code_texts, words_of
from pipeline.quality.gold import ENDING, Gold, GoldError, gold_files, read_gold
from pipeline.quality.kept import Kept
from pipeline.quality.published import Published
from pipeline.quality.score import Tallies, Tally, score
from pipeline.read.model import Document
from schemas import TABLES

TEXTS = "texts"
"""Folder of the documents, inside a folder of gold files that has its own."""
_DIGITS = 4
"""Decimal places of a published figure: a gold row in ten thousand."""
_NAMES = {"digest": "digests", "original": "originals"}
"""Kind of a published document -> the corpus that its gold belongs to."""

Figures = list[dict[str, object]]
"""Rows of the table `quality`."""
Naming = Callable[[Gold], str]
"""What the corpus of a gold file is called that names none itself."""


def quality(
    folder: Path | None, tables: Mapping[str, pl.DataFrame], documents: Iterable[Document], cache: Path | None
) -> pl.DataFrame:
    """The table `quality` of a release: of its own documents and of the texts in the gold folder.

    folder: of gold files; without one there are no figures. tables: the published frames; documents: as read. cache:
    folder of coded documents and of figures, None to keep none. Raises GoldError, naming file and row, for gold that
    does not fit.
    """
    rows: Figures = []
    if folder is not None and folder.is_dir():
        if gold_files(folder):
            rows += _of_release(read_gold(folder), Corpus(Published(tables), words_of(documents)))
        for inner in sorted(path for path in folder.iterdir() if (path / TEXTS).is_dir() and gold_files(path)):
            rows += _of_texts(inner, cache)
    return conform(TABLES["quality"], rows)


def _of_release(golds: Sequence[Gold], corpus: Corpus) -> Figures:
    kinds = dict(corpus.published.tables["documents"].select("file_name", "text_kind").iter_rows())
    here = [gold for gold in golds if gold.document in kinds]
    return figures(here, corpus, lambda gold: _NAMES[kinds[gold.document]])


def _of_texts(folder: Path, cache: Path | None) -> Figures:
    """Figures of a folder with its own texts: those kept, if neither gold nor texts nor code have changed."""
    kept = Kept(cache, sources_fingerprint(source_prints(folder)))
    rows = kept.get()
    if rows is None:
        golds, corpus = read_gold(folder), code_texts(folder / TEXTS, Cache(cache), Progress())
        rows = figures(golds, corpus, lambda gold: folder.name)
        kept.put(rows)
    return rows


def figures(golds: Sequence[Gold], corpus: Corpus, name: Naming) -> Figures:
    """Rows of `quality` for gold of documents that are all in one dataset.

    Raises GoldError for gold of a document that is not there, and as `score` does.
    """
    rows: Figures = []
    for where, members in sorted(by_corpus(golds, name).items()):
        check_documents(members, corpus)
        rows += rows_of(where, score(members, corpus.published, corpus.texts))
    return rows


def rows_of(corpus: str, tallies: Tallies) -> Figures:
    """Rows of `quality` for counted figures; those without gold rows are absent."""
    return [
        {"table_name": table, "figure": figure, "corpus": corpus} | _numbers(tally)
        for (table, figure), tally in tallies.items()
        if tally.n_gold
    ]


def by_corpus(golds: Iterable[Gold], name: Naming) -> dict[str, list[Gold]]:
    """Gold files by the corpus that they belong to."""
    found: dict[str, list[Gold]] = {}
    for gold in golds:
        found.setdefault(gold.coded.corpus or name(gold), []).append(gold)
    return found


def check_documents(golds: Iterable[Gold], corpus: Corpus) -> None:
    """Raises GoldError for gold of a document that the dataset does not have."""
    known = corpus.published.documents
    for gold in golds:
        if gold.document not in known:
            raise GoldError(
                f"{gold.file}: its document {gold.document!r} is not among those measured "
                f"({', '.join(sorted(known)[:3])}{', …' if len(known) > 3 else ''}). "
                f"Name the file as it is called there, or take {gold.document}{ENDING} away."
            )


def _numbers(tally: Tally) -> dict[str, object]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    rounded = {name: None if share is None else round(share, _DIGITS) for name, share in shares.items()}
    counts = {"n_gold": tally.n_gold, "n_predicted": tally.n_predicted, "n_documents": tally.documents}
    return {**rounded, **counts}
