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
        (*PAIR, "The Reindeer Accord, signed in Oslo on 14 April 2021, covers herds."),
        [("Reindeer Accord", "other", BOTH, "2021-04-14")],
        "one of the two states was host to the signing",
    ),
    (
        (*PAIR, "The Reindeer Accord, signed in Santiago on 14 April 2021, covers herds."),
        [("Reindeer Accord", "other", [], "2021-04-14")],
        "a third state was",
    ),
    (
        ("The EU–Kenya Economic Partnership Agreement is new.", "The European Union (EU) met Kenya."),
        [("EU–Kenya Economic Partnership Agreement", "trade", ["European Union", "Kenya"], None)],
        "a bloc in the name",
    ),
    (
        (
            "Leaders praised the Australia – United Kingdom – United States (AUKUS) partnership.",
            "The AUKUS Lantern Arrangement (ALA) will speed up work.",
        ),
        [
            ("AUKUS", "defence", ["Australia", "United Kingdom", "United States"], None),
            ("AUKUS Lantern Arrangement", "defence", ["Australia", "United Kingdom", "United States"], None),
        ],
        "states in front of their letters, and what is named after them",
    ),
    (
        (*PAIR, "Both ministers said that talks on a free trade agreement, begun in 2023, should be concluded."),
        [("free trade agreement", "trade", BOTH, None)],
        "talks that have begun",
    ),
    (
        (*PAIR, "Kenya and Norway coordinate through the Trade and Fisheries Framework Agreement."),
        [("Trade and Fisheries Framework Agreement", "trade", BOTH, None)],
        "those who work through it",
    ),
    (
        ("Kenya and Norway launched the Lantern Initiative in 2019.",),
        [("Lantern Initiative", "other", BOTH, "2019")],
        "launched together",
    ),
    (
        (*PAIR, "Both countries announced a Green Corridor Fund of 20 million."),
        [("Green Corridor Fund", "other", BOTH, None)],
        "a fund of both",
    ),
    (("Kenya launched the Lantern Initiative in 2019, and Norway the Fjord Fund.",), [], "each launched its own"),
    (("Norway and Kenya established the Joint Fish Commission.",), [], "a body is no agreement"),
    (
        (*PAIR, "Norway welcomed 40 students under the Cultural Cooperation Programme of 2011."),
        [("Cultural Cooperation Programme", "other", BOTH, "2011")],
        "a programme of cooperation in a text about two states",
    ),
    (
        ("The commitments of the Comprehensive Fish Development Program (CFDP) hold for all of us.",),
        [("Comprehensive Fish Development Program", "other", [], None)],
        "what has commitments binds",
    ),
    (("We visited the Comprehensive Fish Development Program (CFDP).",), [], "what is visited need not"),
    (
        (
            "The SECOND TREATY OF PINE LAKE or TREATY WITH THE LAKOTA OF 1851, which the U.S. signed, ended the war.",
            "The Treaty of Pine Lake was between Norway and Kenya.",
        ),
        [
            ("Second Treaty of Pine Lake", "legal", ["United States"], "1851"),
            ("Treaty of Pine Lake", "other", BOTH, None),
        ],
        "two names of one, by a people and by a place; parties of a copula",
    ),
    (
        ("The TREATY OF ST. LUCIA BAY is a treaty between Norway and Kenya.",),
        [("Treaty of St. Lucia Bay", "other", BOTH, None)],
        "a shouted name with a full stop in it",
    ),
    (
        (
            *PAIR,
            "We are glad. New trade deals with Chile, Peru, and others will help our farmers, said Kenya's president.",
        ),
        [],
        "no deals where nobody is known to speak",
    ),
    (
        (
            "The Convention on Reindeer is a treaty by which herds are kept from harm.",
            "_opened for signature_ – 3 June 1962",
            "_parties_ – (3) Chile, Kenya, Norway",
        ),
        [("Convention on Reindeer", "other", ["Chile", "Kenya", "Norway"], "1962-06-03")],
        "lines with labels below the first sentence of a page",
    ),
    (
        ("Chile has become a kingdom, an old friend of Norway, and a member of NATO.",),
        [("NATO", "defence", ["Chile"], None)],
        "a membership in apposition to what somebody is",
    ),
    (
        (*PAIR, "Both states sit in the African Union."),
        [("African Union", "integration", BOTH, None)],
        "a seat is membership",
    ),
    ((*PAIR, "Chile sits on the Security Council."), [], "of organisations, not of their councils"),
    (
        ("On 3 May 1964 Norway deposited its ratification of the Kenyan Peace Treaty.",),
        [("Kenyan Peace Treaty", "other", BOTH, "1964-05-03")],
        "who hands in a ratification is a party",
    ),
    (
        (*PAIR, "The two defence ministries signed a memorandum on naval rescue in June 2019."),
        [("memorandum on naval rescue", "defence", BOTH, "2019-06")],
        "the two ministries sign for their states",
    ),
    (
        (*PAIR, "A Convention on Reindeer came into force on 29 August 1995."),
        [("Convention on Reindeer", "other", BOTH, "1995-08-29")],
        "introduced by its article in a text about two states",
    ),
    (
        (*PAIR, "The Convention on Reindeer, signed by Chile, came into force on 29 August 1995."),
        [("Convention on Reindeer", "other", ["Chile"], "1995-08-29")],
        "not introduced",
    ),
    (
        (*PAIR, "The two governments should sign the trucking agreement without delay."),
        [("trucking agreement", "other", BOTH, None)],
        "awaited, but known",
    ),
    ((*PAIR, "Kenya and Norway should sign a trucking agreement without delay."), [], "any such agreement"),
    ((*PAIR, "The two governments should sign the agreement."), [], "which one is not said"),
    (
        (*PAIR, "The two leaders agreed to raise their relations to a Comprehensive Partnership."),
        [("Comprehensive Partnership", "diplomatic_relations", BOTH, None)],
        "what relations are raised to",
    ),
    (
        (
            "The PROTOCOL TO THE 1983 CONVENTION ON REINDEER CONCERNING THE HEIGHT OF FENCES, opened for signature on "
            "2 May 1990, entered into force on 9 March 1992.",
            "Parties (as of 2016): (3) Chile, Kenya, Norway.",
        ),
        [
            (
                "Protocol to the 1983 Convention on Reindeer Concerning the Height of Fences",
                "other",
                ["Chile", "Kenya", "Norway"],
                "1992-03-09",
            ),
            ("Convention on Reindeer", "other", [], "1983"),
        ],
        "a protocol and what it is added to; the parties behind their label",
    ),
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
        ("Kenya recognized Chile with the signing of a peace treaty on September 5, 1895.",),
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
