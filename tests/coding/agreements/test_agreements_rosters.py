"""Rosters of memberships as letters, below a heading, behind a label or in a sentence."""

from __future__ import annotations

import pytest

from pipeline.coding import agreements
from pipeline.coding.actors import Registry
from pipeline.language.parser import parse
from pipeline.read.model import Block, Document, Metadata, Sentence

HEADING = "International organization participation"
STORY = "Kenya is a republic. The government of Kenya sits in Nairobi. Kenya has a parliament."


def memberships(heading: str, line: str, story: str = STORY) -> list[tuple[str, str, tuple[str, ...]]]:
    """Name, kind and parties of the agreements of a page with a heading and a line below it."""
    text = "\n".join((story, heading, line))
    starts = [0, len(story) + 1, len(story) + len(heading) + 2]
    ends = [len(story), len(story) + 1 + len(heading), len(text)]
    kinds = ("paragraph", "heading", "paragraph")
    blocks = [
        Block(k, a, b, section=(heading,) if n == 2 else ())
        for n, (k, a, b) in enumerate(zip(kinds, starts, ends, strict=True))
    ]
    sentences = [Sentence(n, n, a, b) for n, (a, b) in enumerate(zip(starts, ends, strict=True))]
    document = Document("d", "d.txt", "0" * 64, text, "original", Metadata(), tuple(blocks), tuple(sentences))
    parsed = next(iter(parse([document])))
    registry = Registry(parsed)
    found, _ = agreements.code(parsed, registry)
    registry.finish()
    return [(a.acronym or a.name, a.kind, tuple(registry.actors[i].name for i in a.parties)) for a in found]


def test_a_roster_below_its_heading_belongs_to_the_state_of_the_page() -> None:
    rows = memberships(
        HEADING, "AfDB, Interpol, C, G-77, ITUC, NATO, OAS (observer), MINURSO, UPU, WTrO, Nile Basin Forum"
    )
    assert [(name, kind) for name, kind, _ in rows] == [
        ("African Development Bank", "other"),
        ("Interpol", "legal"),
        ("G-77", "integration"),
        ("NATO", "defence"),
        ("UPU", "other"),
        ("WTrO", "trade"),
        ("Nile Basin Forum", "integration"),
    ]
    assert {parties for _, _, parties in rows} == {("Kenya",)}


def test_a_roster_behind_its_label() -> None:
    rows = memberships(
        "Politics", "International organization participation: ECA, FAO, ILO, UPU, WMO (associate member)"
    )
    assert [name for name, _, _ in rows] == ["ECA", "FAO", "ILO", "UPU"]


def test_a_roster_in_a_sentence() -> None:
    rows = memberships(
        "Abroad", "Kenya is a member of the ECA, FAO (founder, as of 1963), G-77, UPU, and the Nile Basin Forum."
    )
    assert [name for name, _, _ in rows] == ["ECA", "FAO", "G-77", "UPU", "Nile Basin Forum"]


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Abbreviations", "AfDB, ECA, FAO, G-77, UPU"),
        (HEADING, "FAO, UPU"),
        (HEADING, "Tea, roses, coffee, gold, sugar and other goods were sold."),
        ("Member states", "Kenya, Norway, Chile, Japan, Peru"),
    ],
)
def test_no_rosters(heading: str, line: str) -> None:
    assert memberships(heading, line) == []


def test_no_roster_where_a_page_is_about_many_states() -> None:
    story = "Kenya and Norway met Chile and Japan. Kenya thanked Norway. Chile thanked Japan."
    assert memberships(HEADING, "AfDB, ECA, FAO, G-77, UPU", story) == []
