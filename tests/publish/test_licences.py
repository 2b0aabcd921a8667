"""Words of a source that may not be passed on are in no file of a release, unless one builds a private one."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.merge.evidence import ACTION_WORDS
from schemas import TABLES

OPEN = """---
title: Norway and Chile
published: "2021-06-04"
licence: CC-BY-4.0
may_redistribute: true
---

# Norway and Chile

In May 2021 Norway signed a fisheries treaty with Chile. Chile thanked Norway for the research vessel.
"""
CLOSED = """---
title: Kenya and Japan
published: "2021-06-05"
genre: policy_brief
may_redistribute: false
---

# Grumbelish prospects

In March 2021 Japan, with flumadiddle ceremony, granted Kenya a loan of 40 million dollars for a widgeonish port. The
harbour smelled of quockerwodger all through that snollygosterous summer, and nobody minded.

## Why the blatherskite matters

Kenya should train more engineers for its ports, railways, power stations, roads, dams and airports before the
wabbit lollygags of the coming years. Japan exported cars worth 700 million dollars to Kenya in 2020. Some call
it a taradiddle. Norway met Kenya in Nairobi in June 2021 over a gobemouche matter.

> "Nobody in this xertzing town has seen a single engineer," said a snickersneeing fisherman.

| Year | Remark |
| ---- | ------ |
| 2020 | hornswoggled by rain |
"""
UNUSUAL = """
grumbelish flumadiddle widgeonish quockerwodger snollygosterous blatherskite wabbit lollygags taradiddle gobemouche
xertzing snickersneeing hornswoggled
""".split()
LONG = 12
"""Words that stay of an advised act; no other column keeps as many."""


def build(here: Path, *options: str, outputs: str = "outputs") -> Result:
    where = ["--seeds", str(here / "seeds"), "--outputs", str(here / outputs), "--cache", str(here / "cache")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PERU_US_GOLD", "")
        return CliRunner().invoke(main, ["build", *where, *options])


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`seeds`, and the release of them in `outputs`."""
    folder = tmp_path_factory.mktemp("licences")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "open.md").write_text(OPEN, encoding="utf-8")
    (folder / "seeds" / "closed.md").write_text(CLOSED, encoding="utf-8")
    result = build(folder)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def private(here: Path) -> Path:
    """The release for oneself, in `mine`."""
    result = build(here, "--include-restricted-text", outputs="mine")
    assert result.exit_code == 0, result.output
    assert "This release is private" in result.stderr
    return here / "mine"


