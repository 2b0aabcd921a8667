"""What a release was made from, remembered beside the coded documents.

A release tells its sources and the version of the code, which is too little to see that a lexicon was edited since.
What it does not tell is kept here, by the release's exact content. Belongs here: that memory, which can be thrown away
at any time. Does not belong here: what is compared with it (pipeline.defs.state).
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from pipeline.publish.files import SUMS, sha256, sums

FOLDER = "made"


def remember(cache: Path | None, outputs: Path, content: str) -> None:
    """Keep what the release in `outputs` was made from. A folder that cannot be written costs time later, no more."""
    place = _place(cache, outputs)
    if place is None:
        return
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
        Path(name).replace(place)


def recall(cache: Path | None, outputs: Path) -> str | None:
    """What the release in `outputs` was made from; None where that is not remembered."""
    place = _place(cache, outputs)
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return place.read_text(encoding="utf-8") if place else None
    return None


def is_whole(outputs: Path) -> bool:
    """Whether every file of the release in `outputs` is as it was published."""
    with contextlib.suppress(OSError):
        return (outputs / SUMS).read_text(encoding="utf-8") == sums(outputs)
    return False


def _place(cache: Path | None, outputs: Path) -> Path | None:
    if cache is None:
        return None
    with contextlib.suppress(OSError):
        return cache / FOLDER / sha256(outputs / SUMS)
    return None
