"""Identity of actors inside one document."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.coding.likeness import body_words, fold, full_name, misspelt, same_person
from pipeline.coding.registry import Actors
from pipeline.language.names import Name


def words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


SAME = [
    ("Kamau Mwangi", "Kamau Mwangi", True, "equal"),
    ("Mwangi", "Kamau Mwangi", True, "a surname"),
    ("Rojas", "Luis Rojas Vidal", True, "the first of two surnames"),
    ("Vidal", "Luis Rojas Vidal", True, "the second"),
    ("Luis Rojas", "Luis Rojas Vidal", True, "a shorter form"),
    ("K. Mwangi", "Kamau Mwangi", True, "an initial"),
    ("Kamau J. Mwangi", "Kamau Mwangi", True, "a middle initial"),
    ("Søren Holm", "Soren Holm", False, "a letter that is no accent stays a letter"),
    ("José Vidal", "Jose Vidal", True, "accents do not count"),
    ("Kamau", "Kamau Mwangi", False, "a given name alone"),
    ("Grace Mwangi", "Kamau Mwangi", False, "another given name"),
    ("G. Mwangi", "Kamau Mwangi", False, "another initial"),
    ("Kamau Otieno", "Kamau Mwangi", False, "another surname"),
    ("", "Kamau Mwangi", False, "nothing"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), SAME, ids=[row[3] for row in SAME])
def test_same_person(a: str, b: str, expected: bool, why: str) -> None:
    assert same_person(words(a), words(b)) is expected, why
    assert same_person(words(b), words(a)) is expected, f"{why}, the other way round"


SLIPS = [
    ("Solvang", "Solvnag", True, "two letters swapped"),
    ("Ingrid Solvang", "Solvnag", True, "against the full name"),
    ("Mwangi", "Mwanghi", True, "a letter too many"),
    ("Tanaka", "Tanake", True, "a wrong letter"),
    ("Ingrid Solvang", "Astrid Solvnag", False, "another given name speaks against it"),
    ("Berg", "Borg", False, "short names differ by a letter and are two"),
    ("Solvang", "Kolvang", False, "the first letter is right"),
    ("Rojas", "Vargas", False, "another name"),
    ("Mwangi", "Mwakayo", False, "more than two letters"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), SLIPS, ids=[row[3] for row in SLIPS])
def test_misspelt(a: str, b: str, expected: bool, why: str) -> None:
    assert misspelt(words(a), words(b)) is expected, why
    assert misspelt(words(b), words(a)) is expected, f"{why}, the other way round"


FORMS = st.lists(st.sampled_from(["ana", "maría", "k", "berg", "berge", "solvang", "solvnag", "rojas"]), max_size=4)


@given(FORMS, FORMS)
def test_identity_is_symmetric(a: list[str], b: list[str]) -> None:
    x, y = tuple(a), tuple(b)
    assert same_person(x, y) == same_person(y, x)
    assert misspelt(x, y) == misspelt(y, x)


@given(FORMS.filter(bool))
def test_everyone_is_oneself(a: list[str]) -> None:
    assert same_person(tuple(a), tuple(a))


@given(st.text(max_size=60))
def test_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text) == fold(text).strip()


NAMED = [
    ({"Kamau Mwangi": 1, "Mwangi": 4}, "Kamau Mwangi", "the fullest form"),
    ({"Ingrid Solvnag": 1, "Solvang": 5}, "Ingrid Solvang", "the surname as it is spelt more often"),
    ({"Ingrid Solvang": 3, "Solvnag": 1}, "Ingrid Solvang", "a slip does not win"),
    ({"INGRID SOLVANG": 1, "Ingrid Solvang": 1}, "Ingrid Solvang", "capitals do not win"),
]


@pytest.mark.parametrize(("forms", "expected", "why"), NAMED, ids=[row[2] for row in NAMED])
def test_full_name(forms: dict[str, int], expected: str, why: str) -> None:
    assert full_name(Counter(forms)) == expected, why


def test_words_of_a_body_leave_out_its_state() -> None:
    assert (
        body_words("Norwegian Ministry of Trade") == body_words("Ministry of Trade of Norway") == {"ministry", "trade"}
    )
    assert body_words("Ministry of Trade") != body_words("Ministry of Defence")


def person(text: str, **fields) -> Name:
    return Name(0, 0, text, "person", **fields)


def body(text: str, country: str | None = None) -> Name:
    return Name(0, 0, text, "government_body", country=country)


def entered(*names: Name) -> list[str]:
    """Names of the actors that these mentions make."""
    book = Actors()
    for i, name in enumerate(names):
        book.put(name, (i, 0))
    book.finish()
    return [entry.actor.name for entry in book.entries]


CHILE, KENYA = body("Congress of Chile", "CHL"), body("Ministry of Trade of Kenya", "KEN")
TWO = [person("Ana Solvang"), person("Eva Solvang")]
ENTERED = [
    ([person("Kamau Mwangi"), person("Mwangi")], ["Kamau Mwangi"], "a surname finds its owner"),
    ([person("Kamau Mwangi"), person("Grace Otieno")], ["Kamau Mwangi", "Grace Otieno"], "two people"),
    ([person("Kamau Mwangi"), person("Mwanghi")], ["Kamau Mwangi"], "a slip finds its owner"),
    ([*TWO, person("Solvnag")], ["Ana Solvang", "Eva Solvang", "Solvnag"], "a slip of one of two stays apart"),
    ([CHILE, body("Congress")], ["Congress of Chile"], "a body's word alone"),
    ([CHILE, body("Congress", "KEN")], ["Congress of Chile", "Congress"], "a body's word of another state"),
    ([KENYA, body("Kenyan Ministry of Trade", "KEN")], ["Ministry of Trade of Kenya"], "country before or behind"),
    ([KENYA, body("Ministry of Defence", "KEN")], ["Ministry of Trade of Kenya", "Ministry of Defence"], "two bodies"),
]


@pytest.mark.parametrize(("names", "expected", "why"), ENTERED, ids=[row[2] for row in ENTERED])
def test_who_is_entered(names: list[Name], expected: list[str], why: str) -> None:
    assert entered(*names) == expected, why


def test_a_country_is_learnt_later_and_never_overwritten() -> None:
    book = Actors()
    index = book.put(person("Kamau Mwangi"), (0, 0))
    book.put(person("Mwangi", country="KEN"), (1, 0))
    book.put(person("Mwangi", country="NOR"), (2, 0))
    assert book.entries[index].actor.country == "KEN"


def test_aliases_are_every_other_form() -> None:
    book = Actors()
    index = book.put(person("Kamau Mwangi"), (0, 0))
    book.put(person("Mwangi"), (1, 0))
    book.alias(index, "K. Mwangi")
    book.finish()
    assert book.entries[index].actor.aliases == ("K. Mwangi", "Mwangi")
    assert book.by_name("k mwangi") == index
    assert book.by_name("Mwangi", kinds=("state",)) is None


def test_states_are_found_by_code() -> None:
    book = Actors()
    book.put(Name(0, 0, "Oslo", "state", "seat", "NOR", "Norway"), (0, 0))
    assert book.state("NOR") == 0
    assert book.state("KEN") is None
    assert book.state(None) is None
