"""Dates counted from publication or from another date, and dates whose year comes from elsewhere."""

import pytest

from pipeline.language.dates import complete, find_dates, resolve, settle

WEDNESDAY = "2019-10-16"

FROM_PUBLICATION = [
    # text, published, surface, edtf, why
    ("On Thursday they met", "2019-10-15", "Thursday", "2019-10-10", "the latest Thursday"),
    ("On Tuesday they met", "2019-10-15", "Tuesday", "2019-10-15", "publication day itself"),
    ("late on Sunday night", "2019-10-15", "Sunday night", "2019-10-13", "part of the day"),
    ("last Wednesday", WEDNESDAY, "last Wednesday", "2019-10-09", "last excludes publication day"),
    ("next Wednesday", WEDNESDAY, "next Wednesday", "2019-10-23", "next excludes it too"),
    ("by this coming Friday", WEDNESDAY, "this coming Friday", "../2019-10-18", "this coming"),
    ("Tuesday's vote", WEDNESDAY, "Tuesday", "2019-10-15", "possessive"),
    ("today, in Oslo", WEDNESDAY, "today", "2019-10-16", "today"),
    ("last night", WEDNESDAY, "last night", "2019-10-15", "the night before"),
    ("yesterday morning", WEDNESDAY, "yesterday morning", "2019-10-15", "part of yesterday"),
    ("the day before yesterday", WEDNESDAY, "the day before yesterday", "2019-10-14", "two days back"),
    ("tomorrow", "2019-12-31", "tomorrow", "2020-01-01", "over new year"),
    ("this week", WEDNESDAY, "this week", "2019-10-14/2019-10-20", "Monday to Sunday"),
    ("last week", WEDNESDAY, "last week", "2019-10-07/2019-10-13", "the week before"),
    ("over the weekend", WEDNESDAY, "the weekend", "2019-10-12/2019-10-13", "the latest weekend"),
    ("last weekend", "2019-10-14", "last weekend", "2019-10-12/2019-10-13", "from a Monday"),
    ("this month", WEDNESDAY, "this month", "2019-10", "month"),
    ("next month", "2019-12-31", "next month", "2020-01", "month over new year"),
    ("earlier this month", WEDNESDAY, "earlier this month", "2019-10", "part of the month"),
    ("late last year", WEDNESDAY, "late last year", "2018", "part of last year"),
    ("at the end of the year", WEDNESDAY, "the end of the year", "2019", "end of the year"),
    ("later in the year", WEDNESDAY, "later in the year", "2019", "later in the year"),
    ("in March of last year", WEDNESDAY, "March of last year", "2018-03", "month of last year"),
    ("on 5 May this year", WEDNESDAY, "5 May this year", "2019-05-05", "day of this year"),
    ("last March", WEDNESDAY, "last March", "2019-03", "the March before"),
    ("next June", WEDNESDAY, "next June", "2020-06", "the June to come"),
    ("last summer", WEDNESDAY, "last summer", "2019-22", "the summer before"),
    ("three days ago", WEDNESDAY, "three days ago", "2019-10-13", "days"),
    ("a week ago", WEDNESDAY, "a week ago", "2019-10-09", "a week"),
    ("two months ago", WEDNESDAY, "two months ago", "2019-08", "months are no more precise than a month"),
    ("twenty-five years ago", WEDNESDAY, "twenty-five years ago", "1994", "years in words"),
    ("a decade ago", WEDNESDAY, "a decade ago", "2009~", "decades are rough"),
    ("this century", WEDNESDAY, "this century", "20XX", "century"),
    ("over the last two years", "2023-04-20", "the last two years", "2021/2023", "run up to publication"),
    ("over the past year", WEDNESDAY, "the past year", "2018/2019", "a run of one"),
    ("in the past three decades", "2024-11-15", "the past three decades", "1994/2024", "decades as years"),
    ("over the next five years", "2024-11-15", "the next five years", "2024/2029", "run from publication"),
    ("over the next year", "2024-11-15", "the next year", "2024/2025", "a run of one, ahead"),
    ("in the last 10 days", WEDNESDAY, "the last 10 days", "2019-10-06/2019-10-16", "days"),
    ("since yesterday", WEDNESDAY, "yesterday", "2019-10-15/..", "open end"),
    ("on December 7th", "2022-12-20", "December 7th", "2022-12-07", "the year of publication"),
    ("on August 27", "2019-10-10", "August 27", "2019-08-27", "earlier in the year"),
    ("on December 7th", "2019-10-10", "December 7th", "2018-12-07", "the latest one up to publication"),
    ("in May", "2019-07-10", "May", "2019-05", "month"),
    ("from June 1 through the end of the year", "2023-05-26", "June 1 through the end of the year",
     "2023-06-01/2023-12-31", "the end of this year gives the year"),
    ("from November to February", "2020-07-01", "November to February", "2019-11/2020-02", "over new year"),
]  # fmt: skip

