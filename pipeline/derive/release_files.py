"""What a descriptor must know of a release: its version, its files, its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of the release: path relative to its folder, length in bytes, SHA-256."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ReleaseFiles:
    """A release as its descriptors tell it.

    parquet, csv: table name -> file. database: name of the DuckDB file; its bytes differ from build to build, so no
    descriptor tells its hash. documents: the rows of the table `documents`. row_counts: rows per table. quality:
    the rows of the table `quality`. private: whether it holds words that may not be passed on.
    """

    version: str
    parquet: Mapping[str, PublishedFile]
    csv: Mapping[str, PublishedFile]
    database: str = "peru_us.duckdb"
    documents: Sequence[Mapping[str, Any]] = ()
    row_counts: Mapping[str, int] = field(default_factory=dict)
    quality: Sequence[Mapping[str, Any]] = ()
    private: bool = False

    @property
    def languages(self) -> list[str]:
        """Languages of the sources, in alphabetical order; English where there are none."""
        return sorted({document["language"] for document in self.documents}) or ["en"]
