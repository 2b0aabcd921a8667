"""Whether the published release is still what the sources and the code would give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.defs.resources import Folders
from pipeline.fingerprint import code_fingerprint, source_prints, sources_fingerprint


@dataclass(frozen=True, slots=True)
class State:
    """A look at the folders. `sources` and `code` are fingerprints; `version` of the release, None without one."""

    folder: Path
    files: int
    sources: str
    code: str
    version: str | None = None
    published_sources: str | None = None
    published_code: str | None = None

    @property
    def content(self) -> str:
        """What a run would work on: the same for the same files and code."""
        return f"{self.sources[:16]}-{self.code[:16]}"

    @property
    def run_key(self) -> str:
        """The same for the same content over the same release, so that content asked for once is run once."""
        return f"{self.content}-after-{self.version or 'nothing'}"

    def reason_to_rest(self) -> str | None:
        """Why a run would change nothing; None where it would."""
        if not self.files:
            return f"There is no source in {self.folder}."
        if (self.sources, self.code) == (self.published_sources, self.published_code):
            return f"Nothing has changed since release {self.version} was published."
        return None


def look(folders: Folders) -> State:
    """Fingerprints of the folders as they are now."""
    prints = source_prints(folders.seeds_path)
    return State(folders.seeds_path, len(prints), sources_fingerprint(prints), code_fingerprint())