AS_FAR_AS_CERTAIN = [
    ("this month", "2022-12", "2022-12", "the month is known"),
    ("last month", "2022-01", "2021-12", "months can be counted"),
    ("last year", "2022-12", "2021", "years can be counted"),
    ("on December 7th", "2022-12", "2022-12-07", "same month"),
    ("on March 7th", "2022-12", "2022-03-07", "earlier month"),
    ("on Thursday", "2022-12", None, "a weekday needs the day"),
    ("yesterday", "2022-12", None, "yesterday may lie in another month"),
    ("last week", "2022-12", None, "a week needs the day"),
    ("this month", "2022", "2022", "only the year is known"),
    ("last month", "2022", None, "it may lie in another year"),
    ("this year", "2022", "2022", "the year is known"),
    ("in June", "2022", "2022-06", "the text is of that year"),
    ("in recent years", WEDNESDAY, None, "no number"),
    ("the last few months", WEDNESDAY, None, "no number"),
    ("this year", None, None, "no publication date"),
]

FROM_CONTEXT = [
    # surface in text, anchor, edtf, why
    ("the same day", "2019-10-06", "2019-10-06", "same day"),
    ("that day", "2019-10-06", "2019-10-06", "that day"),
    ("the next day", "2019-12-31", "2020-01-01", "next day"),
    ("the day before.", "2019-10-01", "2019-09-30", "day before, ending the clause"),
    ("two days later", "2019-10-06", "2019-10-08", "days"),
    ("seven days earlier", "2019-10-13", "2019-10-06", "back"),
    ("a week later", "1823-01-20", "1823-01-27", "a week is seven days"),
    ("two weeks later", "2019-10", None, "weeks need a day"),
    ("in the same month", "2019-10-06", "2019-10", "same month"),
    ("in the same week", "2019-10", "2019-10", "same week, as near as the text is"),
    ("within hours", "2019-10-06", "2019-10-06", "hours"),
    ("a few hours later", "2019-10-06", "2019-10-06", "some hours"),
    ("within days", "2019-10-06", None, "some days after a day"),
    ("days later", "2019-10", "2019-10", "some days after a month"),
    ("three months later", "2019-11-20", "2020-02", "months"),
    ("a year later", "1979-02-11", "1980", "years are no more precise than a year"),
    ("Two years later", "1979", "1981", "from a year"),
    ("three years later", "2006/2007", "2010", "from the end of an interval"),
    ("two years earlier", "2006/2007", "2004", "from the beginning of an interval"),
    ("the following year", "1979-02-11", "1980", "following year"),
    ("the previous year", "1979", "1978", "previous year"),
    ("in March of that year", "1979-11", "1979-03", "month of that year"),
    ("the following Monday", "2019-10-16", "2019-10-21", "weekday after"),
    ("that summer", "1936-04", "1936-22", "season of that year"),
    ("the previous decade", "1936", "192X", "decade of the calendar"),
    ("years later", "1936", None, "no number"),
    ("the 15th anniversary", "2024", "2009", "an anniversary is counted back"),
]

COMPLETED = [
    ("on 30 September", "2015", "same", "2015-09-30", "a year"),
    ("on 30 September", 2015, "same", "2015-09-30", "a year as a number"),
    ("on 14 January", "2016-01-09", "same", "2016-01-14", "the year of a date before"),
    ("on March 8", "1822", "same", "1822-03-08", "a year"),
    ("in December", "2019-10-10", "past", "2018-12", "the latest up to then"),
    ("in December", "2019-10-10", "future", "2019-12", "the earliest from then on"),
    ("in March", "2019-10-10", "future", "2020-03", "next year"),
    ("in the autumn", "2004", "same", "2004-23", "season"),
    ("between January and March", "2004", "same", "2004-01/2004-03", "interval"),
    ("on 29 February", "2019", "same", "XXXX-02-29", "no such day in that year: left open"),
    ("in 1999", "2019", "same", "1999", "nothing to complete"),
]


@pytest.mark.parametrize(
    ("text", "published", "surface", "edtf", "why"), FROM_PUBLICATION, ids=[f"{r[0]}@{r[1]}" for r in FROM_PUBLICATION]
)
def test_from_publication(text, published, surface, edtf, why):
    (found,) = find_dates(text, published)
    assert (found.surface, found.edtf, found.basis) == (surface, edtf, "relative"), why


