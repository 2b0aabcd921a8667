"""Flows of goods that later words go back to, what they are made of, and verbs of trade that the parser misreads."""

from __future__ import annotations

import pytest

from tests.trade_text import ABOUT, figures

SOLD = "Norway's exports to Chile reached $90 million in 2018. "


def _exported(*goods: tuple) -> list[tuple]:
    return [("goods_exported", "NOR", "CHL", None, 90e6), *(("goods_exported", *g) for g in goods)]


CASES = [
    (
        SOLD + "They consist mainly of salmon and paper.",
        _exported(("NOR", "CHL", "salmon", None), ("NOR", "CHL", "paper", None)),
        "a pronoun goes back to the flow",
    ),
    (
        SOLD + "Salmon and paper account for the greater part of that trade.",
        _exported(("NOR", "CHL", "Salmon", None), ("NOR", "CHL", "paper", None)),
        "that trade",
    ),
    (
        SOLD + "Copper and wine dominate the reverse flow.",
        _exported(("CHL", "NOR", "Copper", None), ("CHL", "NOR", "wine", None)),
        "the flow in the other direction",
    ),
    (
        SOLD + "Chile ships copper, wine and lemons in the other direction.",
        _exported(("CHL", "NOR", "copper", None), ("CHL", "NOR", "wine", None), ("CHL", "NOR", "lemons", None)),
        "a verb that may be read as a noun",
    ),
    (
        SOLD + "Salmon alone earned $60 million.",
        _exported(("NOR", "CHL", "Salmon", 60e6)),
        "one good alone",
    ),
    (
        SOLD + "Sales of paper doubled to $20 million.",
        _exported(("NOR", "CHL", "paper", 20e6)),
        "sales of the one to the other",
    ),
    (
        ABOUT + "Lemons and walnuts make up most of what Chile sells; Norway sends salmon and paper.",
        [
            ("goods_exported", "CHL", "NOR", "Lemons", None),
            ("goods_exported", "CHL", "NOR", "walnuts", None),
            ("goods_exported", "NOR", "CHL", "salmon", None),
            ("goods_exported", "NOR", "CHL", "paper", None),
        ],
        "what one of the two sells",
    ),
    (
        SOLD + "They consist of two brothers who lead the list of the rich.",
        _exported(),
        "people are no goods",
    ),
    (
        SOLD
        + "By then Chile ran a deficit of $70 million with Norway, and in 2019 the deficit had grown to $75 million.",
        [
            *_exported(),
            ("trade_balance", "CHL", "NOR", None, 70e6),
            ("trade_balance", "CHL", "NOR", None, 75e6),
        ],
        "a deficit with a country, and what became of it",
    ),
    (
        "Norway's exports to Chile reached $90 million in 2018, of which paper made up almost half.",
        [*_exported(), ("export_share", "NOR", "CHL", "paper", 50.0)],
        "of which",
    ),
    (ABOUT + "Trade in goods reached $7 million.", [("trade_value", "CHL", "NOR", None, 7e6)], "the trade of the two"),
    (
        ABOUT + "We sell Norway wine and walnuts.",
        [("goods_exported", "CHL", "NOR", "walnuts", None), ("goods_exported", "CHL", "NOR", "wine", None)],
        "we are the other of the two",
    ),
    (
        ABOUT + "We sold Norway $90 million worth of goods last year, wine and walnuts mostly.",
        [("goods_exported", "CHL", "NOR", g, v) for g, v in ((None, 90e6), ("walnuts", None), ("wine", None))],
        "goods before mostly",
    ),
    (ABOUT + "World trade reached $7 million. Chile ran a budget deficit of $3 million.", [], "not of the two"),
    (ABOUT + "Taxes make up most of the budget. The ministers lead the list.", [], "nothing was told of trade"),
    (ABOUT + "Norway sends envoys and Chile ships them home. Norway exports to Chile.", [], "no goods"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_flows_told_before(text: str, expected: list[tuple], why: str) -> None:
    assert figures(text) == sorted(expected, key=str), why
