"""Agreements of a text about two states whose parties go without saying, and those that are none or of others."""

from __future__ import annotations

import pytest

from pipeline.coding import agreements
from pipeline.coding.actors import Registry
from tests.agreement_text import parsed

PAIR = ("Norway and Kenya are friends.", "Kenya trades with Norway.")
BOTH = "Kenya + Norway"


def told(*sentences: str) -> list[tuple[str, str, str | None, str | None, str]]:
    """Name, parties, date, kind of date and status of the agreements of a text about Norway and Kenya."""
    document = parsed(*PAIR, *sentences, published="2024-05-10")
    registry = Registry(document)
    found, _ = agreements.code(document, registry)
    registry.finish()
    who = [" + ".join(sorted(registry.actors[i].name for i in a.parties)) for a in found]
    return [(a.name, w, a.date, a.date_kind, a.status) for a, w in zip(found, who, strict=True)]


THERE = [
    # comes into being
    ("A double taxation convention came into effect in 2003.", "double taxation convention", "2003", "in_force"),
    (
        "A convention on social security has been in force since 1988.",
        "convention on social security",
        None,
        "in_force",
    ),
    ("A cultural agreement followed in 1971.", "cultural agreement", "1971", "in_force"),
    ("This led to a maritime boundary agreement in 1978.", "maritime boundary agreement", None, "in_force"),
    ("The visit produced an agreement on forestry.", "agreement on forestry", None, "in_force"),
    ("A working-holiday arrangement was agreed in 2019.", "working-holiday arrangement", "2019", "in_force"),
    (
        "An understanding on fishing grounds was reached in 1954.",
        "understanding on fishing grounds",
        "1954",
        "in_force",
    ),
    (
        "In June 1967 Vice-President Otieno signed a ten-year shipping agreement.",
        "ten-year shipping agreement",
        "1967-06",
        "unknown",
    ),
    # is not yet there
    ("An air services accord was initialled in 2019 but was never ratified.", "air services accord", "2019", "pending"),
    (
        "A fisheries protocol, initialled in Bergen in 2018, awaits ratification.",
        "fisheries protocol",
        "2018",
        "pending",
    ),
    (
        "The legal assistance treaty has been pending in parliament since 2021.",
        "legal assistance treaty",
        None,
        "pending",
    ),
    (
        "Oslo has yet to ratify the 2021 defence cooperation agreement.",
        "defence cooperation agreement",
        "2021",
        "pending",
    ),
    ("Kenya proposed a free trade agreement in 2019.", "free trade agreement", "2019", "proposed"),
    ("In 2019 Norway suggested a fisheries pact, but nothing came of it.", "fisheries pact", "2019", "proposed"),
    ("Norway offered Kenya an air transport agreement in 2016.", "air transport agreement", "2016", "proposed"),
    ("Negotiations on an investment treaty opened in 2019.", "investment treaty", None, "proposed"),
    # is over
    ("The shipping agreement lapsed in 1999.", "shipping agreement", None, "ended"),
    ("The 1974 shipping agreement was denounced by Norway in 1999.", "shipping agreement", "1999", "ended"),
    # is what something rests on
    ("Under a 1998 accord on visas, diplomats travel freely.", "accord on visas", "1998", "in_force"),
    ("Under the labour accord of October 2019, Norway may admit 20 nurses.", "labour accord", "2019-10", "in_force"),
    ("Trade is governed by a commercial treaty of 1932.", "1932 commercial treaty", "1932", "in_force"),
    ("Air links rest on an air services agreement dating from 1965.", "air services agreement", None, "in_force"),
    ("Relations are based on a cooperation agreement signed in 1977.", "cooperation agreement", "1977", "unknown"),
    (
        "Since 2004 both have applied a convention against double taxation.",
        "convention against double taxation",
        None,
        "in_force",
    ),
    ("Ties were raised to a Strategic Partnership in 2018.", "Strategic Partnership", None, "in_force"),
    (
        "Police of the two countries work together under the Oslo Protocol on Deliveries.",
        "Oslo Protocol on Deliveries",
        None,
        "in_force",
    ),
]


@pytest.mark.parametrize(("text", "name", "date", "status"), THERE, ids=[t for t, *_ in THERE])
def test_parties_go_without_saying(text: str, name: str, date: str | None, status: str) -> None:
    assert [(n, w, d, s) for n, w, d, _, s in told(text)] == [(name, BOTH, date, status)]


NONE = [
    ("No extradition treaty exists.", "denied"),
    ("There is no tax treaty between the two.", "denied"),
    ("A tax treaty would help.", "only thought of"),
    ("Kenya wants a free trade agreement.", "only wished for"),
    ("Norway is ready to conclude a tax treaty.", "only offered"),
    ("A tax treaty was never signed.", "never made"),
    ("The convention on torture entered into force in 1987.", "many states join it"),
    ("A collective agreement was signed in 2019.", "of one state with its own people"),
    ("Norway made a declaration in 1990.", "said, not signed"),
    ("Kenya and its neighbours concluded a water agreement that Norway paid for.", "others are brought in"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[t for t, _ in NONE])
def test_no_agreement_of_both(text: str, why: str) -> None:
    assert all(who != BOTH for _, who, *_ in told(text)), why


LINES = [
    ("Bilateral agreements", "Cultural convention (1961)"),
    ("Treaties in force between the two countries", "Understanding on seal hunting of 7 December 1984"),
    ("Agreements", "Agreement on the promotion of investments (1985; in force 1989)"),
]


@pytest.mark.parametrize("lines", LINES, ids=[a for a, _ in LINES])
def test_lines_below_a_plain_heading(lines: tuple[str, str]) -> None:
    assert [w for _, w, *_ in told(*lines)] == [BOTH]


def test_lines_end_with_running_text() -> None:
    assert told("Bilateral agreements", "There are a few.", "Convention on Reindeer (1961)") == [
        ("Convention on Reindeer", "", "1961", "other", "in_force")
    ]


AGAIN = [
    ("A tax treaty was signed in 2009.", "Parliament must ratify the tax accord soon.", 1),
    ("An air services pact was signed in 2022.", "The Storting has not approved the air pact.", 1),
    ("A legal assistance treaty was signed in 2023.", "The assembly ought to ratify the treaty of 2023.", 1),
    ("A tax treaty was signed in 2009.", "The fisheries accord lapsed in 2011.", 2),
]


@pytest.mark.parametrize(("first", "later", "count"), AGAIN, ids=[b for _, b, _ in AGAIN])
def test_later_words_for_one_told_before(first: str, later: str, count: int) -> None:
    assert len(told(first, later)) == count


SURE = [
    ("The two governments signed the fourth Indicative Cooperation Programme.", "Indicative Cooperation Programme"),
    ("Talks on a Deep Fish Trade Area (DFTA) opened in 2015.", "Deep Fish Trade Area"),
    ("The EU–Kenya Political Dialogue Agreement applies.", "EU–Kenya Political Dialogue Agreement"),
    ("Fish were added by a protocol of June 2023.", "protocol of June 2023"),
    ("Both are parties to the Reindeer Convention.", "Reindeer Convention"),
]


@pytest.mark.parametrize(("text", "name"), SURE, ids=[n for _, n in SURE])
def test_clause_makes_sure_of_one(text: str, name: str) -> None:
    assert [n for n, *_ in told(text)] == [name]


@pytest.mark.parametrize("text", ["Kenya visited a Fish Programme.", "Talks on a Deep Fish Trade Area may open."])
def test_clause_does_not(text: str) -> None:
    assert told(text) == []
