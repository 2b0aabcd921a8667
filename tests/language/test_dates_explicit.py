"""Dates that the words fix by themselves."""

import pytest

from pipeline.language.dates import find_dates

DATED = [
    # text, [(surface, edtf, kind)], why
    ("Norway and Chile met in June 2000.", [("June 2000", "2000-06", "point")], "month and year"),
    ("Relations date from 2 May 1826.", [("2 May 1826", "1826-05-02", "point")], "day first"),
    ("On May 2, 1826 Kenya sent an envoy.", [("May 2, 1826", "1826-05-02", "point")], "month first"),
    ("It was signed on May 2nd 1926", [("May 2nd 1926", "1926-05-02", "point")], "ordinal, no comma"),
    ("on the 4th of January 2016", [("4th of January 2016", "2016-01-04", "point")], "ordinal of month"),
    ("since the fourth of July 1904", [("fourth of July 1904", "1904-07-04/..", "since")], "ordinal in words"),
    ("Jan. 4, 2016 and 4 Sept. 1997",
     [("Jan. 4, 2016", "2016-01-04", "point"), ("4 Sept. 1997", "1997-09-04", "point")],
     "abbreviated months keep their dot inside the surface"),
    ("until January, 1840.", [("January, 1840", "../1840-01", "until")], "comma between month and year"),
    ("in July of 1815", [("July of 1815", "1815-07", "point")], "of between month and year"),
    ("On Monday, October 7, 2019 at noon", [("Monday, October 7, 2019", "2019-10-07", "point")], "weekday first"),
    ("Mon 7 Oct 2019", [("Mon 7 Oct 2019", "2019-10-07", "point")], "short weekday counts before a date only"),
    ("On November 2007, the king came", [("November 2007", "2007-11", "point")], "wrong preposition"),
    ("on 30 April 1997.", [("30 April 1997", "1997-04-30", "point")], "full stop after the year stays outside"),
    ("the 31 April 2020 note", [("31 April 2020", "2020-04", "attributive")], "a day that is not: its month"),
    ("DATE: 2016-01-04T10:00", [("2016-01-04", "2016-01-04", "point")], "ISO, with a time behind"),
    ("Reported 2016-04.", [("2016-04", "2016-04", "point")], "ISO month where it cannot be two years"),
    ("on 23/05/1826 and 5/23/1826", [("23/05/1826", "1826-05-23", "point"), ("5/23/1826", "1826-05-23", "point")],
     "numeric where one number is above twelve"),
    ("am 04.05.2019 in Oslo", [("04.05.2019", "2019-05-04", "point")], "dotted dates are day first"),
    ("In the 1980s", [("1980s", "198X", "point")], "decade"),
    ("the mid-1990s", [("the mid-1990s", "199X", "point")], "part of a decade is the decade"),
    ("in the '80s, the nineteen-sixties", [("80s", "198X", "point"), ("nineteen-sixties", "196X", "point")], "short"),
    ("In the 1970s and '80s", [("1970s and '80s", "197X/198X", "interval")], "short decade after a full one"),
    ("the 19th century, the nineteenth century",
     [("19th century", "18XX", "point"), ("nineteenth century", "18XX", "point")], "centuries in figures and words"),
    ("in the late eighteenth century", [("the late eighteenth century", "17XX", "point")], "part of a century"),
    ("in the 19th and 20th centuries", [("19th and 20th centuries", "18XX/19XX", "interval")], "two centuries"),
    ("nineteenth-century treaties", [("nineteenth-century", "18XX", "attributive")], "hyphen makes an adjective"),
    ("Autumn 2004 saw talks", [("Autumn 2004", "2004-23", "point")], "season"),
    ("in the spring of 1999", [("spring of 1999", "1999-21", "point")], "season of"),
    ("in winter 2004–05", [("winter 2004–05", "2004-24", "point")], "a winter is named by its first year"),
    ("in Q3 2019", [("Q3 2019", "2019-07/2019-09", "interval")], "quarter"),
    ("in the first quarter of 2020", [("first quarter of 2020", "2020-01/2020-03", "interval")], "quarter in words"),
    ("in Fiscal Year 2024", [("Fiscal Year 2024", "2024", "point")], "fiscal year"),
    ("since Fiscal Year (FY) 2015", [("Fiscal Year (FY) 2015", "2015/..", "since")], "fiscal year with its acronym"),
    ("in FY2024 and FY21", [("FY2024", "2024", "point"), ("FY21", "2021", "point")], "fiscal year, short"),
    ("early 2019, late 2019", [("early 2019", "2019", "point"), ("late 2019", "2019", "point")], "the year"),
    ("at the end of 2020", [("the end of 2020", "2020", "point")], "end of a year is the year"),
    ("the first half of 2018", [("the first half of 2018", "2018", "point")], "half of a year is the year"),
    ("in early October 2010", [("early October 2010", "2010-10", "point")], "part of a month"),
    ("about 1964", [("about 1964", "1964~", "point")], "approximate"),
    ("c. 1850, circa 1790", [("c. 1850", "1850~", "point"), ("circa 1790", "1790~", "point")], "approximate, learned"),
    ("In 1500 Portugal landed", [("1500", "1500", "point")], "old year after a preposition"),
    ("Peace Treaty, 1838.", [("1838", "1838", "point")], "year closing a heading"),
    ("an accord on fishing (1995)", [("1995", "1995", "point")], "bracketed year"),
    ("the War of 1812", [("1812", "1812", "point")], "year after of"),
    ("1830–31", [("1830–31", "1830/1831", "interval")], "years as a range, short"),
    ("the decade 1999-2004", [("1999-2004", "1999/2004", "interval")], "years with a hyphen"),
    ("in 2006-07", [("2006-07", "2006/2007", "interval")], "the second goes on from the first: no month"),
    ("1998/99", [("1998/99", "1998/1999", "interval")], "years with a stroke"),
    ("from 2006 to 2007", [("2006 to 2007", "2006/2007", "interval")], "from to"),
    ("between 1990 and 1995", [("1990 and 1995", "1990/1995", "interval")], "between and"),
    ("from 8 to 10 May 2012", [("8 to 10 May 2012", "2012-05-08/2012-05-10", "interval")], "days of a month"),
    ("on May 8-10, 2012", [("May 8-10, 2012", "2012-05-08/2012-05-10", "interval")], "days of a month, month first"),
    ("from 28 May to 3 June 2010", [("28 May to 3 June 2010", "2010-05-28/2010-06-03", "interval")], "year at the end"),
    ("from November to February 2010", [("November to February 2010", "2009-11/2010-02", "interval")], "over new year"),
    ("from June 5, 2010 to August 3", [("June 5, 2010 to August 3", "2010-06-05/2010-08-03", "interval")], "first"),
    ("February 1943–March 1944", [("February 1943–March 1944", "1943-02/1944-03", "interval")], "months with a dash"),
    ("June and July 2001", [("June and July 2001", "2001-06/2001-07", "interval")], "neighbouring months are one run"),
    ("on 5 and 6 May 2012", [("5 and 6 May 2012", "2012-05-05/2012-05-06", "interval")], "neighbouring days"),
    ("in 2023 and 2024", [("2023 and 2024", "2023/2024", "interval")], "neighbouring years"),
    ("in 2019 and 2021", [("2019", "2019", "point"), ("2021", "2021", "point")], "years apart are two dates"),
    ("in 2019 and 2020, respectively", [("2019", "2019", "point"), ("2020", "2020", "point")], "each year for itself"),
    ("on 3 and 7 May 2012", [("3", "2012-05-03", "point"), ("7 May 2012", "2012-05-07", "point")], "days apart"),
    ("in March, June and September 2010",
     [("March", "2010-03", "point"), ("June", "2010-06", "point"), ("September 2010", "2010-09", "point")],
     "the last year serves the list"),
    ("on May 3, 2010, and June 5", [("May 3, 2010", "2010-05-03", "point"), ("June 5", "2010-06-05", "point")],
     "the first year serves the next"),
    ("from late 2005 until spring 2006", [("late 2005 until spring 2006", "2005/2006-21", "interval")], "mixed ends"),
    ("from May 2010 through the end of 2011", [("May 2010 through the end of 2011", "2010-05/2011-12", "interval")],
     "the end of a year is its last month beside a month"),
    ("since 2006", [("2006", "2006/..", "since")], "open end"),
    ("since the 1980s", [("1980s", "1980~/..", "since")], "open end of a decade, in a form that the library reads"),
    ("since about 1964", [("about 1964", "1964~/..", "since")], "approximate beginning"),
    ("from 1998 to the present", [("1998 to the present", "1998/..", "since")], "to the present"),
    ("envoy (2016–present)", [("2016–present", "2016/..", "since")], "dash present"),
    ("from 2010 onwards", [("2010 onwards", "2010/..", "since")], "onwards"),
    ("starting in 1973", [("1973", "1973/..", "since")], "starting in"),
    ("until 1970, through 1999", [("1970", "../1970", "until"), ("1999", "../1999", "until")], "open beginning"),
    ("by 2030", [("2030", "../2030", "by")], "by a year"),
    ("no later than 30 June 2025", [("30 June 2025", "../2025-06-30", "by")], "a deadline"),
    ("prior to 1999", [("1999", "../1999", "before")], "before"),
    ("after 1871", [("1871", "1871/..", "after")], "after"),
    ("Not until July 9, 1853 did Japan agree", [("July 9, 1853", "1853-07-09", "point")], "that day"),
    ("He did not present his letters until January 1840", [("January 1840", "1840-01", "point")], "not ... until"),
    ("the 2006 Agreement", [("2006", "2006", "attributive")], "a year in a name"),
    ("Following the 2009 raid on its depot", [("2009", "2009", "attributive")], "a year that names a raid"),
    ("Ghana's 1974 constitution", [("1974", "1974", "attributive")], "possessive before"),
    ("during the March 2011 protests", [("March 2011", "2011-03", "attributive")], "a month that names protests"),
    ("the hurried 2011 Kenya-Japan accord", [("2011", "2011", "attributive")], "adjective between"),
    ("the 2008 and 2012 elections", [("2008", "2008", "attributive"), ("2012", "2012", "attributive")], "both"),
    ("the floods in 1911 and 1948 drove Chad", [("1911", "1911", "point"), ("1948", "1948", "point")],
     "the preposition serves both years"),
    ("on 4 January\n2016", [("4 January\n2016", "2016-01-04", "point")], "a wrapped line"),
    ("by some 2,000 troops in\u00a01999", [("1999", "1999", "point")], "no-break space"),
]  # fmt: skip

