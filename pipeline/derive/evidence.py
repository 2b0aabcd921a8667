"""The evidence rule: the words a row rests on are exactly the words that stand at its offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl


def outside_sentence(frame: pl.DataFrame, sentences: pl.DataFrame) -> list[int]:
    """Indexes of rows whose offsets leave their sentence, or whose sentence is in another document.

    `frame` has the evidence columns (schemas.evidence); rows whose sentence is unknown are left to the key check.
    """
    places = sentences.select(
        "sentence_id",
        pl.col("document_id").alias("sentence_document"),
        pl.col("char_start").alias("sentence_start"),
        pl.col("char_end").alias("sentence_end"),
    )
    joined = frame.with_row_index("row").join(places, on="sentence_id", how="inner")
    wrong = joined.filter(
        (pl.col("document_id") != pl.col("sentence_document"))
        | (pl.col("char_start") < pl.col("sentence_start"))
        | (pl.col("char_end") > pl.col("sentence_end"))
    )
    return sorted(wrong.get_column("row").to_list())


def misquoted(frame: pl.DataFrame, texts: Mapping[str, str], words: str = "evidence") -> Iterator[tuple[int, str]]:
    """Index and reason of each row that breaks `texts[document_id][char_start:char_end] == words`.

    `words` names the column with the text. Where it is null, only the offsets are checked against the text's
    length. Rows of documents that `texts` does not have are not judged.
    """
    rows = frame.select("document_id", "char_start", "char_end", words).iter_rows()
    for index, (document_id, start, end, quoted) in enumerate(rows):
        text = texts.get(document_id)
        if text is None or start is None or end is None:
            continue
        if not 0 <= start < end <= len(text):
            yield index, f"offsets {start}..{end} leave the text of {document_id}, which has {len(text)} characters"
        elif quoted is not None and text[start:end] != quoted:
            yield index, f"the text of {document_id} has other words at {start}..{end}"


def misquoted_in_sentence(frame: pl.DataFrame, sentences: pl.DataFrame) -> Iterator[str]:
    """Reason for each row whose `evidence` is not what stands at its offsets in the published text of its sentence.

    Needs no source text. Rows without words, or of sentences without any (their source may not be passed on), and rows
    of unknown sentences are not judged.
    """
    places = sentences.select("sentence_id", pl.col("char_start").alias("sentence_start"), "text")
    at = (pl.col("char_start") - pl.col("sentence_start")).clip(0)
    length = (pl.col("char_end") - pl.col("char_start")).clip(0)
    joined = frame.select("sentence_id", "char_start", "char_end", "evidence").join(places, on="sentence_id")
    wrong = joined.filter(pl.col("text").str.slice(at, length) != pl.col("evidence"))
    for sentence_id, start, end in wrong.select("sentence_id", "char_start", "char_end").iter_rows():
        yield f"the sentence {sentence_id} has other words at {start}..{end} than the evidence"
