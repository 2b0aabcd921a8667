"""A release that agrees less with its hand coding than the one before is pointed out."""

from __future__ import annotations

import polars as pl
import pytest

from pipeline.defs.quality import fallen


def quality(**f1: float | None) -> pl.DataFrame:
    rows = [{"table_name": name, "figure": "row", "corpus": "digests", "f1": value} for name, value in f1.items()]
    return pl.DataFrame(rows, schema_overrides={"f1": pl.Float64})


@pytest.mark.parametrize(
    ("former", "latter", "found"),
    [
        (quality(events=0.8), quality(events=0.7), ["events (row, digests): F1 0.700, was 0.800"]),
        (quality(events=0.8), quality(events=0.9), []),
        (quality(events=0.8), quality(events=0.797), []),
        (quality(events=0.8), quality(actors=0.1), []),
        (quality(events=None), quality(events=0.1), []),
        (quality(events=0.8), quality(events=None), []),
        (quality(events=0.8).drop("f1"), quality(events=0.1), []),
    ],
    ids=["worse", "better", "within a row", "another table", "never measured", "no longer measured", "older release"],
)
def test_what_fell_is_named(former: pl.DataFrame, latter: pl.DataFrame, found: list[str]) -> None:
    assert fallen(former, latter) == found


def test_what_fell_most_comes_first() -> None:
    found = fallen(quality(events=0.8, actors=0.9), quality(events=0.7, actors=0.5))
    assert [line.split()[0] for line in found] == ["actors", "events"]
