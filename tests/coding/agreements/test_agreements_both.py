"""Agreements that a text about two states tells without naming them: who signs for both, what is being negotiated."""

from __future__ import annotations

import pytest

from pipeline.coding import agreements
from pipeline.coding.actors import Registry
from tests.agreement_text import parsed

ABOUT = "Norway and Chile have traded fish since 1820. Norway buys wine from Chile. Chile buys ships from Norway."


def rows(text: str) -> list[tuple[str, str, str, str]]:
    """(name, kind, parties, status) of the agreements of a text about Norway and Chile."""
    document = parsed(ABOUT, text)
    registry = Registry(document)
    found, _ = agreements.code(document, registry)
    registry.finish()
    return [(a.name, a.kind, " + ".join(sorted(registry.actors[i].name for i in a.parties)), a.status) for a in found]


BOTH = [
    (
        "The ministers signed a Memorandum of Understanding on Naval Training in Oslo.",
        ("Memorandum of Understanding on Naval Training", "defence", "Chile + Norway", "unknown"),
        "the ministers sign for both",
    ),
    (
        "A free trade agreement is being negotiated.",
        ("free trade agreement", "trade", "Chile + Norway", "proposed"),
        "being negotiated",
    ),
    (
        "In 2014 Norway and Peru began talks on a free trade agreement.",
        ("free trade agreement", "trade", "Norway + Peru", "proposed"),
        "talks on it",
    ),
    (
        "They signed an agreement on joint patrols in 2019.",
        ("agreement on joint patrols", "defence", "Chile + Norway", "unknown"),
        "patrols are defence",
    ),
]


@pytest.mark.parametrize(("text", "row", "why"), BOTH, ids=[w for _, _, w in BOTH])
def test_both(text: str, row: tuple[str, str, str, str], why: str) -> None:
    assert rows(text) == [row], why


NONE = [
    ("The two countries could begin talks on a free trade agreement.", "only possible"),
    ("The talks on an agreement went on.", "no sort of agreement"),
    ("The firm is in talks on a licence.", "a firm's affair"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[w for _, w in NONE])
def test_none(text: str, why: str) -> None:
    assert rows(text) == [], why


def test_as_a_member_belongs_to_the_name_before_it() -> None:
    text = "Norway, as a member of the Nordic Council, and Chile, as a member of the Pacific Alliance, called for calm."
    assert {(name, who) for name, _, who, _ in rows(text)} == {
        ("Nordic Council", "Norway"),
        ("Pacific Alliance", "Chile"),
    }
