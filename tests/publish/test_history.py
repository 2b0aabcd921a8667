"""The releases that a folder tells of, and how a new one goes on from them."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
from publish_builder import changed

from pipeline.publish.files import SUMS, sums
from pipeline.publish.history import history
from pipeline.publish.parquet import parquet_path
from pipeline.publish.release import publish
from schemas import TABLES


def test_a_release_of_an_older_version_is_continued(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    """One from before releases told why they differ, and from before documents had a licence."""
    outputs = tmp_path / "outputs"
    first = publish(tables, outputs)
    for name, columns in {
        "releases": ["private", "reasons", "notable", "rules_sha256"],
        "documents": ["licence"],
    }.items():
        path = parquet_path(outputs, TABLES[name])
        pl.read_parquet(path).drop(columns).write_parquet(path)
    (outputs / SUMS).write_text(sums(outputs), encoding="utf-8")
    second = publish(changed(tables, "documents", "language", pl.lit("fr")), outputs)
    rows = history(outputs)
    assert [row["version"] for row in rows] == [first.version, second.version]
    assert rows[1]["reasons"] == ["columns of documents: added licence"]
    assert json.loads(rows[1]["changes"]) == {"documents": {"added": 0, "removed": 0, "changed": 2}}
    assert (rows[0]["private"], rows[0]["reasons"]) == (False, [])
