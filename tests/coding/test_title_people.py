"""People of titles: where a name ends, whose country is told, who issues the text."""

from __future__ import annotations

import pytest

from pipeline.coding.title_people import TitlePerson, title_people

ROWS = [
    (
        "Readout of President Mwangi’s Call with Prime Minister Ingrid Solvang of Norway",
        (),
        [("Mwangi", "President", None, False), ("Ingrid Solvang", "Prime Minister", "NOR", False)],
        "a possessive and a country end a name",
    ),
    (
        "Remarks by President Mwangi and President Park Min-ji of the Republic of Korea Before Talks",
        ("mwangi", "park"),
        [("Mwangi", "President", None, True), ("Park Min-ji", "President", "KOR", False)],
        "a country tells the end, even of a name that the body shortens",
    ),
    (
        "Statement by President Mwangi Congratulating Chancellor Berg of Austria",
        (),
        [("Mwangi", "President", None, True), ("Berg", "Chancellor", "AUT", False)],
        "a participle is no name",
    ),
    (
        "Statement by Press Secretary Amina Diallo on President Mwangi’s Visit",
        (),
        [("Amina Diallo", "Press Secretary", None, True), ("Mwangi", "President", None, False)],
        "one issuer",
    ),
    ("Vice President Mwangi Announces Ferries", (), [], "where the end is not certain, nobody"),
    (
        "Vice President Mwangi Announces Ferries",
        ("mwangi",),
        [("Mwangi", "Vice President", None, False)],
        "the body's surnames tell it",
    ),
    ("Letter to the Speaker of the House and the President of the Senate", (), [], "offices without a name"),
    (None, (), [], "no title"),
]


@pytest.mark.parametrize(("title", "known", "expected", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_title_people(title: str | None, known: tuple[str, ...], expected: list[tuple], why: str) -> None:
    assert title_people(title, known) == [TitlePerson(*row) for row in expected], why
