from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from pipeline.merge.edtf_bounds import bounds, overlap, possible, precision

D = date


@pytest.mark.parametrize(
    ("edtf", "first", "last", "how_close"),
    [
        ("1911-03-25", D(1911, 3, 25), D(1911, 3, 25), "day"),
        ("2024-02", D(2024, 2, 1), D(2024, 2, 29), "month"),
        ("1900-02", D(1900, 2, 1), D(1900, 2, 28), "month"),  # no leap year
        ("2013", D(2013, 1, 1), D(2013, 12, 31), "year"),
        ("198X", D(1980, 1, 1), D(1989, 12, 31), "decade"),
        ("19XX", D(1900, 1, 1), D(1999, 12, 31), "century"),
        ("2004-23", D(2004, 9, 1), D(2004, 11, 30), "season"),
        ("2004-24", D(2004, 1, 1), D(2005, 2, 28), "season"),  # both winters that touch the year
        ("1964~", D(1964, 1, 1), D(1964, 12, 31), "year"),
        ("1964-05?", D(1964, 5, 1), D(1964, 5, 31), "month"),
        ("2000-06-XX", D(2000, 6, 1), D(2000, 6, 30), "month"),
        ("2006/2007", D(2006, 1, 1), D(2007, 12, 31), "interval"),
        ("2023-06-01/2023-12-31", D(2023, 6, 1), D(2023, 12, 31), "interval"),
        ("1964~/1970", D(1964, 1, 1), D(1970, 12, 31), "interval"),
        ("2004-23/2005", D(2004, 9, 1), D(2005, 12, 31), "interval"),
        ("198X/1995-04", D(1980, 1, 1), D(1995, 4, 30), "interval"),
        ("2006/..", D(2006, 1, 1), None, "interval"),
        ("../2006", None, D(2006, 12, 31), "interval"),
        ("2006/", D(2006, 1, 1), None, "interval"),  # unknown end: the library would guess ten years
        ("/2006", None, D(2006, 12, 31), "interval"),
        ("[1999,2001]", D(1999, 1, 1), D(2001, 12, 31), "interval"),
        # no year, no days
        ("XXXX-12", None, None, None),
        ("XXXX-12-25", None, None, None),
        ("XXXX", None, None, None),
        # no dates at all, or none that a SQL date can hold
        ("2006-02-30", None, None, None),
        ("2001-13", None, None, None),
        ("2007/2006", None, None, None),
        ("0000", None, None, None),
        ("-0500", None, None, None),
        ("Y20000", None, None, None),
        ("last week", None, None, None),
        ("..", None, None, None),
        ("", None, None, None),
        (None, None, None, None),
    ],
)
def test_bounds_and_precision(edtf: str | None, first: date | None, last: date | None, how_close: str | None) -> None:
    assert bounds(edtf) == (first, last)
    assert precision(edtf) == how_close


@given(st.dates(min_value=D(1, 1, 1)), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_plain_dates_have_the_bounds_the_library_gives(day: date, form: str) -> None:
    edtf = f"{day.year:04}" + day.strftime(form.removeprefix("%Y"))
    parsed = parse_edtf(edtf)
    assert bounds(edtf) == (D(*parsed.lower_strict()[:3]), D(*parsed.upper_strict()[:3]))


@given(st.text(max_size=12) | st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?(/[0-9X.]{0,4})?", fullmatch=True))
def test_any_string_has_bounds_in_order_or_none(text: str) -> None:
    first, last = bounds(text)
    assert first is None or last is None or first <= last
    assert (precision(text) is None) == (first is None and last is None)


@given(st.dates(), st.dates())
def test_overlap_is_symmetric_and_of_days_means_equal(a: date, b: date) -> None:
    x, y = bounds(a.isoformat()), bounds(b.isoformat())
    assert overlap(x, y) == overlap(y, x) == (a == b)


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        ("2022-12", "2022-12-07", True),
        ("2022-12", "2023-01-01", False),
        ("2006/..", "2031", True),
        ("2006/..", "2005", False),
        ("1964~", "1965", True),
        ("1964~", "1966-06", False),
        ("XXXX-12", "1999", True),
    ],
)
def test_dates_that_may_be_one(a: str, b: str, meet: bool) -> None:
    assert overlap(possible(a), possible(b)) is meet
