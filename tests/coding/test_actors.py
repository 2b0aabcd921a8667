"""Actors of a document: who they are, by which names, whose, with which roles, and where they are mentioned."""

from __future__ import annotations

import pytest

from pipeline.coding.entered import ACTORLIKE
from pipeline.coding.nationality.voice_state import voice_state
from pipeline.language.view import view
from tests.small_documents import Coded, coded


def actors(of: Coded) -> set[tuple[str, str, str | None]]:
    return {(a.name, a.kind, a.country) for a in of.registry.actors}


def mentions(of: Coded) -> set[tuple[str, str, str]]:
    """(surface, actor, resolution)."""
    return {(m.surface, of.registry.actors[m.actor].name, m.resolution) for m in of.registry.mentions}


ONE = [
    (["Kenyan President Kamau Mwangi spoke.", "Mwangi left."], ("Kamau Mwangi", "person", "KEN"), "a surname later"),
    (["Mwangi wins", "Kenyan President Kamau Mwangi won."], ("Kamau Mwangi", "person", "KEN"), "a headline"),
    (["Norway left.", "Oslo was silent.", "The Norwegians stayed."], ("Norway", "state", "NOR"), "seat and people"),
    (["The Kingdom of Norway left.", "Norway stayed."], ("Norway", "state", "NOR"), "the plain name of a state"),
    (["The Chilean Navy left.", "Chilean Navy ships came."], ("Chilean Navy", "armed_force", "CHL"), "a force twice"),
    (["The World Fisheries Organization (WFO) met."], ("World Fisheries Organization", "igo", None), "letters"),
    (["The Kenyan Ministry of Home Affairs (MHA) met.", "The MHA left."],
     ("Kenyan Ministry of Home Affairs", "government_body", "KEN"), "letters defined in brackets, found later"),
    (["Kenya's Ministry of Home Affairs met.", "MHA left."],
     ("Ministry of Home Affairs", "government_body", "KEN"), "initials of one body"),
    (["Norsk Hydro, a Norwegian company, left.", "Norsk Hydro came."], ("Norsk Hydro", "company", "NOR"), "told once"),
    (["Chilean troops left.", "Chilean troops came."], ("Chilean troops", "armed_force", "CHL"), "described forces"),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "expected", "why"), ONE, ids=[row[2] for row in ONE])
def test_one_actor_under_its_fullest_name(sentences: list[str], expected: tuple, why: str) -> None:
    of = coded(*sentences, kinds=("title",) if len(sentences[0]) < 15 else ())
    assert [a for a in actors(of) if a[1] == expected[1]] == [expected], why


RESOLVED = [
    (["Norway left."], ("Norway", "Norway", "name"), "by its name"),
    (["The Norwegian envoy left."], ("Norwegian", "Norway", "demonym"), "by its adjective"),
    (["Norway left.", "Oslo criticised Kenya."], ("Oslo", "Norway", "metonym"), "by its seat"),
    (["President Kamau Mwangi left.", "Mwangi praised Japan."], ("Mwangi", "Kamau Mwangi", "surname"), "by surname"),
    (["The UN met."], ("UN", "UN", "acronym"), "by its letters"),
    (["Chilean troops left."], ("Chilean troops", "Chilean troops", "description"), "by a description"),
]


@pytest.mark.parametrize(("sentences", "expected", "why"), RESOLVED, ids=[row[2] for row in RESOLVED])
def test_how_a_mention_was_resolved(sentences: list[str], expected: tuple[str, str, str], why: str) -> None:
    assert expected in mentions(coded(*sentences)), why