@pytest.mark.parametrize(
    ("text", "published", "edtf", "why"), AS_FAR_AS_CERTAIN, ids=[f"{r[0]}@{r[1]}" for r in AS_FAR_AS_CERTAIN]
)
def test_only_what_is_certain(text, published, edtf, why):
    (found,) = find_dates(text, published)
    assert found.edtf == edtf, why


@pytest.mark.parametrize(("text", "anchor", "edtf", "why"), FROM_CONTEXT, ids=[f"{r[0]}@{r[1]}" for r in FROM_CONTEXT])
def test_from_context(text, anchor, edtf, why):
    (found,) = find_dates(text, "2024-05-05")
    assert found.edtf is None, "publication says nothing about it"
    assert resolve(found, anchor) == edtf, why


@pytest.mark.parametrize(("text", "context", "direction", "edtf", "why"), COMPLETED)
def test_complete(text, context, direction, edtf, why):
    (found,) = find_dates(text)
    assert complete(found, context, direction) == edtf, why


def test_a_distance_from_something_else_is_marked():
    (found,) = find_dates("two days after the vote", "2019-10-10")
    assert (found.edtf, found.reference) == (None, "other")
    assert resolve(found, "2019-09-01") == "2019-09-03", "a caller that knows the day of the vote may count"


def test_direction_of_publication():
    (past,) = find_dates("on July 1", "2019-06-10")
    (future,) = find_dates("on July 1", "2019-06-10", direction="future")
    assert (past.edtf, future.edtf) == ("2018-07-01", "2019-07-01")


SETTLED = [
    ("In 2015 Mali agreed. It paid on 30 September. A year later it left.", None, ["2015", "2015-09-30", "2016"],
     "an undated text: everything from what stands before"),
    ("By 1831 the siege was over, and on April 9 Mali wrote.", None, ["../1831", "1831-04-09"], "from a bound too"),
    ("Over the last four years they talked. In May they signed.", "2019-07-10", ["2015/2019", "2019-05"],
     "a run gives no year"),
    ("Tolls rise on July 1, 2020. The bank had agreed in May.", "2019-07-10", ["2020-07-01", "2019-05"],
     "news: the year of publication"),
    ("In 1970 they met. In May they signed.", "2019-07-10", ["1970", "1970-05"], "history: the year of the passage"),
    ("On Monday Ghana agreed. The next day it left.", "2019-10-10", ["2019-10-07", "2019-10-08"], "counted on"),
    ("In May 2015 Mali agreed. Two days later it paid.", None, ["2015-05", "2015-05"], "the link carries the month"),
    ("In May 2015 Mali agreed. Two months later it paid.", None, ["2015-05", "2015-07"], "months can be counted"),
    ("It met on 3 May 2015. It paid on the same date.", None, ["2015-05-03", "2015-05-03"], "the same date"),
    ("It met on 3 May 2015, having begun in 1999. It paid on the same day.", None, ["2015-05-03", "1999", "2015-05-03"],
     "the same day as the last day, whatever year was named since"),
    ("They met in 1970 under the Charter of 1949. In May they signed.", "2019-07-10", ["1970", "1949", "1970-05"],
     "the year in a name is not that of the passage"),
    ("The 2006 treaty ended. A year later nothing was left.", None, ["2006", None], "a name is no date to count from"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected", "why"), SETTLED, ids=[row[3] for row in SETTLED])
def test_settle(text, published, expected, why):
    assert [e.edtf for e in settle(find_dates(text, published), published)] == expected, why


def test_a_year_of_another_paragraph_dates_nothing_in_news():
    text = "In 1970 they met. On 2 July 2019 they spoke. On 3 July 2019 they ate. It began in 1949. In May they signed."
    found = find_dates(text, "2019-07-10")
    near = settle(found, "2019-07-10", passages=[0, 0, 0, 1, 1])
    apart = settle(found, "2019-07-10", passages=[0, 0, 0, 1, 2])
    assert (near[-1].edtf, apart[-1].edtf) == ("1949-05", "2019-05")


def test_a_year_alone_ends_with_its_paragraph_in_a_dated_text():
    text = "In 1949 they met. In 1970 they parted. In May they signed."
    found = find_dates(text, "2019-07-10")
    assert settle(found, "2019-07-10", passages=[0, 0, 1])[-1].edtf == "2019-05"
    assert settle(found, None, passages=[0, 0, 1])[-1].edtf == "1970-05"


def test_settle_takes_a_context_from_before_the_text():
    (found,) = settle(find_dates("Two days later it left."), context="2001-02-27")
    assert found.edtf == "2001-03-01"
