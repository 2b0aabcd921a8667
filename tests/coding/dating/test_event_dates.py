"""Which date of a sentence belongs to which happening: tied by syntax, or to nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.coding.dating import dates_of
from tests.small_documents import coded, sentence


def dated(*sentences: str) -> dict[str, str | None]:
    """First word of each event's trigger -> its date."""
    return {e.trigger.split()[0]: e.date for e in coded(*sentences).events}


TIED = [
    (
        "On 3 October 1935 Norway invaded Kenya for a second time.",
        {"invaded": "1935-10-03"},
        "in front, though the parser takes the month for a part of the name behind it",
    ),
    (
        "Norway has provided $5 million to Kenya for clinics that treat malaria since 2002.",
        {"provided": "2002/.."},
        "since, with a perfect: up to now",
    ),
    (
        "Two Kenyan soldiers were killed in a bombing that took place on 3 May 1999.",
        {"killed": "1999-05-03"},
        "of the occasion it happened in",
    ),
    (
        "On 3 May 1905, when Norway closed its embassy and Kenya expelled the Norwegian envoy, Japan condemned Kenya.",
        {"closed": "1905-05-03", "expelled": "1905-05-03", "condemned": "1905-05-03"},
        "in front of a when-clause of two parts",
    ),
    (
        "On 3 May 1999 Norway signed a protocol with Kenya to the Fishing Convention of 1958.",
        {"signed": "1999-05-03"},
        "not the year in a name behind",
    ),
    ("Norway expelled the Kenyan envoy on 3 May 1999.", {"expelled": "1999-05-03"}, "behind the verb"),
    (
        "Minister Ann Dahl visited Kenya on 4-6 April 2018, where she signed a treaty on fishing.",
        {"visited": "2018-04-04/2018-04-06", "signed": "2018-04-04/2018-04-06"},
        "of the visit that a clause with where goes on with",
    ),
    (
        "Minister Ann Dahl returned in May 2018 to Kenya, where she had signed a treaty on fishing.",
        {"signed": None},
        "not of what had happened there before",
    ),
    (
        "President Otieno paid a visit to Norway in May 2018, during which the parties signed a treaty on fishing.",
        {"visit": "2018-05", "signed": "2018-05"},
        "of the visit during which it was done",
    ),
    (
        "President Otieno visited Norway in May 2018, meeting Prime Minister Ann Dahl.",
        {"visited": "2018-05", "meeting": "2018-05"},
        "of the visit that a participle goes on with",
    ),
    (
        "President Otieno visited Oslo in May 1993, and Norway condemned Japan in the course of his stay.",
        {"visited": "1993-05", "condemned": "1993-05"},
        "of the visit in whose course it was done",
    ),
    (
        "President Otieno visited Oslo in May 1993, and Norway condemned Japan at the meeting of ministers.",
        {"visited": "1993-05", "condemned": None},
        "not of another meeting",
    ),
    (
        "In April 2013 Kenya expelled two Norwegian envoys, and Japan has accused Kenya of rashness.",
        {"expelled": "2013-04", "accused": None},
        "a perfect with a subject of its own tells of now",
    ),
    ("Kenya promised to pay by December 2014 its debts to Norway.", {"promised": None}, "until when, not when"),
    ("Norway boycotted the 1976 Olympics.", {"boycotted": "1976"}, "of the occasion that it did something about"),
    ("Norway condemned the 1976 treaty.", {"condemned": None}, "not of a thing named by its year"),
    ("Juma Otieno won a second term in the 1999 election.", {"won": "1999"}, "of the election that it happened in"),
    (
        "Kenya expelled the Norwegian envoy in May 2014, and Norway condemned Kenya within hours.",
        {"expelled": "2014-05", "condemned": "2014-05"},
        "hours after it",
    ),
    (
        "Kenya expelled the Norwegian envoy on 3 May 2014, and Norway condemned Kenya days later.",
        {"expelled": "2014-05-03", "condemned": None},
        "days after a day, but not how many",
    ),
    ("On 3 May 1999, Norway expelled the Kenyan envoy.", {"expelled": "1999-05-03"}, "in front"),
    (
        "Kenya declared in 2007 that it opposed the Norwegian blockade.",
        {"opposed": "2007"},
        "of the report, for a stance",
    ),
    ("Kenya declared in 2007 that Norway had expelled its envoy.", {"expelled": None}, "not what had happened before"),
    (
        "Norway closed its embassy and expelled the Kenyan envoy on 3 May 1999.",
        {"closed": "1999-05-03", "expelled": "1999-05-03"},
        "behind the second of two verbs with one subject",
    ),
    (
        "Norway closed its embassy and Kenya expelled the Norwegian envoy on 3 May 1999.",
        {"closed": None, "expelled": "1999-05-03"},
        "not over to another subject",
    ),
    (
        "Norway signed the treaty on 3 May 1999 during a Kenyan attack on Japan.",
        {"signed": "1999-05-03", "attack": "1999-05-03"},
        "of what was done during it",
    ),
    (
        "Norway agreed to the transfer in letters dated 3 May 1999.",
        {"agreed": "1999-05-03"},
        "of the letters it was done in",
    ),
    ("Norway re-established relations with Kenya on 3 May 1999.", {"re-established": "1999-05-03"}, "a prefix"),
    ("Norway on 3 May 1999 expelled the Kenyan envoy.", {"expelled": "1999-05-03"}, "in the middle"),
    (
        "In 2004, Norway visited Kenya and condemned Japan.",
        {"visited": "2004", "condemned": "2004"},
        "in front of two verbs",
    ),
    (
        "Norway visited Kenya in 2004 and condemned Japan.",
        {"visited": "2004", "condemned": "2004"},
        "behind the first of two",
    ),
    (
        "Norway invaded Kenya in 1890 and condemned Japan in 1895.",
        {"invaded": "1890", "condemned": "1895"},
        "to each its own",
    ),
    (
        "Norway, which recognised Chile in 1823, condemned Japan in 1830.",
        {"recognised": "1823", "condemned": "1830"},
        "a clause's own",
    ),
    (
        "President Kamau Mwangi, elected in 2002, visited Norway in 2005.",
        {"elected": "2002", "visited": "2005"},
        "a participle's own",
    ),
    (
        "On 3 May 1920, when Chile left, Norway condemned Japan.",
        {"condemned": "1920-05-03"},
        "in front of a when-clause",
    ),
    (
        "When Norway expelled the Kenyan envoy in 1931, Japan condemned Norway.",
        {"expelled": "1931", "condemned": "1931"},
        "of a when-clause",
    ),
    (
        "After Kenya expelled the Norwegian envoy in 1999, Norway condemned Kenya in 2000.",
        {"expelled": "1999", "condemned": "2000"},
        "before and after",
    ),
    (
        "In 1999, Norway condemned Japan after Kenya had expelled the Norwegian envoy.",
        {"condemned": "1999", "expelled": None},
        "not into an after-clause",
    ),
    ("Kenya did not recognise Norway until 1931.", {"recognise": "1931"}, "not until"),
    ("It was not until May 1910 that Chile recognised Norway.", {"recognised": "1910-05"}, "a cleft"),
    ("The 2004 Norwegian invasion of Chile failed.", {"invasion": "2004"}, "a year before the noun"),
    ("Norway criticised the 2006 Japanese law.", {"criticised": None}, "a year of what is criticised"),
    ("Norway condemned Chile in a 2012 interview.", {"condemned": "2012"}, "a year of the occasion"),
    ("Since 2006, Norway has supported Kenya.", {"supported": "2006/.."}, "since"),
    ("From 2003 to 2005, Norway supported Kenya.", {"supported": "2003/2005"}, "from and to"),
    ("In the 1980s, Norway supported Kenya.", {"supported": "198X"}, "a decade"),
    ("Norway began deploying troops in Kenya on 3 May 2011.", {"deploying": "2011-05-03"}, "a verb inside another"),
    ("Norway will visit Chile in June 2021.", {"visit": "2021-06"}, "a day to come"),
    ("Norway condemned Chile.", {"condemned": None}, "no date"),
    ("Norway condemned Chile over 1,999 tons of fish.", {"condemned": None}, "a number"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TIED, ids=[row[2] for row in TIED])
def test_dates_are_tied_by_syntax(text: str, expected: dict[str, str | None], why: str) -> None:
    found = dated(text)
    assert {trigger: found.get(trigger, "no such event") for trigger in expected} == expected, why


RELATIVE = [
    ("On Monday, Norway expelled a Kenyan diplomat.", "2020-05-04", "a weekday before the day of publication"),
    ("Last week, Norway expelled a Kenyan diplomat.", "2020-04-27/2020-05-03", "the week before"),
    ("Norway expelled a Kenyan diplomat this month.", "2020-05", "this month"),
]


@pytest.mark.parametrize(("text", "expected", "why"), RELATIVE, ids=[row[2] for row in RELATIVE])
def test_relative_dates_count_from_publication(text: str, expected: str, why: str) -> None:
    event = coded(text).events[0]
    assert (event.date, event.date_basis) == (expected, "relative"), why


def test_relative_dates_need_a_publication_date() -> None:
    assert coded("On Monday, Norway expelled a Kenyan diplomat.", published=None).events[0].date is None


CARRIED = [
    (("Norway invaded Kenya in 1890.", "Chile also condemned Japan."), "condemned", "1890", "also"),
    (("Anna Berg visited Kenya in 1890.", "During Berg's visit, Norway attacked Japan."), "attacked", "1890", "a link"),
    (("Norway invaded Kenya in 1890.", "Chile condemned Japan."), "condemned", None, "no link"),
    (("Norway invaded Kenya in 1890.", "Chile also condemns Japan."), "condemns", None, "the present has its own time"),
    (
        ("Norway invaded Kenya in 1890.", "Chile also visited Fiji.", "Ghana also condemned Japan."),
        "condemned",
        "1890",
        "a chain of links",
    ),
    (
        ("On 4 June 2015, Norway left.", "On 9 June, Chile condemned Japan."),
        "condemned",
        "2015-06-09",
        "a missing year",
    ),
    (("Norway left.", "On 9 June, Chile condemned Japan."), "condemned", "XXXX-06-09", "a year that nothing fixes"),
]


@pytest.mark.parametrize(("sentences", "word", "expected", "why"), CARRIED, ids=[row[3] for row in CARRIED])
def test_dates_come_from_sentences_before(
    sentences: tuple[str, ...], word: str, expected: str | None, why: str
) -> None:
    found = {e.trigger.split()[0]: e.date for e in coded(*sentences, published=None).events}
    assert found[word] == expected, why


def test_evidence_reaches_to_the_date() -> None:
    of = coded("Early on, Norway expelled the Kenyan envoy, on 3 May 1999, to its regret.")
    event = of.events[0]
    words = of.parsed.document.text[event.evidence.char_start : event.evidence.char_end]
    assert (words.split()[0], words.split()[-1]) == ("Norway", "1999")


VOCABULARY = "In 1999 , on 3 May Norway visited Kenya and when condemned Japan after until the 2004 invasion of ."
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=20)


