"""What a build tells of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BuiltTable:
    """One published table: its rows, the rows it lost to `rejects`, and the seconds its check took."""

    name: str
    rows: int
    rejects: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Built:
    """A release as published.

    documents, reused: how many were coded, and how many of them the cache had. stages: seconds of each stage in the
    order of the data flow. unreadable: file_name, check and reason of the files that could not be used.
    """

    version: str
    outputs: str
    documents: int
    reused: int
    seconds: float
    stages: dict[str, float]
    tables: list[BuiltTable]
    unreadable: list[dict[str, str]]
