"""Gold folders: which corpora they make, when they are measured anew, and gold that does not fit."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from quality_builder import FILE, OURS_AND_GOLD, TEXT, corpus, gold_actors, gold_event, write_gold

from pipeline.quality import corpora
from pipeline.quality.datasets import published_text
from pipeline.quality.gold import GoldError
from pipeline.read.model import Document, Sentence
from schemas import TABLES
from schemas.vocabularies.compared import COMPARED

OURS, GOLD = OURS_AND_GOLD
ABROAD = "# A pact on fish\n\nOn 8 March 2023 Norway and Chile signed an accord on fisheries in Valparaíso.\n"
SIGNED = gold_event("signed an accord on fisheries", "SUPPORT", "nor chl", date="2023-03-08")


def documents() -> list[Document]:
    """The published document as it was read."""
    sentences, at = [], 0
    for n, line in enumerate(TEXT.split("\n")):
        sentences.append(Sentence(n, n, at, at + len(line)))
        at += len(line) + 1
    return [Document("fjords", FILE, "0" * 64, TEXT, "digest", sentences=tuple(sentences))]


def measure(folder: Path | None, cache: Path | None = None) -> pl.DataFrame:
    return corpora.quality(folder, corpus(event_mentions=[OURS]).published.tables, documents(), cache)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with gold of the published document and, inside, of two texts of its own, one of them held back."""
    folder = tmp_path / "gold"
    write_gold(folder, events=[GOLD], actors=gold_actors())
    (folder / "abroad" / "texts").mkdir(parents=True)
    for name in ("one.md", "two.md"):
        (folder / "abroad" / "texts" / name).write_text(ABROAD, encoding="utf-8")
    write_gold(folder / "abroad", document="one.md", events=[SIGNED])
    write_gold(folder / "abroad", document="two.md", events=[SIGNED], corpus="held_back")
    return folder


def test_every_corpus_has_its_figures(gold: Path) -> None:
    found = measure(gold)
    assert set(found["corpus"]) == {"digests", "abroad", "held_back"}
    digests = found.filter(pl.col("corpus") == "digests", pl.col("table_name") == "events")
    assert digests.select("figure", "precision", "recall", "f1", "n_gold", "n_predicted", "n_documents").rows() == [
        (figure, 1.0, 1.0, 1.0, 1, 1, 1) for figure in COMPARED["events"].figures
    ]
    assert found.columns == list(TABLES["quality"].columns())
    abroad = found.filter(pl.col("corpus") == "abroad")
    assert set(abroad["table_name"]) == {"events"}, "tables that were not coded have no figure"
    assert abroad.filter(pl.col("figure") == "found")["recall"].item() == 1.0, "the text was read, coded and merged"


@pytest.mark.parametrize("folder", [None, Path("nowhere")])
def test_without_gold_there_are_no_figures(folder: Path | None) -> None:
    assert measure(folder).is_empty()


def test_gold_of_other_documents_is_left_out(tmp_path: Path) -> None:
    write_gold(tmp_path, document="other.md", events=[GOLD])
    (tmp_path / "drafts" / "texts").mkdir(parents=True)
    assert measure(tmp_path).is_empty(), "and so are texts without gold"


def test_gold_that_does_not_fit_is_told(gold: Path) -> None:
    write_gold(gold, events=[GOLD | {"quote": "Norway sank"}])
    with pytest.raises(GoldError, match=r"fjords\.md\.gold\.json: events, row 1"):
        measure(gold)


def test_gold_of_a_text_that_is_not_there_is_told(gold: Path) -> None:
    (gold / "abroad" / "texts" / "one.md").unlink()
    with pytest.raises(GoldError, match=r"one\.md\.gold\.json: its document 'one\.md' is not among those measured"):
        measure(gold)


def test_figures_of_unchanged_texts_are_kept(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    before = measure(gold, cache)
    monkeypatch.setattr(corpora, "code_texts", lambda *_: pytest.fail("measured anew"))
    assert measure(gold, cache).equals(before)


@pytest.mark.parametrize("changed", ["gold", "text", "kept file"])
def test_what_has_changed_is_measured_anew(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    cache, calls = tmp_path / "cache", []
    before = measure(gold, cache)
    if changed == "gold":
        write_gold(gold / "abroad", document="one.md", events=[SIGNED, SIGNED])
    elif changed == "text":
        (gold / "abroad" / "texts" / "one.md").write_text("# Fish\n\n" + ABROAD, encoding="utf-8")
    else:
        (kept,) = cache.glob("quality-*.json")
        kept.write_bytes(kept.read_bytes()[:-20])
    inner = corpora.code_texts
    monkeypatch.setattr(corpora, "code_texts", lambda *given: calls.append(1) or inner(*given))
    after = measure(gold, cache)
    assert calls == [1]
    assert after.equals(before) is (changed != "gold")


def test_published_sentences_stand_in_for_the_text(tmp_path: Path) -> None:
    """White space and markup apart, they hold every quote at the offsets of the text."""
    tables = dict(corpus().published.tables)
    spans = zip(tables["sentences"]["char_start"], tables["sentences"]["char_end"], strict=True)
    texts = pl.Series("text", [TEXT[a:b] for a, b in spans])
    text = published_text(tables | {"sentences": tables["sentences"].with_columns(texts)}, FILE)
    assert text.whole == TEXT.replace("\n", " ")
