"""`show`: from a row of a release to its words."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.derive.checks import validate
from pipeline.publish.files import SUMS, sums
from pipeline.publish.release import publish

sys.path.insert(0, str(Path(__file__).parent.parent / "derive"))

from example_tables import TEXTS, example_tables


@pytest.fixture(scope="module")
def tables() -> dict[str, pl.DataFrame]:
    return validate(example_tables(), TEXTS).tables


@pytest.fixture(scope="module")
def release(tables: dict[str, pl.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> Path:
    outputs = tmp_path_factory.mktemp("show") / "outputs"
    publish(tables, outputs)
    return outputs


def show(row: str, outputs: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["show", row, "--outputs", str(outputs), *options])


def test_an_event_with_its_words_rule_and_source(release: Path) -> None:
    result = show("signing", release)
    assert result.exit_code == 0, result.output
    for told in (
        "»Norway signed a fishing pact with Chile on 3 May 2011«.",
        "source_ids: Chile (chile), Norway (norway)",
        "date_basis: explicit",
        "rule example, confidence 0.75",
        "characters 0 to 53",
        "»Ten Norwegian boats« followed in 2012.",
        "[1] A note: norway-chile.",
        "Licence of the text read: CC-BY-4.0.",
    ):
        assert told in result.stdout


@pytest.mark.parametrize(
    ("row", "table", "passages", "marked"),
    [
        ("signing", "events", ["signing-1", "c1"], "Norway signed a fishing pact with Chile on 3 May 2011"),
        ("welcome-1", "event_mentions", ["welcome-1"], "Kenya welcomed the pact of Norway and Chile"),
        ("norway", "actors", ["m1"], "Norwegian"),
        ("pact", "agreements", ["am1"], "fishing pact"),
        ("r1", "recommendations", ["r1"], "Chile should open its ports"),
        ("kenya-note-s1", "sentences", ["r1"], "Chile should open its ports"),
    ],
)
def test_every_kind_of_row_leads_to_its_words(
    release: Path, row: str, table: str, passages: list[str], marked: str
) -> None:
    found = json.loads(show(row, release, "--json").stdout)
    assert found["table"] == table
    assert [passage["row_id"] for passage in found["passages"]] == passages
    first = found["passages"][0]
    start, end = first["mark"]
    assert first["sentence"][start:end] == first["evidence"] == marked
    assert TEXTS[first["document_id"]][first["char_start"] : first["char_end"]] == marked
    assert set(found["sources"]) >= {first["document_id"]}


def test_a_document_shows_what_rests_on_it(release: Path) -> None:
    found = json.loads(show("kenya-note", release, "--json").stdout)
    assert found["table"] == "documents"
    assert {passage["row_id"] for passage in found["passages"]} == {"welcome-1", "r1"}


def test_passages_can_be_limited(release: Path) -> None:
    few = show("signing", release, "--limit", "1").stdout
    assert "and 1 more; --limit 0 prints all" in few
    assert "Ten Norwegian boats" not in few
    assert "Ten Norwegian boats" in show("signing", release, "--limit", "0").stdout


def test_words_that_may_not_be_passed_on_are_withheld(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    closed = dict(tables)
    closed["documents"] = tables["documents"].with_columns(may_redistribute=pl.lit(False))
    for name, frame in tables.items():
        words = [column for column in ("evidence", "text") if column in frame.columns]
        closed[name] = closed[name].with_columns(pl.lit(None, pl.String).alias(column) for column in words)
    publish(closed, tmp_path / "outputs")
    result = show("signing", tmp_path / "outputs")
    assert result.exit_code == 0
    assert "words withheld" in result.stdout
    assert "characters 0 to 53" in result.stdout
    assert "fishing pact with Chile" not in result.stdout
    found = json.loads(show("signing", tmp_path / "outputs", "--json").stdout)
    assert found["passages"][0]["sentence"] is None


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("signin", "Is signing or signing-1 meant?"),
        ("Kenya", "kenya is the key of an actor of that name"),
        ("NORWEGIAN", "norway is the key of an actor of that name"),
        ("zzzzzzzzzz", "events in event_id"),
        ("", "events in event_id"),
    ],
)
def test_an_unknown_id_gets_a_hint(release: Path, row: str, hint: str) -> None:
    result = show(row, release, "--json")
    assert result.exit_code == 2
    assert hint in result.stderr
    assert result.stderr.count("\n") == 1
    assert json.loads(result.stdout)["status"] == "failed"


def damaged(release: Path) -> Path:
    (release / "parquet" / "actors.parquet").write_bytes(b"PAR1 no more PAR1")
    return release


def shortened(release: Path) -> Path:
    (release / "csv" / "events.csv").unlink()
    return release


def older(release: Path) -> Path:
    path = release / "parquet" / "events.parquet"
    pl.read_parquet(path).drop("goldstein").write_parquet(path)
    (release / SUMS).write_text(sums(release))
    return release


def unsummed(release: Path) -> Path:
    (release / SUMS).write_text("all is well\n")
    return release


def emptied(release: Path) -> Path:
    (release / SUMS).unlink()
    return release


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda release: release / "nowhere", "does not exist"),
        (lambda release: release / "CHANGES.md", "is a file"),
        (lambda release: release / "dictionary", "is no release"),
        (emptied, "is no release"),
        (damaged, "is damaged: parquet/actors.parquet is not as SHA256SUMS says"),
        (shortened, "is damaged: csv/events.csv is missing"),
        (unsummed, "SHA256SUMS is damaged"),
        (older, "made by another version of this program: it lacks goldstein in table events"),
    ],
    ids=["missing", "a file", "foreign", "without sums", "damaged", "incomplete", "damaged sums", "older"],
)
def test_what_is_no_release_is_told(release: Path, tmp_path: Path, spoil, sentence: str) -> None:
    copy = Path(shutil.copytree(release, tmp_path / "outputs"))
    result = show("signing", spoil(copy))
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
