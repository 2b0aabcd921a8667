"""Advice that names a way, a lack or a duty, in the words of different authors."""

from __future__ import annotations

import pytest

from tests.advice_text import advice, names

ABOUT = "Norway and Kenya should talk. Norway must act, and Kenya must listen.\n\n"


def rows(text: str) -> list[tuple[str, str, str]]:
    """(modality, addressees, action) of every row behind the opening paragraph."""
    found, registry = advice(ABOUT + text)
    return [(r.modality, names(r, registry), r.action) for r in found if r.evidence.char_start >= len(ABOUT)]


WAYS = [
    ("The only way out is for Norway to publish the figures.", ("should", "Norway", "publish the figures")),
    ("The right response is to train more pilots.", ("should", "", "train more pilots")),
    ("The obvious thing to do is publish the figures.", ("should", "", "publish the figures")),
    ("The least Norway can do is publish the figures.", ("should", "Norway", "publish the figures")),
    ("One option would be for Norway to open a consulate.", ("could", "Norway", "open a consulate")),
    ("Another option is a joint register of ships.", ("could", "", "joint register of ships")),
    ("My recommendation is that Norway publish the figures.", ("advised", "Norway", "publish the figures")),
    ("Her advice to Norway is to publish the figures.", ("advised", "Norway", "publish the figures")),
    ("Her advice is simple: open the port.", ("advised", "", "open the port")),
    ("What is needed now is for Norway to train more pilots.", ("needs", "Norway", "train more pilots")),
    ("What Kenya needs is a modern harbour law.", ("needs", "", "modern harbour law")),
    ("What Kenya needs to do is pass a harbour law.", ("needs", "Kenya", "pass a harbour law")),
    ("All Norway has to do is open its market.", ("must", "Norway", "open its market")),
    ("Nothing prevents Norway from publishing the figures.", ("could", "Norway", "publish the figures")),
    ("There is nothing to stop Kenya publishing the figures.", ("could", "Kenya", "publish the figures")),
    ("There is no reason why Norway should not publish the figures.", ("should", "Norway", "publish the figures")),
    ("Norway would be unwise not to answer the offer.", ("should", "Norway", "answer the offer")),
    ("A renewal of the treaty is long overdue.", ("should", "", "renewal of the treaty")),
    ("The port deserves a second crane.", ("should", "", "second crane")),
    ("Let Norway and Kenya share the figures.", ("advised", "Kenya + Norway", "share the figures")),
    ("Norway might usefully adopt the code.", ("could", "Norway", "adopt the code")),
    ("It is Norway's duty to publish the figures.", ("should", "Norway", "publish the figures")),
    ("It is now Norway's turn to publish the figures.", ("should", "Norway", "publish the figures")),
    ("It is for Norway to publish the figures.", ("should", "Norway", "publish the figures")),
    ("It behoves Norway to publish the figures.", ("should", "Norway", "publish the figures")),
    ("Now is the time for Norway to publish the figures.", ("should", "Norway", "publish the figures")),
    ("I would like to see Norway publish the figures.", ("advised", "Norway", "publish the figures")),
    ("Above all, do not close the port.", ("advised", "", "close the port")),
    ("First, publish the figures.", ("advised", "", "publish the figures")),
    ("The fishermen need a wharf.", ("needs", "fishermen", "wharf")),
    ("More pilots are needed.", ("needs", "", "more pilots")),
    ("More needs to be done to train pilots.", ("needs", "", "do more to train pilots")),
    ("Both ministries must publish the figures.", ("must", "Kenya + Norway", "publish the figures")),
    ("This requires Norway to publish the figures.", ("needs", "Norway", "publish the figures")),
    ("There should be a second crane at Mombasa.", ("should", "", "second crane at Mombasa")),
    ("The fishing treaty drafted in 2011 must at last be signed.", ("must", "", "sign fishing treaty")),
    ("The mills need a second crane.", ("needs", "mills", "second crane")),
]
NONE = [
    ("The answer of the ministry was to close the port.", "a past answer"),
    ("Norway's answer is to wait.", "somebody's practice"),
    ("The thing is to be sold in Bergen.", "a thing that is no way"),
    ("Nothing prevented Kenya from publishing the figures.", "the past"),
    ("There is no reason why Norway should publish the figures.", "no reason for an act"),
    ("Let us begin with the figures.", "the author's own text"),
    ("The payment was overdue.", "a payment"),
    ("The port deserves praise.", "praise"),
    ("It was Norway's turn to host the talks.", "the past"),
    ("The farmers need rain.", "no thing that somebody gives"),
    ("Aid counts for more.", "a noun that looks like an imperative"),
    ("What is needed was never said.", "nothing is named"),
]


@pytest.mark.parametrize(("text", "row"), WAYS, ids=[t for t, _ in WAYS])
def test_a_way(text: str, row: tuple[str, str, str]) -> None:
    assert rows(text)[:1] == [row]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[w for _, w in NONE])
def test_no_way(text: str, why: str) -> None:
    assert rows(text) == [], why


QUOTED = [
    ('"It is in the interest of Norway to publish the figures," said Otieno.', ["publish the figures"]),
    ("Otieno said that Kenya would be wise to open the port.", ["open the port"]),
    ("The ministers discussed the need for Norway to open its archives.", ["open its archives"]),
    ("The ministers discussed the need for haste.", []),
    ('"Kenya could open the port," said Otieno.', []),
]


@pytest.mark.parametrize(("text", "acts"), QUOTED, ids=[t for t, _ in QUOTED])
def test_what_others_advise(text: str, acts: list[str]) -> None:
    filler = "The ferry ran from 1950 to 1970 and carried timber. " * 60
    assert [r.action for r in advice(f"{filler}\n\n{text}", genre="news")[0]] == acts
