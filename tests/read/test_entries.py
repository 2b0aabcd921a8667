"""Works of reading lists: told from links, and parted where they run together. Names and titles are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.entries import entry_spans, looks_like_entry

LINES = [
    ("Haugen, Ida M. Nets and Borders. Bergen: Fjord Books, 1951.", True, "author turned round, imprint"),
    ("Ida M. Haugen, Nets and Borders, 1801-1850, (Bergen: Fjord Books, 1951).", True, "names as spoken"),
    ("van der Berg, Aya. Quays of the Coast. Tern Report 7, May 1983", True, "a particle and a year"),
    ("“Who Pays for the Ports of Kenya,” Tern Review, 1983", True, "a title in quotation marks and a year"),
    ("Nets and Borders. Port of Spain: Tern Press, 1990.", True, "an imprint alone"),
    ("Ministry of Ports Country Notes: Kenya", False, "the name of a link"),
    ("Tern World Almanac: Kenya", False, "no author, house or year"),
    ("A Century of Harbours: Papers of the Senate, 1801-1899", False, "years that a title spans"),
    ("History of Recognition: Kenya", False, "a page about a subject"),
    ("Kenya and Japan signed a pact on ports in 1983.", False, "a sentence"),
    ("", False, "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LINES, ids=[line[2] for line in LINES])
def test_works_and_links(text: str, expected: bool, why: str) -> None:
    assert looks_like_entry(text) is expected, why


RUNS = [
    (
        "Haugen, Ida M. Nets and Borders. Bergen: Fjord Books, 1951. Lie, Bo. Forts of the Coast. Oslo: Tern, 1960.",
        [
            "Haugen, Ida M. Nets and Borders. Bergen: Fjord Books, 1951.",
            "Lie, Bo. Forts of the Coast. Oslo: Tern, 1960.",
        ],
        "a year and a stop before names",
    ),
    (
        "Ida Haugen, Nets (Bergen: Fjord Books, 1951). Report on Nets  Ministry Notes: Kenya",
        ["Ida Haugen, Nets (Bergen: Fjord Books, 1951).", "Report on Nets", "Ministry Notes: Kenya"],
        "brackets close an entry, a wide gap a link",
    ),
    (
        "Ida Haugen, Nets and Owners (Bergen: Fjord Books, 1951), Volume V. Bo Lie, ed. Forts of the Coast. 1960.",
        [
            "Ida Haugen, Nets and Owners (Bergen: Fjord Books, 1951), Volume V.",
            "Bo Lie, ed. Forts of the Coast. 1960.",
        ],
        "a volume closes an entry",
    ),
    (
        "Haugen, Ida. A History of Nets, 1801-1850. Oslo, Quay Press, 1989.",
        ["Haugen, Ida. A History of Nets, 1801-1850. Oslo, Quay Press, 1989."],
        "place and house are no names of authors",
    ),
    (
        "Haugen, Ida.  Nets and Borders.  Bergen: Fjord Books, 1951.",
        ["Haugen, Ida.  Nets and Borders.  Bergen: Fjord Books, 1951."],
        "two spaces behind every stop",
    ),
    (
        "Haugen, I. (2022). Nets of the Northern Coast. Arusha: Fjord Books.",
        ["Haugen, I. (2022). Nets of the Northern Coast. Arusha: Fjord Books."],
        "a year in brackets behind the author closes nothing",
    ),
    (
        "Haugen, I (1998) Nets. van der Berg, A. K. (1999) Quays; Soto, I and Lie, B (2000) Boats.",
        ["Haugen, I (1998) Nets.", "van der Berg, A. K. (1999) Quays;", "Soto, I and Lie, B (2000) Boats."],
        "authors with their years",
    ),
    ("Port Notes: Kenya-->", ["Port Notes: Kenya"], "an arrow is no part of a link"),
]


@pytest.mark.parametrize(("text", "expected", "why"), RUNS, ids=[run[2] for run in RUNS])
def test_entries_that_run_together(text: str, expected: list[str], why: str) -> None:
    assert [text[a:b].strip() for a, b in entry_spans(text, 0, len(text))] == expected, why


@given(st.text(alphabet="AaBb .,;:()1->“”'&\n", max_size=120))
def test_spans_are_in_order_and_inside(text: str) -> None:
    spans = list(entry_spans(text, 0, len(text)))
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert spans[0][0] == 0 and edges[-1] <= len(text)
