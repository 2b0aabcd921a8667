"""Entries become rows, and markers in the body find them. Documents are invented."""

from __future__ import annotations

from pipeline.coding import citations
from pipeline.language.parser import parse
from pipeline.read.model import Block, Document, Sentence


def _document(*parts: tuple[str, str, str | None]) -> Document:
    """A document of (kind, words, number) blocks, one sentence each."""
    text, blocks, sentences = "", [], []
    for kind, words, number in parts:
        blocks.append(Block(kind, len(text), len(text) + len(words), number=number))
        sentences.append(Sentence(len(sentences), len(blocks) - 1, len(text), len(text) + len(words)))
        text += words + "\n\n"
    return Document("d", "d.txt", "0" * 64, text, "original", blocks=tuple(blocks), sentences=tuple(sentences))


def _code(*parts: tuple[str, str, str | None]) -> list:
    return citations.code(next(iter(parse([_document(*parts)]))))


def test_markers_resolve_to_the_sentence_they_end() -> None:
    rows = _code(
        ("paragraph", "Norway opened a mission in Chile.[1][3]", None),
        ("paragraph", "Chile answered in May.[3]", None),
        ("reference", "[1] Fjord Notes", "1"),
        ("reference", "[2]", "2"),
        ("reference", "[3] Quay Notes", "3"),
    )
    assert [(r.number, r.title, r.cited_by) for r in rows] == [
        (1, "Fjord Notes", (0,)),
        (2, None, ()),
        (3, "Quay Notes", (0, 1)),
    ]


def test_ranges_and_gaps() -> None:
    rows = _code(
        ("paragraph", "Kenya and Japan met often.[2]–[4] They parted.[9]", None),
        *[("reference", f"[{n}] Notes of {n}", str(n)) for n in (2, 3, 4, 7)],
    )
    assert [(r.number, r.cited_by) for r in rows] == [(2, (0,)), (3, (0,)), (4, (0,)), (7, ())]


def test_a_number_printed_twice_is_cited_by_none() -> None:
    rows = _code(
        ("paragraph", "Kenya and Japan met.[1][2]", None),
        ("reference", "1. Notes of Kenya", "1"),
        ("reference", "1. Notes of Japan", "1"),
        ("reference", "2. Notes of both", "2"),
    )
    assert [(r.number, r.title, r.cited_by) for r in rows] == [
        (1, "Notes of Kenya", ()),
        (1, "Notes of Japan", ()),
        (2, "Notes of both", (0,)),
    ]


def test_markers_outside_the_body_and_notes_cite_nothing() -> None:
    rows = _code(
        ("chrome", "Read more about ports.[1]", None),
        ("paragraph", "Japan said so.[a] Kenya too.[citation needed]", None),
        ("reference", "[1] Notes", "1"),
    )
    assert rows[0].cited_by == ()


def test_a_sentence_among_the_notes_is_no_entry() -> None:
    rows = _code(
        ("reference", "Two more ports joined the pact in May, but they have not ratified it.[1][2]", None),
        ("reference", "[1] Fjord Notes", "1"),
        ("reference", "Port Review: Tolls and Tariffs of Kenya (2004)[2]", None),
    )
    assert [(r.number, r.title) for r in rows] == [
        (1, "Fjord Notes"),
        (None, "Port Review: Tolls and Tariffs of Kenya"),
    ]


def test_a_list_without_numbers_and_a_body_without_a_list() -> None:
    unnumbered = _code(("reference", "Fjord Notes. Tern Books.", None), ("reference", "Quay Notes", None))
    assert [(r.number, r.title) for r in unnumbered] == [(None, "Fjord Notes"), (None, "Quay Notes")]
    assert _code(("paragraph", "Norway spoke.[1]", None)) == []


def test_evidence_is_the_entry_itself() -> None:
    document = _document(("paragraph", "Norway spoke.", None), ("reference", "1. Quay Notes. Tern Books.", "1"))
    (row,) = citations.code(next(iter(parse([document]))))
    assert document.text[row.evidence.char_start : row.evidence.char_end] == "1. Quay Notes. Tern Books."
    assert row.evidence.sentence == 1
