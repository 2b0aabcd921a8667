"""Trade facts of invented sentences. Every frame of the lexicon brings its own examples; the tables here are about
what frames share: enumerations, who "the country" is, what is stated and what is only wished, evidence, periods."""

from __future__ import annotations

import pytest

from pipeline.coding import trade
from pipeline.coding.actors import Registry
from pipeline.coding.rows import TradeFact
from pipeline.coding.trade.lists import enumeration
from pipeline.coding.trade.model import Frame, Row
from pipeline.coding.trade.shapes import SHAPES
from pipeline.language.model import ParsedDocument
from pipeline.language.parser import model, parse
from pipeline.read.model import Block, Document, Sentence
from pipeline.resources import load

FRAMES = load("trade_frames", list[Frame])


def _parsed(*sentences: str, kind: str = "paragraph") -> ParsedDocument:
    text = " ".join(sentences)
    spans, at = [], 0
    for i, words in enumerate(sentences):
        spans.append(Sentence(i, 0, at, at + len(words)))
        at += len(words) + 1
    block = Block(kind, 0, len(text))
    document = Document("d", "d.txt", "0" * 64, text, "original", blocks=(block,), sentences=tuple(spans))
    return next(iter(parse([document])))


def _facts(*sentences: str, kind: str = "paragraph") -> list[TradeFact]:
    parsed = _parsed(*sentences, kind=kind)
    return trade.code(parsed, Registry(parsed))


def _row(fact: TradeFact) -> Row:
    return Row(
        indicator=fact.indicator,
        reporter=fact.reporter,
        partner=fact.partner,
        commodity=fact.commodity,
        comparator=None if fact.comparator == "=" else fact.comparator,
        value=fact.value,
        unit=fact.unit,
    )


@pytest.mark.parametrize(
    ("frame", "example"), [(f, e) for f in FRAMES for e in f.examples], ids=lambda x: getattr(x, "id", None)
)
def test_event_frames_match_their_examples(frame: Frame, example) -> None:
    found = [_row(f) for f in _facts(example.text) if f.evidence.rule_id == f"trade.{frame.id}"]
    assert found == example.rows


@pytest.mark.parametrize(
    ("frame", "text"), [(f, c) for f in FRAMES for c in f.counters], ids=lambda x: getattr(x, "id", None)
)
def test_event_frames_leave_their_counter_examples_alone(frame: Frame, text: str) -> None:
    assert [_row(f) for f in _facts(text)] == []


def test_every_frame_has_examples_counter_examples_and_a_shape() -> None:
    assert all(f.examples and f.counters and f.shape in SHAPES for f in FRAMES)
    assert len({f.id for f in FRAMES}) == len(FRAMES)


