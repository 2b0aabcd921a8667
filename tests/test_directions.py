"""The directions of ARCHITECTURE: who may import whom, who may import dagster, who may touch files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

SHARED = {"errors", "resources"}
"""Modules of `pipeline` that any stage may use: they know no stage."""

MAY_IMPORT = {
    "read": {"read"},
    "language": {"read", "language"},
    "coding": {"read", "language", "coding"},
    "merge": {"read", "language", "coding", "merge", "derive"},
    "derive": {"derive", "read"},
    "publish": {"derive", "publish", "read", "coding", "merge"},
    "released": {"derive", "publish", "read", "released"},
    "quality": {"read", "language", "coding", "merge", "derive", "quality", "coded", "fingerprint", "progress"},
}
"""Which parts of `pipeline` a stage may know: itself and what comes before it. `derive` knows the
schemas, and of files only those that could not be read."""

WRITING_CALLS = {"write_text", "write_bytes", "write_parquet", "write_csv", "write_ipc", "mkdir", "rename", "unlink"}
MAY_WRITE = (
    "pipeline/publish/",
    "pipeline/coded.py",
    "pipeline/made.py",
    "pipeline/quality/kept.py",
    "pipeline/defs/resources.py",
)
"""The release, the caches of coded documents, of figures and of what releases were made from, frames between steps."""

READING_CALLS = {"open", "read_text", "read_bytes", "read_parquet", "read_csv", "files"}

MODULES = sorted([*(ROOT / "pipeline").rglob("*.py"), *(ROOT / "schemas").rglob("*.py")])


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    """Full names of all modules a file imports, those inside functions included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno} imports relatively; say the full name"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(path: Path) -> Iterator[str]:
    """Last names of all functions a file calls."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def in_stage(path: Path) -> str | None:
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "pipeline" and len(parts) > 2 else None


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 20
    assert set(MAY_IMPORT) <= {in_stage(path) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_follow_the_data(path: Path) -> None:
    parts = {name.split(".")[1] for name in imported(path) if name.startswith("pipeline.")}
    stage = in_stage(path)
    if path.is_relative_to(ROOT / "schemas"):
        assert not parts, "schemas know nothing of the pipeline"
    elif stage in MAY_IMPORT:
        assert parts <= MAY_IMPORT[stage] | SHARED


def test_no_two_modules_need_each_other() -> None:
    """Not through others either, nor for the sake of types alone: prepare() raises CycleError with the ring."""
    modules = {name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", "."): path for path in MODULES}
    needed: dict[str, set[str]] = {}
    for module, path in modules.items():
        names = set(imported(path)) & modules.keys()
        packages = {name.rpartition(".")[0] for name in names}  # `from package import module` needs the module
        needed[module] = names - packages - {module}
    TopologicalSorter(needed).prepare()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_defs_imports_dagster(path: Path) -> None:
    if in_stage(path) != "defs":
        assert not [name for name in imported(path) if name.split(".")[0].startswith("dagster")]


@pytest.mark.parametrize("path", [path for path in MODULES if in_stage(path) == "coding"], ids=name_of)
def test_coders_open_no_file(path: Path) -> None:
    assert not READING_CALLS & set(called(path))
    assert "pathlib" not in set(imported(path))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_publish_writes(path: Path) -> None:
    if not name_of(path).startswith(MAY_WRITE):
        assert not WRITING_CALLS & set(called(path))
