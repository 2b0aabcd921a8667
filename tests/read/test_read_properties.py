"""What must hold of blocks and sentences for any text whatever, in any layout."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.read.html import read_html
from pipeline.read.markdown import read_markdown
from pipeline.read.metadata import MetadataError, split_front_matter
from pipeline.read.model import Block, Sentence
from pipeline.read.plain import read_plain
from pipeline.read.sentences import MAX_CHARS, sentences

READERS = {"markdown": read_markdown, "plain": read_plain}

FRAGMENTS = st.sampled_from(
    [
        "\n", "\n\n", "\r\n", "\r", "  \n", " \u00a0\n", "\t", "    ", "# ", "### ", "**", "*", "_", "`", "> ", "- ",
        "-   ", "1. ", "  2) ", "• ", "| ", "|---|---|\n", "a | b\n", "---\n", "-- ---\n", "+--+--+\n", "| a | b |\n",
        "[1]", "[^2]: ", "[1] Ole Berg (2011). \"Trade\". Oslo.\n", "  3. 1 2 3 Entry\n", "References\n\n",
        "See also\n\n", "Leave a Reply\n", "by Ada Berg\n", "October 3, 2021\n", "Map_of_Chile.png",
        "Flag of Kenya.svg\n", "]]", "}}", "<u>", "<!-- x -->\n", "![alt](a.png)", "](https://example.org/2020/01/x)",
        "Norway", "Chile", "signed a treaty.", "U.S. ", "Mr. ", "e.g. ", "3.5", "?", "!", "...", "…", "\"", "”",
        "It ended.[3]In ", "MINISTER:  ", "Q    ", "\ufeff", "\u2028", "\x0c", "\x85", "。", "👩\u200d👧", "é", "ß",
        "İ", "ŉ", "مرحبا", "Summary\n\n", "Country Capital\n", "Tags: a",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(FRAGMENTS, st.text(max_size=12)), max_size=40).map("".join)


def check(text: str, blocks: tuple[Block, ...], found: tuple[Sentence, ...], first: int = 0) -> None:
    """Every promise of the reader, on the text from offset `first`."""
    reached = first
    for i, block in enumerate(blocks):
        assert reached <= block.char_start < block.char_end <= len(text), "blocks follow each other"
        reached = block.char_end
        assert text[block.char_start : block.char_end].strip() == text[block.char_start : block.char_end]
        assert block.lead_in is None or 0 <= block.lead_in < i
        assert block.header is None or (block.header < i and blocks[block.header].kind == "table_row")
        assert all(block.char_start <= a < b <= block.char_end for a, b in block.cells), "cells lie in their row"
        assert list(block.cells) == sorted(block.cells)
        assert re.fullmatch(r"line \d+", block.locator)
    reached = 0
    for ordinal, sentence in enumerate(found):
        words = text[sentence.char_start : sentence.char_end]
        block = blocks[sentence.block]
        assert sentence.ordinal == ordinal
        assert reached <= sentence.char_start, "sentences follow each other"
        assert block.char_start <= sentence.char_start < sentence.char_end <= block.char_end, "inside their block"
        assert words and words.strip() == words
        assert len(words) <= MAX_CHARS
        reached = sentence.char_end
    letters = {i for i in range(first, len(text)) if text[i].isalpha()}
    covered = {i for s in found for i in range(s.char_start, s.char_end)}
    assert all(is_mark(text, i) for i in sorted(letters - covered)), "no word is outside a sentence"


def is_mark(text: str, i: int) -> bool:
    """Whether the letter belongs to a list mark ("a.", "iv)"), a bare tag or a marker such as [a]."""
    around = text[max(0, i - 12) : i + 12]
    at = i - max(0, i - 12)
    marks = re.finditer(
        r"</?[a-z]{1,10}>|\[\w{1,4}\]|\[\^\w{1,4}\]:?|(?<!\w)\(?(?:[a-z]|[ivx]{1,4})[.)]|a b(?: [a-z])*", around
    )
    return any(m.start() <= at < m.end() for m in marks)


@pytest.mark.parametrize("layout", sorted(READERS))
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
@example(text="")
@example(text="\ufeff")
@example(text="1. ")
@example(text="x" * 5000)
@example(text="word " * 2000)
@example(text="References\n\n[1]\n\n[2] Entry\n")
@example(text="  A   B\n  --- ---\n  x   y\n")
def test_any_text_is_covered_in_order(layout: str, text: str) -> None:
    blocks = READERS[layout](text)
    check(text, blocks, sentences(text, blocks))


@settings(max_examples=80, deadline=None)
@given(front=TEXTS, body=TEXTS)
def test_front_matter_is_no_block(front: str, body: str) -> None:
    text = f"---\n{front}\n---\n{body}"
    try:
        split = split_front_matter(text)
    except MetadataError:
        return
    blocks = read_markdown(text, split.body)
    assert all(b.char_start >= split.body for b in blocks)
    assert all(b.char_end <= len(text) for b in blocks)


@settings(max_examples=25, deadline=None)
@given(text=TEXTS)
def test_any_page_is_read_or_refused(text: str) -> None:
    page = read_html(f"<html><head><title>{text}</title></head><body><article><p>{text}</p></article></body></html>")
    if page is not None:
        blocks = read_markdown(page.text, title=page.front.title)
        check(page.text, blocks, sentences(page.text, blocks))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_plain(text) == read_plain(text)
    assert read_markdown(text) == read_markdown(text)
