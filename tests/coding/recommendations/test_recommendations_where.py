"""Where a text that mostly tells advises all the same: a paragraph of its own, a list under words that recommend."""

from __future__ import annotations

import pytest

from tests.advice_text import advice

TELLING = "The ferry ran from 1950 to 1970 and carried timber. " * 60 + "\n\n"
"""Enough prose for the text as a whole not to advise."""

ADVISING = [
    (
        "Two changes follow. First, Norway should publish the leases. Second, the pact of 2010 ought to be replaced.",
        ["publish the leases", "replace pact of 2010"],
        "a closing paragraph",
    ),
    (
        "Growers should register early. Kenyan mills are advised to test their tea before it is shipped.",
        ["register early", "test their tea before it is shipped"],
        "a paragraph of practical hints",
    ),
    (
        "The chamber recommends that both governments:\n\n- lower the harbour fee,\n- open the archive.",
        ["lower the harbour fee", "open the archive"],
        "a list under words that recommend",
    ),
]
SILENT = [
    ("Norway should publish the leases. The ferry ran again in 1980.", "one sentence of a text that tells"),
    ("Norway should publish the leases.\n\nKenya must open the archive.", "one sentence in each of two paragraphs"),
    ("The museum should be seen. The harbour could be closed.", "nobody is advised"),
    ("The committee has these duties:\n\n- lower the harbour fee,\n- open the archive.", "duties"),
]


@pytest.mark.parametrize(("text", "acts", "why"), ADVISING, ids=[w for *_, w in ADVISING])
def test_part_that_advises(text: str, acts: list[str], why: str) -> None:
    assert [r.action for r in advice(TELLING + text, genre="encyclopedia")[0]] == acts, why


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[w for _, w in SILENT])
def test_part_that_does_not(text: str, why: str) -> None:
    assert advice(TELLING + text, genre="encyclopedia")[0] == [], why
