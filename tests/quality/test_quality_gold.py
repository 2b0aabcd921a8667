"""Gold files: what is read, and what is told of one that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from quality_builder import FILE, gold_actors, gold_event, write_gold

from pipeline.quality.gold import GoldError, read_gold

SIGNED = gold_event("Norway and Chile signed", "SUPPORT", "nor chl")


def said(folder: Path) -> str:
    with pytest.raises(GoldError) as error:
        read_gold(folder)
    return str(error.value)


def test_a_table_left_out_was_not_coded(tmp_path: Path) -> None:
    write_gold(tmp_path, events=[], actors=[])
    (gold,) = read_gold(tmp_path)
    assert gold.rows("events") == []
    assert gold.rows("citations") is None


def test_notes_of_a_coder_are_no_fault(tmp_path: Path) -> None:
    write_gold(tmp_path, coder="A. B.", events=[SIGNED | {"why": "told twice"}], actors=gold_actors())
    assert read_gold(tmp_path)[0].rows("events")[0].words == "Norway and Chile signed"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"document": "fjords.md", ', ["no JSON", "line 1"]),
        ("[]", ["holds no object"]),
        ("{}", ["document", "required"]),
        ({"document": FILE, "events": {}}, ["events", "list"]),
        ({"document": FILE, "events": ["signed"]}, ["events, row 1", "signed"]),
        ({"document": FILE, "events": [{"type": "AGREE"}]}, ["events, row 1", "quote"]),
        ({"document": FILE, "events": [SIGNED, SIGNED | {"type": "ATACK"}]}, ["events, row 2", "'ATACK'", "ASSAULT"]),
        ({"document": FILE, "events": [SIGNED | {"status": "done"}]}, ["row 1", "status", "'done'", "occurred"]),
        ({"document": FILE, "events": [SIGNED | {"sorces": ["Chile"]}]}, ["no field `sorces`", "`sources`"]),
        ({"document": FILE, "event": [SIGNED]}, ["no field `event`", "`events`"]),
        ({"document": FILE, "events": [SIGNED], "actors": gold_actors("nor")}, ["sources", "'Chile'", "not among"]),
        ({"document": FILE, "actors": [{"name": "Chile", "kind": "land"}]}, ["actors, row 1 (“Chile”)", "'land'"]),
        ({"document": FILE, "citations": [{"number": "x"}]}, ["citations, row 1", "number", "integer"]),
    ],
)
def test_a_fault_is_told_with_file_and_row(tmp_path: Path, content: Any, told: list[str]) -> None:
    write_gold(tmp_path, content)
    message = said(tmp_path)
    assert message.startswith(f"{FILE}.gold.json")
    assert [words for words in told if words not in message] == []
    assert "\n" not in message


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    write_gold(tmp_path, "").write_bytes(b'{"document": "\xff"}')
    assert "UTF-8" in said(tmp_path)


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (lambda folder: None, "does not exist"),
        (lambda folder: folder.mkdir(), "No gold file in"),
        (lambda folder: folder.write_text("gold"), "is not a folder"),
    ],
    ids=["missing", "empty", "a file"],
)
def test_folders_without_gold(tmp_path: Path, prepare, told: str) -> None:
    prepare(tmp_path / "gold")
    assert told in said(tmp_path / "gold")


def test_two_files_of_one_document(tmp_path: Path) -> None:
    write_gold(tmp_path, events=[])
    write_gold(tmp_path, {"document": FILE}, document="other.md")
    assert "fjords.md.gold.json and" in said(tmp_path) or "both of fjords.md" in said(tmp_path)
