"""The page that tells what changed from release to release."""

from __future__ import annotations

from pathlib import Path

import polars as pl
from publish_builder import changed

from pipeline.publish.changelog import changelog
from pipeline.publish.release import publish


def test_the_page_tells_every_release_the_latest_first(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    first = publish(tables, outputs, rules_sha256="a" * 64)
    second = publish(tables | {"event_counts": tables["event_counts"].clear()}, outputs, rules_sha256="b" * 64)
    page = (outputs / "CHANGES.md").read_text(encoding="utf-8")
    assert page.index(f"## {second.version}") < page.index(f"## {first.version}")
    assert f"Why it differs from {first.version}:\n\n- code changed\n" in page
    assert "| event_counts | 0 |  | 1 |  |" in page
    assert "The first release, made of 2 documents." in page
    assert page == changelog(pl.read_parquet(outputs / "parquet" / "releases.parquet"))


def test_names_cannot_break_the_page(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    publish(tables, tmp_path / "outputs")
    publish(changed(tables, "actors", "name", pl.lit("[a](b)\n# *Chile* | <i>")), tmp_path / "outputs")
    page = (tmp_path / "outputs" / "CHANGES.md").read_text(encoding="utf-8")
    assert "\n# *" not in page
    assert r"\[a\](b) # \*Chile\* \| \<i\>" in page
