"""`build` where all goes well: what it says and where it writes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.cli.console import BarProgress
from schemas import TABLES

TEXT = """---
title: Kenya and Japan
published: "2021-06-04"
may_redistribute: true
---

# Kenya and Japan

In May 2021 Japan granted Kenya a loan of 40 million dollars for a port. Kenya's president visited Tokyo and met the
prime minister of Japan. Kenya should train more engineers, and Japan should open its market for Kenyan tea. Japan
exported cars worth 700 million dollars to Kenya in 2020.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = tmp_path_factory.mktemp("here")
    (here / "seeds" / "asia").mkdir(parents=True)
    (here / "seeds" / "asia" / "kenya.md").write_text(TEXT, encoding="utf-8")
    return here


def build(folder: Path, *options: str) -> dict:
    where = ["--seeds", str(folder / "seeds"), "--outputs", str(folder / "outputs"), "--cache", str(folder / "cache")]
    result = CliRunner().invoke(main, ["build", *where, "--json", *options])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def summary(folder: Path) -> dict:
    return build(folder)


def test_the_summary_tells_rows_rejects_and_times(folder: Path, summary: dict) -> None:
    assert summary["status"] == "published"
    assert [table["name"] for table in summary["tables"]] == list(TABLES)
    for table in summary["tables"]:
        assert table["rows"] == pl.read_parquet(folder / "outputs" / "parquet" / f"{table['name']}.parquet").height
        assert table["rejects"] == 0
        assert table["seconds"] > 0
    assert list(summary["stages"]) == ["start", "read", "code", "merge", "check", "measure", "publish"]


def test_the_version_is_the_published_one(folder: Path, summary: dict) -> None:
    releases = pl.read_parquet(folder / "outputs" / "parquet" / "releases.parquet")
    assert releases["version"][-1] == summary["version"]


def test_unchanged_sources_give_the_same_release_from_the_cache(folder: Path, summary: dict) -> None:
    again = build(folder)
    assert (summary["reused"], again["reused"]) == (0, 1)
    assert again["version"] == summary["version"]
    assert _rows(again) == _rows(summary)


def test_the_table_for_people(folder: Path, summary: dict) -> None:
    where = ["--seeds", str(folder / "seeds"), "--outputs", str(folder / "outputs"), "--cache", str(folder / "cache")]
    result = CliRunner().invoke(main, ["build", *where])
    assert result.exit_code == 0
    assert summary["version"] in result.stdout
    assert all(name in result.stdout for name in _names(summary))
    assert result.stderr == "", "no bar where there is no terminal"


def _names(summary: dict) -> set[str]:
    return {table["name"] for table in summary["tables"]}


def _rows(summary: dict) -> dict[str, int]:
    return {table["name"]: table["rows"] for table in summary["tables"]}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with BarProgress(stream) as progress:
        progress.stage("code")
        progress.documents(3)
        progress.coded("kenya.md", rows=12, seconds=0.1, reused=False)
        progress.bar.refresh()
        progress.unreadable("empty.md", "empty", "the file is empty [again]")
    assert "1/3" in stream.getvalue()
    assert "Not used: empty.md: the file is empty [again]" in stream.getvalue()


def test_stopping_it_leaves_nothing_behind(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(coded: object, **_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.merge.dataset.merge", interrupted)
    where = ["--seeds", str(folder / "seeds"), "--outputs", str(tmp_path / "outputs"), "--no-cache"]
    result = CliRunner().invoke(main, ["build", *where])
    assert result.exit_code == 1
    assert "Aborted" in result.stderr
    assert list(tmp_path.iterdir()) == []
