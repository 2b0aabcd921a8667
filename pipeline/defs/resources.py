"""What a run needs from outside: its folders, its progress report, and where frames rest between steps."""

from __future__ import annotations

import logging
from pathlib import Path

import dagster as dg
import polars as pl
from pydantic import Field
from upath import UPath

from pipeline.progress import Progress
from pipeline.settings import OUTPUTS, SEEDS, cache_folder, gold_folder, setting


class Folders(dg.ConfigurableResource):
    """Where sources lie and where the release goes. Both may lie anywhere; sources are only read.

    Defaults are those of the environment in which the service was started.
    """

    seeds: str = Field(
        default=setting(SEEDS, "seeds"),
        description="Folder with the sources: .md, .txt and .html files, subfolders included.",
    )
    outputs: str = Field(
        default=setting(OUTPUTS, "outputs"),
        description="Folder of the release. Its former content is replaced as a whole.",
    )
    cache: str = Field(
        default=str(cache_folder()),
        description="Folder that keeps coded documents, so that unchanged ones are not parsed again; empty for none.",
    )
    gold: str = Field(
        default=gold_folder(),
        description="Folder of hand-coded documents, against which the release is measured; empty for none.",
    )

    @property
    def seeds_path(self) -> Path:
        return Path(self.seeds).expanduser().resolve()

    @property
    def outputs_path(self) -> Path:
        return Path(self.outputs).expanduser().resolve()

    @property
    def cache_path(self) -> Path | None:
        """None where no cache is wanted (an empty setting)."""
        return Path(self.cache).expanduser().resolve() if self.cache else None

    @property
    def gold_path(self) -> Path | None:
        """None where nothing is to be measured (an empty setting, or no such folder)."""
        path = Path(self.gold).expanduser().resolve()
        return path if self.gold and path.is_dir() else None


class LoggedProgress(Progress):
    """Writes progress to the log of a Dagster run."""

    def __init__(self, log: logging.Logger) -> None:
        self.log = log

    def documents(self, total: int) -> None:
        self.log.info("%d documents to code", total)

    def coded(self, file_name: str, rows: int, seconds: float, reused: bool) -> None:
        how = "taken from the cache" if reused else f"coded in {seconds:.1f} s"
        self.log.info("%s: %d rows, %s", file_name, rows, how)

    def unreadable(self, file_name: str, check: str, reason: str) -> None:
        self.log.warning("%s not used (%s): %s", file_name, check, reason)


@dg.resource(description="Reports progress to the log of the run.")
def logged_progress(context: dg.InitResourceContext) -> Progress:
    return LoggedProgress(context.log or logging.getLogger(__name__))


class FrameStore(dg.UPathIOManager):
    """Keeps the table of each asset as a Parquet file, from the step that makes it to those that use it."""

    extension = ".parquet"

    def dump_to_path(self, context: dg.OutputContext, obj: pl.DataFrame, path: UPath) -> None:
        with path.open("wb") as file:
            obj.write_parquet(file)

    def load_from_path(self, context: dg.InputContext, path: UPath) -> pl.DataFrame:
        with path.open("rb") as file:
            return pl.read_parquet(file)


@dg.io_manager(description="Tables between steps, as Parquet files in the storage folder of the Dagster instance.")
def frame_store(context: dg.InitResourceContext) -> FrameStore:
    if context.instance is None:
        raise dg.DagsterInvariantViolationError("Tables between steps need a Dagster instance to lie in.")
    return FrameStore(base_path=UPath(context.instance.storage_directory()))
