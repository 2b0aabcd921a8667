"""Confidence is what was measured: among rows of like confidence about that share is right.

Needs the hand-coded documents and the scorer beside the checkout; skipped without them.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import polars as pl
import pytest

SHARED = Path(__file__).parents[3] / "shared"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the hand-coded documents are not beside the checkout"),
]


@pytest.fixture(scope="module")
def judged(tmp_path_factory) -> list[tuple[float, bool]]:
    """(confidence, right) of every event mention in the hand-coded documents."""
    from pipeline.coding.coder import code
    from pipeline.language.parser import parse
    from pipeline.merge.dataset import merge
    from pipeline.read.sources import read_sources

    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    score = importlib.util.module_from_spec(spec)
    sys.modules["score"] = score
    spec.loader.exec_module(score)
    folder = tmp_path_factory.mktemp("coded")
    for name, table in merge([code(p) for p in parse(read_sources(SHARED / "corpus").documents)]).items():
        table.write_parquet(folder / f"{name}.parquet")
    gold = score.load_gold(SHARED / "gold", SHARED / "corpus")
    predicted = score.load_predicted(folder)
    wrong = {
        r["event_mention_id"] for kind, _, _, r in score.score(gold, predicted)["events_full"].misses if kind == "extra"
    }
    mentions = pl.read_parquet(folder / "event_mentions.parquet")
    return [(c, i not in wrong) for i, c in mentions.select("event_mention_id", "confidence").iter_rows()]


def test_rows_of_high_confidence_are_right_more_often(judged):
    high = [right for confidence, right in judged if confidence >= 0.82]
    low = [right for confidence, right in judged if confidence < 0.82]
    assert sum(high) / len(high) > sum(low) / len(low)


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.78), (0.78, 0.84), (0.84, 1.0)])
def test_reliability(judged, low, high):
    """In each band the mean confidence lies within 0.08 of the share of right rows."""
    band = [(confidence, right) for confidence, right in judged if low <= confidence < high]
    assert len(band) >= 20
    mean = sum(c for c, _ in band) / len(band)
    share = sum(r for _, r in band) / len(band)
    assert abs(mean - share) < 0.08, f"{len(band)} rows: confidence {mean:.2f}, right {share:.2f}"
