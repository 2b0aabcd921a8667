"""What a build shows on a terminal: a progress bar, and a summary at the end."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipeline.progress import Progress as ProgressReport

if TYPE_CHECKING:
    from pipeline.defs.build import Built


class BarProgress(ProgressReport):
    """A bar over the documents, on a terminal only; files that cannot be used are named everywhere."""

    def __init__(self, stream: TextIO) -> None:
        self.console = Console(file=stream, soft_wrap=True, highlight=False)
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self.console,
            transient=True,
            disable=not self.console.is_terminal,
        )
        self.task = self.bar.add_task("start", total=None)

    def __enter__(self) -> BarProgress:
        self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bar.stop()

    def stage(self, name: str) -> None:
        self.bar.update(self.task, description=name)

    def documents(self, total: int) -> None:
        self.bar.update(self.task, total=total)

    def coded(self, file_name: str, rows: Mapping[str, int], seconds: float, reused: bool) -> None:
        self.bar.advance(self.task)

    def unreadable(self, file_name: str, check: str, reason: str) -> None:
        self.console.print(f"Not used: {file_name}: {reason}", markup=False)


def print_summary(built: Built) -> None:
    """The release, its tables with rows, rejected rows and seconds, and the time of each stage."""
    console = Console(highlight=False)
    table = Table(title=f"Release {built.version} in {built.outputs}", title_justify="left")
    table.add_column("table")
    for name in ("rows", "rejects", "seconds"):
        table.add_column(name, justify="right")
    for row in built.tables:
        table.add_row(row.name, f"{row.rows:,}", f"{row.rejects:,}", f"{row.seconds:.2f}")
    console.print(table)
    stages = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in built.stages.items())
    console.print(f"{built.documents} documents ({built.reused} unchanged) in {built.seconds:.1f} s: {stages}")
