"""Whether the published release is still what the sources, the code and the hand coding would give."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from pipeline.defs.resources import Folders
from pipeline.fingerprint import DISTRIBUTION, code_fingerprint, source_prints, sources_fingerprint

SOURCES, CODE, GOLD = "sources", "code or lexicons", "hand coding"


@dataclass(frozen=True, slots=True)
class State:
    """A look at the folders.

    sources, code, gold: fingerprints of the source files, of code, lexicons and libraries, and of the hand coding.
    published: version of the release in the outputs folder, None without one. changed: what is not as it was when that
    release was made; without a release everything.
    """

    folder: Path
    files: int
    sources: str
    code: str
    gold: str = ""
    published: str | None = None
    changed: tuple[str, ...] = (SOURCES, CODE, GOLD)

    @property
    def content(self) -> str:
        """What a run would work on: the same for the same files and code."""
        return f"{self.sources}-{self.code}-{self.gold}"

    @property
    def run_key(self) -> str:
        """The same for the same content over the same release, so that content asked for once is run once."""
        return f"{self.content}-after-{self.published or 'nothing'}"

    def reason_to_rest(self) -> str | None:
        """Why a run would change nothing; None where it would."""
        if not self.files:
            return f"There is no source in {self.folder}."
        if self.published and not self.changed:
            return f"Nothing has changed since release {self.published} was published."
        return None

    def reason_to_run(self) -> str:
        """What a run is for, in words."""
        if not self.published:
            return "Nothing is published yet."
        return f"Changed since release {self.published}: {', '.join(self.changed)}."


def look(folders: Folders) -> State:
    """The folders as they are now, compared with the release."""
    from pipeline.publish.history import history

    prints = source_prints(folders.seeds_path)
    gold = sources_fingerprint(source_prints(folders.gold_path)) if folders.gold_path else ""
    state = State(folders.seeds_path, len(prints), sources_fingerprint(prints), code_fingerprint(), gold)
    rows = history(folders.outputs_path)
    if not rows:
        return state
    changed = _changed(state, rows[-1], folders)
    return State(state.folder, state.files, state.sources, state.code, gold, rows[-1]["version"], changed)


def _changed(state: State, release: dict[str, Any], folders: Folders) -> tuple[str, ...]:
    """What differs: from what is remembered of the release, or else from what its row in `releases` tells."""
    from pipeline.made import recall, remember

    known = recall(folders.cache_path, folders.outputs_path)
    if known is not None:
        now = dict(zip((SOURCES, CODE, GOLD), state.content.split("-"), strict=True))
        then = dict(zip((SOURCES, CODE, GOLD), known.split("-"), strict=False))
        return tuple(name for name in now if now[name] != then.get(name))
    same = {
        SOURCES: release["sources_sha256"] == state.sources,
        CODE: _same_code(release),
        GOLD: release["gold_sha256"] in (None, state.gold),
    }
    if all(same.values()):
        remember(folders.cache_path, folders.outputs_path, state.content)
    return tuple(name for name in same if not same[name])


def _same_code(release: dict[str, Any]) -> bool:
    """Whether the installed code makes the rows that the release's row in `releases` names the makers of.

    Slower than comparing files, because it reads what the code does, and so only the last resort.
    """
    from pipeline.ingredients import lexicons_fingerprint, rules_fingerprint

    return (
        release["code_version"] == metadata.version(DISTRIBUTION)
        and release["rules_sha256"] in (None, rules_fingerprint())
        and release["lexicons_sha256"] in (None, lexicons_fingerprint())
    )
