"""The examples run as a reader runs them, draw what the tables hold, and say what is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import advice_to_whom
import polars as pl
import pytest
import relations_over_time
import who_acts_on_whom

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
SCRIPTS = {
    "relations_over_time": "verbal_cooperation",
    "who_acts_on_whom": "Kenya",
    "advice_to_whom": "Chile",
}
"""Each script, and a word of the example dataset that its chart must hold."""

EACH = pytest.mark.parametrize("script", SCRIPTS)


def run(script: str, where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A script in a folder, without a way out to the network."""
    nowhere = {"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"}
    command = [sys.executable, str(EXAMPLES / f"{script}.py"), *arguments]
    return subprocess.run(command, cwd=where, capture_output=True, text=True, env=nowhere, timeout=120)


def test_every_script_is_tested_and_named_in_the_readme() -> None:
    scripts = {path.stem for path in EXAMPLES.glob("*.py")} - {"release"}
    assert scripts == SCRIPTS.keys()
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert all(f"({name}.py)" in text for name in scripts)
    for command in re.findall(r"python examples/(.*)", text):
        assert command.split(".py")[0] in scripts


@EACH
def test_a_page_that_needs_no_network(script: str, folder: Path) -> None:
    result = run(script, folder)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == f"plots/{script}.html"
    page = (folder / "plots" / f"{script}.html").read_text(encoding="utf-8")
    assert SCRIPTS[script] in page
    assert not re.search(r"""<(?:script|link)[^>]*(?:src|href)=["']?(?:https?:)?//""", page)
    assert len(page) > 500_000, "the drawing library lies in it"


@EACH
def test_a_picture_with_a_title(script: str, folder: Path) -> None:
    result = run(script, folder, "--format", "svg", "--to", "elsewhere/charts", "--outputs", "outputs")
    assert result.returncode == 0, result.stderr
    picture = (folder / "elsewhere" / "charts" / f"{script}.svg").read_text(encoding="utf-8")
    assert picture.startswith("<svg")
    assert "aria-roledescription" in picture
    assert picture.count("<path") > 5


@EACH
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda where: (where / "outputs").rename(where / "other"), "Build a release with `make dataset`"),
        (lambda where: [path.write_bytes(b"no") for path in where.rglob("*.parquet")], "cannot be read"),
        (lambda where: (where / "plots").write_text("a file"), "cannot be written"),
    ],
    ids=["no release", "damaged files", "no folder to write into"],
)
def test_what_is_wrong_is_said_in_a_sentence(script: str, spoil, told: str, folder: Path) -> None:
    spoil(folder)
    result = run(script, folder)
    assert result.returncode == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (folder / "plots").is_dir()


@pytest.mark.parametrize(
    ("script", "arguments", "told"),
    [
        ("relations_over_time", ["--years", "0"], "name a number from 1"),
        ("relations_over_time", ["--between", "JPN", "KEN"], "No event with a date is left"),
        ("relations_over_time", ["--since", "2020"], "No event with a date is left"),
        ("who_acts_on_whom", ["--top", "0"], "name a number from 1"),
        ("advice_to_whom", ["--top", "-1"], "name a number from 1"),
    ],
)
def test_arguments_that_leave_nothing(script: str, arguments: list[str], told: str, folder: Path) -> None:
    result = run(script, folder, *arguments)
    assert (result.returncode, told in result.stderr) == (2, True)


def test_events_between_two_countries(tables: dict[str, pl.DataFrame]) -> None:
    events = tables["events"]
    found = {
        pair: relations_over_time.between(events, pair)["event_id"].to_list()
        for pair in [("CHL", "NOR"), ("KEN", "CHL"), ("CHL", "USA")]
    }
    assert found == {("CHL", "NOR"): ["signing", "welcome"], ("KEN", "CHL"): ["welcome"], ("CHL", "USA"): []}


@pytest.mark.parametrize(("years", "period"), [(1, 2011), (5, 2010), (10, 2010), (4, 2008)])
def test_periods(tables: dict[str, pl.DataFrame], years: int, period: int) -> None:
    shown = relations_over_time.dated(tables["events"], years)
    assert shown.select("event_id", "period").rows() == [("signing", period)]


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("actor", [("Kenya", "Chile", 1, 3.4), ("Kenya", "Norway", 1, 3.4)]),
        ("country", [("KEN", "CHL", 1, 3.4), ("KEN", "NOR", 1, 3.4)]),
    ],
)
def test_dyads_leave_joint_deeds_out(folder: Path, by: str, rows: list[tuple[str, str, int, float]]) -> None:
    assert who_acts_on_whom.dyads(folder / "outputs", by).rows() == rows


def test_advice_that_addresses_nobody_is_kept(tables: dict[str, pl.DataFrame], folder: Path) -> None:
    nobody = pl.lit([], dtype=pl.List(pl.String))
    rows = pl.concat(
        [
            tables["recommendations"],
            tables["recommendations"].with_columns(recommendation_id=pl.lit("r2"), addressee_ids=nobody),
        ]
    )
    rows.write_parquet(folder / "outputs" / "parquet" / "recommendations.parquet")
    found = advice_to_whom.advice(folder / "outputs")
    assert found.select("recommendation_id", "addressee").rows() == [("r1", "Chile"), ("r2", "nobody named")]
