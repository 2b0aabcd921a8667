"""Trade facts of tables and labelled lists: which titles explain a figure, and which leave it open."""

from __future__ import annotations

import pytest

from pipeline.coding import trade
from pipeline.coding.actors import Registry
from pipeline.coding.trade.titles import read_title
from pipeline.language.parser import parse
from pipeline.read.markdown import read_markdown
from pipeline.read.model import Document
from pipeline.read.sentences import sentences

ABOUT = "Norway and Chile trade. Norway likes Chile. Chile likes Norway. Norway met Chile.\n\n"

Row = tuple[str, str | None, str | None, str | None, float | None, str | None, str | None]


def rows(text: str) -> list[Row]:
    text = ABOUT + text
    blocks = read_markdown(text)
    document = Document("d", "d.md", "0" * 64, text, "original", blocks=blocks, sentences=sentences(text, blocks))
    parsed = next(iter(parse([document])))
    return [
        (f.indicator, f.reporter, f.partner, f.commodity, f.value, f.unit, f.period)
        for f in trade.code(parsed, Registry(parsed))
    ]


FACTS: list[tuple[str, list[Row], str]] = [
    (
        "Norway's exports to Chile, 2021 (USD million)\n\n| Product | Value | Share |\n| --- | --- | --- |\n"
        "| Salmon | 12.5 | 40% |\n| Others | 3 | 10% |",
        [
            ("goods_exported", "NOR", "CHL", "Salmon", 12.5e6, "USD", "2021"),
            ("export_share", "NOR", "CHL", "Salmon", 40.0, "percent", "2021"),
        ],
        "a good per row with its share, under a caption; the rest of the list is no good",
    ),
    (
        "| Indicator | Norway | Chile |\n| --- | --- | --- |\n| Population (2020) | 5.4 million | 19 million |\n"
        "| GDP per capita | $80,000 | $15,000 |",
        [
            ("population", "NOR", None, None, 5.4e6, "people", "2020"),
            ("population", "CHL", None, None, 19e6, "people", "2020"),
        ],
        "a country per column; per head is another measure",
    ),
    (
        "## Norway with Chile\n\n| Year | Exports to Chile (EUR m) | Total trade (EUR m) |\n| --- | --- | --- |\n"
        "| 2019 | 7 | 12 |",
        [
            ("goods_exported", "NOR", "CHL", None, 7e6, "EUR", "2019"),
            ("trade_value", "NOR", "CHL", None, 12e6, "EUR", "2019"),
        ],
        "a year per row, a measure per column",
    ),
    (
        "Chilean exports to Norway (2020):\n\n- Wine: $4 million\n- Fish meal – $2 million\n- Lithium",
        [
            ("goods_exported", "CHL", "NOR", "Wine", 4e6, "USD", "2020"),
            ("goods_exported", "CHL", "NOR", "Fish meal", 2e6, "USD", "2020"),
            ("goods_exported", "CHL", "NOR", "Lithium", None, None, "2020"),
        ],
        "a labelled list",
    ),
    (
        "| Imports of Chile from Norway, 2021 | US$ million | Change | % of total |\n| --- | --- | --- | --- |\n"
        "| Pork | 1,250 | 3% | 12.5% |\n| Total | 9,000 | 4% | 100% |",
        [
            ("goods_imported", "CHL", "NOR", "Pork", 1.25e9, "USD", "2021"),
            ("goods_imported", "CHL", "NOR", "Pork", 12.5, "percent", "2021"),
            ("goods_imported", "CHL", "NOR", None, 9e9, "USD", "2021"),
        ],
        "US$ names no country, the end of a good no scale; a change is no share; the whole is no part",
    ),
    (
        "Imports of Chile from Norway\n\n| Goods | 2019 | 2020 |\n| --- | --- | --- |\n| Salmon | €3m | €4m |",
        [
            ("goods_imported", "CHL", "NOR", "Salmon", 3e6, "EUR", "2019"),
            ("goods_imported", "CHL", "NOR", "Salmon", 4e6, "EUR", "2020"),
        ],
        "a year per column",
    ),
    (
        "| Flow | Good | EUR million |\n| --- | --- | --- |\n| Norway to Chile | Cod | 3 |\n| CHL → NOR | Wine | 4 |",
        [
            ("goods_exported", "NOR", "CHL", "Cod", 3e6, "EUR", None),
            ("goods_exported", "CHL", "NOR", "Wine", 4e6, "EUR", None),
        ],
        "a direction per row, by names or codes",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), FACTS, ids=[w for _, _, w in FACTS])
def test_titles_explain_figures(text: str, expected: list[Row], why: str) -> None:
    assert sorted(rows(text), key=str) == sorted(expected, key=str), why


OPEN = [
    ("| Product | Value |\n| --- | --- |\n| Salmon | 12 |", "nobody says what the value is"),
    ("Exports (USD million)\n\n| Product | Value |\n| --- | --- |\n| Salmon | 12 |", "nobody says whose exports"),
    (
        "Norway's exports to Chile\n\n| Product | Value |\n| --- | --- |\n| Salmon | 12 |",
        "a bare number without a unit",
    ),
    (
        "Norway's exports to Chile\n\n| Product | Growth |\n| --- | --- |\n| Salmon | 12% |",
        "a change, not a size",
    ),
    (
        "Norway's exports to Chile\n\n| Product | Value |\n| --- | --- |\n| Salmon | $ |\n| Cod | 1.234.567,89 |",
        "a sign without a number; a number that can be read in two ways",
    ),
    (
        "Norway's exports to Chile, 2021 (USD million)\n\n| Product | Value | Share |\n| --- | --- | --- |\n"
        "| Salmon12.540% |\n| Cod | 12,5 | ½ |\n| Crab | twelve | - |\n| Squid | n/a | $ |",
        "cells run together; a decimal comma, a half of what, a word under a scale, no figure",
    ),
    (
        "Norway should cut tariffs\n\n| Current | Should be |\n| --- | --- |\n| 5 | 6 |",
        "figures under a wish, for no good",
    ),
    ("Norway's tariffs\n\n| Rate | Chile |\n| --- | --- |\n| 5 | 6 |", "a figure is no label of another"),
    ("Exports from Norway to Chile: a history\n\n- Ships sailed in May.\n- Nobody came.", "clauses in a list"),
    ("Visits from Norway to Chile:\n\n- King Olav (1967)\n- Queen Sonja: 2 days", "another list"),
    (
        "| Measure | Euro million |\n| --- | --- |\n| Export promotion in Chile | 4 |\n| Trade office in Oslo | 2 |",
        "words of trade before other nouns measure nothing",
    ),
    ("| College | Population |\n| --- | --- |\n| College of Norway | 6,521 |", "a country inside another name"),
    ("| Name | Age | Page |\n| --- | --- | --- |\n| Ida | 61 | 14 |", "ages and pages"),
]


@pytest.mark.parametrize(("text", "why"), OPEN, ids=[w for _, w in OPEN])
def test_what_titles_leave_open_is_left_out(text: str, why: str) -> None:
    assert rows(text) == [], why


@pytest.mark.parametrize("text", ["", "|", "$", "%", "Exports", "½", "Exports 30-40%", "(((", "to from in"])
def test_any_title_can_be_read(text: str) -> None:
    assert read_title(text).text == text
