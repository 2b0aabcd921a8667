"""What holds for every text: offsets, valid EDTF, no overlap, no crash, time in proportion to length."""

import re
import time
from datetime import date
from functools import cache

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from test_dates_explicit import DATED, UNDATED
from test_dates_relative import FROM_CONTEXT, FROM_PUBLICATION

from pipeline.language.dates import find_dates, resolve, settle, valid
from pipeline.language.dates.grammar import FOUR_DIGITS, NUMERAL
from pipeline.language.dates.model import Value
from pipeline.language.dates.notation import in_order, read, write, write_interval
from pipeline.language.dates.scan import RULES
from pipeline.language.dates.words import listed

PIECES = [
    "\n",
    *listed(
        "in on since until by from to and between the of about early late mid- - – , . ( ) ' ’ 's 1826 2006 2019 07 "
        "198 1980s 19th century May March June 2000 December 7th 7 12 31 Monday Thursday last next this that two "
        "three years months days week year ago later earlier today yesterday same day spring Fiscal Year FY 2024 "
        "present not before quarter half end / : $ [10] % soldiers Agreement ٢٠١٩ ſ İ K é 1990-95 2006-07 30 February "
        "29"
    ),
]
FORMS = ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %B %d, %Y", "the %dth of %B, %Y", "%d-%b-%Y")

dates = st.dates(date(1, 1, 1), date(9999, 12, 31))
published = st.one_of(
    st.none(), dates.map(str), dates.map(lambda d: str(d)[:7]), dates.map(lambda d: str(d)[:4]), st.just("2006/2007")
)
prose = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


@cache
def _library_reads(edtf: str) -> bool:
    return parse_edtf(edtf, fail_silently=True) is not None


@settings(max_examples=400, deadline=None)
@given(prose, published)
def test_offsets_slice_to_the_surface_without_overlap(text, day):
    end = 0
    for found in find_dates(text, day):
        assert text[found.char_start : found.char_end] == found.surface
        assert found.surface.strip()
        assert found.char_start >= end
        assert found.lead_start <= found.char_start
        if found.lead and found.lead not in ("(", "not until") and not found.joined:
            words = text[found.lead_start : found.char_start].casefold().split()
            assert found.lead.split()[0][:3] == words[0][:3] or found.lead in ("before", "after")
        end = found.char_end


@settings(max_examples=150, deadline=None)
@given(prose, published)
def test_every_edtf_is_read_by_the_library(text, day):
    for found in settle(find_dates(text, day), day):
        for edtf in (found.edtf, found.point):
            assert edtf is None or _library_reads(edtf)
        assert (found.edtf is None) == (found.point is None) == (found.basis == "none")


@settings(max_examples=300, deadline=None)
@given(prose, published)
def test_any_anchor_gives_a_date_or_none(text, anchor):
    for found in find_dates(text):
        edtf = resolve(found, anchor)
        assert edtf is None or valid(edtf)


@given(dates, dates)
def test_days_are_written_and_read_back(first, last):
    values = [Value(f"{d.year:04d}", d.month, d.day) for d in (first, last)]
    assert [read(write(v)) for v in values] == values
    assert in_order(*values) == (first <= last)
    interval = write_interval(*values)
    assert (interval is not None) == (first <= last)
    if interval and first < last:
        assert [read(end) for end in interval.split("/")] == values


@settings(deadline=None)
@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.sampled_from(FORMS))
def test_a_written_day_is_found_again(day, form):
    (found,) = find_dates(f"Norway and Chile met on {day.strftime(form)}.")
    assert found.edtf == day.isoformat()


@pytest.mark.parametrize(
    "edtf", ["2019-02-29", "2019-13", "2019-20", "20190", "nonsense", "..", "198X/..", "XXXX-21", ""]
)
def test_not_valid(edtf):
    assert not valid(edtf)


def test_a_rule_is_tried_wherever_it_could_match():
    text = " \n".join(row[0] for row in (*DATED, *UNDATED, *FROM_PUBLICATION)) + " ".join(r[0] for r in FROM_CONTEXT)
    for rule in RULES:
        for match in re.finditer(rf"(?<!\w)(?:{rule.pattern})", text):
            first = re.match("[A-Za-z]+|[0-9]+", match[0])
            assert first, rule.name
            word = first[0].casefold()
            key = word if word.isalpha() else NUMERAL if len(word) < 4 else FOUR_DIGITS
            assert key in rule.starts, (rule.name, match[0])


HARD = {
    "blanks": " " * 20000,
    "a month over and over": "May " * 5000,
    "an open list": "2006, " * 4000,
    "unfinished ranges": "from 2006 to " * 2000,
    "unfinished runs": "the last " * 3000,
    "groups of digits": "1," * 10000,
    "one long number": "9" * 20000,
    "one long address": "https://" + "a/" * 10000,
    "numbers of resolutions": "Resolution " + "1, " * 6000,
    "wrapped years": "in\n2006\n" * 3000,
    "negations": "not " * 5000 + "until 2006 " * 1000,
    "possessives": "A's " * 5000 + "2006",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_time_grows_with_length_only(text):
    find_dates(text[:100])
    started = time.process_time()
    find_dates(text, "2019-10-10")
    assert time.process_time() - started < 12, "a quadratic search would take minutes"
