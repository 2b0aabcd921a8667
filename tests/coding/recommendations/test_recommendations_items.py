"""Advice in lists and tables of invented texts: lead-ins, labels, headings that name whom the advice is for."""

from __future__ import annotations

import pytest

from tests.advice_text import advice, names


def rows(text: str) -> list[tuple[str, str, str]]:
    """(modality, addressees, action) of every row."""
    found, registry = advice(text, genre=None)
    return [(r.modality, names(r, registry), r.action) for r in found]


LEAD = "Kenya should rethink its ports. This plan could involve:\n\n"

LISTS = [
    (LEAD + "- Lower the fees for small boats.", "lower the fees for small boats", "an imperative"),
    (LEAD + "- Lowering the fees for small boats.", "lower the fees for small boats", "a gerund"),
    (LEAD + "- To lower the fees for small boats.", "lower the fees for small boats", "an infinitive"),
    (LEAD + "- Lower fees for small boats.", "lower fees for small boats", "a noun that could be a verb"),
    (
        LEAD + "- Cheaper Ports: Lower the fees for small boats.",
        "lower the fees for small boats",
        "a label and its act",
    ),
    (LEAD + "- **Cheaper ports.** Lower the fees for small boats.", "lower the fees for small boats", "a bold label"),
    (LEAD + "- Closer cooperation with Japan on dredging.", "closer cooperation with Japan on dredging", "a noun"),
]


@pytest.mark.parametrize(("text", "action", "why"), LISTS, ids=[x[2] for x in LISTS])
def test_items(text: str, action: str, why: str) -> None:
    assert rows(text)[1:] == [("advised", "Kenya", action)], why


def test_items_of_other_lists_are_no_advice() -> None:
    assert rows("Kenya should rethink its ports. Areas of concern include:\n\n- Rising fees for small boats.")[1:] == []


def test_a_heading_names_whom_the_list_is_for() -> None:
    text = "# Fish\n\n## Recommendations for Chile and Norway\n\n- Share the data on fish.\n- Train young divers."
    assert rows(text) == [
        ("advised", "Chile + Norway", "share the data on fish"),
        ("advised", "Chile + Norway", "train young divers"),
    ]


def test_a_possessive_in_a_heading_names_nobody() -> None:
    assert rows(
        "# Fish\n\n## Recommendations on Chile's ports\n\n- Share the data on fish.\n- Train young divers."
    ) == [
        ("advised", "", "share the data on fish"),
        ("advised", "", "train young divers"),
    ]


TABLE = """Kenya must act. The following table sets out what it should change:

| Today | Recommended shift |
| --- | --- |
| Loans for single ports | Joint planning of all ports |
| Imported cranes | Investing in local yards |
"""


def test_each_row_of_an_advisory_table_is_advice() -> None:
    assert rows(TABLE)[1:] == [
        ("advised", "Kenya", "shift to joint planning of all ports"),
        ("advised", "Kenya", "invest in local yards"),
    ]


def test_other_tables_are_no_advice() -> None:
    assert rows(TABLE.replace("Recommended shift", "Expected result"))[1:] == []


def test_a_column_may_name_who_acts() -> None:
    text = (
        "Kenya and Japan must act.\n\n| Who | Proposed action |\n| --- | --- |\n| Kenya | Dredge the harbour |\n"
        "| Japan | Send engineers to Mombasa |\n"
    )
    assert [(who, action) for _, who, action in rows(text)[1:]] == [
        ("Kenya", "dredge the harbour"),
        ("Japan", "send engineers to Mombasa"),
    ]
