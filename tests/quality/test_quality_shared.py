"""The figures agree with those of the scorer that lies beside the checkout, on the same rows and gold.

They are the same in every count. Three rules differ and show on neither of these: names of all countries have one form
here, only those of the United States there; letters are compared by another measure of likeness; and a state is no
part of the name of one of its bodies here when its name is short.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.coded import Cache
from pipeline.progress import Progress
from pipeline.quality.datasets import code_texts
from pipeline.quality.gold import ENDING, read_gold
from pipeline.quality.rows import TABLES_READ
from pipeline.quality.score import score
from schemas.vocabularies.compared import OF_ALL

SHARED = Path(__file__).parents[3] / "shared"
DOCUMENTS = ("003_0c3fe546fbf42608.txt", "04-wiki-estonia-mexico-relations.txt", "50-wikinews-african-free-trade.txt")
"""Short ones that together have rows in every table."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="no other scorer beside the checkout"),
]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, dict]:
    """(ours, theirs): figure -> its counts."""
    here = tmp_path_factory.mktemp("agree")
    for folder in ("texts", "gold", "tables"):
        (here / folder).mkdir()
    for name in DOCUMENTS:
        shutil.copy(SHARED / "corpus" / name, here / "texts")
        shutil.copy(SHARED / "gold" / f"{name}{ENDING}", here / "gold")
    corpus = code_texts(here / "texts", Cache(None), Progress())
    for name in TABLES_READ:
        corpus.published.tables[name].write_parquet(here / "tables" / f"{name}.parquet")
    command = [sys.executable, SHARED / "score" / "score.py", "--json"]
    command += [part for name in ("gold", "texts", "tables") for part in (f"--{name}", here / name)]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return score(read_gold(here / "gold"), corpus.published, corpus.texts), theirs


def test_every_figure_is_the_same(figures: tuple[dict, dict]) -> None:
    both, theirs = figures
    ours = {(table, figure): tally for (table, figure), tally in both.items() if figure in OF_ALL}
    assert {"_".join(name) for name in ours} == set(theirs)
    for (table, figure), tally in ours.items():
        counts = theirs[f"{table}_{figure}"]
        assert (tally.n_gold, tally.n_predicted) == (counts["gold"], counts["predicted"]), (table, figure)
        shares = (tally.precision or 0, tally.recall or 0, tally.f1 or 0)
        assert shares == pytest.approx((counts["p"], counts["r"], counts["f1"]), abs=0.0006), (table, figure)


def test_it_compares_something(figures: tuple[dict, dict]) -> None:
    assert sum(tally.right for tally in figures[0].values()) > 100
    assert sum(tally.false + tally.missing for tally in figures[0].values()) > 10
