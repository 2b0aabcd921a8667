"""Whether folders can be used, asked before hours of work and not after."""

from __future__ import annotations

import os
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
    """Whether files can be made in a folder, or the folder itself where it is not there yet."""
    return os.access(_existing(folder), os.W_OK | os.X_OK)


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())
