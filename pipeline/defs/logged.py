"""Progress in the log of a Dagster run: one line per document that can be searched, and now and then how far it is."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping

from pipeline.progress import Progress

SECONDS_BETWEEN_LINES = 10.0
"""How often a long run says how far it is."""


class LoggedProgress(Progress):
    """Writes progress to a log. Lines are `what key=value ...`; documents that the cache had are for debugging."""

    def __init__(self, log: logging.Logger) -> None:
        self.log = log
        self.total = self.done = self.fresh = 0
        self.began = self.told = time.monotonic()

    def stage(self, name: str) -> None:
        self.log.info("stage name=%s", name)

    def documents(self, total: int) -> None:
        self.total, self.done, self.fresh = total, 0, 0
        self.began = self.told = time.monotonic()
        self.log.info("documents total=%d", total)

    def coded(self, file_name: str, rows: Mapping[str, int], seconds: float, reused: bool) -> None:
        self.done += 1
        self.fresh += not reused
        told = " ".join(f"{table}={count}" for table, count in rows.items() if count) or "rows=0"
        line = "coded file=%r %s seconds=%.2f reused=%s"
        (self.log.debug if reused else self.log.info)(line, file_name, told, seconds, "yes" if reused else "no")
        self._tell_how_far()

    def _tell_how_far(self) -> None:
        now = time.monotonic()
        if now - self.told < SECONDS_BETWEEN_LINES or self.done == self.total:
            return
        self.told = now
        left = (now - self.began) / self.done * (self.total - self.done)
        share = 100 * self.done // self.total
        self.log.info("progress documents=%d of=%d percent=%d seconds_left=%.0f", self.done, self.total, share, left)

    def unreadable(self, file_name: str, check: str, reason: str) -> None:
        self.log.warning("not used file=%r check=%s reason=%s", file_name, check, reason)
