"""How far a build is: the stages report here, and who started the build decides what is shown.

Belongs here: the interface, its silent default, and a notebook of what was heard. Does not belong here: a way of
showing it (the command line draws a bar, a Dagster run writes to its log).
"""

from __future__ import annotations

import time
from collections.abc import Mapping


class Progress:
    """Hears of progress and ignores it. Subclasses show it."""

    def stage(self, name: str) -> None:
        """The stage `name` ("read", "code", ...) begins."""

    def documents(self, total: int) -> None:
        """`total` documents are about to be coded."""

    def coded(self, file_name: str, rows: Mapping[str, int], seconds: float, reused: bool) -> None:
        """One document is coded: its rows by table, the time it took, whether the cache had it."""

    def unreadable(self, file_name: str, check: str, reason: str) -> None:
        """One file could not be read."""


class Heard(Progress):
    """Passes progress on to `inner`, and remembers the stages with their times and the files that were not used.

    unused: file_name, check and reason of each file that could not be read.
    """

    def __init__(self, inner: Progress) -> None:
        self.inner = inner
        self.started: dict[str, float] = {"start": time.perf_counter()}
        self.unused: list[dict[str, str]] = []

    def seconds(self) -> dict[str, float]:
        """How long each stage took, the last one until now."""
        ends = [*list(self.started.values())[1:], time.perf_counter()]
        return {stage: round(end - start, 3) for (stage, start), end in zip(self.started.items(), ends, strict=True)}

    def stage(self, name: str) -> None:
        self.started[name] = time.perf_counter()
        self.inner.stage(name)

    def documents(self, total: int) -> None:
        self.inner.documents(total)

    def coded(self, file_name: str, rows: Mapping[str, int], seconds: float, reused: bool) -> None:
        self.inner.coded(file_name, rows, seconds, reused)

    def unreadable(self, file_name: str, check: str, reason: str) -> None:
        self.unused.append({"file_name": file_name, "check": check, "reason": reason})
        self.inner.unreadable(file_name, check, reason)
