"""Keys: short hashes of what a row is, so that an unchanged thing keeps its key when other sources come or go.

Belongs here: how keys are formed. Does not belong here: which content identifies a row (the module of its table).
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable

Part = str | int | float | None | tuple["Part", ...]

_BYTES = 10
"""80 bits, 16 base32 letters: two of ten million rows share a key with a chance of about 4 in 10**11."""


def make_id(prefix: str, *parts: Part) -> str:
    """`prefix_xxxxxxxxxxxxxxxx` from the content that identifies a row, the same on every machine and run.

    >>> make_id("act", "person", "ana lund")
    'act_qrkukzhurm4sqnzs'
    """
    content = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
    return f"{prefix}_{base64.b32encode(digest).decode('ascii').lower()}"


def number_repeats(ids: Iterable[str]) -> list[str]:
    """The ids in their order, a repeated one marked `_2`, `_3`, ...: rows that read alike stay apart."""
    seen: dict[str, int] = {}
    out = []
    for i in ids:
        seen[i] = seen.get(i, 0) + 1
        out.append(i if seen[i] == 1 else f"{i}_{seen[i]}")
    return out
