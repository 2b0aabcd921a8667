"""Whether folders can be used, asked before hours of work and not after."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pipeline.errors import UsageError


def check_outputs(outputs: Path) -> None:
    """Raises UsageError where a release could not be put at `outputs`: it is swapped in from its parent folder."""
    if not can_write(outputs.parent):
        raise UsageError(
            f"The release cannot be written to {outputs}: {_existing(outputs.parent)} is read-only for this user. Make "
            "it writable, or name another folder for outputs. The former release stays."
        )


def can_write(folder: Path) -> bool:
    """Whether files can be made in a folder, or the folder itself where it is not there yet. Found out by trying.

    Rights alone do not tell: root may write everywhere, and then the file system refuses.
    """
    try:
        with tempfile.TemporaryDirectory(dir=_existing(folder), prefix=".peru-us-"):
            return True
    except OSError:
        return False


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())
