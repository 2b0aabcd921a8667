"""A happening without a named doer is a row where the sentence dates it, and only when it is told as one."""

from __future__ import annotations

import pytest

from tests.small_documents import coded

ROWS = [
    ("The ban was lifted in 2011.", "RETREAT", "2011", "a dated passive"),
    ("The ban was lifted after protests.", "RETREAT", None, "no date, no row"),
    ("A lifted ban helps trade, a study of 2011 found.", "RETREAT", None, "an attribute is no happening"),
    ("The bill may be proposed in 2016.", "REQUEST", None, "what may happen has not"),
    ("A suicide bombing took place in March 2009.", "ASSAULT", "2009-03", "a noun that took place"),
    ("A suicide bombing in the novel frightens its readers.", "ASSAULT", None, "told as no happening"),
]


@pytest.mark.parametrize(("sentence", "event_type", "date", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_rows_without_participants(sentence: str, event_type: str, date: str | None, why: str) -> None:
    dates = [r[4] for r in coded(sentence).rows if r[0] == event_type]
    assert dates == ([date] if date else []), why


COUNTED = [
    ("Kenya carried out a series of attacks on Somalia.", ("ASSAULT", "Kenya", "Somalia"), "a counted deed"),
    ("Two of the boys sailed into the port of Chile in 1990.", None, "nobody of weight is counted"),
    ("Japan imposed a package of sanctions on Belarus.", ("SANCTION", "Japan", "Belarus"), "a counted object"),
    ("The embargo imposed by Norway on Belarus hurt ports.", ("SANCTION", "Norway", "Belarus"), "a participle behind"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "row", "why"), COUNTED, ids=[row[2] for row in COUNTED])
def test_what_is_counted_and_what_is_imposed(sentence: str, row: tuple[str, str, str] | None, why: str) -> None:
    found = [(r[0], r[2], r[3]) for r in coded(sentence).rows if r[2] or r[3]]
    assert found[:1] == ([row] if row else []), why


ANSWERS = [
    ("Kenya demanded a refund, and Norway rejected the claim.", ("Kenya", "Norway"), ("Norway", "Kenya"), "a claim"),
    ("Norway accused Kenya of fraud; Kenya denied it.", ("Norway", "Kenya"), ("Kenya", "Norway"), "a pronoun"),
    (
        "Norway offered to mediate but Kenya turned down the offer.",
        ("Norway", "Kenya"),
        ("Kenya", "Norway"),
        "an offer",
    ),
    ("Kenya criticised the plan and Norway rejected the budget.", ("Kenya", ""), ("Norway", ""), "another thing"),
    ("Kenya demanded a refund, and Norway rejected the claim of Chad.", ("Kenya", ""), ("Norway", "Chad"), "another's"),
]


@pytest.mark.parametrize(("sentence", "first", "second", "why"), ANSWERS, ids=[row[3] for row in ANSWERS])
def test_answers_go_to_whom_they_answer(
    sentence: str, first: tuple[str, str], second: tuple[str, str], why: str
) -> None:
    assert [(r[2], r[3]) for r in coded(sentence).rows] == [first, second], why
