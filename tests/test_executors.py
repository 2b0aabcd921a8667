"""Documents shared out among workers: the same rows in the same order, and faults that name their document."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.coded import SHARD, Cache, CodingFailed, code_documents
from pipeline.errors import UsageError
from pipeline.executors import executor
from pipeline.progress import Progress
from pipeline.read.model import Document
from pipeline.read.sources import read_sources

TEXT = "# {one} and Japan\n\nIn May 20{year} {one} recalled its envoy from Japan.\n"


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    here = tmp_path_factory.mktemp("seeds")
    for year in range(10, 11 + SHARD):
        (here / f"d{year}.md").write_text(TEXT.format(one="Kenya", year=year), encoding="utf-8")
    return list(read_sources(here).documents)


def coded(documents: list[Document], **who) -> list:
    return list(code_documents(documents, Cache(None), Progress(), **who))


def test_workers_give_the_same_rows(documents: list[Document]) -> None:
    assert len(documents) > SHARD, "enough for more than one shard"
    alone = coded(documents)
    assert all(one.event_mentions for one in alone)
    assert coded(documents, workers=2) == alone


def test_a_cluster_gives_the_same_rows(documents: list[Document]) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster:
        assert coded(documents, cluster=cluster.scheduler_address) == coded(documents)


def test_a_cluster_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("pipeline.executors.SECONDS_TO_CONNECT", 0.5)
    with (
        pytest.raises(UsageError, match=r"No dask scheduler answers at 'tcp://127\.0\.0\.1:1'"),
        executor(1, "tcp://127.0.0.1:1"),
    ):
        pass


def test_few_documents_start_no_worker(documents: list[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.executors.ProcessPoolExecutor", None)
    assert len(coded(documents[:SHARD], workers=8)) == SHARD


def test_a_fault_in_a_worker_names_document_and_cause(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr("pipeline.coding.coder.code", lambda parsed: {}[parsed.document.file_name])
    with (
        distributed.LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster,
        pytest.raises(CodingFailed, match=r"d10\.md could not be coded: KeyError: 'd10.md'") as raised,
    ):
        coded(documents, cluster=cluster.scheduler_address)
    assert raised.value.file_name == "d10.md"


def test_nothing_new_asks_no_cluster(documents: list[Document], tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    list(code_documents(documents, cache, Progress()))
    assert len(list(code_documents(documents, cache, Progress(), cluster="tcp://127.0.0.1:1"))) == len(documents)
