"""A release appears whole or not at all, and the same sources give the same bytes."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import duckdb
import polars as pl
import pytest
from filelock import FileLock

from pipeline.publish import database, files
from pipeline.publish import release as release_module
from pipeline.publish.history import current
from pipeline.publish.release import CannotWrite, OutputsTaken, publish
from pipeline.publish.rights import NotRedistributable
from pipeline.publish.swap import clean_up, exchange, staging_folder, swap_in
from schemas import TABLES


def tree(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def renamed(tables: dict[str, pl.DataFrame], name: str) -> dict[str, pl.DataFrame]:
    """The tables with another name for the first actor."""
    actors = tables["actors"].with_columns(
        name=pl.when(pl.col("actor_id") == "kenya").then(pl.lit(name)).otherwise("name")
    )
    return tables | {"actors": actors}


def test_a_release_has_every_file(release: Path) -> None:
    assert {path.name for path in release.iterdir()} == set(files.OWN)
    assert {path.stem for path in (release / "parquet").iterdir()} == set(TABLES)
    for language in ("en", "es"):
        assert {path.stem for path in (release / "dictionary" / language).iterdir()} == {*TABLES, "README"}


def test_sums_and_descriptor_hold(release: Path) -> None:
    told = dict(line.split("  ")[::-1] for line in (release / files.SUMS).read_text(encoding="utf-8").splitlines())
    assert told == {name: digest for name, digest in tree(release).items() if name != files.SUMS}
    package = json.loads((release / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (release / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_publishing_the_same_again_touches_no_byte(tables: dict[str, pl.DataFrame], outputs: Path) -> None:
    before = tree(outputs)
    again = publish({name: frame.reverse() for name, frame in tables.items()}, outputs)
    assert again.unchanged
    assert tree(outputs) == before


def test_two_places_have_the_same_parquet(tables: dict[str, pl.DataFrame], release: Path, tmp_path: Path) -> None:
    publish(tables, tmp_path / "elsewhere")
    here, there = tree(release), tree(tmp_path / "elsewhere")
    differing = {name for name in here if here[name] != there[name]}
    assert differing <= {files.DATABASE, files.SUMS}
    assert database.logical_hash(release / files.DATABASE) == database.logical_hash(
        tmp_path / "elsewhere" / files.DATABASE
    )


def test_history_tells_what_changed(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    first = publish(tables, outputs)
    assert first.changes["actors"] == {"added": 3, "removed": 0, "changed": 0}
    second = publish(renamed(tables, "Republic of Kenya"), outputs)
    assert second.changes == {"actors": {"added": 0, "removed": 0, "changed": 1}}
    fewer = tables | {"event_counts": tables["event_counts"].clear()}
    third = publish(renamed(fewer, "Republic of Kenya"), outputs)
    assert third.changes == {"event_counts": {"added": 0, "removed": 1, "changed": 0}}
    history = pl.read_parquet(outputs / "parquet" / "releases.parquet")
    assert history.get_column("ordinal").to_list() == [1, 2, 3]
    assert history.get_column("previous_release_id").to_list() == [None, first.release_id, second.release_id]
    latest = current(outputs)
    assert latest is not None
    assert latest.release_id == third.release_id


def test_new_code_that_changes_no_row_makes_no_release(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    first = publish(tables, outputs, sources_sha256="a" * 64, code_version="one")
    second = publish(tables, outputs, sources_sha256="b" * 64, code_version="two")
    latest = current(outputs)
    assert latest is not None
    assert first.release_id == second.release_id == latest.release_id
    assert (latest.ordinal, latest.code_version, latest.sources_sha256) == (1, "two", "b" * 64)
    assert second.changes == first.changes


@pytest.mark.parametrize("step", ["write_parquet", "write_database", "_check", "_write_descriptor"])
def test_the_old_release_stays_when_a_step_fails(
    tables: dict[str, pl.DataFrame], outputs: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = tree(outputs)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    owner = {"write_parquet": files.parquet, "write_database": files.database}.get(step, files)
    monkeypatch.setattr(owner, step, fail)
    with pytest.raises(CannotWrite, match=r"No space left on device.*former release stays"):
        publish(renamed(tables, "Kenia"), outputs)
    assert tree(outputs) == before
    assert [path.name for path in outputs.parent.iterdir() if path.is_dir()] == ["outputs"]


def test_the_old_release_stays_when_the_swap_fails(
    tables: dict[str, pl.DataFrame], outputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(outputs)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(release_module, "swap_in", fail)
    with pytest.raises(KeyboardInterrupt):
        publish(renamed(tables, "Kenia"), outputs)
    assert tree(outputs) == before
    assert not staging_folder(outputs).exists()


def test_rows_that_break_a_constraint_are_never_published(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    dangling = tables["event_counts"].with_columns(event_id=pl.lit("ghost"))
    with pytest.raises(duckdb.ConstraintException):
        publish(tables | {"event_counts": dangling}, tmp_path / "outputs")
    assert not (tmp_path / "outputs").exists()


def test_a_reader_with_the_old_file_open_keeps_it(tables: dict[str, pl.DataFrame], outputs: Path) -> None:
    with duckdb.connect(str(outputs / files.DATABASE), read_only=True) as reader:
        publish(renamed(tables, "Kenia"), outputs)
        assert reader.execute("SELECT name FROM actors WHERE actor_id = 'kenya'").fetchall() == [("Kenya",)]


def test_only_one_build_at_a_time(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    with FileLock(tmp_path / ".outputs.lock"), pytest.raises(OutputsTaken, match="Another build is publishing"):
        publish(tables, outputs, wait=0)
    assert not outputs.exists()


def test_leftovers_of_a_dead_run_are_removed(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    staging_folder(outputs).mkdir()
    (staging_folder(outputs) / "half.parquet").touch()
    publish(tables, outputs)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".outputs.lock", "outputs"]


def test_a_folder_with_other_things_is_left_alone(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work", encoding="utf-8")
    with pytest.raises(OutputsTaken, match=r"thesis\.docx"):
        publish(tables, tmp_path)
    assert (tmp_path / "thesis.docx").read_text(encoding="utf-8") == "years of work"


def test_a_file_in_place_of_the_folder_is_told(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    (tmp_path / "outputs").touch()
    with pytest.raises(OutputsTaken, match="is a file"):
        publish(tables, tmp_path / "outputs")


def test_hidden_files_stay(tables: dict[str, pl.DataFrame], outputs: Path) -> None:
    (outputs / ".gitattributes").write_text("* binary\n", encoding="utf-8")
    publish(renamed(tables, "Kenia"), outputs)
    assert (outputs / ".gitattributes").read_text(encoding="utf-8") == "* binary\n"


@pytest.mark.parametrize("name", ["README.md", "CHANGES.md", "csv", "parquet"])
def test_what_bears_a_name_of_ours_is_ours_only_in_a_release(
    tables: dict[str, pl.DataFrame], tmp_path: Path, name: str
) -> None:
    mine = tmp_path / "mine" / name
    mine.parent.mkdir()
    mine.write_text("years of work", encoding="utf-8")
    with pytest.raises(OutputsTaken, match=re.escape(name)):
        publish(tables, mine.parent)
    assert mine.read_text(encoding="utf-8") == "years of work"


def test_a_damaged_release_is_replaced(tables: dict[str, pl.DataFrame], outputs: Path) -> None:
    (outputs / files.DATABASE).write_bytes(b"not a database")
    (outputs / "parquet" / "actors.parquet").write_bytes(b"")
    assert publish(tables, outputs).unchanged is False
    assert database.faults(outputs / files.DATABASE, tables | {"releases": pl.DataFrame({"x": [1]})}) == []


def test_words_that_may_not_be_passed_on_stop_the_release(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    closed = tables | {"documents": tables["documents"].with_columns(may_redistribute=pl.lit(False))}
    with pytest.raises(NotRedistributable, match="4 rows of sentences"):
        publish(closed, tmp_path / "outputs")
    assert not (tmp_path / "outputs").exists()
    publish(closed, tmp_path / "mine", private=True)
    assert (tmp_path / "mine" / files.DATABASE).exists()


@pytest.mark.parametrize("atomic", [True, False])
def test_swapping_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, atomic: bool) -> None:
    target = tmp_path / "outputs"
    for content in ("first", "second"):
        staging = staging_folder(target)
        staging.mkdir()
        (staging / content).touch()
        if not atomic:
            monkeypatch.setattr("pipeline.publish.swap.exchange", lambda *_: False)
        swap_in(staging, target)
        assert [path.name for path in target.iterdir()] == [content]
        assert [path.name for path in tmp_path.iterdir()] == ["outputs"]


def test_a_run_that_died_between_two_renames_is_repaired(tmp_path: Path) -> None:
    target, old = tmp_path / "outputs", tmp_path / ".outputs.old"
    old.mkdir()
    (old / "release").touch()
    clean_up(target)
    assert [path.name for path in target.iterdir()] == ["release"]
    assert not old.exists()


def test_exchange_says_when_it_cannot(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    assert exchange(tmp_path / "here", tmp_path / "nowhere") is False
