"""List items without a subject take their doer from the lead-in above them, and only from there."""

from __future__ import annotations

import pytest

from tests.small_documents import coded

LEAD = "Kenya has taken several steps this year, including:"
ITEM = "Imposing a tariff on Chile for its cheap shoes."
ROWS = [
    ([LEAD, ITEM], ("paragraph", "list_item"), "Kenya", "the subject of the lead-in"),
    ([LEAD, "Expelling the envoy of Norway.", ITEM], ("paragraph", "list_item", "list_item"), "Kenya", "a later item"),
    ([LEAD, ITEM], ("list_item", "list_item"), "Kenya", "a lead-in that is an item itself"),
    ([LEAD, ITEM.replace("on", "on imports from", 1)], ("paragraph", "list_item"), "Kenya", "goods of a country"),
    ([LEAD, ITEM], ("paragraph", "paragraph"), "", "a paragraph is no item"),
    (["Kenya has taken several steps this year.", ITEM], ("paragraph", "list_item"), "", "no lead-in without a colon"),
    ([LEAD, "Talks failed.", ITEM], ("paragraph", "paragraph", "list_item"), "", "another sentence between"),
]


@pytest.mark.parametrize(("sentences", "kinds", "doer", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_doer_of_an_item(sentences: list[str], kinds: tuple[str, ...], doer: str, why: str) -> None:
    rows = [r for r in coded(*sentences, kinds=kinds).rows if r[0] == "SANCTION" and r[3] == "Chile"]
    assert [r[2] for r in rows] == [doer], why


def test_an_item_with_a_subject_keeps_it() -> None:
    rows = coded(LEAD, "Norway imposed a tariff on Chile.", kinds=("paragraph", "list_item")).rows
    assert [r[2] for r in rows] == ["Norway"]
