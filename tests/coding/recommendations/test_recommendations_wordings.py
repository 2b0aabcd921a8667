"""Advice in other wordings: duties, worth, lists of imperatives, tables of shifts, who is addressed."""

from __future__ import annotations

import pytest

from pipeline.coding import recommendations
from pipeline.coding.actors import Registry
from pipeline.language.parser import parse
from pipeline.read.markdown import read_markdown
from pipeline.read.model import Document, Metadata
from pipeline.read.sentences import sentences
from tests.advice_text import advice, names

ABOUT = "Norway and Kenya should talk. Norway must act, and Kenya must listen.\n\n"


def rows(text: str, genre: str = "opinion") -> list[tuple[str, str, str]]:
    """(modality, addressees, action) of every row behind the opening paragraph."""
    found, registry = advice(ABOUT + text, genre)
    return [(r.modality, names(r, registry), r.action) for r in found if r.evidence.char_start >= len(ABOUT)]


WORDINGS = [
    ("The onus is on Norway to publish the catch.", ("should", "Norway", "publish the catch"), "an onus"),
    ("It falls to Oslo to publish the catch.", ("should", "Norway", "publish the catch"), "a capital"),
    ("It makes sense for Kenya to lower its fees.", ("could", "Kenya", "lower its fees"), "makes sense"),
    ("It would be a mistake for Kenya to close the port.", ("should", "Kenya", "close the port"), "a mistake"),
    ("We appeal to Norway to send engineers.", ("advised", "Norway", "send engineers"), "an appeal"),
    ("Norway could lend a few engineers.", ("could", "Norway", "lend a few engineers"), "giving"),
    ("Kenya ought not to forget the ports.", ("should", "Kenya", "forget the ports"), "ought not to"),
    (
        "## For Nairobi\n\nThree smaller steps would help:\n\n- Repeal the fee.\n- Train the clerks.",
        ("advised", "Kenya", "repeal the fee"),
        "a heading that only names whom it is for",
    ),
    (
        "We ask Norway to:\n\n* triple its help;\n* waive the fees.",
        ("advised", "Norway", "triple its help"),
        "a lead-in that asks",
    ),
    (
        "The swaps below are addressed to both capitals.\n\n| Today | What we would do instead |\n| --- | --- |\n"
        "| Loans for harbours | Grants for wells |",
        ("advised", "Kenya + Norway", "grants for wells"),
        "a table of what to do instead",
    ),
    (
        "| From | To |\n| --- | --- |\n| Visits without plan | A standing council of mayors |",
        ("advised", "", "standing council of mayors"),
        "a table of shifts",
    ),
    (
        "Two ideas:\n\n- Seat the mayors at the table.\n- Lower the fees for small boats.",
        ("advised", "", "lower the fees for small boats"),
        "imperatives under words that announce nothing",
    ),
    (
        "It should do these things:\n\n- No longer tie grants to firms.",
        ("advised", "", "tie grants to firms"),
        "an item that tells what to stop",
    ),
]


@pytest.mark.parametrize(("text", "row", "why"), WORDINGS, ids=[w for _, _, w in WORDINGS])
def test_wordings(text: str, row: tuple[str, str, str], why: str) -> None:
    assert row[::2] in [found[::2] for found in rows(text)], why
    assert not row[1] or row in rows(text), why


NONE = [
    ("The estate falls to the crown.", "no act"),
    ("It was a mistake to close the port.", "what has happened"),
    ("The house is worth two million dollars.", "a price"),
    ("The figures suggest that exports grow every year.", "a finding"),
    ("Sign our petition today.", "a call to the reader"),
    ("Three in four farmers need aid.", "a plight"),
    ("The two governments will:\n\n- Lower the fees.\n- Train the clerks.", "a promise"),
    ("| From | To |\n| --- | --- |\n| Oslo | Nairobi |", "a timetable"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[w for _, w in NONE])
def test_no_advice(text: str, why: str) -> None:
    assert rows(text) == [], why


def test_imperatives_alone_do_not_make_a_page_advise() -> None:
    text = "The kit is small.\n\nIn the box:\n\n- Lower the lid.\n- Raise the arm."
    blocks = read_markdown(text)
    document = Document("d", "d.md", "0" * 64, text, "original", Metadata(), blocks, sentences(text, blocks))
    parsed = next(iter(parse([document])))
    assert recommendations.code(parsed, Registry(parsed)) == []