UNDATED = [
    ("The ship left in December.", "December", "XXXX-12", "month with its year open"),
    ("They met on December 7th", "December 7th", "XXXX-12-07", "day with its year open"),
    ("(30 September)", "30 September", "XXXX-09-30", "bracketed day"),
    ("from June 1 through the end of the year", "June 1 through the end of the year", "XXXX-06-01/XXXX-12-31",
     "to the end of the same open year"),
    ("between January and March", "January and March", "XXXX-01/XXXX-03", "months of an open year"),
    ("from November to February", "November to February", None, "two open years cannot be written"),
    ("since October", "October", "XXXX-10", "the library reads no open end beside an open year"),
    ("in the autumn", "autumn", None, "EDTF, as the library reads it, has no season without a year"),
    ("the December vote", "December", "XXXX-12", "a month that names a vote"),
    ("In May they spoke", "May", "XXXX-05", "May after its preposition"),
]  # fmt: skip

WITHOUT_DATE = [
    ("during the Cold War", "Cold War", "era"),
    ("after World War II", "World War II", "era"),
    ("during his administration", "his administration", "era"),
    ("since the colonial era", "the colonial era", "era"),
    ("at the turn of the 20th century", "the turn of the 20th century", "era"),
    ("in the 3rd century BC", "3rd century BC", "era"),
    ("for two years", "two years", "duration"),
    ("a 30-day truce", "30-day", "duration"),
    ("for several decades", "several decades", "duration"),
    ("every five years", "every five years", "recurring"),
    ("on Mondays", "Mondays", "recurring"),
    ("twice a year", "twice a year", "recurring"),
    ("marks the 15th anniversary", "15th anniversary", "anniversary"),
]


