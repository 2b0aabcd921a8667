"""Figures that others are compared with, sums of several goods, and what a clause takes over from the one before."""

from __future__ import annotations

import pytest

from tests.trade_text import ABOUT, figures


def _exported(*rows: tuple) -> list[tuple]:
    return [("goods_exported", *row) for row in rows]


CASES = [
    (
        "Norway's exports to Chile rose from $30 million in 2011 to $45 million in 2016.",
        _exported(("NOR", "CHL", None, 30e6), ("NOR", "CHL", None, 45e6)),
        "from one level to the other",
    ),
    (
        "Norway's exports to Chile came to $45 million in 2016, up from $30 million five years before.",
        _exported(("NOR", "CHL", None, 30e6), ("NOR", "CHL", None, 45e6)),
        "up from",
    ),
    (
        "Norway exported salmon worth $45 million to Chile last year, against 30 million in 2016.",
        _exported(("NOR", "CHL", "salmon", 30e6), ("NOR", "CHL", "salmon", 45e6)),
        "a bare number in the currency of the sum before",
    ),
    (
        "Norway's exports to Chile reached $45 million, while those to Japan were worth $30 million.",
        _exported(("NOR", "CHL", None, 45e6)),
        "another sum is no level of the first",
    ),
    (
        "Norway sold Chile goods worth $45 million in 2016, mostly salmon and paper, and bought $7 million of wine.",
        [
            *_exported(("NOR", "CHL", "paper", None), ("NOR", "CHL", "salmon", None), ("NOR", "CHL", None, 45e6)),
            ("goods_imported", "NOR", "CHL", "wine", 7e6),
        ],
        "goods behind the sum, and the same partner in the next clause",
    ),
    (
        ABOUT + "Trade between Chile and Norway reached $90 million in 2016. Norway's exports were a mere $9 million.",
        [*_exported(("NOR", "CHL", None, 9e6)), ("trade_value", "CHL", "NOR", None, 90e6)],
        "the partner of the sentence before",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_levels_and_sums(text: str, expected: list[tuple], why: str) -> None:
    assert figures(text) == sorted(expected, key=str), why
