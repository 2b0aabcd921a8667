from __future__ import annotations

import shutil
import sys
from pathlib import Path

import polars as pl
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "derive"))  # the example dataset lies with the tests of derive

from example_tables import TEXTS, example_tables

from pipeline.derive.checks import validate
from pipeline.publish.release import publish


@pytest.fixture(scope="session")
def tables() -> dict[str, pl.DataFrame]:
    """The example, validated; not to be changed in place."""
    return validate(example_tables(), TEXTS).tables


@pytest.fixture(scope="session")
def release(tables: dict[str, pl.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published example, for tests that only read it."""
    outputs = tmp_path_factory.mktemp("release") / "outputs"
    publish(tables, outputs)
    return outputs


@pytest.fixture
def outputs(release: Path, tmp_path: Path) -> Path:
    """A copy of the published example, for tests that change it."""
    return Path(shutil.copytree(release, tmp_path / "outputs"))