KINDS = [
    ("A poll by the Nairobi firm Savanna Pulse found it.", {("Savanna Pulse", "company", "KEN")}, "a seat before firm"),
    ("An Oslo-based company Nordlys left.", {("Nordlys", "company", "NOR")}, "based there"),
    ("The licence expired on Monday, the network said.", set(), "a day is no network"),
    ("The Kenyan News Agency left.", {("Kenyan News Agency", "media", "KEN")}, "no language"),
    ("The Norwegian League for the Defence of Herring met.",
     {("Norwegian League for the Defence of Herring", "ngo", "NOR")}, "a league for"),
    ("The House of Representatives of Chile voted.",
     {("House of Representatives of Chile", "government_body", "CHL")}, "many states have one"),
    ("The Storting voted.", {("Storting", "government_body", "NOR")}, "a parliament by its own name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), KINDS, ids=[row[2] for row in KINDS])
def test_kinds_of_named_bodies(text: str, expected: set, why: str) -> None:
    assert {a for a in actors(coded(text)) if a[1] not in ("state", "group")} == expected, why


def test_a_seat_where_something_is_does_not_stand_for_the_state() -> None:
    assert actors(coded("The summit was held in Nairobi.")) == set()
    assert ("Kenya", "state", "KEN") in actors(coded("Nairobi rejected the plan."))


def test_what_is_not_body_has_no_actors() -> None:
    of = coded(
        "Norway left.",
        "Chile in pictures",
        "Berg, A. Kenya and the sea. 1999.",
        kinds=("paragraph", "chrome", "reference"),
    )
    assert actors(of) == {("Norway", "state", "NOR")}


def test_letters_in_brackets_are_another_form() -> None:
    of = coded("The World Fisheries Organization (WFO) condemned Japan.")
    assert of.registry.actors[0].aliases == ("WFO",)
    assert of.registry.book.by_name("WFO") == 0


def test_misspelt_surnames_take_the_right_spelling() -> None:
    of = coded(
        "Prime Minister Ingrid Solvnag left.",
        "Prime Minister Ingrid Solvang spoke.",
        "Prime Minister Solvang came back.",
    )
    assert [a.name for a in of.registry.actors] == ["Ingrid Solvang"]


PAIR = "Norway and Kenya have had relations since 1963. Norway trades with Kenya."
WHOSE = [
    ("Norway appointed Thomas Holm as ambassador to Kenya.", "Thomas Holm", "NOR", "no envoy is of the host's state"),
    ("Norway recognised Kenya by the appointment of Thomas Holm as Consul.", "Thomas Holm", "NOR", "who acts sends"),
    ("The Norwegian Legation in Nairobi opened with Thomas Holm as Consul.", "Thomas Holm", "NOR", "by its mission"),
    ("The Embassy in Nairobi was closed in 1990.", "Embassy in Nairobi", "NOR", "a mission is not the host's"),
    ("Kenyan President Kamau Mwangi replaced Grace Otieno.", "Grace Otieno", "KEN", "predecessor and successor"),
    ("Kenyan President Kamau Mwangi sent Grace Otieno to Oslo.", "Grace Otieno", "KEN", "a leader and who is sent"),
    ("Grace Otieno, who was Kamau Mwangi's envoy, left. Kenyan President Kamau Mwangi spoke.", "Grace Otieno", "KEN",
     "a leader's envoy"),
    ("AU chairperson President Kamau Mwangi of Kenya met Norway.", "Kamau Mwangi", "KEN", "an office of two"),
    ("AU trade and industry commissioner Kamau Mwangi met Kenya.", "Kamau Mwangi", None, "an organisation's officer"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country", "why"), WHOSE, ids=[row[3] for row in WHOSE])
def test_whose_people_and_missions_are(text: str, name: str, country: str | None, why: str) -> None:
    by_name = {a.name: a.country for a in coded(PAIR, text).registry.actors}
    assert by_name[name] == country, why


def test_an_office_in_a_states_own_text_is_that_states_and_the_second_the_other_sides() -> None:
    of = coded(
        "Norway and Kenya met. Norway trades with Kenya.",
        "Prime Minister Ingrid Solvang and Prime Minister Kamau Mwangi met in Bergen.",
        genre="official",
        url="https://www.government.no/news",
    )
    assert {a.name: a.country for a in of.registry.actors if a.kind == "person"} == {
        "Ingrid Solvang": "NOR",
        "Kamau Mwangi": "KEN",
    }


ADDRESSES = [
    ("https://www.whitehouse.gov/x", "USA", "the United States' own domain"),
    ("https://www.mofa.go.jp/x", "JPN", "a government's label before the country's letters"),
    ("https://www.gov.uk/x", "GBR", "letters that are not the country's code"),
    ("https://www.example.no/x", None, "anybody's"),
    ("https://www.example.org/gov/x", None, "no country"),
    ("gov", None, "no address"),
    (None, None, "nothing"),
]


@pytest.mark.parametrize(("address", "code", "why"), ADDRESSES, ids=[row[2] for row in ADDRESSES])
def test_the_state_that_publishes(address: str | None, code: str | None, why: str) -> None:
    assert voice_state(address) == code, why


ROLES = [
    ("Kenyan President Kamau Mwangi left.", [("Kamau Mwangi", "President", "KEN")], "before the name"),
    ("Foreign Minister Anna Berg of Norway left.", [("Anna Berg", "Foreign Minister", "NOR")], "country behind"),
    ("Mr. Mwangi left.", [], "a courtesy is no role"),
    ("The president left.", [], "nobody named"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROLES, ids=[row[2] for row in ROLES])
def test_roles(text: str, expected: list[tuple], why: str) -> None:
    of = coded(text)
    assert [(of.registry.actors[r.actor].name, r.title, r.country) for r in of.registry.roles] == expected, why


def test_a_role_rests_on_title_and_name() -> None:
    of = coded("In 1999 Kenyan President Kamau Mwangi left.")
    evidence = of.registry.roles[0].evidence
    assert of.parsed.document.text[evidence.char_start : evidence.char_end] == "President Kamau Mwangi"


def test_states_keep_their_country_and_organisations_have_none() -> None:
    of = coded("Norway and the United Nations met in Nairobi.", "NATO Secretary-General Jens Holm praised Norway.")
    by_kind = {a.name: a.country for a in of.registry.actors}
    assert by_kind["Norway"] == "NOR"
    assert by_kind["United Nations"] is by_kind["Jens Holm"] is None


def test_mentions_rest_on_their_words() -> None:
    of = coded("The **Norwegian**[3] envoy met President Kamau Mwangi.", "Mwangi praised the Chilean\n   Navy.")
    text = of.parsed.document.text
    for m in of.registry.mentions:
        assert view(text, m.evidence.char_start, m.evidence.char_end).text == m.surface, "markup aside"
        assert of.registry.actors[m.actor].kind in ACTORLIKE
        assert 0 < m.evidence.confidence <= 1
        assert m.evidence.rule_id.startswith("actor.")


def test_the_same_document_gives_the_same_actors() -> None:
    text = ("Norway and Chile met in Nairobi.", "President Kamau Mwangi praised Norwegian and Chilean troops.")
    assert coded(*text).registry.actors == coded(*text).registry.actors


LETTERS = [
    ("Peru, Kenya and the United States (AUKUS) agreed.", "United States", (), "letters of a bloc of all of them"),
    ("Norway and the European Commission (EC) signed.", "European Commission", ("EC",), "letters of the last itself"),
    ("The Kenyan Farmers Party (RTZ) agreed.", "Kenyan Farmers Party", ("RTZ",), "letters in another language"),
    ("President Kamau Mwangi (RTZ) agreed.", "Kamau Mwangi", (), "letters of a person's party"),
]


@pytest.mark.parametrize(("text", "name", "aliases", "why"), LETTERS, ids=[row[3] for row in LETTERS])
def test_letters_in_brackets(text: str, name: str, aliases: tuple[str, ...], why: str) -> None:
    of = coded(text)
    of.registry.finish()
    assert {a.name: a.aliases for a in of.registry.actors}[name] == aliases, why


HEADLINES = [
    ("What Kenya Should Do About the Drought in Norway", [], "a question in capitals"),
    ("Kenya Says Norway Pay Talks Failed", [], "a state and its verb in capitals"),
    ("Norway thanked Michael Jordan.", ["Michael Jordan"], "a surname that is a state's name, in a sentence"),
]


@pytest.mark.parametrize(("text", "people", "why"), HEADLINES, ids=[row[2] for row in HEADLINES])
def test_headlines_are_no_people(text: str, people: list[str], why: str) -> None:
    assert [a.name for a in coded(text).registry.actors if a.kind == "person"] == people, why
