"""Fingerprints change with content and with nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.fingerprint import CODING, code_fingerprint, coding_fingerprint, source_prints, sources_fingerprint


def print_of(folder: Path) -> str:
    return sources_fingerprint(source_prints(folder))


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "news").mkdir(parents=True)
    (folder / "a.md").write_text("Norway and Chile met.")
    (folder / "news" / "b.txt").write_text("Kenya recalled its envoy.")
    return folder


def test_time_stamps_do_not_count(seeds: Path) -> None:
    before = print_of(seeds)
    os.utime(seeds / "a.md", (1, 1))
    assert print_of(seeds) == before


def test_hidden_files_and_readmes_do_not_count(seeds: Path) -> None:
    before = print_of(seeds)
    (seeds / "README.md").write_text("what these files are")
    (seeds / ".a.md.swp").write_text("an editor's scratch file")
    (seeds / ".git").mkdir()
    (seeds / ".git" / "HEAD").write_text("ref")
    assert print_of(seeds) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda seeds: (seeds / "a.md").write_text("Norway and Chile met!"),
        lambda seeds: (seeds / "a.md").rename(seeds / "c.md"),
        lambda seeds: (seeds / "news" / "b.txt").unlink(),
        lambda seeds: (seeds / "b.meta.yaml").write_text("genre: news"),
    ],
    ids=["edited", "renamed", "removed", "described"],
)
def test_every_change_counts(seeds: Path, change) -> None:
    before = print_of(seeds)
    change(seeds)
    assert print_of(seeds) != before


def test_names_and_content_cannot_be_confused(tmp_path: Path) -> None:
    for name, files in {"one": {"ab": "c"}, "two": {"a": "bc"}}.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(text)
    assert print_of(tmp_path / "one") != print_of(tmp_path / "two")


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    assert source_prints(tmp_path / "nowhere") == {}


def test_code_has_a_print() -> None:
    assert len(code_fingerprint()) == 64


@pytest.mark.parametrize(
    ("part", "counts"),
    [
        ("pipeline/coding/lexicons/events.yaml", True),
        ("pipeline/merge/actors.py", True),
        ("schemas/events.py", True),
        ("pipeline/cli/build.py", False),
        ("README.md", False),
    ],
)
def test_what_makes_a_release_counts_and_what_shows_it_does_not(tmp_path: Path, part: str, counts: bool) -> None:
    before = code_fingerprint(tmp_path)
    (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / part).write_text("new")
    assert (code_fingerprint(tmp_path) != before) == counts


def test_a_coding_depends_on_less_than_a_release() -> None:
    assert len(coding_fingerprint()) == 64
    assert not [part for part in CODING if "merge" in part or "publish" in part]
