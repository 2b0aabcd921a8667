"""Kinds of names that only their use in the document tells: places taken for people, companies told by their deeds."""

from __future__ import annotations

import pytest

from tests.small_documents import coded


def kinds(*sentences: str) -> set[tuple[str, str]]:
    """(name, kind) of the actors of a document that are no states and no unnamed groups."""
    found = coded(*sentences).registry.actors
    return {(a.name, a.kind) for a in found if a.kind not in ("state", "group") and a.aliases != ("police",)}


PLACES = [
    (["Norway runs a port at Kvaenvik.", "The ships of Kvaenvik left."], set(), "at a place, and named again"),
    (["They hid the goods among bananas from Machalilla."], set(), "goods come from places"),
    (["Norway opened the road to Kvaenvik."], set(), "a road leads to a place"),
    (["Berg wrote to Kamau.", "Berg resigned in May."], {("Berg", "person")}, "whoever resigns is a person"),
    (["Anna Berg left Oslo.", "The talks were held at Berg's house."], {("Anna Berg", "person")}, "a fuller name"),
    (["In a café in Haugvik, Anna Berg listened."], {("Anna Berg", "person")}, "a person behind a place"),
    (["When Cyclone Orla struck Nua Levi in May, Norway sent food."], set(), "storms hit places"),
    (["The first project, Clean Stoves Lofoten, is run by Norway."], set(), "a project"),
    (["The navies held a joint exercise, Desert Oak, in May."], set(), "an exercise"),
    (["They signed a Memorandum of Understanding on Water Reuse."], set(), "what an agreement is about"),
    (["By Anna Berg, The Harbour Courier", "Norway left Kenya in May.", "Kenya was sad.", "Oslo was silent.",
      "Nairobi was not.", "Kenya wrote letters.", "Norway did not answer.", "Anna Berg teaches law."], set(),
     "the author, also in the note at the end"),
    (["By Anna Berg", "Norway left Kenya in May.", "Kenya was sad.", "Oslo was silent.", "Nairobi was not.",
      "Kenya wrote.", "Anna Berg resigned in Oslo.", "Norway did not answer.", "Kenya waited.", "Norway left."],
     {("Anna Berg", "person")}, "who acts in the text is more than its author"),
    (["A Haugvik court convicted two men."], set(), "a court is a town's"),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "expected", "why"), PLACES, ids=[row[2] for row in PLACES])
def test_places_taken_for_people(sentences: list[str], expected: set, why: str) -> None:
    found = {k for k in kinds(*sentences) if k[1] == "person" and "Kamau" not in k[0]}
    assert found == expected, why


FIRMS = [
    ("Nordkraft sold its wind farm near Bergen in May.", "Nordkraft", "sells a plant"),
    ("In June Nordkraft opened a refinery at Mombasa.", "Nordkraft", "opens a plant"),
    ("Fjell Motorer is spending 40 million euros on a mill.", "Fjell Motorer", "spends money on a plant"),
    ("Nordfly ended its Mombasa flights in May.", "Nordfly", "ends flights"),
    ("In summer Nordfly flies between Oslo and Nairobi twice a week.", "Nordfly", "flies a route"),
    ("The bridge will be built by a consortium led by Fjell Motorer.", "Fjell Motorer", "leads a consortium"),
    ("Nordkraft employs 85 people in Kenya.", "Nordkraft", "employs people"),
]


@pytest.mark.parametrize(("text", "name", "why"), FIRMS, ids=[row[2] for row in FIRMS])
def test_companies_told_by_their_deeds(text: str, name: str, why: str) -> None:
    assert (name, "company") in kinds(text), why


@pytest.mark.parametrize(
    "text",
    [
        "Norway sold its wind farm near Bergen.",
        "President Kamau Mwangi opened a factory at Mombasa.",
        "Anna Berg ended her visit in May.",
        "The Ministry of Trade opened a terminal.",
        "She opened a factory in June.",
        "Pensioners spent two million dollars on repairs.",
    ],
)
def test_whoever_else_does_business_is_no_company(text: str) -> None:
    assert not [k for k in kinds(text) if k[1] == "company"]
