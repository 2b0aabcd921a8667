"""Agreements told by their clause: plural lists, nominal signings, compound memberships, halves of names."""

from __future__ import annotations

import pytest

from pipeline.coding import agreements
from pipeline.coding.actors import Registry
from tests.agreement_text import parsed

PAIR = ("Norway and Kenya are friends.", "Kenya trades with Norway.")


def told(*sentences: str) -> list[tuple[str, str, list[str], str | None]]:
    """Name, kind, sorted parties and date of every agreement."""
    document = parsed(*sentences)
    registry = Registry(document)
    found, _ = agreements.code(document, registry)
    registry.finish()
    return [(a.name, a.kind, sorted(registry.actors[i].name for i in a.parties), a.date) for a in found]


BOTH = ["Kenya", "Norway"]
CASES = [
    (
        (
            *PAIR,
            "Kenya takes part in NAVEX, the military exercise that Norway leads to keep the peace if conflicts should "
            "break out, be it with Chile or with Japan.",
        ),
        [("NAVEX", "exercise", ["Kenya"], None)],
        "a main clause below its afterthought",
    ),
    (
        ("Kenya and Norway signed agreements on trade, tourism and education in 2004.",),
        [
            ("agreement on trade", "trade", BOTH, "2004"),
            ("agreement on tourism", "other", BOTH, "2004"),
            ("agreement on education", "other", BOTH, "2004"),
        ],
        "one per subject",
    ),
    (
        ("Kenya has bilateral tax treaties with Norway and Japan.",),
        [
            ("tax treaty with Norway", "other", BOTH, None),
            ("tax treaty with Japan", "other", ["Japan", "Kenya"], None),
        ],
        "one per partner",
    ),
    (
        ("Kenya recognized Chile by the signing of a peace treaty on September 5, 1895.",),
        [("peace treaty", "other", ["Chile", "Kenya"], "1895-09-05")],
        "a nominal signing with its date",
    ),
    (
        (
            *PAIR,
            "A fish protocol was signed in Oslo on 30 April 2025 by Minister Ola Berg and his colleague, John Kamau.",
        ),
        [("fish protocol", "other", BOTH, "2025-04-30")],
        "two people sign for the two states of the text",
    ),
    (
        (
            *PAIR,
            "A Memorandum on Naval Cooperation, signed by ministers Ola Berg and John Kamau in May 2023, waits.",
        ),
        [("Memorandum on Naval Cooperation", "defence", BOTH, "2023-05")],
        "a participle behind the name",
    ),
    (
        (*PAIR, "Several agreements were signed during the visit, including a memorandum of understanding on health."),
        [("memorandum of understanding on health", "other", BOTH, None)],
        "announced by a plural",
    ),
    (
        ("Under the peace treaty of 1883 Chile agreed to pay Bolivia compensation.",),
        [("1883 peace treaty", "other", ["Bolivia", "Chile"], "1883")],
        "what one state does to the other under it; a year behind the noun",
    ),
    (
        ("Norway and Japan elevated their relationship to a Comprehensive Strategic Partnership in 2021.",),
        [("Comprehensive Strategic Partnership", "diplomatic_relations", ["Japan", "Norway"], None)],
        "what ties are raised to",
    ),
    (
        ("France recognised Moroccan independence.", "The Franco-Moroccan declaration of 1956 ended the protectorate."),
        [("Franco-Moroccan declaration", "other", ["France", "Morocco"], "1956")],
        "a country's first half",
    ),
    (
        ("In 2012 the Kenyan Senate ratified a visiting forces agreement with Norway.", "Kenya is large."),
        [("visiting forces agreement", "defence", BOTH, "2012")],
        "a legislature ratifies for its state",
    ),
    (
        ("The Pacific pact (CPTPP), to which Chile belongs, lowers tariffs.",),
        [("Pacific pact", "trade", ["Chile"], None)],
        "letters behind a small noun; a relative clause of membership",
    ),
    (("NATO, of which Norway is a member, sent troops.",), [("NATO", "defence", ["Norway"], None)], "of which"),
    (
        ("As NATO allies, Norway and Denmark patrol the coast.",),
        [("NATO", "defence", ["Denmark", "Norway"], None)],
        "compound",
    ),
    (
        ("Kenya is a member of the African Union, the Commonwealth since 1963; and the East African Community.",),
        [
            ("African Union", "integration", ["Kenya"], None),
            ("Commonwealth of Nations", "integration", ["Kenya"], "1963"),
            ("East African Community", "integration", ["Kenya"], None),
        ],
        "a date inside a list belongs to the name before it",
    ),
    (
        (
            "Treaty of Commerce and Navigation, 1850.",
            "The first treaty between Norway and Kenya was signed on 20 May 1850.",
        ),
        [("Treaty of Commerce and Navigation", "trade", BOTH, "1850-05-20")],
        "a run-in heading names what the next sentence describes",
    ),
    (
        ("Under the Fjord Fields Programme, signed in Oslo in 2019, teachers travel.",),
        [("Fjord Fields Programme", "other", [], "2019")],
        "a programme that was signed",
    ),
    (("Kenya and Norway discussed agreements on trade and tourism.",), [], "only talked about"),
    (("Kenya hopes to sign agreements on trade and culture with Norway.",), [], "a wish"),
    (("Norway is a non-NATO member.",), [], "no member"),
    (("Relations were established by agreement between Norway and Kenya.",), [], "agreement as such"),
    (
        ("Under a pact concluded at Oslo, a junta took power.", *PAIR),
        [],
        "nobody says that the two states made it",
    ),
]


@pytest.mark.parametrize(("sentences", "expected", "why"), CASES)
def test_agreements_told_by_their_clause(
    sentences: tuple[str, ...], expected: list[tuple[str, str, list[str], str | None]], why: str
) -> None:
    assert told(*sentences) == expected, why
