"""Lexicon files, read and checked once.

Belongs here: opening packaged data. Coders get the checked entries and never see a file (see ARCHITECTURE).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

LEXICONS = files("pipeline.coding") / "lexicons"


class Entry(BaseModel):
    """Base of lexicon entries: an unknown key in a file is an error, so that a typing slip cannot pass."""

    model_config = ConfigDict(extra="forbid", frozen=True)


T = TypeVar("T")


class _Words(yaml.CSafeLoader):
    """YAML in which only true and false are booleans: "on", "no" and "off" are words of our lexicons."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Words.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def _raw(name: str) -> object:
    return yaml.load((LEXICONS / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_Words)


@cache
def words(name: str) -> frozenset[str]:
    """The list `name` of lexicons/grammar.yaml."""
    return frozenset(load("grammar", dict[str, list[str]])[name])


def load(name: str, shape: type[T]) -> T:
    """The lexicon `name` (a file in coding/lexicons) validated as `shape`, e.g. `list[Frame]`.

    Raises pydantic.ValidationError naming the entry and the field that is wrong.
    """
    return TypeAdapter(shape).validate_python(_raw(name))
