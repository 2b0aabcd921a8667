"""The checks of a stored table: each finds what it is there for, and only that."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import polars as pl
import pytest
from upath import UPath

from pipeline.coding.rows import Actor as CodedActor
from pipeline.coding.rows import CodedDocument, EventMention, Evidence
from pipeline.defs.checks import MOST_REJECTED, faults, judge, specs, table_checks
from pipeline.defs.resources import FrameStore
from pipeline.derive.frames import conform, empty
from pipeline.errors import UsageError
from pipeline.merge.dataset import merge
from pipeline.read.model import Block, Document, Metadata, Sentence
from schemas import TABLES

TEXT = "Kenya recalled its envoy from Japan. Japan regretted it."


@pytest.fixture(scope="module")
def tables() -> dict[str, pl.DataFrame]:
    """A small sound dataset: two actors, one event."""
    document = Document(
        document_id="envoy",
        file_name="envoy.md",
        sha256="0" * 64,
        text=TEXT,
        text_kind="original",
        meta=Metadata(title="Envoy", published="2020-05", may_redistribute=True),
        blocks=(Block("paragraph", 0, len(TEXT)),),
        sentences=(Sentence(0, 0, 0, 36), Sentence(1, 0, 37, len(TEXT))),
    )
    words = Evidence(0, 0, 36, "retreat.recall", 0.8)
    event = EventMention(words, 0, "recalled", "SANCTION", None, "occurred", (0,), (1,))
    coded = CodedDocument(
        document=document,
        actors=[CodedActor("Kenya", "state", "KEN"), CodedActor("Japan", "state", "JPN")],
        event_mentions=[event],
        coding=["coded", "unrecognised"],
    )
    return {**merge([coded]), "rejects": empty(TABLES["rejects"])}


def found(name: str, table: pl.DataFrame, tables: dict[str, pl.DataFrame]) -> set[str]:
    return {fault.check for fault in faults(name, table, {**tables, name: table})}


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_is_sound_and_a_lost_column_is_seen(name: str) -> None:
    sound = empty(TABLES[name])
    assert faults(name, sound) == []
    assert {fault.check for fault in faults(name, sound.drop(sound.columns[0]))} == {"schema"}
    nulls = pl.DataFrame({column: [None] for column in sound.columns}, schema=sound.schema)
    assert faults(name, nulls), "a row without a key"


@pytest.mark.parametrize("name", ["documents", "sentences", "actors", "events", "event_mentions"])
def test_a_sound_table_passes(name: str, tables) -> None:
    assert tables[name].height
    assert found(name, tables[name], tables) == set()


@pytest.mark.parametrize(
    ("name", "spoil", "check"),
    [
        ("event_mentions", {"event_id": pl.lit("nowhere")}, "keys"),
        ("event_mentions", {"event_type": pl.lit("PARTY")}, "vocabulary"),
        ("event_mentions", {"evidence": pl.lit("Kenya recalled its envoy from China.")}, "evidence"),
        ("event_mentions", {"char_start": pl.col("char_start") + 40}, "evidence"),
        ("event_mentions", {"confidence": pl.lit(1.5)}, "schema"),
        ("event_mentions", {"date": pl.lit("some day")}, "schema"),
        ("actors", {"actor_id": pl.lit("same")}, "keys"),
        ("actors", {"kind": pl.lit("river")}, "vocabulary"),
    ],
    ids=["no such event", "no such type", "other words", "offsets moved", "above 1", "no date", "one key", "no kind"],
)
def test_each_check_finds_its_fault(name: str, spoil: dict, check: str, tables) -> None:
    assert check in found(name, tables[name].with_columns(**spoil), tables)


def evaluated(name: str, tables: dict[str, pl.DataFrame], documents: list[Document] | None = None) -> dict:
    """Results of all checks of a table, by check, given just what its step loads."""
    read = (dep.to_user_string() for dep in table_checks(name).keys_by_input_name.values())
    inputs = {each: documents if each == "source_texts" else tables[each] for each in {name, *read}}
    return {result.check_name: result for result in judge(name, inputs)}


def test_the_share_of_rejected_rows_is_a_warning_with_its_causes(tables) -> None:
    lost = {"reject_id": "r", "table_name": "events", "document_id": None, "row": "{}", "check": "edtf", "reason": "x"}
    results = evaluated("events", {**tables, "rejects": conform(TABLES["rejects"], [lost])})
    result = results["rejected"]
    assert (result.passed, result.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert result.metadata["share"].value == 0.5 > MOST_REJECTED
    assert "1 edtf" in result.description
    assert results["schema"].passed, "the rows that stayed are sound"


def test_sentences_tell_the_share_that_yielded_nothing_and_are_sliced_again(tables) -> None:
    document = Document("envoy", "envoy.md", "0" * 64, TEXT, "original")
    results = evaluated("sentences", tables, [document])
    assert not results["unrecognised"].passed
    assert results["unrecognised"].metadata["share"].value == 0.5
    assert results["evidence"].passed
    other = Document("envoy", "envoy.md", "0" * 64, TEXT.replace("Japan", "Nepal"), "original")
    assert not evaluated("sentences", tables, [other])["evidence"].passed


@pytest.mark.parametrize("name", TABLES)
def test_every_check_has_a_result(name: str, tables) -> None:
    whole = {each: tables.get(each, empty(TABLES[each])) for each in TABLES}
    document = Document("envoy", "envoy.md", "0" * 64, TEXT, "original")
    assert list(evaluated(name, whole, [document])) == [spec.name for spec in specs(name)]


def test_a_check_of_a_table_that_was_never_made_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="The table actors has not been made yet"):
        FrameStore(base_path=UPath(tmp_path)).stored("actors")
