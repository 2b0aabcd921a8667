"""Quantities in invented sentences: what they are, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.numerals import number
from pipeline.language.quantities import find_quantities
from pipeline.language.quantity_words import words

TABLE = [
    # text, [(surface, value, comparator, unit, kind)], why
    (
        "About 40,000 Kenyan citizens visit Oslo.",
        [("About 40,000", 40_000, "~", "people", "count")],
        "approximator, noun",
    ),
    ("over 14,000 Chileans", [("over 14,000", 14_000, ">", "people", "count")], "the people of a country"),
    ("More than 300 Norwegian companies", [("More than 300", 300, ">", "companies", "count")], "companies"),
    ("at least nine workers", [("at least nine", 9, ">=", "people", "count")], "a number in words"),
    (
        "It fell from 310,000 in 2014 to 95,000 in 2016, against 80,000 the year before.",
        [
            ("310,000", 310_000, "=", None, "count"),
            ("95,000", 95_000, "=", None, "count"),
            ("80,000", 80_000, "=", None, "count"),
        ],
        "years between levels bound no range; the year behind one is not counted",
    ),
    ("30,000+ guests", [("30,000+", 30_000, ">=", "people", "count")], "a plus sign"),
    ("16 thousand Kenyans", [("16 thousand", 16_000, "=", "people", "count")], "scale in words"),
    ("half a million tourists", [("half a million", 500_000, "=", "people", "count")], "half of a scale"),
    ("two dozen firms", [("two dozen", 24, "=", "companies", "count")], "dozens that are counted"),
    ("2½ million barrels", [("2½ million", 2_500_000, "=", "barrels", "count")], "a fraction sign"),
    ("sales of $1.8bn", [("$1.8bn", 1.8e9, "=", "USD", "money")], "short scale behind money"),
    ("US$200 million", [("US$200 million", 2e8, "=", "USD", "money")], "a country before the sign"),
    ("€3.2m and £400k", [("€3.2m", 3.2e6, "=", "EUR", "money"), ("£400k", 4e5, "=", "GBP", "money")], "other signs"),
    ("a GDP of USD 446 bn", [("USD 446 bn", 446e9, "=", "USD", "money")], "short scale behind a space"),
    ("1.2m tons of salmon", [("1.2m", 1.2e6, "=", "tonnes", "count")], "short scale before what is counted"),
    ("some 12 000 jobs", [("some 12 000", 12_000, "~", "jobs", "count")], "thousands parted by a space"),
    ("Rs 500 crore", [("Rs 500 crore", 5e9, "=", "INR", "money")], "an Indian scale"),
    ("one in five farmers", [("one in five", 20, "=", "percent", "percent")], "so many in so many"),
    ("226 billion yen", [("226 billion yen", 226e9, "=", "JPY", "money")], "a currency behind"),
    ("5 million Peruvian soles", [("5 million Peruvian soles", 5e6, "=", "PEN", "money")], "a currency's full name"),
    ("NOK 7 million", [("NOK 7 million", 7e6, "=", "NOK", "money")], "a currency's code"),
    ("$181 million USD", [("$181 million USD", 181e6, "=", "USD", "money")], "sign and code"),
    ("an all-time high of $20 billion", [("an all-time high of $20 billion", 20e9, "=", "USD", "money")], "a record"),
    ("up to €5 million", [("up to €5 million", 5e6, "<=", "EUR", "money")], "an upper bound"),
    ("20 percent or more of trade", [("20 percent or more", 20, ">=", "percent", "percent")], "a bound behind"),
    ("30-40% of exports", [("30-40%", 30, "~", "percent", "percent")], "a range with a hyphen"),
    ("16–17 percent of trade", [("16–17 percent", 16, "~", "percent", "percent")], "a range with a dash"),
    ("between $5 and $7 billion", [("between $5 and $7 billion", 5e9, "~", "USD", "money")], "a range in words"),
    ("10–15 soldiers", [("10–15", 10, "~", None, "count")], "a range of things counted"),
    ("half of its exports", [("half", 50, "=", "percent", "percent")], "a fraction in words"),
    ("about two-thirds of the catch", [("about two-thirds", 66.67, "~", "percent", "percent")], "a fraction, about"),
    ("½ of the catch", [("½", 50, "=", "percent", "percent")], "a fraction sign with a whole"),
    ("exports fell by 27 percent", [("27 percent", 27, "=", "percent", "change")], "a change, not a share"),
    ("tea makes up 60 percent", [("60 percent", 60, "=", "percent", "percent")], "a share, not a rise"),
    ("a 27% rise", [("27%", 27, "=", "percent", "change")], "a change named behind"),
    ("imports tripled", [("tripled", 3, "=", "times", "factor")], "a multiple"),
    ("the 27th largest partner", [("27th largest", 27, "=", "rank", "rank")], "a rank in digits"),
    ("the second-biggest buyer", [("second-biggest", 2, "=", "rank", "rank")], "a rank in words"),
    ("Kenya's number one buyer", [("number one", 1, "=", "rank", "rank")], "number one"),
    ("Japan's largest buyer", [("largest", 1, "=", "rank", "rank")], "a bare superlative is the first place"),
    ("among the top 10 growers", [("top 10", 10, "<=", "rank", "rank")], "a place among"),
    ("There are 1.3 billion people", [("1.3 billion", 1.3e9, "=", "people", "count")], "decimals"),
    ("200\u00a0000 people", [("200\u00a0000", 200_000, "=", "people", "count")], "groups set apart by hard spaces"),
    ("worth NOK 1 234 567 in May", [("NOK 1 234 567", 1_234_567, "=", "NOK", "money")], "groups behind a currency"),
    ("2000 people came", [("2000", 2000, "=", "people", "count")], "a count that looks like a year"),
]
NONE = [
    ("a Falcon 747 412 sailors flew", "one number with its thousands apart, or a name and a number"),
    ("worth NOK 1 234,5 in May", "a sum that runs on"),
    ("one of the largest buyers", "no place is named"),
    ("$ and nothing", "a sign without a number"),
    ("a trench 5m deep", "metres"),
    ("a price of 1.234.567,89", "points and a comma that can be read in two ways"),
    ("in May 9 200", "a day and a number"),
    ("1.234.567,89 kroner", "two readings"),
    ("3,5 million", "two readings of a comma"),
    ("1,23,456 people", "groups of no fixed size"),
    ("in 2017 companies grew", "a year before a noun"),
    ("from 1999 to 2005", "years"),
    ("2006/2007 and 2016-20", "spans of years"),
    ("the 1980s", "a decade"),
    ("3 May 2011, May 3, 2011, 2011-05-03", "dates"),
    ("FY2024 and Q3 2020", "a fiscal year, a quarter"),
    ("for five consecutive years, 30 days", "spans of time"),
    ("aged 45; a 45-year-old; Ms Lie, 24, said; Lie (24)", "ages"),
    ("Article 117, Resolution 1707, page 31, Law No. 55", "labels"),
    ("Mirage 2000, MiG-29, A320, G20, Apollo 11", "names"),
    ("call +47 22 12 34 56 or 555-1234", "telephone numbers"),
    ("1,234 views, 23 comments", "counters of a page"),
    ("10:30, 5 p.m., 24/7, 9/11", "times and day names"),
    ("won 4–0", "a score"),
    ("[12] and [4–6]", "citation markers"),
    ("1. The first item", "a list number"),
    ("version 2.0.1", "a version"),
    ("the 55-member union, a 12-mile zone", "part of an adjective"),
    ("dozens of firms, hundreds of men, millions", "vague words"),
    ("one of them, the one", "a pronoun"),
    ("in the first half of 2019", "part of a year"),
    ("https://example.org/2020/33", "an address"),
    ("million", "a bare scale"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[t[2] for t in TABLE])
def test_quantities(text: str, expected: list, why: str) -> None:
    found = [(q.surface, q.value, q.comparator, q.unit, q.kind) for q in find_quantities(text)]
    assert found == expected, why


@pytest.mark.parametrize(("text", "why"), NONE, ids=[t[1] for t in NONE])
def test_no_quantity(text: str, why: str) -> None:
    assert find_quantities(text) == [], why


def test_the_upper_bound_of_a_range_is_kept() -> None:
    (quantity,) = find_quantities("between 5 and 7 billion euros")
    assert (quantity.value, quantity.upper, quantity.currency) == (5e9, 7e9, "EUR")


@given(st.text(alphabet="019 .,-–$€%½abmon()[]/+:\u00a0", max_size=60))
def test_offsets_lead_to_the_surface_and_do_not_overlap(text: str) -> None:
    found = find_quantities(text)
    assert all(text[q.char_start : q.char_end] == q.surface and q.surface.strip() for q in found)
    assert all(a.char_end <= b.char_start for a, b in pairwise(found))
    assert all(q.upper is None or q.value < q.upper for q in found)


@given(st.integers(0, 10**15))
def test_grouped_digits_are_read_back(value: int) -> None:
    assert number(f"{value:,}") == value


@given(st.sampled_from(sorted(words().before)), st.integers(3, 99))
def test_every_comparator_phrase_of_the_lexicon_is_seen(phrase: str, value: int) -> None:
    (quantity,) = find_quantities(f"It sold {phrase} {value} percent there.")
    assert quantity.comparator == words().before[phrase]
