"""README.md says what is so: its made parts are current, its examples run, what it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import duckdb
import pytest

from pipeline import settings
from pipeline.cli import main
from tests.readme_parts import README, with_parts

ROOT = README.parent
TEXT = README.read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


QUERIES = [query.strip() for block in blocks("sql") for query in block.split(";") if query.strip()]


@pytest.fixture
def beside_outputs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a reader tries the examples."""
    assert (ROOT / "outputs" / "parquet").is_dir(), "outputs/ holds no release: run `make dataset`"
    monkeypatch.chdir(ROOT)


def test_made_parts_are_current() -> None:
    assert with_parts(TEXT) == TEXT, "run `make readme`"


def test_there_are_examples() -> None:
    assert len(blocks("python")) == 3
    assert len(QUERIES) == 3


@pytest.mark.parametrize("code", blocks("python"), ids=["polars", "pandas", "duckdb"])
def test_python_examples_run(beside_outputs: None, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) > 4, "it shows rows"


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.splitlines()[0].strip("- "))
def test_sql_examples_return_rows(beside_outputs: None, query: str) -> None:
    with duckdb.connect("outputs/peru_us.duckdb", read_only=True) as dataset:
        assert dataset.sql(query).pl().height > 0


def test_linked_files_exist() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_named_make_targets_exist() -> None:
    named = set(re.findall(r"\bmake ([a-z]+)", TEXT))
    assert {"dataset", "test", "ui"} <= named
    assert named <= set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def commands() -> list[tuple[str, click.Command]]:
    return list(main.commands.items())


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    assert f"| `{name}" in TEXT
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert re.search(rf"`{name} {parameter.opts[0]}\b", TEXT), f"{name} {parameter.opts[0]}"
        else:
            assert re.search(rf"\b{name}\b[^`|]* {parameter.name.upper()}\b", TEXT), f"{name} {parameter.name}"


def test_every_documented_option_exists() -> None:
    for name, option in re.findall(r"`(build|describe) (--[a-z-]+)", TEXT):
        assert option in {opt for parameter in main.commands[name].params for opt in parameter.opts}


@pytest.mark.parametrize("variable", [name for name in vars(settings) if name.isupper()])
def test_every_setting_is_documented(variable: str) -> None:
    assert f"`{getattr(settings, variable)}`" in TEXT


def test_named_files_exist() -> None:
    named = re.findall(r"`((?:pipeline|schemas|seeds|outputs)/[\w./-]*)`", TEXT)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_it_fits_the_licence_file() -> None:
    assert "Apache 2.0" in TEXT
    assert "Apache License" in Path(ROOT / "LICENSE").read_text(encoding="utf-8")[:200]
