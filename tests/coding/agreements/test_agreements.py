"""Agreements of invented sentences: what is one, what is none, and what its row says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.coding import agreements
from pipeline.coding.actors import Registry
from pipeline.coding.rows import Agreement, AgreementMention, EventMention, Evidence
from schemas.vocabularies import AGREEMENT_DATE_KIND, AGREEMENT_KIND, AGREEMENT_STATUS
from tests.agreement_text import parsed


def rows(*sentences: str | tuple[str, str], lead_in: int | None = None) -> list[tuple[Agreement, list[str]]]:
    """Agreements with the names of their parties."""
    document = parsed(*sentences, lead_in=lead_in)
    registry = Registry(document)
    found, _ = agreements.code(document, registry)
    registry.finish()
    return [(a, [registry.actors[i].name for i in a.parties]) for a in found]


def names(*sentences: str | tuple[str, str]) -> list[str]:
    return [a.name for a, _ in rows(*sentences)]


FOUND = [
    ("Kenya and Japan signed the Nairobi Fisheries Agreement in 2011.", "Nairobi Fisheries Agreement", "a name"),
    (
        "The Kenya–Japan Trade Promotion Agreement (KJTPA) cut tariffs.",
        "Kenya–Japan Trade Promotion Agreement",
        "letters",
    ),
    ("The ministers cited the Treaty of Bergen.", "Treaty of Bergen", "of a place"),
    (
        "Both sides observe the Agreement on the Protection of Whales and Seals.",
        "Agreement on the Protection of Whales and Seals",
        "complement with small words",
    ),
    (
        "Norway and Chile concluded a Treaty of Amity, Commerce, and Navigation in 1890.",
        "Treaty of Amity, Commerce, and Navigation",
        "items inside the complement",
    ),
    ("Chile and Norway signed a fishing agreement in 1974.", "fishing agreement", "a description that two sign"),
    ("Under a 1987 agreement, ships of both navies may refuel there.", "1987 agreement", "a year is its name"),
    ("Norway is a member of the Nordic Council.", "Nordic Council", "membership"),
    (
        "Ghana joined the Blue Harbour Initiative last year.",
        "Blue Harbour Initiative",
        "a programme that a state joins",
    ),
    (
        "The Bergen Convention on Safety at Sea binds them.",
        "Bergen Convention on Safety at Sea",
        "a word of business behind",
    ),
    ("Norway and Chile led the Silent Gull naval exercises in 2019.", "Silent Gull", "a named exercise"),
    (
        "THE BERGEN CONVENTION ON THE LAWS OF HARBOURS was opened in May.",
        "Bergen Convention on the Laws of Harbours",
        "calm",
    ),
]


@pytest.mark.parametrize(("text", "name", "why"), FOUND, ids=[f[2] for f in FOUND])
def test_found(text: str, name: str, why: str) -> None:
    assert names(text) == [name], why


NONE = [
    ("New trade agreements could help both countries.", "talk of possible agreements"),
    ("Norway mentioned the United Nations in its answer.", "an organisation that is only mentioned"),
    ("The two ministers reached agreement on nothing.", "nobody but people, nothing named"),
    ("Norway would sign a fishing agreement if Chile asked for it.", "only imagined"),
    ("No treaty was ever signed between Kenya and Japan.", "denied"),
    ("The smuggler signed a plea agreement with Kenya.", "a settlement before a court"),
    ("The Declaration of Independence was read aloud.", "one side's act"),
    ("The Republican National Convention met in July.", "a meeting of one party"),
    ("Guests gathered at the Oslo Convention Center.", "the noun does not end the name"),
    ("Kenya has various agreements with its neighbours.", "several, none named"),
    ("He is a member of the Kenyan parliament.", "a person in a body of the state"),
    ("Kenya's troops are based at NATO headquarters.", "the name belongs to another noun"),
    ("Norway wants to join the Pacific Alliance.", "a wish"),
    ("Kenya is not a party to the harbour programme.", "denied membership"),
    ("The bank signed a loan agreement with the tenants.", "business of a company"),
    ("Governmental accord was hard to find.", "the capital of a first word"),
    ("Chile joined Norway in recognising Kosovo.", "a state joins another in a deed"),
    ("Japan is a non-permanent member of the UN Security Council.", "a seat"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[n[1] for n in NONE])
def test_none(text: str, why: str) -> None:
    assert names(text) == [], why


PARTIES = [
    ("The Kenya–Japan Extradition Treaty covers theft.", {"Kenya", "Japan"}, "named in the name"),
    ("Chile and Norway signed a fishing agreement in 1974.", {"Chile", "Norway"}, "subjects"),
    ("Chile signed a Free Trade Agreement with the European Union.", {"Chile", "European Union"}, "with"),
    ("The Treaty of Bergen between Kenya and Japan took effect in 1950.", {"Kenya", "Japan"}, "between"),
    ("Ghana's membership in the African Union is old.", {"Ghana"}, "possessor"),
    ("The fishing treaty that Chile signed with Norway ended a quarrel.", {"Chile", "Norway"}, "relative clause"),
    ("President Anna Berg of Norway cited Article 3 of the Bergen Treaty.", set(), "to cite is not to take part"),
    (
        "The Oslo Ports Programme of Norway welcomed Chile into the Malmo Accords.",
        set(),
        "nobody is said to be a party",
    ),
]


@pytest.mark.parametrize(("text", "parties", "why"), PARTIES, ids=[p[2] for p in PARTIES])
def test_parties(text: str, parties: set[str], why: str) -> None:
    found = rows(text)
    assert found, why
    assert {p for _, who in found for p in who} == parties, why


DATES = [
    ("Kenya and Japan signed the Nairobi Fisheries Agreement in May 2011.", "2011-05", "signed", "the verb's date"),
    ("The 1998 Chile–Norway Trade Agreement lowered tariffs.", "1998", "other", "a year before the name"),
    ("Chile–Norway Free Trade Agreement, 1998.", "1998", "other", "a year behind the name"),
    ("On 3 March 1931, a Friendship Treaty between Kenya and Japan took effect.", "1931-03-03", "in_force", "effect"),
    ("Ghana has been a member of the United Nations since 1957.", "1957", "other", "since"),
    ("The Bergen Convention of 1920 drew the border.", "1920", "other", "of a year"),
    ("After the 1990 vote, officials praised the Bergen Treaty.", None, None, "a date of something else"),
]


@pytest.mark.parametrize(("text", "date", "kind", "why"), DATES, ids=[d[3] for d in DATES])
def test_dates(text: str, date: str | None, kind: str | None, why: str) -> None:
    ((agreement, _),) = rows(text)
    assert (agreement.date, agreement.date_kind) == (date, kind), why


STATUS = [
    ("Chile left the Andean Community in 1976.", "ended"),
    ("Norway and Chile will sign the Harbour Safety Agreement.", "pending"),
    ("The proposed Chile–Norway Trade Agreement covers salmon.", "proposed"),
    ("Chile and Norway signed a fishing agreement in 1974.", "unknown"),
    ("Ghana is a member of the African Union.", "in_force"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str) -> None:
    ((agreement, _),) = rows(text)
    assert agreement.status == status


KINDS = [
    ("The Kenya–Japan Trade Promotion Agreement cut tariffs.", "trade"),
    ("The Kenya–Japan Counter-Narcotics Agreement was renewed.", "counter_narcotics"),
    ("The Kenya–Japan Mutual Defense Treaty is old.", "defence"),
    ("The Kenya–Japan Extradition Treaty covers theft.", "legal"),
    ("The Treaty of Friendship between Kenya and Japan is old.", "diplomatic_relations"),
    ("The Kenya–Japan Climate Agreement limits emissions.", "environment"),
    ("The Kenya–Japan Cultural Agreement sends choirs.", "other"),
    ("Ghana is a member of the African Union.", "integration"),
    ("Norway is a member of NATO.", "defence"),
    ("Norway is a member of the World Trade Organization.", "trade"),
    ("Norway takes part in Cold Response, an annual winter exercise.", "exercise"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text: str, kind: str) -> None:
    assert [a.kind for a, _ in rows(text)] == [kind]


def test_names_of_one_agreement_are_brought_together() -> None:
    ((agreement, parties),) = rows(
        "Kenya and Japan signed the Nairobi Charter Agreement on Clean Harbours (NCACH) in 2011.",
        "The Nairobi Charter Agreement opened ports.",
        "The NCACH was renewed later.",
    )
    assert agreement.name == "Nairobi Charter Agreement on Clean Harbours"
    assert agreement.acronym == "NCACH"
    assert agreement.aliases == ("Nairobi Charter Agreement",)
    assert parties == ["Kenya", "Japan"]


def test_two_years_are_two_agreements() -> None:
    found = rows("The 1974 fishing agreement and the 1990 fishing agreement differ.")
    assert sorted(a.date or "" for a, _ in found) == ["1974", "1990"]


def test_every_item_of_a_list_is_a_row() -> None:
    found = rows(
        "Both states, Kenya and Japan, have signed several agreements such as an Agreement on Tourism (1995); "
        "Agreement on Sports and Youth (2005) and an Agreement on Air Services (2012)."
    )
    assert [(a.name, a.date) for a, _ in found] == [
        ("Agreement on Tourism", "1995"),
        ("Agreement on Sports and Youth", "2005"),
        ("Agreement on Air Services", "2012"),
    ]


def test_a_list_of_memberships_goes_on_over_unknown_letters_and_leaves_out_observers() -> None:
    found = names("Ghana is a member of the African Union, ECOWAS, IMF, QZX, OAS (observer), and WTO.")
    assert {"African Union", "QZX"} <= set(found)
    assert len(found) == 5


def test_a_lead_in_names_the_member_for_its_items() -> None:
    found = rows(
        "Ghana is a member of the following organizations:",
        ("list_item", "African Union"),
        ("list_item", "World Trade Organization (WTO)"),
        lead_in=0,
    )
    assert [(a.name, who) for a, who in found] == [
        ("African Union", ["Ghana"]),
        ("World Trade Organization", ["Ghana"]),
    ]


def test_a_bare_noun_points_back_to_the_one_agreement_before_it() -> None:
    document = parsed("Kenya and Japan signed the Bergen Treaty.", "The treaty opened ports.", "A treaty is a promise.")
    _, mentions = agreements.code(document, Registry(document))
    assert [(m.evidence.sentence, m.surface, m.agreement) for m in mentions] == [
        (0, "Bergen Treaty", 0),
        (1, "treaty", 0),
    ]


def test_evidence_is_the_shortest_run_that_states_it() -> None:
    document = parsed("Yesterday it rained, but Kenya and Japan signed the Bergen Treaty in 1950 and went home.")
    _, (mention,) = agreements.code(document, Registry(document))
    proof = document.document.text[mention.evidence.char_start : mention.evidence.char_end]
    assert proof == "Kenya and Japan signed the Bergen Treaty in 1950"


def test_an_event_of_binding_is_linked_to_the_agreement_it_overlaps() -> None:
    def event(start: int, end: int, mode: str) -> EventMention:
        return EventMention(Evidence(0, start, end, "event.test", 1.0), 0, "signed", "SUPPORT", mode, "occurred")

    mentions = [
        AgreementMention(Evidence(0, 10, 30, "agreement.named", 1.0), 4, "Bergen Treaty"),
        AgreementMention(Evidence(1, 40, 50, "agreement.named", 1.0), 5, "Oslo Treaty"),
    ]
    events = [event(0, 20, "sign"), event(0, 9, "sign"), event(0, 20, "visit"), event(0, 60, "join")]
    assert [e.agreement for e in agreements.link(events, mentions)] == [4, None, None, 4]


WORDS = ["Treaty", "Agreement", "of", "the", "Kenya", "and", "Japan", "(", ")", "KTPA", "member", "NATO", "signed", ",",
         "1994", "exercise", "Accords", "on", "–", "in", "'s", ";", "a", "Convention", "joined",
         "agreement"]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        min_size=1,
        max_size=14,
    )
)
def test_any_run_of_words_gives_rows_inside_their_sentence(tokens: list[str]) -> None:
    document = parsed(" ".join(tokens), "Kenya and Japan met.")
    registry = Registry(document)
    found, mentions = agreements.code(document, registry)
    for agreement in found:
        assert agreement.name.strip()
        assert agreement.kind in AGREEMENT_KIND
        assert agreement.status in AGREEMENT_STATUS
        assert agreement.date_kind is None or agreement.date_kind in AGREEMENT_DATE_KIND
        assert all(0 <= i < len(registry.actors) for i in agreement.parties)
    for mention in mentions:
        sentence = document.sentences[mention.evidence.sentence].sentence
        assert sentence.char_start <= mention.evidence.char_start < mention.evidence.char_end <= sentence.char_end
        assert 0 <= mention.agreement < len(found)
    assert {m.agreement for m in mentions} == set(range(len(found)))
