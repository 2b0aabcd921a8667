"""Metadata from the text's own first lines: (text, expected, why)."""

from __future__ import annotations

import pytest

from pipeline.read import guess
from pipeline.read.blocks import read_blocks
from pipeline.read.cues import is_byline, is_furniture
from pipeline.read.date_lines import date_line

PROSE = "Norway and Chile signed a treaty on fisheries in Bergen in 2011, and both of the parliaments approved it."


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"Pact signed\n\nby Ada Berg\nOctober 3, 2021\n\n{PROSE}\n", "2021-10-03", "date below the byline"),
        (f"Pact signed\n\nThursday, 3 October 2021\n\n{PROSE}\n", "2021-10-03", "weekday, day first"),
        (f"Pact signed\n\nUpdated: Oct. 3, 2021, 9:05 a.m. CET\n\n{PROSE}\n", "2021-10-03", "label and time"),
        (
            f"Pact on herring signed in Oslo after nine days of talks, two states say\n\nOctober 3, 2021\n\n{PROSE}\n",
            "2021-10-03",
            "date below a long headline",
        ),
        (f"Pact signed\n\nOctober 2021\n\n{PROSE}\n", "2021-10", "month"),
        (
            f"On a pact\n\nArticle: https://example.org/2021/10/03/pact\n\n{PROSE}\n",
            "2021-10",
            "another text's address",
        ),
        (f"On a pact\n\nSource: https://example.org/2021/10/03/pact\n\n{PROSE}\n", "2021-10-03", "its own address"),
        (f"Pact signed\n\n{PROSE}\n\nOctober 3, 2021\n\n{PROSE}\n", None, "a date behind the first paragraph"),
        (f"Pact signed\n\nFebruary 31, 2021\n\n{PROSE}\n", None, "no such day"),
        (f"Pact signed\n\n{PROSE} It was October 3, 2021.\n", None, "a date in prose is none of the text's"),
    ],
)
def test_published(text: str, expected: str | None, why: str) -> None:
    assert guess.published(text, read_blocks(text, 0, "plain"), None) == expected


@pytest.mark.parametrize(
    ("line", "expected", "why"),
    [
        ("Oslo, Monday 3 May 2021", "2021-05-03", "place and day"),
        ("LIMA, Feb 12, 2025", "2025-02-12", "dateline of an agency"),
        ("*Nairobi and Oslo, February 2024*", "2024-02", "month alone"),
        ("Submitted: 3 May 2024", "2024-05-03", "what was done with the text"),
        ("Comment, The Fjord Post, 21 August 2023", "2023-08-21", "department and paper"),
        ("**Northern Institute – Paper 2024/3 – 6 June 2024**", "2024-06-06", "series and number"),
        ("Prepared by the Oslo desk. Last updated: March 2025.", "2025-03", "the date of the last change"),
        ("Signed at Oslo, 3 May 1921", None, "the date of a deed"),
        ("Ada Berg became envoy on 3 May 1921", None, "a sentence"),
        ("In force since 3 May 1921", None, "the date of a deed"),
    ],
)
def test_imprint(line: str, expected: str | None, why: str) -> None:
    text = f"Pact signed\n\n{line}\n\n{PROSE}\n"
    assert guess.imprint(text, read_blocks(text, 0, "plain")) == expected


def test_what_a_heading_is_about_is_no_imprint() -> None:
    text = f"# Pacts\n\n## Storm over the harbour, March 1990\n\n{PROSE}\n"
    assert guess.imprint(text, read_blocks(text, 0, "markdown")) is None


def test_own_address_in_the_metadata_gives_the_day() -> None:
    assert guess.published(PROSE, (), "https://example.org/2021/10/03/pact") == "2021-10-03"
    assert guess.published(PROSE, (), "https://example.org/2021/10/pact") == "2021-10"
    assert guess.published(PROSE, (), "https://example.org/pact-2021") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Pact signed\n\n{PROSE}\n", "Pact signed"),
        (f"NORWAY–CHILE RELATIONS are old. {PROSE}\n\nNorway–Chile_relations\n", "Norway–Chile relations"),
        (f"The NORTHERN PACT is a treaty. {PROSE}\n", "Northern Pact"),
        (f"{PROSE}\n", None),
        (f"**A Pact: Notes**\n\n### Why\n\n{PROSE}\n\n### How\n\n{PROSE}\n", "A Pact: Notes"),
    ],
)
def test_title(text: str, expected: str | None) -> None:
    assert guess.title(text, read_blocks(text, 0, "plain")) == expected


@pytest.mark.parametrize(
    ("text", "address", "expected"),
    [
        (f"Pact signed\n\nOctober 3, 2021\n\n{PROSE}\n", None, "news"),
        (f"{PROSE} We believe that our ports matter, and we say so.\n", None, "opinion"),
        (f"On a pact\n\nArticle: https://example.org/x\n\n{PROSE}\n", None, "commentary"),
        (f"{PROSE}[1]\n\n\nReferences\n\n[1] Berg.\n", None, "encyclopedia"),
        (f"{PROSE}\n", "https://www.example.gov/pact", "official"),
        (f"Joint Statement on Fish\n\n{PROSE}\n", None, "official"),
        (f"{PROSE}\n", None, "other"),
        (f"{PROSE} “We came,” he said. “Our ships came.”\n", None, "other"),
    ],
)
def test_genre(text: str, address: str | None, expected: str) -> None:
    blocks = read_blocks(text, 0, "plain")
    dated = guess.published(text, blocks, None) is not None
    assert guess.genre(text, blocks, address, guess.title(text, blocks), dated) == expected


@pytest.mark.parametrize(
    "line",
    [
        "by Ada Berg",
        "*By Ada Berg. May 3, 2011, in Trade.*",
        "By Ada van Berg, Bo Dahl and Cato Lie",
        "Written by A. B. Berg",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize("line", ["by the sea", "By 2011 it was over", "bypass Berg"])
def test_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line", ["ADVERTISEMENT", "• Privacy Policy", "2.4k", "300 SHARES", "© 2024 Fjord Post", "« Nov"]
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ports",
        "Copyright law changed in 2011.",
        "Related to this, Norway paid.",
        "Norway shares two ports.",
        "1905 was late",
    ],
)
def test_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize("line", ["May 2011 was cold", "The 3 May 2011 pact", "2011"])
def test_no_date_lines(line: str) -> None:
    assert date_line(line) is None
