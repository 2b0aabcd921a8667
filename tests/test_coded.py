"""The cache of coded documents: what it keeps, and what it refuses to believe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import coded as module
from pipeline.coded import Cache, CodingFailed, code_documents, count_rows
from pipeline.coding.rows import (
    Actor,
    ActorMention,
    Citation,
    CodedDocument,
    EventCount,
    EventMention,
    Evidence,
)
from pipeline.progress import Progress
from pipeline.read.model import Block, Document, Metadata, Sentence


def document(name: str, text: str = "Norway sent 40 engineers to Chile.") -> Document:
    return Document(
        document_id=name,
        file_name=f"{name}.md",
        sha256="0" * 64,
        text=text,
        text_kind="original",
        meta=Metadata(title="Engineers", published="2020-05"),
        blocks=(Block("paragraph", 0, len(text), section=("News", "North"), cells=((0, 6),)),),
        sentences=(Sentence(0, 0, 0, len(text)),),
    )


def coded(of: Document) -> CodedDocument:
    words = Evidence(0, 0, 11, "aid.send", 0.8)
    count = EventCount(words, "deployed", "=", 40.0)
    return CodedDocument(
        document=of,
        actors=[Actor("Norway", "state", "NOR", aliases=("Norwegian side",)), Actor("Chile", "state", "CHL")],
        actor_mentions=[ActorMention(words, 0, "Norway", "name")],
        event_mentions=[EventMention(words, 0, "sent", "AID", None, "occurred", (0,), (1,), counts=(count,))],
        citations=[Citation(evidence=words, number=None, authors=("Berg, A.", "Soto, B."), cited_by=(0,))],
        coding=["coded"],
    )


class Heard(Progress):
    def __init__(self) -> None:
        self.reused: list[bool] = []

    def coded(self, file_name: str, rows: Mapping[str, int], seconds: float, reused: bool) -> None:
        self.reused.append(reused)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replaces parser and coders; the list tells which documents they were given."""
    done: list[str] = []

    def fresh(documents: Iterable[Document]) -> Iterator[CodedDocument]:
        for each in documents:
            if "unlucky" in each.document_id:
                raise ZeroDivisionError("no clause to divide")
            done.append(each.document_id)
            yield coded(each)

    monkeypatch.setattr(module, "_coded", fresh)
    return done


def run(documents: list[Document], folder: Path | None) -> tuple[list[CodedDocument], list[bool]]:
    heard = Heard()
    return list(code_documents(documents, Cache(folder), heard)), heard.reused


def test_what_comes_back_is_what_was_put_in(tmp_path: Path) -> None:
    cache, whole = Cache(tmp_path), coded(document("a"))
    cache.put(whole)
    assert cache.get(document("a")) == whole
    assert cache.hits == 1


def test_only_new_documents_are_coded(tmp_path: Path, work: list[str]) -> None:
    first, _ = run([document("a"), document("c")], tmp_path)
    second, reused = run([document("a"), document("b"), document("c")], tmp_path)
    assert work == ["a", "c", "b"]
    assert reused == [True, False, True]
    assert [each.document.document_id for each in second] == ["a", "b", "c"]
    assert [second[0], second[2]] == first


def test_without_a_folder_everything_is_coded(work: list[str]) -> None:
    run([document("a")], None)
    run([document("a")], None)
    assert work == ["a", "a"]


@pytest.mark.parametrize(
    "other",
    [
        document("a", "Norway sent 41 engineers to Chile."),
        document("b"),
        SimpleNamespace,
    ],
    ids=["other text", "other id", "other code"],
)
def test_other_content_is_not_mistaken(tmp_path: Path, work: list[str], other, monkeypatch: pytest.MonkeyPatch) -> None:
    run([document("a")], tmp_path)
    if other is SimpleNamespace:
        monkeypatch.setattr(module, "coding_fingerprint", lambda: "f" * 64)
        other = document("a")
    _, reused = run([other], tmp_path)
    assert reused == [False]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: b"",
        lambda content: content.replace(b"Norway", b"Sweden"),
        lambda content: b"\x80\x04K\x01." + content,
    ],
    ids=["torn", "empty", "edited", "foreign"],
)
def test_a_spoilt_file_is_made_anew(tmp_path: Path, work: list[str], spoil) -> None:
    whole, _ = run([document("a")], tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(spoil(path.read_bytes()))
    again, reused = run([document("a")], tmp_path)
    assert (again, reused) == (whole, [False])
    assert run([document("a")], tmp_path)[1] == [True], "and kept again"


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path, work: list[str]) -> None:
    (tmp_path / "file").write_text("not a folder")
    whole, _ = run([document("a")], tmp_path / "file" / "cache")
    assert len(whole) == 1


def test_a_fault_names_the_document(work: list[str]) -> None:
    with pytest.raises(CodingFailed, match=r"unlucky\.md.*ZeroDivisionError: no clause to divide"):
        run([document("a"), document("unlucky")], None)


def test_rows_are_counted_over_all_tables() -> None:
    counts = count_rows(coded(document("a")))
    assert {table: count for table, count in counts.items() if count} == {
        "actors": 2,
        "actor_mentions": 1,
        "event_mentions": 1,
        "citations": 1,
    }


def test_what_is_all_kept_needs_neither_parser_nor_coders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(tmp_path).put(coded(document("a")))
    monkeypatch.setitem(sys.modules, "pipeline.language.parser", None)
    assert run([document("a")], tmp_path)[1] == [True]
    with pytest.raises(CodingFailed):
        run([document("b")], tmp_path)
