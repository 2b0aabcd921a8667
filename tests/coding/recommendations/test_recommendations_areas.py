"""The area that an act steers, whom it addresses over several sentences, and titles and tables that advise nothing."""

from __future__ import annotations

import pytest

from pipeline.coding.recommendations.lexicon import AREAS, areas
from schemas.vocabularies.facts import AREA
from tests.advice_text import advice, names

ADVISORY = "Norway must act now. "


def areas_and_addressees(text: str, publisher: str | None = None) -> list[tuple[str, str]]:
    """(area, addressees) of every piece of advice, in order."""
    found, registry = advice(text, publisher=publisher)
    return [(r.area, names(r, registry)) for r in found]


def test_every_area_of_the_vocabulary_has_its_words() -> None:
    assert set(AREAS) == {term.name for term in AREA.terms}
    assert [a.area for a in areas()] == list(AREAS)


def test_no_cue_decides_for_two_areas() -> None:
    cues = [c for a in areas() for c in a.cues]
    assert len(cues) == len(set(cues))


@pytest.mark.parametrize(
    ("text", "told", "why"),
    [
        ("Kenya should scrap the minimum price it sets for tea.", ("trade", "act"), "its object"),
        ("On tea, Kenya should keep its word.", ("trade", "act"), "the topic in front"),
        ("Tea prices have fallen. Kenya should do something about it.", ("trade", "surroundings"), "the line before"),
        ("Kenya should try harder.", ("diplomacy", "none"), "nothing tells it"),
    ],
)
def test_what_an_area_rests_on_is_told(text: str, told: tuple[str, str], why: str) -> None:
    found, _ = advice(text)
    assert [(r.area, r.area_basis) for r in found] == [told], why


STEERED = [
    ("Kenya should scrap the minimum price it sets for tea.", "trade", "a price"),
    ("Chile should send a senior envoy to the peace talks.", "diplomacy", "an envoy"),
    ("Norway should pay for early-warning stations along the river.", "environment", "a sector beats payment"),
    ("Japan must double the number of places for Kenyan doctoral students.", "culture", "students"),
    ("Kenya should restore internet access in the north.", "technology", "networks"),
    ("Kenya should hold the local elections within a year.", "governance", "elections"),
    (
        "Chile must drop the visa that it imposed on Kenyan nurses.",
        "migration",
        "the object before its relative clause",
    ),
    ("Norway should engage in dialogue to curb migration.", "migration", "a purpose beats the talks"),
    ("Japan should invest in wind farms.", "energy", "a sector beats the investment"),
    ("The arms embargo on the militia should be tightened.", "security", "the subject of a passive"),
    ("Kenya should tie grants to the state of the roads.", "development", "the verb is no noun"),
    ("Japan should lend its support to the independence of the courts.", "governance", "a verb that only carries"),
    ("Kenya must patrol the strait.", "security", "a verb of its own area"),
    ("Norway should forgive a third of what Kenya owes.", "development", "debts"),
    ("Chile should allow air services from Nairobi.", "other", "no area of the list"),
    ("Norway should place engineers in the ministry of health.", "health", "a circumstance alone"),
    ("Kenya should seize more cocaine in the port.", "counter_narcotics", "the object before the place"),
    ("Chile should license independent trade unions.", "labour", "unions"),
    ("Kenya should settle the quarrel over the island in court.", "diplomacy", "a set phrase is no cue"),
]


@pytest.mark.parametrize(("text", "area", "why"), STEERED, ids=[w for _, _, w in STEERED])
def test_the_area_follows_what_is_steered(text: str, area: str, why: str) -> None:
    assert areas_and_addressees(ADVISORY + text)[-1][0] == area, why


ADDRESSED = [
    ("Norway should sell boats to the Kenyan navy. It should not press Kenya.", "Norway", "advice goes on"),
    ("Norway and Kenya should talk. They could also swap tax records.", "Kenya + Norway", "they are who was told"),
    (
        "# Advice\n\nNorway must act.\n\n## Recommendations\n\n**To the government of Kenya**\n\n"
        "1. Open the visa counter.\n2. Train the clerks.",
        "Kenya",
        "a line that only names whom the list is for",
    ),
    ("We in Norway sleep. Our navy is small. We must build ships.", "Norway", "the author's own country"),
    ("The panel recommends that Chile lower its fees and that Kenya open its ports.", "Kenya", "a second clause"),
]


@pytest.mark.parametrize(("text", "who", "why"), ADDRESSED, ids=[w for _, _, w in ADDRESSED])
def test_addressees_over_sentences(text: str, who: str, why: str) -> None:
    assert areas_and_addressees(text)[-1][1] == who, why


def test_a_paper_tells_whose_government_it_means() -> None:
    text = "Our navy is small, and Kenya knows it. Norway has slept. The government should build ships."
    assert areas_and_addressees(text, "The Oslo Gazette")[-1][1] == "Norway"


SILENT = [
    ("# Why Norway should lower its tariffs\n\nThe ship left in May.", "a title"),
    ("## What Kenya must do\n\nThe ship left in May.", "a heading without advice below"),
    (
        "| Norway should | 30-40% | Kenya must | ½ |\n| --- | --- | --- | --- |\n| $ | 1.234.567,89 | should | |",
        "cells",
    ),
    ("| Kenyashouldexports | Norwaymust2019 |\n| --- | --- |\n| 12 | 13 |", "cells that ran together"),
    ("Exports should drop to two billion dollars.", "a prediction of a fall"),
    ("Norway sleeps. Engineers can help to build a bridge.", "an ability of nobody named"),
    ("Should Norway lower its tariffs?", "a question"),
]


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[w for _, w in SILENT])
def test_nothing_is_advised(text: str, why: str) -> None:
    assert areas_and_addressees(text) == [], why
