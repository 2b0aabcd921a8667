"""Confidence is what was measured: among rows of like confidence about that share is right.

Held against the texts about other countries that no rule was improved on (tests/gold/elsewhere): confidence says what
to expect of a new text.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.coded import Cache
from pipeline.coding.confidence import confidence
from pipeline.progress import Progress
from pipeline.quality.datasets import code_texts
from pipeline.quality.gold import read_gold
from pipeline.quality.score import score

ELSEWHERE = Path(__file__).parents[1] / "gold" / "elsewhere"
MEASURED = {"events": "event_mentions", "trade_facts": "trade_facts", "recommendations": "recommendations"}
"""Tables whose rows have words of their own -> where their confidence stands."""

Judged = dict[str, list[tuple[float, bool]]]


@pytest.fixture(scope="module")
def judged() -> Judged:
    """Table -> (confidence, right) of every row that a coder would have had to agree or disagree with."""
    corpus = code_texts(ELSEWHERE / "texts", Cache(None), Progress())
    golds = [gold for gold in read_gold(ELSEWHERE) if gold.coded.corpus == "held_back"]
    tallies = score(golds, corpus.published, corpus.texts)
    documents = {gold.document for gold in golds}
    names = {number: name for name, number in corpus.published.documents.items()}
    out: Judged = {}
    for table, holder in MEASURED.items():
        false = {(m.document, m.row.span) for m in tallies[table, "full"].misses if not m.gold}
        rows = corpus.published.tables[holder].select("document_id", "char_start", "char_end", "confidence")
        out[table] = [
            (c, (names[d], (start, end)) not in false) for d, start, end, c in rows.iter_rows() if names[d] in documents
        ]
    return out


@pytest.mark.parametrize("table", MEASURED)
def test_reliability(judged: Judged, table: str) -> None:
    """The mean confidence of a table lies within 0.12 of the share of its right rows."""
    rows = judged[table]
    assert len(rows) >= 40
    mean, share = sum(c for c, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows)
    assert abs(mean - share) < 0.12, f"{len(rows)} rows: confidence {mean:.2f}, right {share:.2f}"


@pytest.mark.parametrize("table", ["events", "recommendations"])
def test_rows_of_high_confidence_are_right_more_often(judged: Judged, table: str) -> None:
    rows = sorted(judged[table], key=lambda row: row[0])
    low, high = rows[: len(rows) // 2], rows[len(rows) // 2 :]
    assert sum(right for _, right in high) / len(high) > sum(right for _, right in low) / len(low)


def test_the_longest_measured_part_counts() -> None:
    assert confidence("event.aid.give.money") == confidence("event.aid")
    assert confidence("event.unheard.of") == confidence("event")


def test_a_rule_of_no_table_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"confidence\.yaml has no share for the rule 'weather\.rain'"):
        confidence("weather.rain")
