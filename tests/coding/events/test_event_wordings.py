"""Deeds in wordings where the parser puts their words apart: sums, containers, participles behind a noun phrase."""

from __future__ import annotations

import pytest

from tests.small_documents import coded

TOLD = [
    ("In 2019 Norway gave Ghana CHF 9 million.", ("AID", "economic"), "a currency's code before the number"),
    ("In 2019 Norway gave 9 million euros to Ghana.", ("AID", "economic"), "a currency's name behind it"),
    ("Norway delivered two shiploads of medicine to Ghana.", ("AID", "humanitarian"), "what a container holds"),
    ("The memorandum on naval training, signed in Oslo by Norway and Ghana in 1999, is short.", ("SUPPORT", "sign"),
     "a participle behind a longer phrase"),
    ("Norway called for Chile to be heard.", ("REQUEST", None), "an infinitive with its own subject"),
    ("Norway demanded a new survey, and Chile refused.", ("REJECT", None), "a refusal without an object"),
    ("In 2019 Norwegian engineers built a hospital in Ghana.", ("AID", "economic"), "experts of a state"),
]  # fmt: skip
UNTOLD = [
    ("In 2019 Norway gave Ghana 9 million reasons.", "AID", "no currency"),
    ("Norway delivered two shiploads of tourists to Ghana.", "AID", "a container of something else"),
    ("Norwegian exports to Chile declined.", "REJECT", "no actor declines"),
    ("In 2019 Norwegian beavers built a dam in Ghana.", "AID", "no experts"),
    ("Lift the visa requirement for Kenyan students.", "CONCEDE", "advice"),
]


@pytest.mark.parametrize(("text", "event", "why"), TOLD)
def test_told(text: str, event: tuple[str, str | None], why: str) -> None:
    assert event in [(e.event_type, e.mode) for e in coded(text).events], why


@pytest.mark.parametrize(("text", "event_type", "why"), UNTOLD)
def test_untold(text: str, event_type: str, why: str) -> None:
    assert event_type not in [e.event_type for e in coded(text).events], why