@given(WORDS)
@settings(max_examples=40, deadline=None)
def test_tied_dates_stand_on_their_tokens(words: list[str]) -> None:
    of = sentence(" ".join(words))
    for tied in dates_of(of, "2020-05-10"):
        assert 0 <= tied.first <= tied.last < len(of.doc)
        assert tied.governor is None or not tied.first <= tied.governor.i <= tied.last
        assert tied.expression.edtf
        assert not (tied.fronted and tied.attributive)


AHEAD = [
    ("President Berg will visit Kenya on 3 October.", {"visit": "2020-10-03"}, "to come"),
    ("President Berg visited Kenya on 3 October.", {"visited": "2019-10-03"}, "past: the latest one"),
    ("Norway plans to expel the Kenyan envoy in September.", {"expel": "2020-09"}, "a plan of the present"),
    ("Norway is to expel the Kenyan envoy in September.", {"expel": "2020-09"}, "is to"),
    ("Norway planned to expel the Kenyan envoy in September.", {"expel": "2019-09"}, "a plan of the past"),
]


@pytest.mark.parametrize(("text", "expected", "why"), AHEAD, ids=[row[2] for row in AHEAD])
def test_what_lies_ahead(text: str, expected: dict[str, str], why: str) -> None:
    """The small documents are published in May 2020: a missing year is the next one for what is to come."""
    found = dated(text)
    assert {word: found.get(word) for word in expected} == expected, why
