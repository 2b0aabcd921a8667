"""Figures kept from one build to the next, by the content of what they were measured on.

Belongs here: a file of JSON in the cache folder. Its name is the fingerprint of gold files, texts and code, its first
line the SHA-256 of the rest, so that a torn or foreign file is measured anew. It can be thrown away at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pipeline.fingerprint import code_fingerprint


@dataclass(frozen=True, slots=True)
class Kept:
    """The figures of one content. folder: None where nothing is to be kept. content: its fingerprint, code apart."""

    folder: Path | None
    content: str

    def get(self) -> list[dict[str, object]] | None:
        """The rows that were measured on exactly this content by exactly this code, if a sound file has them."""
        try:
            print_, _, body = self._path().read_bytes().partition(b"\n") if self.folder else (b"", b"", b"")
        except OSError:
            return None
        return json.loads(body) if body and _sha256(body) == print_ else None

    def put(self, rows: list[dict[str, object]]) -> None:
        """Keep rows. A folder that cannot be written costs time later, not the build."""
        if self.folder is None:
            return
        body = json.dumps(rows).encode()
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(_sha256(body) + b"\n" + body)
            Path(name).replace(self._path())

    def _path(self) -> Path:
        assert self.folder is not None
        name = hashlib.sha256(f"{self.content}\n{code_fingerprint()}".encode()).hexdigest()
        return self.folder / f"quality-{name}.json"


def _sha256(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
