"""Whom advice addresses and who gives it, in invented texts: classes, names of no list, offices, pairs, reports."""

from __future__ import annotations

import pytest

from tests.advice_text import advice, names

ADVISORY = "Norway must act now.\n\n"


def rows(text: str) -> list[tuple[str, str, str]]:
    """(modality, addressees, action) of every row behind the opening sentence."""
    found, registry = advice(ADVISORY + text)
    return [(r.modality, names(r, registry), r.action) for r in found if r.evidence.char_start >= len(ADVISORY)]


WHO = [
    ("Breweries ought to buy barley from Kenya.", ("should", "Breweries"), "firms of a kind"),
    ("Norwegian smelters should publish their prices.", ("should", "Norwegian smelters"), "firms of a country"),
    ("Exporters must label each crate.", ("must", "Exporters"), "people of a trade"),
    ("The Barley Board needs to test each crate.", ("needs", "Barley Board"), "a body that no list knows"),
    ("Kenyan ministers should speak up.", ("should", "Kenya"), "those in office are their state"),
    (
        "Health Minister Achieng Odera came late. Nobody saw the map.\n\nThe rain went on. It rained in May. "
        "It rained in June. It rained in July. It rained on. It rained a lot. The minister should publish the map.",
        ("should", "Achieng Odera"),
        "the only holder of an office",
    ),
    ("Kenya and Norway share a lake. Both should measure it.", ("should", "Kenya + Norway"), "both of them"),
    ("The Kenyan Senate is invited to ratify the pact.", ("advised", "Kenyan Senate"), "a polite passive"),
    ("Oslo would also do well to send an envoy.", ("should", "Norway"), "an adverb inside a set phrase"),
    ("Norway has to publish the map.", ("must", "Norway"), "has to"),
    ("It would be wise for Norway to publish the map.", ("should", "Norway"), "wise for"),
    ("Ljubljana should send an envoy.", ("should", "Slovenia"), "a capital"),
    ("The European Union is slow. Brussels ought to hurry.", ("should", "European Union"), "the Union's seat"),
    ("This paper argues that Kenya has to hurry.", ("must", "Kenya"), "the text itself argues"),
    (
        "Namibia waits. Windhoek, in turn, has to publish the list.",
        ("must", "Namibia"),
        "a capital that the tagger misread",
    ),
    (
        "Norway and Kenya share a lake. Norway and Kenya like it. Neither government should drain it.",
        ("should", "Kenya + Norway"),
        "neither of them",
    ),
    (
        "Norway and Kenya share a lake. Norway and Kenya like it. The two navies should patrol it.",
        ("should", "Kenya + Norway"),
        "forces of both stand for their states",
    ),
    ("It would help if Norway opened a school in Kisumu.", ("could", "Norway"), "it would help if"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WHO, ids=[w for _, _, w in WHO])
def test_who_is_addressed(text: str, expected: tuple[str, str], why: str) -> None:
    assert [row[:2] for row in rows(text)][-1:] == [expected], why


NOBODY = [
    ("Leaders should publish the map.", "nobody in particular"),
    ("Policymakers ought to publish the map.", "nobody in particular, either"),
    ("The map must be published.", "a passive in a paragraph of its own"),
]


@pytest.mark.parametrize(("text", "why"), NOBODY, ids=[w for _, w in NOBODY])
def test_nobody_is_addressed(text: str, why: str) -> None:
    assert [who for _, who, _ in rows(text)] == [""], why


def test_a_heading_names_a_class() -> None:
    assert rows("## Advice to importers\n\n1. Test each crate.\n2. Have the labels translated into Swahili.") == [
        ("advised", "importers", "test each crate"),
        ("advised", "importers", "have the labels translated into Swahili"),
    ]


ITEMS = [
    ("Oslo: waive the fee.", ("Norway", "waive the fee"), "a label that names who is to act"),
    ("Kenyan banks to finance cold stores.", ("Kenyan banks", "finance cold stores"), "X to do"),
    ("That the Kenyan Senate adopt the act.", ("Kenyan Senate", "adopt the act"), "that X do"),
    (
        "A joint council of harbour masters.",
        ("Norway", "joint council of harbour masters"),
        "a thing, for whoever was told before",
    ),
    ("Harbours: waive the fee.", ("Norway", "waive the fee"), "a label that names a thing"),
]


@pytest.mark.parametrize(("item", "expected", "why"), ITEMS, ids=[w for _, _, w in ITEMS])
def test_whom_an_item_names(item: str, expected: tuple[str, str], why: str) -> None:
    assert [row[1:] for row in rows(f"We recommend the following steps:\n\n- {item}")] == [expected], why


def test_a_lone_noun_is_the_group_that_the_text_tells_more_of() -> None:
    assert rows("Kenyan millers grumble. Millers should test each crate.")[0][1] == "Kenyan millers"


ACTS = [
    (
        "The Board ought to visit each farm that hires workers from Kenya and to publish its report.",
        ["visit each farm that hires workers from Kenya", "publish its report"],
        "a bare verb is not joined with a finite one",
    ),
    (
        "The two governments should post each quota within a day of setting it and open a register.",
        ["post each quota within a day of setting it", "open a register"],
        "nor with a gerund",
    ),
    (
        "A study argued that Kenya should build dams at Kisumu, that Norway needed to pay, and that both should wait.",
        ["build dams at Kisumu", "pay", "wait"],
        "clauses joined by that",
    ),
    ("Kenya should dredge the port, where cranes now rust.", ["dredge the port"], "what is told of a place"),
    ("Kenya should draft a code, under which crews are paid.", ["draft a code"], "what is told of a thing"),
    (
        "Kenya should lower the fees of its harbours, among which are dues and stamps.",
        ["lower the fees of its harbours, among which are dues and stamps"],
        "what the object holds",
    ),
    ("Kenya must open the gate now, not after the feast.", ["open the gate now"], "a contrast"),
    (
        "The fee should be abolished and the money given to schools.",
        ["abolish fee", "give money to schools"],
        "passives",
    ),
    ("The gate must be opened by Kenya.", ["open gate"], "who is to act is no part of the act"),
    ("The paper recommends opening the gate and advises Kenya to wait.", ["open the gate", "wait"], "a further verb"),
    ("The town ought to ensure that wells are dug and that pumps work.", None, "that inside the act"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ACTS, ids=[w for _, _, w in ACTS])
def test_which_acts(text: str, expected: list[str] | None, why: str) -> None:
    found = [action for _, _, action in rows(text)]
    assert found == (expected or ["ensure that wells are dug and that pumps work"]), why


REPORTED = [
    ("The Lake Commission recommended that Kenya close the sluice.", ("Lake Commission", "Kenya", "close the sluice")),
    ("The Lake Commission suggested that Kenya close the sluice.", ("Lake Commission", "Kenya", "close the sluice")),
    ("The Lake Commission advised Kenya to close the sluice.", ("Lake Commission", "Kenya", "close the sluice")),
    (
        "The Lake Commission said that Kenya needed to act.",
        ("Lake Commission", "Kenya", "act"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED, ids=[t for t, _ in REPORTED])
def test_reported_advice(text: str, expected: tuple[str, str, str]) -> None:
    found, registry = advice(text, genre="news")
    issuers = [registry.actors[r.issuer].name for r in found if r.issuer is not None]
    assert [(i, names(r, registry), r.action) for i, r in zip(issuers, found, strict=True)] == [expected]


NONE = [
    "Ask any miller in Oslo and he will grumble.",
    "None of that requires a law.",
    "Chile urged Norway to close the sluice.",
    "Chile advised the court that the sluice was closed.",
    "Chile said that it needed to close the sluice.",
    "Norway needed to close the sluice.",
    "Norway does not have to close the sluice.",
    "The minister said that his country would need to ask its partners.",
    "Figures suggest that exports grow.",
    "Chile recommended Norway to be the next host.",
    "Payment in advance was recommended.",
    "It would be a disaster if Norway closed the sluice.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_advice(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "genre", "n"),
    [
        ("Three lessons suggest themselves. The boats are old. Kenya should open the sluice.", "encyclopedia", 1),
        ("# The Lake\n\nIt is deep.\n\n## Recommendations\n\nKenya should open the sluice.", "encyclopedia", 1),
        ("Three boats sank. The boats were old. Kenya should open the sluice.", "encyclopedia", 0),
        ("## History\n\nKenya should open the sluice.", "encyclopedia", 0),
        ("Three lessons suggest themselves. Kenya can help by opening the sluice.", "encyclopedia", 0),
    ],
)
def test_announced_advice_counts_in_a_text_that_tells(text: str, genre: str, n: int) -> None:
    assert len(advice(text, genre)[0]) == n
