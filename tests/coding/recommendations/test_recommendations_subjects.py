"""The area of acts whose own words tell little: what stands around them, and words of many areas."""

from __future__ import annotations

import pytest

from pipeline.coding.recommendations.lexicon import areas
from tests.advice_text import advice


def last_area(text: str) -> str:
    """The area of the last piece of advice."""
    return advice(text)[0][-1].area


WORDS = [
    ("Kenya should widen the one-stop border post at Busia.", "trade", "a border post is for goods"),
    ("Kenya should send more police to the border.", "security", "police at a border"),
    ("Chile should speed up veterinary inspections of lamb.", "trade", "inspection of goods"),
    ("Norway should open its bond market to foreign lenders.", "investment", "capital"),
    ("Norway should recognise Kenyan nursing diplomas.", "labour", "the profession, not the school"),
    ("Norway should recognise the new government in Nairobi.", "diplomacy", "recognition of a state"),
    ("Chile should curb recruitment agents who charge migrants.", "labour", "hiring"),
    ("Japan should put a seawater dyke around the atoll.", "environment", "adaptation"),
    ("Kenya must renegotiate its hidden debt.", "development", "debt"),
    ("Kenya should disclose the beneficial owners of mining firms.", "anti_corruption", "owners"),
    ("Chile should simplify mining permits.", "energy", "minerals"),
    ("Norway should grant more bursaries.", "culture", "study"),
    ("Japan should fund insulin for village clinics.", "health", "medicine"),
    ("Kenya must free the jailed journalists.", "human_rights", "prisoners of conscience"),
    ("Norway should send emergency supplies to the quake-hit towns.", "humanitarian", "a disaster"),
    ("Chile should invite Norway to joint investigations of smuggling rings.", "security", "crime"),
    ("Norway should regularise the status of undocumented cooks.", "migration", "residence"),
    ("Kenya should auction its mobile coverage licences.", "technology", "networks"),
    ("Kenya should keep the bidder out of its 5G networks.", "technology", "a word that the parser cuts"),
    ("Kenya should fund clinics, not warships.", "health", "what is not to be done tells nothing"),
    ("Kenya should build schools rather than prisons and courts.", "culture", "nor what is to be done less"),
    ("Kenya should train not only judges but also prosecutors.", "governance", "adding is no contrast"),
    ("- Norway should act.\n- Waive Work Permit Fees", "migration", "plurals in capitals"),
    ("Chile should raise taxes on the rich.", "development", "a plural that the parser takes for another word"),
    ("Kenya should issue securities in shillings.", "investment", "no plural of security"),
    ("Norway should ratify the conventions of the ILO.", "labour", "the sector of the body"),
    ("Norway and Chile should sign an open-skies accord.", "other", "air traffic"),
    ("Norway should send midwives.", "health", "who heals"),
    ("Kenya should renew the pylons.", "energy", "the grid"),
    ("Norway should lend tarpaulins.", "humanitarian", "relief goods"),
    ("Chile should exempt cardamom.", "trade", "a good"),
    ("Kenya should resurface the worst third.", "development", "a verb of roads"),
    ("Japan should insure the deckhands.", "labour", "a trade that people work in"),
    ("Kenya should hire two enumerators.", "governance", "a count of the people"),
    ("Norway should speed up family reunions.", "migration", "families"),
    ("Kenya should list the port on the bourse.", "investment", "shares"),
    ("Kenya should lower income tax.", "governance", "taxes"),
    ("Chile should save the pelicans.", "environment", "animals"),
    ("Kenya must free the columnists.", "human_rights", "writers"),
]


@pytest.mark.parametrize(("text", "area", "why"), WORDS, ids=[w for _, _, w in WORDS])
def test_words_of_an_area(text: str, area: str, why: str) -> None:
    assert last_area("Norway must act now. " + text) == area, why


WAGES = "Norway pays its pickers badly. Kenyan workers wait for wages, and employers charge them a recruitment fee. "
LORRIES = "Customs officers at the port let lorries wait. Exporters of tea lose a week, and tariffs eat the rest. "
AROUND = [
    (WAGES + "Norway should publish the names of the firms.", "labour", "publishing is done in any area"),
    (WAGES + "Norway should audit them every year.", "labour", "so is auditing"),
    (WAGES + "Norway should send a special envoy.", "diplomacy", "the act's own words come first"),
    (WAGES + "Norway must hold free elections.", "governance", "its own words, in any document"),
    (LORRIES + "Kenya should start at once.", "trade", "the document's subject where the act has no word"),
    (LORRIES + "Kenya should vaccinate the drivers.", "health", "a verb of its own area"),
    (LORRIES + "Kenya should publish every loan contract.", "governance", "publishing, where a means is published"),
    (LORRIES + "Kenya should pay for more judges.", "governance", "a sector beats payment"),
    (
        "# Two neighbours\n\nNorway must act now.\n\n## Forests\n\nThe forest burns each summer.\n\n"
        "- Norway should count what is left.\n\n## Schools\n\nPupils leave early.\n\n- Norway should ask why.",
        "culture",
        "the section before the document",
    ),
    ("Norway must act now. Norway should think again.", "diplomacy", "nothing tells"),
    (LORRIES + "The trade ministries should reopen these negotiations.", "trade", "talks are held on anything"),
    ("Norway must act now. Norway should sign the treaty.", "diplomacy", "a treaty where nothing else tells"),
]

FRONTED = [
    ("On security, Kenya would be wise to ratify the treaty of 2019.", "security", "a topic before a frame"),
    ("When it comes to fish, Norway is advised to sign the treaty.", "environment", "another opening"),
    ("Second, as for visas, Chile should answer the letter.", "migration", "behind an ordinal"),
    ("Visas: Chile should answer the letter.", "migration", "a run-in label"),
    ("On security, Kenya should build clinics.", "health", "what the act itself names comes first"),
    ("Kenya should close the border talks before the elections.", "diplomacy", "a phrase of time is none"),
    ("Kenya should pay the harbour of Ilo.", "development", "a place that reads as an acronym"),
]


@pytest.mark.parametrize(("text", "area", "why"), FRONTED, ids=[w for _, _, w in FRONTED])
def test_a_topic_in_front(text: str, area: str, why: str) -> None:
    assert last_area("Norway must act now. " + text) == area, why


@pytest.mark.parametrize(("text", "area", "why"), AROUND, ids=[w for _, _, w in AROUND])
def test_what_stands_around(text: str, area: str, why: str) -> None:
    assert last_area(text) == area, why


def test_a_verb_decides_or_is_a_means_not_both() -> None:
    for area in areas():
        assert not set(area.verbs) & set(area.means_verbs), area.area


def test_a_cue_is_no_hint_of_the_same_area() -> None:
    for area in areas():
        assert not set(area.cues) & set(area.hints), area.area
        assert not set(area.tools) & {*area.cues, *area.hints}, area.area


def test_words_are_in_lower_case_or_acronyms() -> None:
    words = [w for a in areas() for w in (*a.cues, *a.tools, *a.hints, *a.verbs, *a.means_verbs)]
    assert all(w in (w.lower(), w.upper()) for w in words)