LISTS = [
    ("tea, coffee, and fresh roses, which sell well", ["tea", "coffee", "fresh roses"], "a comma before the and"),
    (
        "tools and parts, trucks and mineral oils.",
        ["tools and parts", "trucks", "mineral oils"],
        "the last and divides",
    ),
    (
        "prepared food and drinks, oil and gas and fish.",
        ["prepared food and drinks", "oil and gas", "fish"],
        "fixed pairs",
    ),
    ("tea as well as coffee to Japan", ["tea", "coffee"], "as well as"),
    ("mainly salmon in 2015", ["salmon"], "a year is no good"),
    ("other goods", [], "goods in general"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LISTS, ids=[case[2] for case in LISTS])
def test_enumerations(text: str, expected: list[str], why: str) -> None:
    doc = model()(f"It sells {text}")
    assert [item.text for item in enumeration(doc, 2)] == expected, why


CONTEXT = [
    (
        ["Kenya lies south of Ethiopia and Sudan.", "The country has a population of 50 million."],
        [("population", "KEN", None, 50e6)],
        "the subject before is the country, not the neighbour named last",
    ),
    (
        ["About 900 Chileans live in Norway, and 30 Chilean firms operate in the country."],
        [("residents", "NOR", "CHL", 900), ("companies", "NOR", "CHL", 30)],
        "the country of the clause before, not the nationality",
    ),
    (
        ["Kenya met Japan.", "Kenya visited Japan.", "Japan wrote to Kenya.", "Bilateral trade reached $3 million."],
        [("trade_value", "KEN", "JPN", 3e6)],
        "trade of the two that the document is about",
    ),
    (
        ["Norwegian exports to Chile reached $7 million, while imports from Chile amounted to $9 million."],
        [("goods_exported", "NOR", "CHL", 7e6), ("goods_imported", "NOR", "CHL", 9e6)],
        "imports of the only other country",
    ),
    (
        ["With Japan being one of Kenya's largest buyers, accounting for over 30% of its exports, much is due."],
        [("export_share", "KEN", "JPN", 30)],
        "exports of the owner, not of the buyer",
    ),
]


@pytest.mark.parametrize(("sentences", "expected", "why"), CONTEXT, ids=[case[2] for case in CONTEXT])
def test_whose_fact_it_is(sentences: list[str], expected: list[tuple], why: str) -> None:
    found = [(f.indicator, f.reporter, f.partner, f.value) for f in _facts(*sentences)]
    assert sorted(found, key=str) == sorted(expected, key=str), why


@pytest.mark.parametrize(
    "text",
    [
        "Trade with Kenya is important for Japan.",
        "Trade between Kenya and Japan may reach $5 billion.",
        "Japan doubts that exports to Kenya include cars.",
        "Japan should import tea from Kenya.",
        "If Chile exports copper to Norway, prices fall.",
        "Does Chile export copper to Norway?",
        "In 2017 companies of Norway left Chile.",
        "$ of exports",
        "Norway's exports to Chile were worth $ in 2014.",
        "Norway's exports to Chile reached 1.234.567,89 euros.",
        "Norway's exports to Chile rose by 30-40%.",
        "Trade between Norway and Chile reached two three million dollars.",
        "½ of the exports",
        "Norway's exports to Chile 2014 2015 2016 12.5 13.1 14.2",
        "Product Value Share Salmon 12 40% Cod 13 50% exports of Norway to Chile",
        "NorwayChileExports2019 12 13$ 14",
        "Norway levies % on Chilean wine.",
        "Chilean wine pays on entry into Norway.",
        "Norway and Chile traded goods worth.",
        "Chile is Norway's largest.",
        "Chile is Norway's -th largest trading partner.",
        "from $3 million to $ to from by 3 percent Norway trade Chile",
        "Norway's exports to Chile stood at 12:30 on 3/4/2014.",
        "In 2014 a Norwegian aged 40 exported 12 poems to Chile: page 14, article 12; 1,204 views; +56 2 555 0100.",
        "Norway Chile exports 1.234.567,89 30-40% ½",
        "",
    ],
)
def test_nothing_is_coded_from_wishes_and_wreckage(text: str) -> None:
    assert _facts(text) == []


def test_headings_and_references_state_nothing() -> None:
    assert _facts("Kenya exports tea and coffee to Japan.", kind="heading") == []
    assert _facts("Kenya exports tea and coffee to Japan.", kind="reference") == []


def test_evidence_is_the_shortest_run_that_states_the_fact() -> None:
    sentence = "In May the minister said that Costa Rica received 900 tourists from New Zealand in 2011, a record."
    parsed = _parsed(sentence)
    (fact,) = trade.code(parsed, Registry(parsed))
    assert parsed.document.text[fact.evidence.char_start : fact.evidence.char_end] == (
        "Costa Rica received 900 tourists from New Zealand"
    )
    assert fact.period == "2011"


PERIODS = [
    ("Trade between Chile and Norway in 2014 was $5 million, up from 2013.", "2014"),
    ("In 2014, trade between Chile and Norway totalled $5 million.", "2014"),
    ("Trade between Chile and Norway totalled $5 million (2014).", "2014"),
    ("Trade between Chile and Norway totalled $5 million from 2010 to 2014.", "2010/2014"),
    ("Trade between Chile and Norway has totalled $5 million since 2010.", "2010/.."),
    ("Trade between Chile and Norway totalled $5 million in FY2014.", "2014"),
    ("Trade between Chile and Norway totalled $5 million.", None),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_periods(text: str, expected: str | None) -> None:
    (fact,) = _facts(text)
    assert fact.period == expected


def test_a_sum_of_several_goods_is_that_of_none_of_them() -> None:
    facts = _facts("Kenya exported $5 million worth of tea and coffee to Japan.")
    assert [(f.commodity, f.value, f.currency) for f in facts] == [
        (None, 5e6, "USD"),
        ("tea", None, None),
        ("coffee", None, None),
    ]
