"""`coverage`: what became of every sentence of a release."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.refusal import refusing
from pipeline.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

FOLDER = click.Path(path_type=Path)
WHOLE = "all documents"
UNREAD = "unrecognised"
NOT_PUBLISHED = "(its words may not be passed on)"


@click.command()
@click.option("--outputs", type=FOLDER, default="outputs", show_default=True, help="Folder of a release.")
@click.option("--document", metavar="ID", help="Only this document, by its id or file name.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@refusing
def coverage(outputs: Path, document: str | None, as_json: bool) -> None:
    """Print which share of the sentences is coded, and why the others are not, then those that no rule understood.

    The last are the ones that a person should read: they may hold something that is missing from the tables.
    """
    documents, sentences = _read(outputs, document)
    shares = {name: _shares(rows) for name, rows in _by_document(documents, sentences)}
    unread = _unread(documents, sentences)
    if as_json:
        click.echo(json.dumps({"sentences": shares, UNREAD: unread}, ensure_ascii=False, indent=2))
        return
    _print_shares(shares)
    click.echo(f"\n{len(unread):,} {UNREAD}" + (":" if unread else ""))
    for row in unread:
        click.echo(f"{row['document']}, {row['locator'] or 'place unknown'} (sentence {row['ordinal']}): {row['text']}")


def _read(outputs: Path, document: str | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Documents and sentences. Raises UsageError for a folder without a release and for an unknown document."""
    import polars as pl

    from pipeline.quality.datasets import read_tables

    tables = read_tables(outputs, ("documents", "sentences"))
    documents = tables["documents"].sort("file_name")
    if document is not None:
        known = documents
        documents = known.filter((pl.col("document_id") == document) | (pl.col("file_name") == document))
        if documents.is_empty():
            raise UsageError(
                f"There is no document {document!r} in {outputs}. Its documents are {', '.join(known['document_id'])}."
            )
    return documents, tables["sentences"].filter(pl.col("document_id").is_in(documents["document_id"].implode()))


def _by_document(documents: pl.DataFrame, sentences: pl.DataFrame) -> list[tuple[str, pl.DataFrame]]:
    import polars as pl

    each = [
        (name, sentences.filter(pl.col("document_id") == key))
        for key, name in documents.select("document_id", "file_name").iter_rows()
    ]
    return each if len(each) == 1 else [*each, (WHOLE, sentences)]


def _shares(sentences: pl.DataFrame) -> dict[str, Any]:
    """Number of sentences, and the share of each coding, of those that occur in the vocabulary's order."""
    from schemas.vocabularies import SENTENCE_CODING

    counts = dict(sentences.group_by("coding").len().iter_rows())
    whole = sentences.height
    return {
        "sentences": whole,
        "shares": {name: round(counts.get(name, 0) / whole, 4) if whole else 0.0 for name in SENTENCE_CODING.names},
    }


def _unread(documents: pl.DataFrame, sentences: pl.DataFrame) -> list[dict[str, Any]]:
    import polars as pl

    names = documents.select("document_id", pl.col("file_name").alias("document"))
    rows = sentences.filter(pl.col("coding") == UNREAD).join(names, on="document_id", maintain_order="left")
    wanted = rows.sort("document", "ordinal").select("document", "document_id", "ordinal", "locator", "text")
    return [
        {**row, "text": " ".join(row["text"].split()) if row["text"] is not None else NOT_PUBLISHED}
        for row in wanted.iter_rows(named=True)
    ]


def _print_shares(shares: dict[str, dict[str, Any]]) -> None:
    for name, row in shares.items():
        told = ", ".join(f"{coding} {share:.1%}" for coding, share in row["shares"].items() if share)
        click.echo(f"{name}: {row['sentences']:,} sentences" + (f": {told}" if told else ""))
