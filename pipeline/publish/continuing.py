"""A folder in which the next release goes on with the history of another folder's, so that both can be compared."""

from __future__ import annotations

from pathlib import Path

from pipeline.derive.frames import conform
from pipeline.publish.files import SUMS, sums
from pipeline.publish.history import history
from pipeline.publish.parquet import parquet_path, write_parquet
from schemas.releases import Releases


def begin_with_history(former: Path, outputs: Path) -> None:
    """Makes the folder `outputs` with the history of the release in `former`, and nothing else of it.

    What is built there from the same sources by the same code is the release of `former`, byte by byte.
    """
    path = parquet_path(outputs, Releases)
    path.parent.mkdir(parents=True)
    write_parquet(Releases, conform(Releases, history(former)), path)
    (outputs / SUMS).write_text(sums(outputs), encoding="utf-8")
