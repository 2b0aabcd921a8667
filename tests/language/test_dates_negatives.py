"""What only looks like a date."""

import pytest

from pipeline.language.dates import find_dates

NO_DATES = [
    ("COVID-19 spread", "a disease"),
    ("Resolution 1737 and Resolutions 1747, 1803 and 1929", "numbers of resolutions"),
    ("UNSCR 1929 binds Mali", "number of a resolution"),
    ("under Article 5 and Section 1701", "parts of a law"),
    ("50 U.S.C. 1622(d)", "a statute"),
    ("Directive 2004/38 and Law No. 126/1998", "laws by number"),
    ("an F-16 and LPD-26", "weapons and hulls"),
    ("Boeing 1900, Flight 1907, Route 1950", "aircraft, flights and roads"),
    ("Agenda 2030 and Vision 2050", "names of programmes"),
    ("$2000, €1990 and USD 1999", "sums"),
    ("2,000 troops and 1,999 others", "grouped digits"),
    ("about 1500 soldiers", "a counted number"),
    ("killed 1750 rebels", "a counted number that could be a year"),
    ("roughly 2000 Thai shops", "a quantity with an adjective"),
    ("some 1800 rioters", "a quantity with a plural"),
    ("in 1500 villages", "round number and plural, even after in"),
    ("1998 km from Oslo, 1950% more", "measures and shares"),
    ("at 8:30 p.m. (1930 UTC), 19:45", "clock times"),
    ("+1 202 555 1907 or 202-555-1907", "telephone numbers"),
    ("see pp. 1990-1995, ISBN 978-1-4020-1995-2", "pages and book numbers"),
    ("doi 10.1234/1999.2000", "a DOI"),
    ("https://example.org/2019/05/12/march-2018", "an address"),
    ("on 02/05/1826", "day and month cannot be told apart"),
    ("He may march on; they may august", "verbs in lower case"),
    ("May the best side win. May said no.", "May without a sign of a month"),
    ("Theresa May, June Carter and August Weber", "names of people"),
    ("the March on Bergen", "a march"),
    ("the fall of Saigon, in the fall of Saigon", "fall that is no season"),
    ("the Prague Spring, the Winter War", "names with a season"),
    ("Good Friday, Black Monday, Bloody Sunday", "named days"),
    ("The Sunday Times and USA Today", "newspapers"),
    ("an 18-year-old, 84 years old, 64 years of age", "ages"),
    ("in his eighties", "an age in decades"),
    ("to this day", "an idiom"),
    ("the second secretary waited a second", "second"),
    ("model B1990x and x2019", "parts of words"),
    ("99999 and 20190", "long numbers"),
    ("a 2019-nCoV sample", "a compound"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "why"), NO_DATES, ids=[row[1] for row in NO_DATES])
def test_no_date(text, why):
    assert [e.surface for e in find_dates(text, "2020-05-05")] == [], why


MIXED = [
    ("In 1987 villages rose against it", ["1987"], "a year that is not round, after in"),
    ("Resolution 1244 (1999)", ["1999"], "the bracketed year beside the number"),
    ("in 1999 12,000 troops left", ["1999"], "a number right behind the year"),
    ("In May 2 million fled", ["May"], "a sum behind a month"),
    ("In June 2000 soldiers left", ["June"], "a counted number behind a month"),
    ("The pact of 1839: a text", ["1839"], "a colon behind the year"),
    ("In 2016, 15% of exports", ["2016"], "a share behind the year"),
]


@pytest.mark.parametrize(("text", "surfaces", "why"), MIXED, ids=[row[0] for row in MIXED])
def test_dates_beside_other_numbers(text, surfaces, why):
    assert [e.surface for e in find_dates(text)] == surfaces, why
