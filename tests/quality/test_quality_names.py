"""When two names are the same for the purpose of measuring, and where a quote stands."""

from __future__ import annotations

import pytest

from pipeline.quality.expected import find, text_of
from pipeline.quality.names import ACTORS_ALIKE, NAMES_ALIKE, alike, hits, key, meet, party


@pytest.mark.parametrize(
    ("left", "right", "same", "why"),
    [
        ("United States", "the U.S.", True, "names of one country"),
        ("Government of Kenya", "Kenya", True, "a government goes under its state"),
        ("U.S. Department of Labor", "United States Department of Labor", True, "a country inside a name"),
        ("Côte d'Ivoire", "Cote d’Ivoire", True, "accents and apostrophes"),
        ("Kenya", "Kenyan", False, "a demonym is no name"),
        ("Chile", "Peru", False, "two countries"),
    ],
)
def test_keys(left: str, right: str, same: bool, why: str) -> None:
    assert (key(left) == key(right)) is same, why


@pytest.mark.parametrize(
    ("left", "right", "least", "same", "why"),
    [
        ("Berg", "Ola Berg", ACTORS_ALIKE, True, "all words of one in the other"),
        ("Ola Berg", "Ole Berg", ACTORS_ALIKE, False, "another first name"),
        ("Alexandre Ouedraogo", "Alexandre Ouédraogo", ACTORS_ALIKE, True, "an accent"),
        ("Margarethe Solvang", "Margarete Solvang", ACTORS_ALIKE, True, "a slip of spelling"),
        ("EU", "EU Council", ACTORS_ALIKE, False, "initials are too short to be a part"),
        ("Fjord Accord of 2011", "Fjord Accord", NAMES_ALIKE, True, "a name with its year"),
        ("Fjord Accord", "Fjord Treaty", NAMES_ALIKE, False, "another sort of pact"),
        (None, None, NAMES_ALIKE, True, "nothing on both sides"),
        ("copper", None, NAMES_ALIKE, False, "nothing on one side"),
    ],
)
def test_alike(left: str | None, right: str | None, least: float, same: bool, why: str) -> None:
    assert alike(left, right, least) is same, why
    assert alike(right, left, least) is same, "whichever comes first"


def test_parties_meet() -> None:
    norway, chile, kenya = party("Norway", ["Kingdom of Norway"]), party("Chile"), party("Kenya")
    assert meet((norway,), (chile, party("Kingdom of Norway")))
    assert not meet((norway,), (chile,))
    assert not meet((norway,), ())
    assert meet((), ())
    assert not meet((), (norway,)), "a doer where the text names none"
    assert hits((norway, kenya), (chile, norway)) == 1


TEXT = "---\ntitle: Fjords\n---\n\n# The “Fjord” plan\n\nShips – old\n  ones – sail.\n"
BODY = [(TEXT.index("The"), TEXT.index(" plan") + 5), (TEXT.index("Ships"), TEXT.index("sail.") + 5)]


@pytest.mark.parametrize(
    ("quote", "found", "why"),
    [
        ("Ships – old ones", "Ships – old\n  ones", "white space"),
        ("SHIPS - OLD", "Ships – old", "capitals and dashes"),
        ('the "fjord" plan', "The “Fjord” plan", "quotation marks"),
        ("# The “Fjord” plan", "The “Fjord” plan", "the sign of a heading"),
        ("plan Ships", "plan\n\nShips", "over the end of a sentence"),
        ("title: Fjords", None, "front matter is no sentence"),
        ("Ships sail", None, "words left out"),
        ("– –", None, "no words at all"),
        ("", None, "nothing"),
    ],
)
def test_a_quote_is_found(quote: str, found: str | None, why: str) -> None:
    span = text_of(TEXT, BODY).find(quote)
    assert (TEXT[slice(*span)] if span else None) == found, why


def test_the_first_place_counts() -> None:
    assert find("sail", "sail and sail") == (0, 4)
    assert find("sail", "un\u00adsail") == (3, 7)
    assert find("unsail", "un\u00adsail") == (0, 7), "a soft hyphen is no letter"
