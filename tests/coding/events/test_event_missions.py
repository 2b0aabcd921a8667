"""Diplomatic missions as participants: whose they are and where; relations and visits told in lists and tables."""

from __future__ import annotations

import pytest

from tests.small_documents import coded

BOTH = ("Norway and Kenya have traded since 1920.", "Norway buys tea from Kenya.")
"""Sentences that make a document one about two states."""

MISSIONS = [
    (
        (*BOTH, "The Norwegian consulate in Mombasa was closed in 1991."),
        ("SANCTION", "sever", "Norway", "Kenya", "1991"),
        "its owner closes a mission, its host is the target",
    ),
    (
        (*BOTH, "The Norwegian legation was opened in 1950.", "The post closed in 1994."),
        ("SANCTION", "sever", "Norway", "Kenya", "1994"),
        "the post is the mission told of before",
    ),
    (
        (*BOTH, "The Norwegian Embassy in Nairobi reopened in 1996."),
        ("TRANSITION", "found", "Norwegian Embassy in Nairobi", "", "1996"),
        "a mission that reopens is founded again",
    ),
    (
        (*BOTH, "Kenya opened an embassy in Oslo in 2012."),
        ("TRANSITION", "found", "Kenya", "embassy in Oslo", "2012"),
        "a mission that is opened is known by its place",
    ),
    (
        (*BOTH, "Norway opened its consulate in Nairobi in 1980."),
        ("TRANSITION", "found", "Norway", "consulate in Nairobi", "1980"),
        "its place may stand with the verb",
    ),
    (
        (*BOTH, "Diplomatic relations with Kenya ended in 1958."),
        ("SANCTION", "sever", "Kenya + Norway", "", "1958"),
        "relations with one of the text's two states are those of both",
    ),
    (
        (*BOTH, "Diplomatic relations were established in 1964, with Olav Berg as Chargé d'Affaires."),
        ("SUPPORT", "relations", "Kenya + Norway", "", "1964"),
        "the first envoy is no party to the relations",
    ),
    (
        (*BOTH, "Olav Berg presented his credentials in 1964."),
        ("TRANSITION", "inaugurate", "Olav Berg", "", "1964"),
        "a host of whom nothing is said is not filled in",
    ),
]


@pytest.mark.parametrize(("sentences", "expected", "why"), MISSIONS, ids=[row[2] for row in MISSIONS])
def test_missions(sentences: tuple[str, ...], expected: tuple, why: str) -> None:
    assert coded(*sentences).rows[-1] == expected, why


def test_one_row_for_each_partner_with_its_own_date() -> None:
    of = coded("Kenya resumed relations with Chile and Norway in 1975, and with Fiji in 1978.")
    assert of.rows == [
        ("SUPPORT", "relations", "Chile + Kenya", "", "1975"),
        ("SUPPORT", "relations", "Kenya + Norway", "", "1975"),
        ("SUPPORT", "relations", "Fiji + Kenya", "", "1978"),
    ]


@pytest.mark.parametrize(("noun", "dates"), [("invasions", ["1895", "1935"]), ("invasion", ["1895"])])
def test_a_plural_noun_with_two_years_is_two_happenings(noun: str, dates: list[str]) -> None:
    of = coded(f"The Chilean {noun} in 1895 and 1935 weakened Kenya.")
    assert [e.date for e in of.events if e.mode == "invade"] == dates


def test_visits_under_a_route_in_a_section_of_visits() -> None:
    of = coded(
        *("State visits", "From Norway to Kenya", "Prime Minister Liv Dahl (1997, May 2004)"),
        kinds=("heading", "paragraph", "list_item"),
    )
    assert of.rows == [
        ("CONSULT", "visit", "Liv Dahl", "Kenya", "1997"),
        ("CONSULT", "visit", "Liv Dahl", "Kenya", "2004-05"),
    ]


TABLES = [
    ("Country | Formal relations began | Notes", [("SUPPORT", "relations", "Chile + Kenya", "", "1962-07-01")]),
    ("Country | Population | Notes", []),
]


@pytest.mark.parametrize(("header", "expected"), TABLES)
def test_a_table_of_relations(header: str, expected: list[tuple]) -> None:
    of = coded(
        *("Kenya trades far.", "Kenya grows tea.", "Kenya sells it.", header, "Chile | 1 July 1962 | A consulate."),
        kinds=("paragraph", "paragraph", "paragraph", "table_row", "table_row"),
    )
    assert of.rows == expected
