"""What a person can set for a run: its folders, its workers, what may be published. And where frames rest between
steps."""

from __future__ import annotations

import logging
from pathlib import Path

import dagster as dg
import polars as pl
from pydantic import Field
from upath import UPath

from pipeline.defs.logged import LoggedProgress
from pipeline.errors import UsageError
from pipeline.progress import Heard
from pipeline.settings import CLUSTER, OUTPUTS, SEEDS, WORKERS, cache_folder, gold_folder, setting, whole_number


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


class Work(dg.ConfigurableResource):
    """Who parses and codes the documents that are new."""

    workers: int = Field(
        default=whole_number(WORKERS, 1),
        ge=1,
        description="Processes of this machine among which new documents are shared out; 1 codes them in the run's "
        "own process. Each process loads the language model (some seconds, about 400 MB).",
    )
    cluster: str = Field(
        default=setting(CLUSTER, ""),
        description="Address of a dask scheduler, such as tcp://10.0.0.5:8786, whose workers code the new documents "
        "instead; empty for none. They need this package and the library `distributed` installed.",
    )


class Rights(dg.ConfigurableResource):
    """What may be in the release."""

    restricted_text: bool = Field(
        default=False,
        description="Include the words of sources that may not be passed on. Only for a release that stays on your "
        "own machine: name an outputs folder that nobody publishes.",
    )


@dg.resource(description="Reports progress to the log of the run and keeps the times of its stages.")
def logged_progress(context: dg.InitResourceContext) -> Heard:
    return Heard(LoggedProgress(context.log or logging.getLogger(__name__)))


class FrameStore(dg.UPathIOManager):
    """Keeps the table of each asset as a Parquet file, from the step that makes it to those that use it."""

    extension = ".parquet"

    def dump_to_path(self, context: dg.OutputContext, obj: pl.DataFrame, path: UPath) -> None:
        with path.open("wb") as file:
            obj.write_parquet(file)

    def load_from_path(self, context: dg.InputContext, path: UPath) -> pl.DataFrame:
        return self._read(context.asset_key.to_user_string(), path)

    def stored(self, name: str) -> pl.DataFrame:
        """The table of an asset as it is stored now, for steps that read many and need no event for each."""
        return self._read(name, self._with_extension(UPath(self._base_path) / name))

    def _read(self, name: str, path: UPath) -> pl.DataFrame:
        try:
            with path.open("rb") as file:
                return pl.read_parquet(file)
        except FileNotFoundError as error:
            raise UsageError(f"The table {name} has not been made yet: materialise it, or run `refresh`.") from error


@dg.io_manager(description="Tables between steps, as Parquet files in the storage folder of the Dagster instance.")
def frame_store(context: dg.InitResourceContext) -> FrameStore:
    if context.instance is None:
        raise dg.DagsterInvariantViolationError("Tables between steps need a Dagster instance to lie in.")
    return FrameStore(base_path=UPath(context.instance.storage_directory()))
