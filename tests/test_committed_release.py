"""The committed release is what the committed sources give."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner
from polars.testing import assert_frame_equal

from pipeline.cli import main
from pipeline.publish.database import logical_hash
from pipeline.publish.files import DATABASE, sums
from pipeline.settings import GOLD
from schemas import TABLES

ROOT = Path(__file__).parent.parent
OUTPUTS = ROOT / "outputs"

pytestmark = pytest.mark.skipif(not (OUTPUTS / "SHA256SUMS").is_file(), reason="outputs/ holds no release")


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed sources (not what else may lie in seeds/) built over a copy of the committed release."""
    here = tmp_path_factory.mktemp("rebuilt")
    seeds = here / "seeds"
    seeds.mkdir()
    for path in sorted((ROOT / "seeds").glob("*.md")):
        shutil.copy(path, seeds)
    shutil.copytree(OUTPUTS, here / "outputs")
    where = ["--seeds", str(seeds), "--outputs", str(here / "outputs")]
    measured = {GOLD: str(ROOT / "tests" / "gold")}
    result = CliRunner().invoke(main, ["build", *where, "--no-cache", "--json"], env=measured)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["unreadable"] == []
    return here / "outputs"


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_the_same(rebuilt: Path, name: str) -> None:
    committed, anew = (folder / "parquet" / f"{name}.parquet" for folder in (OUTPUTS, rebuilt))
    assert_frame_equal(pl.read_parquet(anew), pl.read_parquet(committed))
    assert anew.read_bytes() == committed.read_bytes(), "run `make dataset`"


def test_the_database_is_the_same(rebuilt: Path) -> None:
    assert logical_hash(rebuilt / DATABASE) == logical_hash(OUTPUTS / DATABASE)


def test_descriptions_are_the_same(rebuilt: Path) -> None:
    for path in sorted(OUTPUTS.rglob("*")):
        if path.suffix in {".md", ".json"}:
            assert (rebuilt / path.relative_to(OUTPUTS)).read_text() == path.read_text(), path.name


def test_the_committed_files_are_whole() -> None:
    assert sums(OUTPUTS) == (OUTPUTS / "SHA256SUMS").read_text()


def test_every_source_is_in_it() -> None:
    documents = pl.read_parquet(OUTPUTS / "parquet" / "documents.parquet")
    committed = {path.name for path in (ROOT / "seeds").glob("*.md")} - {"README.md"}
    assert set(documents["file_name"]) == committed
    assert pl.read_parquet(OUTPUTS / "parquet" / "rejects.parquet").is_empty()
