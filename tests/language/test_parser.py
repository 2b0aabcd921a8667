"""From a document to parses: one for each sentence, each token in its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.parser import LONGEST, MODEL, fingerprint
from pipeline.language.view import _PLAIN
from tests.small_documents import document, parsed, sentence

PAIRS = [
    ("Norway-Chile talks opened.", ["Norway", "-", "Chile"], "a hyphen between two names"),
    ("Norway–Chile talks opened.", ["Norway", "–", "Chile"], "a dash between two names"),
    ("U.S.–Kenya talks opened.", ["U.S.", "–", "Kenya"], "an abbreviation with its stops"),
    ("U.S.-Kenya talks opened.", ["U.S.", "-", "Kenya"], "the same with a hyphen"),
    ("Kenya/Japan talks opened.", ["Kenya", "/", "Japan"], "a stroke"),
    ("Norwegian-Kenyan talks opened.", ["Norwegian", "-", "Kenyan"], "two adjectives"),
]


@pytest.mark.parametrize(("text", "first", "why"), PAIRS, ids=[row[2] for row in PAIRS])
def test_pairs_of_countries_come_apart(text: str, first: list[str], why: str) -> None:
    assert [t.text for t in sentence(text).doc][:3] == first, why


def test_each_sentence_has_one_parse_in_order() -> None:
    of = parsed("Norway left.", "Chile stayed. It was late.", "Kenya came.")
    assert [s.ordinal for s in of.sentences] == [0, 1, 2]
    assert [len(list(s.doc.sents)) for s in of.sentences] == [1, 1, 1], "the reader's sentences are kept"


def test_body_is_parsed_and_the_rest_is_not() -> None:
    of = parsed("Norway left.", "Share this page", "Berg, A. (1999). Oslo.", kinds=("paragraph", "chrome", "reference"))
    assert [s.doc.has_annotation("DEP") for s in of.sentences] == [True, False, False]
    assert [s.ordinal for s in of.body()] == [0]


def test_tokens_lead_back_to_the_source_over_what_the_view_left_out() -> None:
    text = "The **Norwegian**[3] envoy\n   left _Kenya_."
    of = sentence(text)
    assert [text[a:b] for a, b in zip(of.starts, of.ends, strict=True)] == [
        "The",
        "Norwegian",
        "envoy",
        "left",
        "Kenya",
        ".",
    ]
    first, last = 1, 4
    start, end = of.source_span(first, last)
    assert text[start:end] == "Norwegian**[3] envoy\n   left _Kenya"
    assert of.source_of(of.doc[2]) == of.source_of(of.doc[2:3])


def test_a_run_of_words_without_end_is_parsed_in_part() -> None:
    of = sentence("Norway left and " * 2000)
    assert of.ends[-1] <= LONGEST


def test_the_fingerprint_names_model_and_version() -> None:
    name, _, version = fingerprint().rpartition("-")
    assert MODEL.startswith(name)
    assert version[0].isdigit()


def test_an_empty_document_has_no_sentences() -> None:
    assert parsed().sentences == []
    assert document().text == ""


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_every_token_stands_where_it_says(text: str) -> None:
    of = sentence(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(of.starts, of.ends, strict=True))
    assert of.starts == sorted(of.starts)
    for token, start in zip(of.doc, of.starts, strict=True):
        assert token.is_space or token.text[0].casefold() == text[start].translate(_PLAIN).casefold()


PREFIXED = [
    ("Norway re-established ties.", "re-established", "a prefix stays with its verb"),
    ("Norway co-led the talks.", "co-led", "a prefix stays with its verb"),
    ("Chile-Norway talks began.", "Norway", "two countries come apart"),
]


@pytest.mark.parametrize(("text", "word", "why"), PREFIXED, ids=[row[1] for row in PREFIXED])
def test_hyphens(text: str, word: str, why: str) -> None:
    assert word in [t.text for t in sentence(text).doc], why
