"""text[char_start:char_end] is the evidence, for any text."""

from __future__ import annotations

import polars as pl
from example_tables import TEXTS, example_tables
from hypothesis import given
from hypothesis import strategies as st

from pipeline.derive.evidence import misquoted, outside_sentence

SCHEMA = {"document_id": pl.String, "char_start": pl.Int64, "char_end": pl.Int64, "evidence": pl.String}


def frame(start: int, end: int, words: str | None) -> pl.DataFrame:
    return pl.DataFrame([("d", start, end, words)], schema=SCHEMA, orient="row")


@given(st.text(min_size=1), st.data())
def test_a_true_slice_is_never_blamed(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert list(misquoted(frame(start, end, text[start:end]), {"d": text})) == []


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=2), st.text(min_size=1), st.data())
def test_other_words_are_always_found(text: str, words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    blamed = [index for index, _ in misquoted(frame(start, end, words), {"d": text})]
    assert blamed == ([] if text[start:end] == words else [0])


def test_offsets_beyond_the_text_are_found_even_without_words() -> None:
    assert [index for index, _ in misquoted(frame(0, 9, None), {"d": "short"})] == [0]
    assert list(misquoted(frame(0, 5, None), {"d": "short"})) == []


def test_documents_without_text_are_not_judged() -> None:
    assert list(misquoted(frame(0, 3, "abc"), {})) == []


def test_evidence_stays_in_its_sentence() -> None:
    tables = example_tables()
    assert outside_sentence(tables["event_mentions"], tables["sentences"]) == []
    longer = tables["event_mentions"].with_columns(char_end=pl.lit(len(TEXTS["norway-chile"])))
    assert outside_sentence(longer, tables["sentences"]) == [0, 1]
