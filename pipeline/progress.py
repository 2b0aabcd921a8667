"""How far a build is: the stages report here, and who started the build decides what is shown.

Belongs here: the interface and its silent default. Does not belong here: a way of showing it (the command line
draws a bar, a Dagster run writes to its log).
"""

from __future__ import annotations


class Progress:
    """Hears of progress and ignores it. Subclasses show it."""

    def stage(self, name: str) -> None:
        """The stage `name` ("read", "code", ...) begins."""

    def documents(self, total: int) -> None:
        """`total` documents are about to be coded."""

    def coded(self, file_name: str, rows: int, seconds: float, reused: bool) -> None:
        """One document is coded: its rows over all tables, the time it took, whether the cache had it."""

    def unreadable(self, file_name: str, check: str, reason: str) -> None:
        """One file could not be read."""
