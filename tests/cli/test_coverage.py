"""`coverage`: shares of sentences, and those that a person should read."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.derive.frames import conform
from schemas import TABLES
from schemas.vocabularies import SENTENCE_CODING

CODED = {
    "fjords": ["heading", "coded", "coded", "unrecognised"],
    "salmon": ["unrecognised", "background", "coded", "unrecognised", "chrome"],
}
"""Coding of every sentence, by document."""


def words(document: str, ordinal: int) -> str | None:
    return None if document == "salmon" else f"Sentence\n {ordinal} of {document}."


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release as far as it is read; the words of one document may not be passed on."""
    outputs = tmp_path_factory.mktemp("outputs")
    (outputs / "parquet").mkdir()
    rows = {
        "documents": [{"document_id": name, "file_name": f"{name}.md"} for name in reversed(CODED)],
        "sentences": [
            {
                "sentence_id": f"{name}-{n}",
                "document_id": name,
                "ordinal": n,
                "locator": f"line {n + 7}",
                "text": words(name, n),
                "coding": coding,
            }
            for name, codings in CODED.items()
            for n, coding in reversed(list(enumerate(codings)))
        ],
    }
    for name, given in rows.items():
        conform(TABLES[name], given).write_parquet(outputs / "parquet" / f"{name}.parquet")
    return outputs


def run(outputs: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["coverage", "--outputs", str(outputs), *options])


def test_shares_of_each_document_and_of_all(outputs: Path) -> None:
    found = json.loads(run(outputs, "--json").stdout)["sentences"]
    assert list(found) == ["fjords.md", "salmon.md", "all documents"]
    assert found["fjords.md"]["sentences"] == 4
    assert found["fjords.md"]["shares"]["coded"] == 0.5
    assert found["salmon.md"]["shares"]["unrecognised"] == 0.4
    assert found["all documents"]["shares"]["coded"] == round(3 / 9, 4)
    for row in found.values():
        assert tuple(row["shares"]) == SENTENCE_CODING.names
        assert sum(row["shares"].values()) == pytest.approx(1, abs=0.001)


def test_sentences_to_read_come_with_their_place(outputs: Path) -> None:
    found = json.loads(run(outputs, "--json").stdout)["unrecognised"]
    assert [(row["document"], row["ordinal"], row["locator"]) for row in found] == [
        ("fjords.md", 3, "line 10"),
        ("salmon.md", 0, "line 7"),
        ("salmon.md", 3, "line 10"),
    ]
    assert found[0]["text"] == "Sentence 3 of fjords."
    assert "may not be passed on" in found[1]["text"]


def test_people_get_lines(outputs: Path) -> None:
    lines = run(outputs).stdout.splitlines()
    assert "fjords.md: 4 sentences: coded 50.0%, heading 25.0%, unrecognised 25.0%" in lines
    assert "3 unrecognised:" in lines
    assert "fjords.md, line 10 (sentence 3): Sentence 3 of fjords." in lines


@pytest.mark.parametrize("name", ["salmon", "salmon.md"])
def test_one_document(outputs: Path, name: str) -> None:
    found = json.loads(run(outputs, "--document", name, "--json").stdout)
    assert list(found["sentences"]) == ["salmon.md"]
    assert {row["document"] for row in found["unrecognised"]} == {"salmon.md"}


def test_a_document_without_sentences(tmp_path: Path, outputs: Path) -> None:
    for name in ("documents", "sentences"):
        frame = pl.read_parquet(outputs / "parquet" / f"{name}.parquet")
        frame = frame.filter(pl.col("document_id") == "fjords") if name == "documents" else frame.clear()
        frame.write_parquet(tmp_path / f"{name}.parquet")
    result = run(tmp_path)
    assert (result.exit_code, result.stdout) == (0, "fjords.md: 0 sentences\n\n0 unrecognised\n")


@pytest.mark.parametrize(
    ("prepare", "options", "told"),
    [
        (lambda folder: None, (), "there is no such file"),
        (lambda folder: folder.mkdir(), (), "there is no such file"),
        (lambda folder: folder.write_text("a file"), (), "there is no such file"),
        (lambda folder: (folder.mkdir(), (folder / "documents.parquet").write_text("?")), (), "not a Parquet file"),
    ],
    ids=["missing", "empty", "a file", "damaged"],
)
def test_bad_folders_are_refused(tmp_path: Path, prepare, options: tuple, told: str) -> None:
    prepare(tmp_path / "outputs")
    result = run(tmp_path / "outputs", *options)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_unknown_document_is_refused_with_the_known_ones(outputs: Path) -> None:
    result = run(outputs, "--document", "trout")
    assert result.exit_code == 2
    assert "'trout'" in result.stderr
    assert "fjords, salmon" in result.stderr
