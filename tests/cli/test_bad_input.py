"""`build` on sources that cannot be used: each is named with its reason, the others are published."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.defs.checks import Fault

GOOD = """# Norway and Chile sign a fisheries accord

On 8 March 2023 the foreign ministers of Norway and Chile signed an accord on fisheries in Valparaíso. The two
countries had negotiated for two years. Norway will pay for a research vessel, and Chile promised to open its ports
to Norwegian inspectors. Fishing unions in Chile criticised the accord and demonstrated outside the port.
"""
SPANISH = """# Noruega y Chile firman un acuerdo

El ocho de marzo los ministros de relaciones exteriores de Noruega y de Chile firmaron en Valparaíso un acuerdo sobre
la pesca. Los dos países habían negociado durante dos años. Noruega pagará un buque de investigación, y Chile prometió
abrir sus puertos a los inspectores noruegos. Los sindicatos de pescadores criticaron el acuerdo ante la prensa.
"""
BAD = {
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
    "blank.txt": (b" \n\n\t", "empty"),
    "broken.md": (b'---\ntitle: "Accord\nid: [\n---\n\n' + GOOD.encode(), "front_matter"),
    "cut.txt": (GOOD.encode()[: GOOD.encode().index("í".encode()) + 1], "truncated"),
    "empty.md": (b"", "empty"),
    "latin.txt": (GOOD.encode("latin-1"), "encoding"),
    "spanish.md": (SPANISH.encode(), "language"),
}
"""Content of each file, and the check that it fails."""

LARGE = "large.txt"
FOLDER = "folder.md"
TWINS = ("twin_one.md", "twin_two.md")
UNUSABLE = {name: check for name, (_, check) in BAD.items()} | {
    LARGE: "too_large",
    FOLDER: "directory",
    TWINS[1]: "duplicate_id",
}


def twin(text: str) -> str:
    return f"---\nid: the-same\n---\n\n{text}"


@dataclass(frozen=True)
class Outcome:
    result: Result
    outputs: Path

    def table(self, name: str) -> pl.DataFrame:
        return pl.read_parquet(self.outputs / "parquet" / f"{name}.parquet")


def build(seeds: Path, outputs: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--seeds", str(seeds), "--outputs", str(outputs), "--no-cache", *options])


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Every kind of bad file beside good ones, in a folder that cannot be written."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "good.md").write_text(GOOD, encoding="utf-8")
    for name, (content, _) in BAD.items():
        (seeds / name).write_bytes(content)
    with (seeds / LARGE).open("wb") as file:
        file.truncate(50_000_000)
    (seeds / FOLDER).mkdir()
    (seeds / TWINS[0]).write_text(twin(GOOD), encoding="utf-8")
    (seeds / TWINS[1]).write_text(twin(GOOD.replace("Chile", "Kenya")), encoding="utf-8")
    seeds.chmod(0o555)
    outputs = tmp_path_factory.mktemp("elsewhere") / "deep" / "outputs"
    return Outcome(build(seeds, outputs), outputs)


def test_the_others_are_published(mixed: Outcome) -> None:
    assert mixed.result.exit_code == 0, mixed.result.output
    assert sorted(mixed.table("documents")["file_name"]) == ["good.md", TWINS[0]]
    assert mixed.table("sentences").height > 4


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_line_names_file_and_reason(mixed: Outcome, name: str) -> None:
    lines = [line for line in mixed.result.stderr.splitlines() if line.startswith(f"Not used: {name}: ")]
    assert len(lines) == 1
    assert len(lines[0]) > len(f"Not used: {name}: ") + 10


@pytest.mark.parametrize(("name", "check"), UNUSABLE.items())
def test_rejects_keep_it(mixed: Outcome, name: str, check: str) -> None:
    rows = mixed.table("rejects").filter(pl.col("row").str.json_path_match("$.file_name") == name)
    assert rows.select("table_name", "check").rows() == [("documents", check)]
    assert name in rows["reason"].item()


def test_nothing_else_is_complained_of(mixed: Outcome) -> None:
    assert mixed.result.stderr.count("\n") == len(UNUSABLE)


@pytest.fixture
def released(mixed: Outcome, tmp_path: Path) -> Path:
    """A folder with a release in it."""
    outputs = tmp_path / "outputs"
    for name, content in snapshot(mixed.outputs).items():
        (outputs / name).parent.mkdir(parents=True, exist_ok=True)
        (outputs / name).write_bytes(content)
    return outputs


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (lambda seeds: None, "does not exist"),
        (lambda seeds: seeds.mkdir(), "No source in"),
        (lambda seeds: seeds.write_text("not a folder"), "is not a folder"),
        (lambda seeds: (seeds.mkdir(), (seeds / "empty.md").touch()), "empty.md"),
    ],
    ids=["no folder", "no file", "a file", "no usable file"],
)
def test_without_sources_the_former_release_stays(released: Path, tmp_path: Path, prepare, sentence: str) -> None:
    before = snapshot(released)
    seeds = tmp_path / "seeds"
    prepare(seeds)
    result = build(seeds, released)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.output
    assert snapshot(released) == before


def test_a_fault_of_ours_names_stage_and_cause(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(coded: object, **_: object) -> None:
        raise LookupError("no such actor")

    monkeypatch.setattr("pipeline.merge.dataset.merge", broken)
    before = snapshot(released)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "good.md").write_text(GOOD, encoding="utf-8")
    result = build(seeds, released)
    assert result.exit_code == 1
    assert "merge" in result.stderr
    assert "LookupError: no such actor (pipeline/defs/tables.py, line " in result.stderr
    assert "Traceback" not in result.output
    assert snapshot(released) == before


def actors_fail(name: str, table: object, others: object = None) -> list[Fault]:
    return [Fault("schema", "key: taken")] * (name == "actors")


def test_a_failed_check_stops_the_release(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.defs.checks.faults", actors_fail)
    before = snapshot(released)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "good.md").write_text(GOOD, encoding="utf-8")
    result = build(seeds, released, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["status"] == "failed"
    assert "table actors fails its check `schema`: key: taken" in result.stderr
    assert snapshot(released) == before


def test_a_document_that_cannot_be_coded_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(parsed: object) -> None:
        raise LookupError("no such actor")

    monkeypatch.setattr("pipeline.coding.coder.code", broken)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.md").write_text(GOOD, encoding="utf-8")
    result = build(tmp_path / "seeds", tmp_path / "outputs")
    assert result.exit_code == 1
    assert "`code` failed: good.md could not be coded: LookupError: no such actor (" in result.stderr


def test_a_bad_setting_is_named(tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "build", "--outputs", str(outputs)],
        env={**os.environ, "PERU_US_CRON": "every morning"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "PERU_US_CRON" in done.stderr and "Traceback" not in done.stderr
    assert not outputs.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_outputs_that_cannot_be_written(tmp_path: Path) -> None:
    seeds, outputs = tmp_path / "seeds", tmp_path / "locked" / "outputs"
    seeds.mkdir()
    (seeds / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "locked").mkdir(mode=0o555)
    result = build(seeds, outputs)
    assert result.exit_code in (1, 2)
    assert str(outputs) in result.stderr
