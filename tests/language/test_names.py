"""Names of a sentence: where they begin and end, what kind of thing they name, whose they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.names import Name, country_forms, find_names
from pipeline.language.organisations import FILES
from pipeline.language.parser import model
from pipeline.resources import LEXICONS
from tests.small_documents import names, sentence


def found(text: str) -> dict[str, Name]:
    return {n.text: n for n in names(text)}


def seen(text: str) -> set[tuple[str, str, str | None]]:
    """(text, kind, country) of what can act; places and occasions left out."""
    return {(n.text, n.kind, n.country) for n in names(text) if n.kind not in ("place", "other")}


BODIES = [
    ("The Norwegian Ministry of Fisheries agreed.", "Norwegian Ministry of Fisheries", "NOR", "an adjective inside"),
    ("The Ministry of Trade of Kenya agreed.", "Ministry of Trade of Kenya", "KEN", "country in the of-phrase"),
    ("Kenya's Ministry of Defence agreed.", "Ministry of Defence", "KEN", "country as possessor"),
    ("The Supreme Court of Chile agreed.", "Supreme Court of Chile", "CHL", "a court by its of-phrase"),
    ("The Chilean Supreme Court agreed.", "Chilean Supreme Court", "CHL", "a court by its adjective"),
    ("Congress of Chile agreed.", "Congress of Chile", "CHL", "first word of a sentence"),
    ("The Ministry of Trade, Mining and Industry left.", "Ministry of Trade, Mining and Industry", None, "a list"),
    ("The Embassy of Norway in Santiago closed.", "Embassy of Norway in Santiago", "NOR", "a mission and its host"),
    ("The Norwegian Embassy in Nairobi closed.", "Norwegian Embassy in Nairobi", "NOR", "the sender's, not the host's"),
    ("Kenya's Civil Aviation Organization agreed.", "Civil Aviation Organization", "KEN", "a state's own, no igo"),
    ("The House of Representatives of Japan agreed.", "House of Representatives of Japan", "JPN", "a chamber"),
    ("Embassy Nairobi closed.", "Embassy Nairobi", None, "as diplomats write; a mission's place is its host"),
    ("The Norwegian Interests Section in Nairobi closed.", "Norwegian Interests Section in Nairobi", "NOR", "section"),
    ("The Regional Government of Queensland left.", "Regional Government of Queensland", "AUS", "a province's state"),
    ("The Court of Session ruled.", "Court of Session", None, "a court of a common noun"),
    ("The Central Bank of Chile agreed.", "Central Bank of Chile", "CHL", "a bank of the state"),
]


@pytest.mark.parametrize(("text", "name", "country", "why"), BODIES, ids=[row[3] for row in BODIES])
def test_bodies_of_a_state(text: str, name: str, country: str | None, why: str) -> None:
    assert (name, "government_body", country) in seen(text), why


KINDS = [
    ("The Kenya–Norway Joint Commission met.", ("Kenya–Norway Joint Commission", "igo", None), "of two states"),
    ("It set up a Joint Fisheries Committee.", ("Joint Fisheries Committee", "igo", None), "held together"),
    ("Kenya's Joint Fisheries Committee met.", ("Joint Fisheries Committee", "government_body", "KEN"), "one state's"),
    ("Kenya's animal health service, Vetsa, left.", ("Vetsa", "government_body", "KEN"), "a service and its name"),
    ("The Norwegian state company, Fjordkraft, left.", ("Fjordkraft", "company", "NOR"), "a company and its name"),
    ("The Kenyan agency KenTrade left.", ("KenTrade", "government_body", "KEN"), "an agency before its name"),
    ("The statistics office Statnor left.", ("Statnor", "government_body", None), "an office before its name"),
    ("Osaka Sound, the streaming company, left.", ("Osaka Sound", "company", "JPN"), "the company, behind its name"),
    ("The Osaka firm Nordhang left.", ("Nordhang", "company", "JPN"), "a firm of a city"),
    ("He led the Los Tigres gang.", ("Los Tigres", "armed_group", None), "a gang behind its name"),
    ("The report of the Lindqvist foundation came.", ("Lindqvist", "ngo", None), "a foundation behind its name"),
    ("The Chilean Navy left.", ("Chilean Navy", "armed_force", "CHL"), "a navy"),
    ("The Kenya Defence Forces left.", ("Kenya Defence Forces", "armed_force", "KEN"), "forces"),
    ("The Japan Self-Defense Forces left.", ("Japan Self-Defense Forces", "armed_force", "JPN"), "with a hyphen"),
    ("Norway's Conservative Party left.", ("Conservative Party", "party", "NOR"), "a party that many states have"),
    ("The Farmers' Party of Norway left.", ("Farmers' Party of Norway", "party", "NOR"), "a party by its of-phrase"),
    ("Students of the University of Bergen left.", ("University of Bergen", "ngo", "NOR"), "a university"),
    ("The Osaka Harbour Council met.", ("Osaka Harbour Council", "government_body", "JPN"), "a city tells whose"),
    ("The Police Council met.", ("Police Council", "government_body", None), "a small city spelt like a word"),
    ("The Estate Owners' Council met.", ("Estate Owners' Council", "ngo", None), "a council of private people"),
    ("The Chilean Council of Unions met.", ("Chilean Council of Unions", "ngo", "CHL"), "a council of unions"),
    ("The International Cocoa Council met.", ("International Cocoa Council", "igo", None), "a council of states"),
    ("The Miners' Front won seats.", ("Miners' Front", "party", None), "a front that does not fight"),
    ("The Islamic Front shot at them.", ("Islamic Front", "armed_group", None), "a front that fights"),
    ("They bought it from the starch maker Veldt Groep.", ("Veldt Groep", "company", None), "a maker"),
    ("The University of Nairobi closed.", ("University of Nairobi", "ngo", "KEN"), "a capital tells whose"),
    ("The Nairobi Herald closed.", ("Nairobi Herald", "media", "KEN"), "a paper of a capital"),
    ("The Times of Kenya closed.", ("Times of Kenya", "media", "KEN"), "a paper of a country"),
    ("He left the Bergen School of Law.", ("Bergen School of Law", "ngo", "NOR"), "a noun that ends in of"),
    (
        "The Kenyan Federation of Women's Clubs met.",
        ("Kenyan Federation of Women's Clubs", "ngo", "KEN"),
        "members inside",
    ),
    ("The Royal Naval Academy closed.", ("Royal Naval Academy", "ngo", None), "the last noun decides"),
    (
        "Norwegian Embassy in Nairobi Closed",
        ("Norwegian Embassy in Nairobi", "government_body", "NOR"),
        "a heading's verb",
    ),
    ("Siam sent envoys.", ("Siam", "state", "THA"), "an older name"),
    ("The Swiss Confederation signed.", ("Swiss Confederation", "state", "CHE"), "a state, though a federation"),
    ("The Bergen Institute for Peace left.", ("Bergen Institute for Peace", "ngo", "NOR"), "an institute"),
    ("The World Trade Organization met.", ("World Trade Organization", "igo", None), "a listed organisation"),
    ("The UN Security Council met.", ("UN Security Council", "igo", None), "the longest listed form"),
    ("The newspaper Daglig closed.", ("Daglig", "media", None), "a noun before the name"),
    ("The shipping company Nordlys closed.", ("Nordlys", "company", None), "a noun before the name"),
    ("The militant group Al-Nur left.", ("Al-Nur", "armed_group", None), "a noun before the name"),
    ("Kenya joined the OLPA in 2004.", ("OLPA", "igo", None), "what a state joins is an organisation"),
    ("Norway is a member of the OLPA.", ("OLPA", "igo", None), "and what it is a member of"),
    ("Statkraft, a Norwegian power company, left.", ("Statkraft", "company", "NOR"), "an apposition"),
    ("Statkraft, the largest bank in Norway, left.", ("Statkraft", "company", "NOR"), "an apposition and its place"),
    ("The EU Border Agency left.", ("EU Border Agency", "igo", None), "an organisation's own body"),
    ("The Third Infantry Division left.", ("Third Infantry Division", "armed_force", None), "an army's division"),
    ("The government of Alejandro Rojas fell.", ("Alejandro Rojas", "person", None), "whoever rules"),
    ("Songhai, another African kingdom, fell.", ("Songhai", "state", None), "a polity"),
    ("The Houthi movement left.", ("Houthi movement", "armed_group", "YEM"), "the list knows better than the noun"),
    ("The frigate HNoMS Fjordgard left.", ("HNoMS Fjordgard", "armed_force", "NOR"), "a ship's prefix tells its state"),
    ("The frigate BAP Cordillera left.", ("BAP Cordillera", "armed_force", "PER"), "another navy's prefix"),
]


@pytest.mark.parametrize(("text", "expected", "why"), KINDS, ids=[f"{row[2]}: {row[1][0]}" for row in KINDS])
def test_kinds(text: str, expected: tuple[str, str, str | None], why: str) -> None:
    assert expected in seen(text), why


PEOPLE = [
    ("Prime Minister Ingrid Solvang left.", "Ingrid Solvang", "Prime Minister", None, "a title before the name"),
    ("Kenyan President Kamau Mwangi left.", "Kamau Mwangi", "President", "KEN", "country before the title"),
    ("Kenya's President Kamau Mwangi left.", "Kamau Mwangi", "President", "KEN", "a possessor before the title"),
    ("Foreign Minister Anna Berg of Norway left.", "Anna Berg", "Foreign Minister", "NOR", "country behind the name"),
    ("President of Chile Luis Rojas left.", "Luis Rojas", "President", "CHL", "country behind the title"),
    ("Ambassador to Kenya Hiroshi Tanaka left.", "Hiroshi Tanaka", "Ambassador", None, "a posting is no origin"),
    ("NATO Secretary-General Jens Holm left.", "Jens Holm", "Secretary-General", None, "an organisation's officer"),
    ("President Juan de la Cruz left.", "Juan de la Cruz", "President", None, "particles inside"),
    ("President Ali bin Hassan al-Rashid left.", "Ali bin Hassan al-Rashid", "President", None, "more particles"),
    ("Senator Robert Lee Jr. left.", "Robert Lee Jr.", "Senator", None, "a tail of the name"),
    ("His Majesty King Harald V left.", "Harald V", "King", None, "the office, not the courtesy"),
    (
        "Deputy Assistant Secretary of State Anna Berg left.",
        "Anna Berg",
        "Deputy Assistant Secretary of State",
        None,
        "long",
    ),
    ("King Harald V left.", "Harald V", "King", None, "a numeral"),
    ("Norway's foreign minister, Anna Berg, left.", "Anna Berg", "foreign minister", "NOR", "a title, a comma"),
    ("The foreign minister of Norway, Anna Berg, left.", "Anna Berg", "foreign minister", "NOR", "with its of-phrase"),
    ("Anna Berg, Norway's foreign minister, left.", "Anna Berg", "foreign minister", "NOR", "an apposition"),
    ("Anna Berg, who was Norway's envoy to Kenya, left.", "Anna Berg", "envoy", "NOR", "a relative clause"),
    ("Anna Berg was appointed ambassador to Kenya.", "Anna Berg", "ambassador", None, "an office taken"),
    ("It opened with Anna Berg as ambassador.", "Anna Berg", "ambassador", None, "an office held"),
    ("Anna Berg, President Luis Rojas and others left.", "Anna Berg", None, None, "the title of the next in a list"),
    ("First Minister of Scotland Nora Bruce left.", "Nora Bruce", "First Minister", "GBR", "part of a state"),
    ("Nora Bruce, governor of California, left.", "Nora Bruce", "governor", "USA", "part of a state, behind"),
    ("The mayor of Osaka, Ken Arai, left.", "Ken Arai", "mayor", "JPN", "a city tells whose"),
    (
        "The Kenyan Minister for Ports and Fisheries Grace Wanjiru left.",
        "Grace Wanjiru",
        "Minister",
        "KEN",
        "a portfolio",
    ),
    ("The BBC's Nora Bruce left.", "Nora Bruce", None, "GBR", "whoever the organisation belongs to"),
    ("Norway's Anna Berg left.", "Anna Berg", None, "NOR", "a possessor"),
]


@pytest.mark.parametrize(("text", "name", "title", "country", "why"), PEOPLE, ids=[row[4] for row in PEOPLE])
def test_people_with_titles(text: str, name: str, title: str, country: str | None, why: str) -> None:
    of = found(text)[name]
    assert (of.kind, of.title, of.country) == ("person", title, country), why


HOSTS = [
    ("Anna Berg was appointed ambassador to Kenya.", "KEN", "whereto"),
    ("Kenyan ambassador to Norway Anna Mwangi left.", "NOR", "not wherefrom"),
    ("Anna Berg, consul in Nairobi, left.", "KEN", "a seat"),
    ("President Anna Berg left.", None, "no envoy"),
]


@pytest.mark.parametrize(("text", "host", "why"), HOSTS, ids=[row[2] for row in HOSTS])
def test_where_envoys_are_sent(text: str, host: str | None, why: str) -> None:
    assert next(n.host for n in names(text) if n.kind == "person") == host, why


@pytest.mark.parametrize("lead", ["Former", "Then-", "Ousted", "The late"])
def test_offices_that_have_ended(lead: str) -> None:
    text = f"{lead}{'' if lead.endswith('-') else ' '}president Kamau Mwangi left."
    assert found(text)["Kamau Mwangi"].ended


@pytest.mark.parametrize("lead", ["The", "Acting", "Kenyan"])
def test_offices_that_have_not_ended(lead: str) -> None:
    assert not found(f"{lead} president Kamau Mwangi left.")["Kamau Mwangi"].ended


def test_a_hyphened_given_name_belongs_to_the_person() -> None:
    assert ("Ana-Maria Rojas", "person", None) in seen("Ana-Maria Rojas visited Kenya.")


def test_a_name_that_is_a_country_elsewhere_is_the_persons() -> None:
    assert seen("Michael Jordan visited Kenya.") == {("Michael Jordan", "person", None), ("Kenya", "state", "KEN")}


COUNTRIES = [
    ("Georgia and Jordan signed.", {("Georgia", "GEO"), ("Jordan", "JOR")}, "names"),
    ("Norwegian-Kenyan talks opened.", {("Norwegian", "NOR"), ("Kenyan", "KEN")}, "two adjectives"),
    ("The Kingdom of Norway signed.", {("Kingdom of Norway", "NOR")}, "the longest form"),
    ("Oslo criticised Nairobi.", {("Oslo", "NOR"), ("Nairobi", "KEN")}, "seats, to be settled later"),
    ("Ships crossed the Sea of Japan.", set(), "a sea"),
    ("The Gulf of Oman is calm.", set(), "a gulf"),
    ("The Indian Ocean is calm.", set(), "an ocean"),
    ("Fishermen left Lake Chad.", set(), "a lake"),
    ("The Niger Delta is wide.", set(), "a delta"),
    ("He moved to New Mexico.", set(), "another place"),
    ("He moved to New Jersey.", set(), "another place"),
    ("He moved to Northern Ireland.", set(), "part of another state"),
    ("He spoke in Spanish to reporters.", set(), "a language"),
    ("The Spanish-language paper closed.", set(), "a language"),
    ("The norwegian left.", set(), "not written as a name"),
    ("Traders left Latin America.", set(), "a continent"),
    ("The South American fleet left.", set(), "of a continent"),
    ("The Inter-American system failed.", set(), "between the Americas"),
    ("The American fleet left.", {("American", "USA")}, "of the United States"),
    ("West Indian traders left.", set(), "of islands"),
    ("British Columbia traded.", set(), "a province"),
    ("Robben Island is small.", set(), "an English word that is a country elsewhere"),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTRIES, ids=[row[0] for row in COUNTRIES])
def test_countries(text: str, expected: set[tuple[str, str]], why: str) -> None:
    assert {(name, country) for name, kind, country in seen(text) if kind == "state"} == expected, why


NOBODY = [
    ("The Geneva Convention applies.", "an agreement"),
    ("The Bank Street office burned.", "a street, though a bank is a body"),
    ("An Embassy was opened.", "a body noun with an article for anybody"),
    ("Embassy status was denied.", "a body noun before another"),
    ("In May the Christmas Market opened.", "a day"),
    ("Ships left the West Bank.", "a bank of a river"),
    ("The Rojas Administration signed.", "a government, to be referred to its state"),
    ("A BM-21 Grad was seen.", "a device"),
    ("His Majesty left.", "a courtesy alone"),
    ("The Office was closed.", "a noun that tells too little"),
    ("It met in May.", "a month"),
    ("The meeting was long.", "no name at all"),
    ("He told the newspaper Monday.", "a day behind a noun that tells a kind"),
    ("The Queensland party met.", "a province, not a party's name"),
    ("The FIFA World Cup opened.", "an occasion with an organisation's name"),
    ("The North-South Division was drawn.", "a division, though armies have divisions"),
]


@pytest.mark.parametrize(("text", "why"), NOBODY, ids=[row[1] for row in NOBODY])
def test_what_names_no_actor(text: str, why: str) -> None:
    assert seen(text) == set(), why


def test_countries_inside_longer_names_are_known() -> None:
    doc = sentence("The Norwegian Embassy in Nairobi thanked the Bank of Japan.").doc
    forms = {doc[a : b + 1].text: form.form for a, (b, form) in country_forms(doc).items()}
    assert forms == {"Norwegian": "demonym", "Nairobi": "seat", "Japan": "name"}


VOCABULARY = (
    "Norway Norwegian Kenya the of Ministry Embassy in Nairobi President Prime Minister Kamau Mwangi Ana "
    "- de la UN Party Navy HMS ( ) , . and Sea Japan company former New Mexico Jr. & Supreme Court "
    "visited Oslo"
)
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=14)


@given(WORDS)
@settings(max_examples=150, deadline=None)
def test_names_are_ordered_and_apart_and_say_their_own_words(words: list[str]) -> None:
    doc = model()(" ".join(words))
    of = find_names(doc)
    assert all(0 <= n.first <= n.last < len(doc) for n in of)
    assert all(a.last < b.first for a, b in pairwise(of)), "names never overlap"
    for n in of:
        assert n.text in (doc[n.first : n.last + 1].text, doc[n.first : n.last + 1].text.strip()) or n.kind == "state"
        assert n.covers(n.first) and n.covers(n.last) and not n.covers(n.last + 1)
        assert n.country is None or len(n.country) == 3


def test_a_name_in_front_of_a_country_and_a_title_ends_there() -> None:
    """A person who the model sees reach into the next name must not be looked for again and again."""
    for text in (
        "of Oslo Kenya Ana Kenya King la",
        "New Mexico Prime Mexico King Supreme",
        "Norwegian Jr. Norway King la",
    ):
        assert all(n.first <= n.last for n in names(text))


@given(WORDS)
@settings(max_examples=25, deadline=None)
def test_names_are_found_again(words: list[str]) -> None:
    text = " ".join(words)
    assert names(text) == names(text)


HEADINGS = ["Trade & Labour Reform:", "Beyond Fisheries:"]


@pytest.mark.parametrize("text", HEADINGS)
def test_headings_in_capitals_name_nobody(text: str) -> None:
    assert [n.text for n in names(text) if n.kind == "person"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In October Berg was elected president.", "Berg"),
        ("Since January Anders Berg leads the party.", "Anders Berg"),
        ("April Berg was elected president.", "April Berg"),
    ],
)
def test_a_month_before_a_name_is_no_part_of_it(text: str, expected: str) -> None:
    assert expected in {name for name, *_ in seen(text)}


def test_every_file_of_organisations_is_read() -> None:
    assert {path.name for path in (LEXICONS / "organisations").iterdir()} == {f"{name}.yaml" for name in FILES}