@pytest.mark.parametrize(("text", "expected", "why"), DATED, ids=[row[0] for row in DATED])
def test_explicit(text, expected, why):
    found = find_dates(text)
    assert [(e.surface, e.edtf, e.kind) for e in found] == expected, why
    assert all(e.basis == "explicit" and not e.surface.startswith(e.lead or "\0") for e in found)


@pytest.mark.parametrize(("text", "surface", "edtf", "why"), UNDATED, ids=[row[0] for row in UNDATED])
def test_year_left_open(text, surface, edtf, why):
    (found,) = find_dates(text)
    assert (found.surface, found.edtf) == (surface, edtf), why
    assert found.partial
    assert found.month is not None


@pytest.mark.parametrize(("text", "surface", "kind"), WITHOUT_DATE, ids=[row[0] for row in WITHOUT_DATE])
def test_reported_without_a_date(text, surface, kind):
    (found,) = find_dates(text)
    assert (found.surface, found.kind, found.edtf, found.basis) == (surface, kind, None, "none")


def test_amounts_of_durations_and_anniversaries():
    (duration,) = find_dates("a two-year pause")
    assert (duration.amount, duration.unit) == (2, "year")
    (anniversary,) = find_dates("its twentieth anniversary")
    assert (anniversary.amount, anniversary.unit) == (20, "year")


LEADS = [
    ("in June 2000", "in", 0, "preposition"),
    ("In the 1980s", "in", 0, "the article lies between"),
    ("Since at least 1990", "since", 0, "at least lies between"),
    ("in the year 2010", "in", 0, "the year lies between"),
    ("on the morning of 4 May 1901", "on", 0, "part of the day lies between"),
    ("Since the 1979 revolution", "since", 0, "preposition of the noun phrase"),
    ("in a 2012 interview", "in", 0, "preposition of the noun phrase"),
    ("as early as 1794", "as early as", 0, "several words"),
    ("signed (2004)", "(", 7, "bracket"),
    ("on or about May 9, 1911", "on", 0, "or about lies between"),
    ("not until 1905", "not until", 4, "negated"),
    ("Accord, 1905", None, 8, "none"),
]


@pytest.mark.parametrize(("text", "lead", "offset", "why"), LEADS, ids=[row[0] for row in LEADS])
def test_leads(text, lead, offset, why):
    (found,) = find_dates(text)
    assert (found.lead, found.lead_start) == (lead, offset), why


def test_members_of_a_list_share_their_lead():
    first, second = find_dates("Exports fell in 2009 and 2015.")
    assert not first.joined
    assert second.joined
    assert (second.lead, second.lead_start) == (first.lead, first.lead_start)


def test_the_date_itself_is_kept_beside_an_open_end():
    (found,) = find_dates("a member since March 1949")
    assert (found.edtf, found.point, found.granularity) == ("1949-03/..", "1949-03", "month")
