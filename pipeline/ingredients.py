"""What decides the rows of a release besides its sources: code and lexicons, each with a fingerprint of its own.

Belongs here: telling whether rules or lexicon entries are others than before, so that a release can say why it differs.
Does not belong here: whether something must be built anew (pipeline.fingerprint), which any change of a file decides.

Comments, docstrings and layout do not count: they change no row.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from pipeline.fingerprint import ROOT, sha256_of

RULES = ("pipeline/read", "pipeline/language", "pipeline/coding", "pipeline/merge", "schemas")
"""The packages that decide what rows there are; the others check, describe and publish them."""

LEXICONS = "pipeline/coding/lexicons"


def rules_fingerprint(root: Path = ROOT) -> str:
    """One SHA-256 for the code that decides what rows there are, by what it does."""
    files = (path for package in RULES for path in sorted((root / package).rglob("*.py")))
    return sha256_of(f"{path.relative_to(root).as_posix()}\0{_meaning(path)}" for path in files)


def lexicons_fingerprint(root: Path = ROOT) -> str:
    """One SHA-256 for the entries of all lexicons."""
    files = sorted((root / LEXICONS).rglob("*.yaml"))
    return sha256_of(f"{path.relative_to(root).as_posix()}\0{_entries(path)}" for path in files)


def _meaning(path: Path) -> str:
    tree = ast.parse(path.read_bytes())
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = list(_without_strings_alone(node.body))
    return ast.dump(tree)


def _without_strings_alone(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Strings that stand alone explain; they do nothing."""
    for statement in body:
        alone = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not (alone and isinstance(statement.value.value, str)):  # type: ignore[attr-defined]
            yield statement


def _entries(path: Path) -> str:
    return json.dumps(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), default=str)
