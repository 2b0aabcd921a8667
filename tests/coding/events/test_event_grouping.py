"""Statements of one happening get one number, two happenings never do: in doubt they stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_documents import coded


def numbers(*sentences: str, word: str, **options) -> list[int]:
    """Numbers of the events whose trigger holds the word's beginning, in order of the text."""
    of = coded(*sentences, **options)
    return [e.event for e in of.events if any(w.lower().startswith(word) for w in e.trigger.split())]


ONE = [
    (["Norway attacked Kenya in May 1999.", "The attack by Norway lasted a week."], "attack", "the noun points back"),
    (["Norway invaded Kenya in 1999.", "Japan condemned the Norwegian invasion."], "inva", "another noun points back"),
    (
        ["Norway and Chile held talks in Oslo in 1999.", "The talks between Norway and Chile failed."],
        "talks",
        "the same noun points back",
    ),
    (
        [
            "Norway expelled the Kenyan envoy on 3 May 1999.",
            "Japan left.",
            "Norway expelled the Kenyan envoy on 3 May 1999.",
        ],
        "expel",
        "the same day twice",
    ),
    (
        ["Norway recognised Kenya.", "In 1964 Japan left.", "Norway recognised Kenya on 3 May 1964."],
        "recogni",
        "done once",
    ),
]


@pytest.mark.parametrize(("sentences", "word", "why"), ONE, ids=[row[2] for row in ONE])
def test_one_happening_told_twice(sentences: list[str], word: str, why: str) -> None:
    found = numbers(*sentences, word=word)
    assert len(found) > 1, "both statements are coded"
    assert len(set(found)) == 1, why


def test_a_headline_is_told_again() -> None:
    found = numbers(
        "Norway expels Kenyan envoy", "Norway expelled the Kenyan envoy on 3 May 1999.", word="expel", kinds=("title",)
    )
    assert found == [0, 0]


TWO = [
    (["Norway condemned Kenya on 3 May 1999.", "Norway condemned Kenya on 4 May 1999."], "condemn", "two days"),
    (["Norway condemned Kenya.", "Norway condemned Kenya."], "condemn", "nothing says that it is one"),
    (["Norway condemned Kenya in 1999.", "Norway condemned Kenya in 1999."], "condemn", "a year has room for two"),
    (["Norway condemned Kenya on 3 May 1999.", "Norway condemned Chile on 3 May 1999."], "condemn", "two targets"),
    (["Norway condemned Kenya on 3 May 1999.", "Chile condemned Kenya on 3 May 1999."], "condemn", "two doers"),
    (["Norway promised to train police.", "Norway promised to build roads."], "promis", "two promises"),
    (
        ["Norway and Chile signed a treaty on trade.", "Norway and Chile signed a treaty on fishing."],
        "sign",
        "two treaties",
    ),
    (
        ["In 1995 Norway and Chile signed a treaty.", "Norway and Chile signed a pact in October 1995."],
        "sign",
        "two in one year",
    ),
    (["Norway and Chile established relations in 1900.", "Norway and Chile restored relations."], "", "ended between"),
    (["Norway announced aid to Kenya.", "Norway provided aid to Kenya in 2015."], "", "another word"),
    (["Norway met Chile on 3 May 1999.", "Norway met Kenya on 3 May 1999."], "met", "two meetings on one day"),
    (["Norway attacked Kenya in 1999.", "The attack on Japan failed."], "attack", "the noun names another target"),
    (
        ["Norway will visit Kenya in May 2021.", "Norway visited Kenya in May 2021."],
        "visit",
        "announced is not occurred",
    ),
    (["Norway condemned Kenya, and Norway condemned Kenya on 3 May 1999."], "condemn", "one sentence states two"),
]


@pytest.mark.parametrize(("sentences", "word", "why"), TWO, ids=[row[2] for row in TWO])
def test_two_happenings_stay_two(sentences: list[str], word: str, why: str) -> None:
    found = numbers(*sentences, word=word)
    assert len(found) > 1, "both statements are coded"
    assert len(set(found)) == len(found), why


SENTENCES = [
    "Norway attacked Kenya in May 1999.",
    "The attack was condemned by Japan.",
    "Norway condemned Kenya on 3 May 1999.",
    "Norway and Chile signed a treaty.",
    "The two countries recalled their ambassadors.",
    "Norway recognised Kenya in 1964.",
    "Chile visited Japan.",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_numbers_are_in_order_of_first_mention_and_events_agree(sentences: list[str]) -> None:
    events = coded(*sentences).events
    firsts = list(dict.fromkeys(e.event for e in events))
    assert firsts == list(range(len(firsts)))
    for a in events:
        for b in events:
            if a.event == b.event:
                assert (a.event_type, a.mode) == (b.event_type, b.mode)
                assert not a.date or not b.date or a.date.startswith(b.date) or b.date.startswith(a.date)
                assert not a.sources or not b.sources or set(a.sources) & set(b.sources)
                assert a is b or a.evidence.sentence != b.evidence.sentence
