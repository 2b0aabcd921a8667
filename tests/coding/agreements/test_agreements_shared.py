"""Parties that a list of agreements shares: from its opening words, its lead-in, its section's heading."""

from __future__ import annotations

import pytest

from pipeline.coding import agreements
from pipeline.coding.actors import Registry
from pipeline.language.parser import parse
from pipeline.read.markdown import read_markdown
from pipeline.read.model import Document
from pipeline.read.sentences import sentences

ABOUT = "Norway and Chile have traded fish since 1820. Norway buys wine from Chile. Chile buys ships from Norway.\n\n"


def rows(text: str) -> dict[str, str]:
    """Name of each agreement -> its parties."""
    blocks = read_markdown(text)
    document = Document("d", "d.md", "0" * 64, text, "original", blocks=blocks, sentences=sentences(text, blocks))
    parsed = next(iter(parse([document])))
    registry = Registry(parsed)
    found, _ = agreements.code(parsed, registry)
    registry.finish()
    return {a.name: " + ".join(sorted(registry.actors[i].name for i in a.parties)) for a in found}


LISTS = [
    (
        ABOUT + "The two countries have signed several agreements, among them:\n\n- Convention on Whaling (1931)\n",
        "Convention on Whaling",
        "Chile + Norway",
        "a lead-in",
    ),
    (
        ABOUT + "The two countries have signed several agreements:\n\n- Trade Agreement (1931)\n",
        "Trade Agreement",
        "Chile + Norway",
        "a name that many share, under a lead-in that says whose it is",
    ),
    (
        ABOUT + "Both nations have signed several accords such as an Agreement of Polar Cooperation; an Agreement on "
        "Seaweed and a Memorandum of Understanding on Salmon Lice.",
        "Agreement on Seaweed",
        "Chile + Norway",
        "a list in a sentence, which parsers break",
    ),
    (
        ABOUT + "## Bilateral agreements\n\n- Convention on Whaling (1931)\n",
        "Convention on Whaling",
        "Chile + Norway",
        "a heading",
    ),
    (
        ABOUT + "## Agreements and treaties\n\n- Treaty of Bergen with Peru (1931)\n",
        "Treaty of Bergen",
        "Peru",
        "an item that names another party",
    ),
    (
        ABOUT + "## Fisheries\n\n- Convention on Whaling (1931)\n",
        "Convention on Whaling",
        "",
        "a heading that says nothing of agreements",
    ),
    (
        ABOUT + "In 1931 they signed the Bergen Gateway Agreement, which opened the port.",
        "Bergen Gateway Agreement",
        "Chile + Norway",
        "they, where the sentence names nobody else",
    ),
]


@pytest.mark.parametrize(("text", "name", "parties", "why"), LISTS, ids=lambda v: v if isinstance(v, str) else None)
def test_parties(text: str, name: str, parties: str, why: str) -> None:
    assert rows(text).get(name) == parties, why


def test_an_exercise_of_both_navies() -> None:
    text = ABOUT + "The navies of the two countries have held the exercise *Vento Norte* every year since 2019."
    assert rows(text) == {"Vento Norte": "Chile + Norway"}


def test_no_agreement_is_shared_that_is_only_wished_for() -> None:
    text = ABOUT + "The two countries hope for future agreements. The Oslo Charter is quoted in schools."
    assert "Chile" not in rows(text).get("Oslo Charter", "")
