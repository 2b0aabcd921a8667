"""Whether the published release is still what the sources would give."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline.defs.resources import Folders
from pipeline.fingerprint import DISTRIBUTION, source_prints, sources_fingerprint


@dataclass(frozen=True, slots=True)
class State:
    """A look at the folders.

    sources: fingerprint of the source files; code: version of this package. published: version of the release in the
    outputs folder, None without one, and with it the sources and the code that it was made from.
    """

    folder: Path
    files: int
    sources: str
    code: str
    published: str | None = None
    published_sources: str | None = None
    published_code: str | None = None

    @property
    def content(self) -> str:
        """What a run would work on: the same for the same files and code."""
        return f"{self.sources}-{self.code}"

    @property
    def run_key(self) -> str:
        """The same for the same content over the same release, so that content asked for once is run once."""
        return f"{self.content}-after-{self.published or 'nothing'}"

    def reason_to_rest(self) -> str | None:
        """Why a run would change nothing; None where it would."""
        if not self.files:
            return f"There is no source in {self.folder}."
        if (self.sources, self.code) == (self.published_sources, self.published_code):
            return f"Nothing has changed since release {self.published} was published."
        return None


def look(folders: Folders) -> State:
    """The folders as they are now."""
    from pipeline.publish.history import current

    prints = source_prints(folders.seeds_path)
    found = current(folders.outputs_path)
    return State(
        folder=folders.seeds_path,
        files=len(prints),
        sources=sources_fingerprint(prints),
        code=metadata.version(DISTRIBUTION),
        published=found.version if found else None,
        published_sources=found.sources_sha256 if found else None,
        published_code=found.code_version if found else None,
    )
