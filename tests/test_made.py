"""What a release was made from is remembered by its exact content, and forgotten without harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.made import is_whole, recall, remember


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    made = tmp_path / "outputs"
    made.mkdir()
    (made / "SHA256SUMS").write_text("sums of a release\n")
    return made


def test_it_is_remembered_until_the_release_changes(tmp_path: Path, outputs: Path) -> None:
    cache = tmp_path / "cache"
    assert recall(cache, outputs) is None
    remember(cache, outputs, "a-b-c")
    assert recall(cache, outputs) == "a-b-c"
    (outputs / "SHA256SUMS").write_text("sums of another release\n")
    assert recall(cache, outputs) is None


@pytest.mark.parametrize("cache", [None, Path("/proc/nowhere")], ids=["none wanted", "cannot be written"])
def test_without_a_cache_nothing_is_remembered(outputs: Path, cache: Path | None) -> None:
    remember(cache, outputs, "a-b-c")
    assert recall(cache, outputs) is None


def test_a_folder_without_a_release_is_nothing(tmp_path: Path) -> None:
    remember(tmp_path / "cache", tmp_path / "nowhere", "a-b-c")
    assert recall(tmp_path / "cache", tmp_path / "nowhere") is None
    assert not is_whole(tmp_path / "nowhere")


def test_a_damaged_release_is_not_whole(outputs: Path) -> None:
    assert not is_whole(outputs)
