"""Gold files: documents that a person coded by hand, read and checked.

Belongs here: reading the files, and telling what is wrong with one. Does not belong here: judging published rows.

A gold file is JSON, `<file name of the document>.gold.json`, one per document: an object with `document` (that file
name) and a list of rows for each table that was coded; a table that is left out was not coded and is not measured. It
may name the `corpus` that it belongs to. Rows marked `optional` are neither rewarded nor punished.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from pipeline.errors import UsageError
from pipeline.quality.gold_format import GoldDocument
from pipeline.quality.names import key
from schemas.vocabularies.compared import COMPARED

ENDING = ".gold.json"
_SLIP = 85
"""Likeness, of 100, from which an unknown field is a misspelt one and not a coder's own note."""
_SHOWN = 50
"""Characters of a row's words that name it in a message."""


class GoldError(UsageError):
    """A gold file cannot be used; the message names file, row and what is wrong."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file as read. file: its name, for messages."""

    file: str
    coded: GoldDocument

    @property
    def document(self) -> str:
        return self.coded.document

    def rows(self, table: str) -> list[Any] | None:
        """The coded rows of a table, None where the table was not coded."""
        return getattr(self.coded, table)

    def fault(self, table: str, number: int, problem: str) -> GoldError:
        """An error that names the row, counted from 1."""
        said = (self.rows(table) or [])[number - 1].words or ""
        return GoldError(f"{self.file}: {table}, row {number} ({_short(said)}): {problem}")


def gold_files(folder: Path) -> list[Path]:
    """The gold files of a folder, subfolders apart, in the order of their names."""
    return sorted(path for path in folder.glob(f"*{ENDING}") if not path.name.startswith("."))


def read_gold(folder: Path) -> list[Gold]:
    """Every gold file of a folder, checked in itself.

    Raises GoldError for a folder without gold files and for a file that is broken, not of this format, coded with
    words outside the vocabularies or with actors that it does not list, or of a document that another file has.
    """
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise GoldError(f"The folder of gold files {folder} {what}. Name the folder that holds your *{ENDING} files.")
    paths = gold_files(folder)
    if not paths:
        raise GoldError(f"No gold file in {folder}: put at least one *{ENDING} file there.")
    found: dict[str, Gold] = {}
    for path in paths:
        gold = _read(path)
        if gold.document in found:
            raise GoldError(f"{path.name} and {found[gold.document].file} are both of {gold.document}; keep one.")
        found[gold.document] = gold
    return list(found.values())


def _read(path: Path) -> Gold:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{path.name} cannot be opened: {error.strerror}; check its permissions.") from error
    except json.JSONDecodeError as error:
        raise GoldError(f"{path.name} is no JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path.name} is not encoded in UTF-8 (byte {error.start}); save it as UTF-8.") from error
    if not isinstance(content, dict):
        raise GoldError(f"{path.name} holds no object: it must begin with {{ and name its `document`.")
    try:
        gold = Gold(path.name, GoldDocument.model_validate(content))
    except ValidationError as error:
        raise GoldError(f"{path.name}: {_explained(error, content)}") from error
    for problem in (*_slips(gold), *_unlisted(gold)):
        raise problem
    return gold


def _explained(error: ValidationError, content: Mapping[str, Any]) -> str:
    """The first fault: table, row counted from 1, field, what is wrong."""
    fault = error.errors(include_url=False)[0]
    table, *inner = fault["loc"]
    problem = fault["msg"].removeprefix("Value error, ").rstrip(".")
    if not inner or not isinstance(inner[0], int):
        return f"{table}: {problem}."
    row = content[str(table)][inner[0]]
    said = next((row[n] for n in ("quote", "name", "title") if row.get(n)), "") if isinstance(row, dict) else row
    field = f" {'.'.join(map(str, inner[1:]))}:" if inner[1:] else ""
    return f"{table}, row {inner[0] + 1} ({_short(str(said))}):{field} {problem}."


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return f"“{flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + '…'}”"


def _slips(gold: Gold) -> Iterator[GoldError]:
    """Unknown fields that are known ones misspelt: read as notes they would make a figure wrong without a word."""
    for name, meant in _misspelt(gold.coded):
        yield GoldError(f"{gold.file}: there is no field `{name}`; is `{meant}` meant?")
    for table in COMPARED:
        for number, row in enumerate(gold.rows(table) or [], 1):
            for name, meant in _misspelt(row):
                yield gold.fault(table, number, f"there is no field `{name}`; is `{meant}` meant?")


def _misspelt(model: BaseModel) -> Iterator[tuple[str, str]]:
    for name in model.model_extra or {}:
        near = process.extractOne(name, list(type(model).model_fields), score_cutoff=_SLIP)
        if near:
            yield name, near[0]


_ACTORS_IN = {
    "events": ("sources", "targets"),
    "agreements": ("parties",),
    "recommendations": ("addressees",),
}
"""Fields that hold names of the file's own actors."""


def _unlisted(gold: Gold) -> Iterator[GoldError]:
    """Rows that name an actor whom the file does not list."""
    if gold.coded.actors is None:
        return
    known = {key(name) for actor in gold.coded.actors for name in (actor.name, *actor.aliases)}
    for table, fields in _ACTORS_IN.items():
        for number, row in enumerate(gold.rows(table) or [], 1):
            for field in fields:
                for name in getattr(row, field):
                    if key(name) not in known:
                        yield gold.fault(table, number, f"{field}: {name!r} is not among the file's actors.")
