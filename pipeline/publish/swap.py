"""A folder replaced as a whole: readers see the old one or the new one, never a part.

On Linux and macOS the kernel exchanges the two folders in one step. Where it cannot (an old kernel, some network file
systems) two renames follow each other; a run that dies between them is repaired by `clean_up` of the next.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2) on Linux, RENAME_SWAP of renamex_np(2) on macOS


def staging_folder(target: Path) -> Path:
    """Where the next content of `target` is built: beside it, so that renaming never copies."""
    return target.parent / f".{target.name}.new"


def _set_aside(target: Path) -> Path:
    return target.parent / f".{target.name}.old"


def swap_in(staging: Path, target: Path) -> None:
    """Puts the folder `staging` in the place of the folder `target`, and removes what was there.

    If it fails, `target` is as before and OSError is raised; `staging` is left to the caller.
    """
    if not target.exists():
        staging.rename(target)
        return
    if exchange(staging, target):
        shutil.rmtree(staging, ignore_errors=True)
        return
    old = _set_aside(target)
    target.rename(old)
    try:
        staging.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def clean_up(target: Path) -> None:
    """Removes what a run that died left beside `target`, after putting back a folder it had set aside."""
    old = _set_aside(target)
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (old, staging_folder(target)):
        if leftover.exists():
            shutil.rmtree(leftover)


def exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step; False where the system cannot."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return library.renamex_np(*names, _EXCHANGE) == 0
    if hasattr(library, "renameat2"):
        return library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0
    return False