def table(outputs: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(outputs / "parquet" / f"{name}.parquet")


def strings(outputs: Path) -> Iterator[tuple[str, str]]:
    """Place and text of every string of the tables, in Parquet and in the database, views and list elements too."""
    for name in TABLES:
        frame = table(outputs, name)
        for column in frame.columns:
            yield from ((f"{name}.{column}", str(value)) for value in frame[column].to_list() if value is not None)
    with duckdb.connect(str(outputs / "peru_us.duckdb"), read_only=True) as connection:
        relations = connection.execute("SELECT DISTINCT table_name FROM duckdb_columns() WHERE NOT internal").fetchall()
        for (name,) in relations:
            for row in connection.execute(f'SELECT * FROM "{name}"').fetchall():
                yield from ((f"database {name}", str(value)) for value in row if value is not None)


def found_words(outputs: Path) -> set[tuple[str, str]]:
    """Unusual words with the places where they stand: strings of tables, and bytes of files."""
    found = {(word, place) for place, text in strings(outputs) for word in UNUSUAL if word in text.lower()}
    for path in sorted(path for path in outputs.rglob("*") if path.is_file()):
        content = path.read_bytes().lower()
        found |= {(word, path.name) for word in UNUSUAL if word.encode() in content}
    return found


def test_the_words_are_nowhere(here: Path) -> None:
    assert found_words(here / "outputs") == set()


def test_they_would_be_found(private: Path) -> None:
    """Each word is in a sentence of the private release, and in its files."""
    found = found_words(private)
    assert {word for word, place in found if place == "sentences.text"} == set(UNUSUAL)
    assert {word for word, place in found if place == "sentences.csv"} == set(UNUSUAL)


def test_no_passage_is_left(here: Path) -> None:
    """Names and short values are facts; nothing longer is there word by word."""
    text = " ".join(CLOSED.split("---")[2].split())
    assert ACTION_WORDS == LONG
    for place, value in strings(here / "outputs"):
        words = value.split()
        for start in range(len(words) - LONG):
            assert " ".join(words[start : start + LONG + 1]) not in text, place


def test_rows_offsets_and_hashes_stay(here: Path) -> None:
    documents = table(here / "outputs", "documents")
    (closed,) = documents.filter(~pl.col("may_redistribute")).to_dicts()
    assert closed["sha256"] == hashlib.sha256(CLOSED.encode()).hexdigest()
    for name in ("sentences", "event_mentions", "actor_mentions", "recommendations", "trade_facts"):
        rows = table(here / "outputs", name).filter(pl.col("document_id") == closed["document_id"])
        assert rows.height
        assert rows["char_start"].null_count() == 0
        assert rows["text" if name == "sentences" else "evidence"].null_count() == rows.height
    spans = table(here / "outputs", "recommendations").select("char_start", "char_end").row(0)
    assert CLOSED[slice(*spans)].startswith("Kenya should train")
    (action,) = table(here / "outputs", "recommendations")["action"]
    assert action.endswith(" …")


def test_what_may_be_passed_on_is_there(here: Path) -> None:
    documents = table(here / "outputs", "documents")
    (key,) = documents.filter("may_redistribute")["document_id"]
    sentences = table(here / "outputs", "sentences").filter(pl.col("document_id") == key)
    assert sentences["text"].null_count() == 0
    assert "fisheries treaty" in " ".join(sentences["text"])


def test_a_private_release_says_so_everywhere(here: Path, private: Path) -> None:
    latest = table(private, "releases").row(-1, named=True)
    assert latest["private"] is True
    assert latest["version"].endswith(".private")
    for name in ("CHANGES.md", "README.md", "datapackage.json", "croissant.json"):
        text = (private / name).read_text(encoding="utf-8")
        assert latest["version"] in text
        assert re.search("private", text.replace(latest["version"], ""), re.IGNORECASE)
    assert table(here / "outputs", "releases")["private"].to_list() == [False]


def test_both_have_the_same_rows_but_for_the_words(here: Path, private: Path) -> None:
    for name, declared in TABLES.items():
        if name != "releases":
            key = list(declared.key())
            assert table(private, name).select(key).equals(table(here / "outputs", name).select(key)), name


@pytest.mark.parametrize(("options", "outputs"), [(["--include-restricted-text"], "outputs"), ([], "mine")])
def test_neither_takes_the_place_of_the_other(here: Path, private: Path, options: list[str], outputs: str) -> None:
    before = (here / outputs / "SHA256SUMS").read_bytes()
    result = build(here, *options, outputs=outputs)
    assert result.exit_code == 2
    assert "cannot take its place" in result.stderr
    assert (here / outputs / "SHA256SUMS").read_bytes() == before


def test_a_licence_withdrawn_takes_the_words_away(here: Path, tmp_path: Path) -> None:
    """Also from what the history tells of the release that still had them."""
    shutil.copytree(here / "seeds", tmp_path / "seeds")
    shutil.copytree(here / "cache", tmp_path / "cache")
    closed = tmp_path / "seeds" / "closed.md"
    closed.write_text(CLOSED.replace("may_redistribute: false", "may_redistribute: true"), encoding="utf-8")
    assert build(tmp_path).exit_code == 0
    assert found_words(tmp_path / "outputs")
    closed.write_text(CLOSED, encoding="utf-8")
    assert build(tmp_path).exit_code == 0
    assert found_words(tmp_path / "outputs") == set()
    changes = (tmp_path / "outputs" / "CHANGES.md").read_text(encoding="utf-8")
    assert "closed.md" in changes.replace("\\", "")
