"""What is said about a source: YAML front matter, or a `.meta.yaml` beside a raw file, checked.

Belongs here: the fields a person may write and their checks. Does not belong here: what is guessed from the text
(guess) or which file they belong to (sources).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, Literal

import yaml
from edtf import EDTFParseException, parse_edtf
from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

GENRES = ("encyclopedia", "news", "opinion", "commentary", "policy_brief", "official", "other")

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n?|\n)(?P<yaml>.*?)(?:^)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.S | re.M
)
_OPEN_LICENCE = re.compile(
    r"cc0|cc[- ]by(?:[- ]sa)?(?:[- ]\d|$)|creative commons attribution(?: sharealike)?\b(?!.*(?:non|no[- ]?deriv))"
    r"|public[- ]domain|pd\b|pddl|odc-by|odbl|apache|mit\b|ogl|us[- ]gov",
    re.IGNORECASE,
)
_SIGNS_OF_FIELDS = re.compile(r"\s*(?:#.*\n\s*)*[\"']?\w[\w -]*[\"']?\s*:")


class MetadataError(Exception):
    """Front matter that cannot be used; the message names the line and what is wrong with it."""


def _edtf(value: object) -> object:
    """A YAML date or an EDTF string as EDTF text."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    words = str(value).strip()
    if not _is_edtf(words):
        raise ValueError(f"{words!r} is no EDTF date; write 2023, 2023-06, 2023-06-01 or leave it empty")
    return words


@lru_cache(maxsize=4096)
def _is_edtf(words: str) -> bool:
    """Whether a string is EDTF. Remembered: the grammar takes 25 ms, and each file's fields are read twice."""
    try:
        parse_edtf(words)
    except EDTFParseException:
        return False
    return True


def _text(value: object) -> object:
    """Scalars as text on one line, lists joined; null stays null."""
    if isinstance(value, list):
        return ", ".join(str(v) for v in value)
    if value is None or isinstance(value, dict):
        return value
    return " ".join(str(value).split()) or None


Text = Annotated[str | None, BeforeValidator(_text)]
Edtf = Annotated[str | None, BeforeValidator(_edtf)]


class Original(BaseModel):
    """The third-party text that a digest stands for."""

    model_config = ConfigDict(extra="ignore")

    file: Text = None
    sha256: Annotated[str | None, Field(pattern=r"^[0-9a-fA-F]{64}$")] = None
    licence: Text = Field(default=None, validation_alias=AliasChoices("licence", "license"))
    may_redistribute: bool | None = None


class FrontMatter(BaseModel):
    """Fields that front matter or a side file may carry. All are optional; others are ignored."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    id: Text = None
    title: Text = None
    author: Text = Field(default=None, validation_alias=AliasChoices("author", "authors"))
    publisher: Text = None
    url: Text = Field(default=None, validation_alias=AliasChoices("url", "source_url"))
    published: Edtf = Field(default=None, validation_alias=AliasChoices("published", "date"))
    accessed: Edtf = None
    genre: Literal[GENRES] | None = None  # type: ignore[valid-type]
    language: Text = None
    licence: Text = Field(default=None, validation_alias=AliasChoices("licence", "license"))
    may_redistribute: bool | None = None
    tags: Text = None
    original: Original | None = None

    def redistributable(self) -> bool:
        """Whether the text may be passed on: as said, else whether the licence is an open one."""
        return may_pass_on(self.may_redistribute, self.licence)


def merged(front: FrontMatter, other: FrontMatter | None) -> FrontMatter:
    """The front matter, completed by fields that only `other` has."""
    if other is None:
        return front
    missing = {n: getattr(other, n) for n in other.model_fields_set if n not in front.model_fields_set}
    return front.model_copy(update=missing)


def may_pass_on(said: bool | None, licence: str | None) -> bool:
    """Whether text may be passed on: as said, else by its licence (CC BY, CC BY-SA, CC0, public domain, ...)."""
    if said is not None:
        return said
    return bool(licence and _OPEN_LICENCE.match(licence.strip()))


@dataclass(frozen=True, slots=True)
class Split:
    """A file's front matter and the offset at which its text begins (0 without front matter)."""

    front: FrontMatter
    body: int


def split_front_matter(text: str) -> Split:
    """Read the front matter between `---` lines at the top, if there is any.

    Raises MetadataError with the line when it is not YAML or a field is wrong.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        if re.match(r"\ufeff?---[ \t]*(?:\r\n?|\n)", text) and _SIGNS_OF_FIELDS.match(text.split("---", 1)[1]):
            raise MetadataError(
                "line 1: the front matter opened by --- is not closed; end it with a line of three dashes"
            )
        return Split(FrontMatter(), 0)
    if not match["yaml"].strip():
        return Split(FrontMatter(), match.end())
    if not _SIGNS_OF_FIELDS.match(match["yaml"]):
        return Split(FrontMatter(), 0)
    return Split(read_fields(match["yaml"], first_line=2), match.end())


def read_fields(source: str, first_line: int = 1) -> FrontMatter:
    """The fields of a YAML text. first_line: the number of its first line in the file, for messages."""
    try:
        fields = yaml.safe_load(source)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise MetadataError(f"line {line}: not valid YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise MetadataError(f"line {first_line}: not valid YAML: {' '.join(str(error).split())}") from error
    if fields is None:
        return FrontMatter()
    if not isinstance(fields, dict):
        raise MetadataError(f"line {first_line}: expected fields such as `title: …`, found {type(fields).__name__}")
    try:
        return FrontMatter.model_validate({str(k): v for k, v in fields.items()})
    except ValidationError as error:
        raise MetadataError(_explain(error, source, first_line)) from error


def _explain(error: ValidationError, source: str, first_line: int) -> str:
    """The first wrong field, with its line."""
    first: Any = error.errors()[0]
    names = [str(n) for n in first["loc"] if not str(n).startswith("function-")]
    field = ".".join(names)
    key = re.search(rf"^\s*[\"']?{re.escape(names[-1])}[\"']?\s*:", source, re.MULTILINE) if names else None
    line = first_line + (
        source.count("\n", 0, key.start()) + key[0].count("\n", 0, len(key[0]) - len(key[0].lstrip())) if key else 0
    )
    reason = first["msg"].removeprefix("Value error, ")
    return f"line {line}: {field}: {reason} (found {first['input']!r})"
