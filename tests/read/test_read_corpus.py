"""The development corpus: every annotated quote lies in one sentence of the body, and nothing is lost."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

import pytest
from test_read_properties import check

from pipeline.read.blocks import read_blocks
from pipeline.read.metadata import split_front_matter
from pipeline.read.model import BODY_KINDS, Document
from pipeline.read.sentences import sentences
from pipeline.read.sources import read_sources

SHARED = Path(__file__).parents[3] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.gold.json"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD, reason="the development corpus does not lie beside the checkout"),
]


@cache
def documents() -> dict[str, Document]:
    result = read_sources(SHARED / "corpus")
    assert not result.unreadable
    return {d.file_name: d for d in result.documents}


@cache
def locator(text: str) -> object:
    sys.path.insert(0, str(SHARED / "score"))
    try:
        from score import Locator
    finally:
        sys.path.pop(0)
    return Locator(text)


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name[:12])
def test_annotated_words_lie_in_one_body_sentence(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = documents()[gold["document"]]
    rows = [r for t in ("events", "agreements", "trade_facts", "recommendations") for r in gold.get(t) or []]
    quotes = [row["quote"] for row in rows if row.get("quote")]
    assert quotes
    for quote in quotes:
        start, end = locator(document.text).find(quote)  # type: ignore[attr-defined]
        holding = [s for s in document.sentences if s.char_start <= start and end <= s.char_end]
        assert len(holding) == 1, quote
        assert document.blocks[holding[0].block].kind in BODY_KINDS, quote


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name[:12])
def test_dates_of_publication_and_reference_numbers(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = documents()[gold["document"]]
    assert document.meta.published == gold["published"]
    numbers = [None if c["number"] is None else str(c["number"]) for c in gold.get("citations") or []]
    found = [b.number for b in document.blocks if b.kind == "reference"]
    assert sorted(found, key=str) == sorted(numbers, key=str)


def test_unlabelled_texts_keep_the_promises() -> None:
    with (SHARED / "corpus" / "unlabelled.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for text in texts[::5]:
        split = split_front_matter(text)
        blocks = read_blocks(text, split.body, "plain", split.front.title)
        check(text, blocks, sentences(text, blocks), first=split.body)
