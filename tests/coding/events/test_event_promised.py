"""Lists of commitments and of signed documents: whose deed each item is, of which type, and which lists tell none."""

from __future__ import annotations

import pytest

from pipeline.coding.coder import code
from tests.small_documents import coded, parsed

MEETING = "President Amina Otieno of Kenya met the Prime Minister of Norway: Kenya and Norway are old partners."
COMMITTED = [
    ("Norway will:", "send 40 doctors to Kenya;", ("AID", "humanitarian", "Norway", "Kenya", "announced")),
    ("Norway will:", "Send 40 doctors to Kenya.", ("AID", "humanitarian", "Norway", "Kenya", "announced")),
    ("For its part, Norway shall:", "exempt Kenyan flowers from the packing fee;",
     ("COOPERATE", "economic", "Norway", "Kenya", "announced")),
    ("Norway will also:", "second two experts to the Kenyan Police;",
     ("COOPERATE", None, "Norway", "Kenyan Police", "announced")),
    ("Norway will:", "open a consulate in Mombasa;", ("TRANSITION", "found", "Norway", "", "announced")),
    ("Norway will:", "withdraw its soldiers from Kenya;", ("RETREAT", "withdraw", "Norway", "Kenya", "announced")),
    ("Norway will:", "not recognise Abkhazia;", ("REJECT", None, "Norway", "Abkhazia", "announced")),
    ("The two governments undertake to:", "exchange weather data every week;",
     ("AGREE", "promise", "Kenya + Norway", "", "announced")),
    ("Kenya, for its part, commits itself to:", "abolish the port surcharge;",
     ("AGREE", "promise", "Kenya", "", "announced")),
    ("Kenya agreed to:", "provide $3 million to schools in Norway.",
     ("AID", "economic", "Kenya", "Norway", "announced")),
]  # fmt: skip
OTHERS = [
    ("Norway should:", "advice"),
    ("The plan will:", "goals of a plan"),
    ("The talks in June will:", "an agenda"),
    ("If the talks fail, Norway will:", "a condition"),
    ("Norway could agree to:", "a possibility"),
    ("Kenya asked Norway whether it will:", "a question"),
    ("This goal would help Norway to:", "an effect"),
    ("Norway will not:", "what is ruled out"),
]
DOCUMENTS = [
    ("heading", "Documents signed", "Agreement on Air Services", None),
    ("heading", "Agreements signed during the visit", "Memorandum of Understanding on Fisheries", None),
    ("paragraph", "The following instruments were signed:", "Convention on Extradition", None),
    ("paragraph", "On 4 May 2019 the following documents were signed:", "Protocol on Sheep", "2019-05-04"),
    ("heading", "Documents signed", "Programme for School Exchanges 2025–2027", None),
    ("heading", "Documents signed", "Agreement on Fisheries, signed by the two ministers of trade", None),
]
UNSIGNED = [
    ("paragraph", "The following documents will be signed next year:", "Agreement on Air Services"),
    ("paragraph", "The following documents could be signed:", "Agreement on Air Services"),
    ("heading", "Documents", "Agreement on Air Services"),
    ("heading", "Documents signed", "The ministers praised the harbour."),
]


@pytest.mark.parametrize(("lead", "item", "row"), COMMITTED, ids=[f"{c[0]} {c[1]}" for c in COMMITTED])
def test_an_item_is_its_subjects_commitment(lead: str, item: str, row: tuple[str, str | None, str, str, str]) -> None:
    of = coded(MEETING, lead, item, kinds=("paragraph", "paragraph", "list_item"))
    found = [(*of.row(e)[:4], e.status) for e in of.events if e.evidence.sentence == 2]
    assert found == [row]


@pytest.mark.parametrize(("lead", "why"), OTHERS, ids=[o[1] for o in OTHERS])
def test_other_lists_commit_nobody(lead: str, why: str) -> None:
    of = coded(MEETING, lead, "send 40 doctors to Kenya;", kinds=("paragraph", "paragraph", "list_item"))
    assert [e for e in of.events if e.evidence.sentence == 2 and e.sources] == [], why


def test_commitments_are_no_advice() -> None:
    texts = (MEETING, "Norway will:", "send 40 doctors to Kenya;", "open a consulate in Mombasa.")
    assert not code(parsed(*texts, kinds=("paragraph", "paragraph", "list_item", "list_item"))).recommendations


@pytest.mark.parametrize(("kind", "lead", "item", "date"), DOCUMENTS, ids=[f"{d[1]} {d[2]}" for d in DOCUMENTS])
def test_an_item_is_a_signing(kind: str, lead: str, item: str, date: str | None) -> None:
    of = coded(MEETING, lead, item, kinds=("paragraph", kind, "list_item"))
    found = [of.row(e) for e in of.events if e.evidence.sentence == 2]
    assert found == [("SUPPORT", "sign", "Kenya + Norway", "", date)]


@pytest.mark.parametrize(("kind", "lead", "item"), UNSIGNED, ids=[f"{u[1]} {u[2]}" for u in UNSIGNED])
def test_other_items_are_no_signings(kind: str, lead: str, item: str) -> None:
    of = coded(MEETING, lead, item, kinds=("paragraph", kind, "list_item"))
    assert [e for e in of.events if e.evidence.sentence == 2 and e.mode == "sign"] == []
