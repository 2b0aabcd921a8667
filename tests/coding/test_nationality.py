"""Whose an actor is, where its own words do not say: the document's home, its title and headings, visits, offices."""

from __future__ import annotations

import pytest

from pipeline.coding.coder import code
from pipeline.coding.nationality.focus import Heading, heading, teller
from pipeline.coding.nationality.same_state import bound_pairs
from pipeline.language.names import find_names
from tests.small_documents import coded, parsed, sentence

HOME = (
    "Kenya's parliament met.",
    "The Kenyan government spoke.",
    "Kenya voted.",
    "The Kenyan police left.",
    "Nairobi was calm; Kenya slept.",
)
PAIR = ("Norway and Kenya talked.", "Norway trades with Kenya.", "Kenya and Norway met.")

WHOSE = [
    (HOME, "Grace Otieno spoke to reporters.", "Grace Otieno", "KEN", "a person in a text about one state"),
    (HOME, "The Harbour Commission met.", "Harbour Commission", "KEN", "a body in a text about one state"),
    (HOME, "The shipping company Bahari was fined.", "Bahari", "KEN", "a company in a text about one state alone"),
    (PAIR, "The shipping company Bahari was fined.", "Bahari", None, "in a text about two, whose is not said"),
    (PAIR, "President Grace Otieno went to Norway in May.", "Grace Otieno", "KEN", "who goes there is not at home"),
    (PAIR, "President Grace Otieno is expected in Oslo.", "Grace Otieno", "KEN", "nor who is expected"),
    (PAIR, "Grace Otieno arrived in Norway in May.", "Grace Otieno", "KEN", "who arrives is not at home"),
    (PAIR, "During a visit to Oslo in May, Deputy Premier Grace Otieno signed a protocol.", "Grace Otieno", "KEN",
     "the visitor of a visit before the sentence"),
    (PAIR, "President Grace Otieno apologised during a visit to Bergen.", "Grace Otieno", "KEN", "a visit to a city"),
    (PAIR, "The minister for trade, Grace Otieno, flew to Oslo in May.", "Grace Otieno", "KEN", "in an apposition"),
    (PAIR, "It was signed by the Norwegian Minister Resident in Kenya Jens Holm.", "Jens Holm", "NOR", "resident in"),
    (PAIR, "Anna Berg, a Norwegian merchant in Nairobi, left.", "Anna Berg", "NOR", "an apposition with a nationality"),
    (PAIR, "The Norwegian envoy to Kenya, Jens Holm told reporters.", "Jens Holm", "NOR", "the comma is missing"),
    (PAIR, "Norwegian Minister and Consul General Jens Holm left.", "Jens Holm", "NOR", "two offices"),
    (PAIR, "Grace Otieno, mayor of Nairobi, spoke.", "Grace Otieno", "KEN", "the capital tells the mayor's state"),
    (PAIR, "The Kenyan Harbour Authority spoke. Harbour Authority director Grace Otieno agreed.", "Grace Otieno",
     "KEN", "an officer of a state's body"),
    ((), "Kenyan police arrested Mika Aalto, a journalist.", "Mika Aalto", None, "who is arrested may be a foreigner"),
    ((), "Mika Aalto was shot by Kenyan soldiers.", "Mika Aalto", None, "so may who is shot"),
    ((), "Kenyan President Grace Otieno shot Mika Aalto.", "Grace Otieno", "KEN", "who shoots keeps the own country"),
    ((), "Mika Aalto joined the University of Osaka.", "University of Osaka", "JPN", "a large city tells the state"),
    ((), "Mika Aalto joined the New York Harbour Academy.", "New York Harbour Academy", "USA", "so does a short form"),
    ((), "Mika Aalto joined Salisbury University.", "Salisbury University", None, "a small one does not"),
    ((), "Grace Imus left. The Imus Relief Foundation helped.", "Imus Relief Foundation", None, "nor a surname"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "text", "name", "country", "why"), WHOSE, ids=[row[4] for row in WHOSE])
def test_whose(before: tuple[str, ...], text: str, name: str, country: str | None, why: str) -> None:
    by_name = {a.name: a.country for a in coded(*before, text).registry.actors}
    assert by_name[name] == country, why


BOUND = [
    ("Anna Berg sent Jens Holm to Nairobi.", True, "a leader and who is sent"),
    ("Anna Berg sent a letter to Kamau Mwangi.", False, "a letter binds nobody"),
    ("Anna Berg was replaced by Jens Holm.", True, "predecessor and successor"),
]


@pytest.mark.parametrize(("text", "bound", "why"), BOUND, ids=[row[2] for row in BOUND])
def test_people_bound_to_one_state(text: str, bound: bool, why: str) -> None:
    doc = sentence(text).doc
    assert bool(list(bound_pairs(doc, find_names(doc)))) == bound, why


HEADINGS = [
    ("Kenya", Heading(state="KEN"), "a state alone"),
    ("For Nairobi", Heading(state="KEN"), "its seat"),
    ("From Kenya to Norway", Heading(origin="KEN"), "visitors"),
    ("Kenya to Norway", Heading(origin="KEN"), "visitors, short"),
    ("Kenya and Norway", Heading(), "a pair"),
    ("Kenya's gifts to Norway", Heading(), "no visit"),
    ("Kenyan Consul Appointed to Norway", Heading(), "nobody's visit"),
    ("Trade", Heading(), "no state"),
]


@pytest.mark.parametrize(("text", "expected", "why"), HEADINGS, ids=[row[2] for row in HEADINGS])
def test_what_a_heading_says(text: str, expected: Heading, why: str) -> None:
    assert heading(text) == expected, why


def test_from_whose_side_a_title_tells() -> None:
    assert teller("A Guide to Norway’s History of Relations: Kenya") == "NOR"
    assert teller("Kenya–Norway relations") is None
    assert teller("") is None


@pytest.mark.parametrize(
    ("said", "country"), [("We in Norway have waited too long.", "NOR"), ("The winter has been long.", None)]
)
def test_bodies_in_a_text_that_says_our_country(said: str, country: str | None) -> None:
    of = code(parsed(*PAIR, said, "In summer, the Ministry of Tourism ought to open an office."))
    assert {a.country for a in of.actors if a.name == "Ministry of Tourism"} == {country}
