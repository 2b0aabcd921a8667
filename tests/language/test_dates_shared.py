"""The dates that annotators gave to the development corpus can be produced from its texts."""

import json
import re
from pathlib import Path

import pytest

from pipeline.language.dates import find_dates, settle

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no development corpus at ../shared"),
]
WITHIN = 250
"""How far from a quote, in characters, its date may stand: a sentence before or after."""
SHARE = 0.95
"""Dates carried over from farther away are not this grammar's work."""


def _rows(gold):
    facts = [{"quote": fact["quote"], "date": fact["period"]} for fact in gold["trade_facts"]]
    return [row for row in (*gold["events"], *gold["agreements"], *facts) if row.get("date")]


def test_gold_dates_are_producible():
    missing, total = [], 0
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (SHARED / "corpus" / gold["document"]).read_bytes().decode("utf-8")
        found = settle(find_dates(text, gold["published"]), gold["published"])
        for row in _rows(gold):
            total += 1
            quote = re.search(r"\s+".join(map(re.escape, row["quote"].split())), text)
            start, end = quote.span() if quote else (0, len(text))
            near = [e for e in found if start - WITHIN <= e.char_start < end + WITHIN]
            if row["date"] not in {d for e in near for d in (e.edtf, e.point)}:
                missing.append((gold["document"], row["date"]))
    assert total
    assert len(missing) <= (1 - SHARE) * total, missing
