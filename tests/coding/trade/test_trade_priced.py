"""Enumerations in which every good has its own figure, and figures that stand behind their noun in running text."""

from __future__ import annotations

import pytest

from pipeline.coding import trade
from pipeline.coding.actors import Registry
from pipeline.language.model import ParsedDocument
from pipeline.language.parser import parse
from pipeline.read.markdown import read_markdown
from pipeline.read.model import Document
from pipeline.read.sentences import sentences

ABOUT = "# Chile and Norway\n\nChile met Norway. Norway met Chile.\n\n"


def _parsed(text: str) -> ParsedDocument:
    blocks = read_markdown(text)
    document = Document("d", "d.md", "0" * 64, text, "original", blocks=blocks, sentences=sentences(text, blocks))
    return next(iter(parse([document])))


def _rows(text: str) -> list[tuple]:
    parsed = _parsed(text)
    found = trade.code(parsed, Registry(parsed))
    return sorted(((f.indicator, f.reporter, f.partner, f.commodity, f.value) for f in found), key=str)


CASES = [
    (
        "Chile's exports to Norway included wine ($3 million), fish meal ($2.5 million) and nuts ($1 million).",
        [
            ("goods_exported", "CHL", "NOR", "wine", 3e6),
            ("goods_exported", "CHL", "NOR", "fish meal", 2.5e6),
            ("goods_exported", "CHL", "NOR", "nuts", 1e6),
        ],
        "a sum in brackets behind each good",
    ),
    (
        "In 2015 Norway exported $4 million of salmon and $2 million of paper to Chile.",
        [("goods_exported", "NOR", "CHL", "salmon", 4e6), ("goods_exported", "NOR", "CHL", "paper", 2e6)],
        "a sum before each good",
    ),
    (
        "Norway imports 40 percent of its copper from Chile.",
        [("goods_imported", "NOR", "CHL", "copper", 40.0)],
        "a part of the imports of one good",
    ),
    (
        ABOUT + "Norway exports salmon and paper to Chile, and it imports wine and grapes.",
        [
            ("goods_exported", "NOR", "CHL", "paper", None),
            ("goods_exported", "NOR", "CHL", "salmon", None),
            ("goods_imported", "NOR", "CHL", "grapes", None),
            ("goods_imported", "NOR", "CHL", "wine", None),
        ],
        "the second clause goes on with the partner of the first",
    ),
    (
        "Norway exports salmon to Chile and imports wine.",
        [("goods_exported", "NOR", "CHL", "salmon", None), ("goods_imported", "NOR", None, "wine", None)],
        "in a text about nobody in particular, the wine may come from anywhere",
    ),
    (
        "Norway took several steps, including:\n\n- Imposing a 20% tariff on Chile, and 35% tariffs on Kenyan tea.",
        [("tariff", "NOR", "CHL", None, 20.0), ("tariff", "NOR", "KEN", "tea", 35.0)],
        "items of a list have the doer of the sentence above",
    ),
    (
        ABOUT + "In 2012 imports from Chile fell to $7 million, while exports grew by 8% to $9 million.",
        [("goods_exported", "NOR", "CHL", None, 9e6), ("goods_imported", "NOR", "CHL", None, 7e6)],
        "the exports of whoever imports",
    ),
    (
        "Trade between Chile and Norway has shrunk from $9 million in 2003 to $7 million in 2014.",
        [("trade_value", "CHL", "NOR", None, 7e6), ("trade_value", "CHL", "NOR", None, 9e6)],
        "two dated sums",
    ),
    (
        "Trade between Chile and Norway fell by 12 percent, from $9 million to $7 million.",
        [("trade_value", "CHL", "NOR", None, 7e6), ("trade_value", "CHL", "NOR", None, 9e6)],
        "the sizes, not the change",
    ),
    (
        ABOUT + "Bilateral trade has doubled since 2001 and now exceeds $3 million.",
        [("trade_value", "CHL", "NOR", None, 3e6)],
        "two verbs of one subject",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[w for _, _, w in CASES])
def test_every_good_has_its_own_figure(text: str, expected: list[tuple], why: str) -> None:
    assert _rows(text) == sorted(expected, key=str), why


@pytest.mark.parametrize(
    "text",
    [
        "Chile's exports to Norway grew by $5 million.",
        "Trade between Chile and Norway fell by $2 million.",
        "Trade between Chile and Norway suffered when a ship worth $3 million sank.",
        "Norway sent a quarter of its ships to Chile.",
    ],
)
def test_changes_and_other_things_are_no_size(text: str) -> None:
    assert _rows(text) == []
