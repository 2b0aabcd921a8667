"""The descriptors before the validators of their own standards, by exit status; and rows read back through them."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mlcroissant
import polars as pl
import pytest
import yaml

from pipeline.derive import about
from pipeline.derive.release_files import ReleaseFiles
from pipeline.publish.files import CARD, CROISSANT, DESCRIPTOR
from schemas import TABLES
from schemas.vocabularies import QUAD_CLASS

BIN = Path(sys.executable).parent
ROOT = Path(__file__).parent.parent.parent


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """A validator as a user runs it, without a way out to the network."""
    nowhere = {"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9", "PATH": "/usr/bin:/bin"}
    return subprocess.run([*map(str, command)], capture_output=True, text=True, env=nowhere, timeout=120)


def frictionless(folder: Path) -> subprocess.CompletedProcess[str]:
    return run(BIN / "frictionless", "validate", folder / DESCRIPTOR)


def croissant(folder: Path) -> subprocess.CompletedProcess[str]:
    return run(BIN / "mlcroissant", "validate", "--jsonld", folder / CROISSANT)


def test_the_data_package_and_its_csv_copies_are_valid(release: Path) -> None:
    result = frictionless(release)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count(" VALID") == 2 * len(TABLES)


def spoil_cell(folder: Path) -> None:
    path = folder / "csv" / "event_counts.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace(",=,", ",about,"), encoding="utf-8-sig")


def spoil_key(folder: Path) -> None:
    path = folder / "csv" / "event_mentions.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace(",welcome,", ",farewell,"), encoding="utf-8-sig")


def spoil_parquet(folder: Path) -> None:
    path = folder / "parquet" / "actors.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"?")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(spoil_cell, "enum"), (spoil_key, "foreign-key"), (spoil_parquet, "hash-count")],
    ids=["a word outside the vocabulary", "a key that leads nowhere", "a changed byte"],
)
def test_what_is_not_as_described_is_noticed(outputs: Path, spoil: Callable[[Path], None], told: str) -> None:
    spoil(outputs)
    result = frictionless(outputs)
    assert result.returncode == 1
    assert told in result.stdout


def test_croissant_is_valid_without_a_warning(release: Path) -> None:
    result = croissant(release)
    assert result.returncode == 0, result.stderr
    assert "Found the following" not in result.stderr
    assert "WARNING" not in result.stderr


def test_croissant_with_a_fault_is_not_valid(outputs: Path) -> None:
    path = outputs / CROISSANT
    told = json.loads(path.read_text(encoding="utf-8"))
    del told["recordSet"][0]["field"][0]["dataType"]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert croissant(outputs).returncode == 1


@pytest.mark.parametrize("name", ["documents", "events", "event_mentions", "recommendations", "releases"])
def test_records_read_back_through_croissant(release: Path, name: str) -> None:
    """One data set is loaded for each, as users do: the reader keeps half-read references between record sets."""
    records = list(mlcroissant.Dataset(release / CROISSANT).records(record_set=name))
    rows = pl.read_parquet(release / "parquet" / f"{name}.parquet").to_dicts()
    assert [{key.split("/")[1]: plain(value) for key, value in record.items()} for record in records] == rows


def plain(value: Any) -> Any:
    """A value as polars has it: text is bytes to Croissant's reader, and a day is a point in time."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, bytes):
        return value.decode()
    return value.date() if isinstance(value, dt.datetime) else value


def test_vocabularies_read_back_through_croissant(release: Path) -> None:
    records = list(mlcroissant.Dataset(release / CROISSANT).records(record_set="vocabulary/quad_class"))
    assert [record["vocabulary/quad_class/value"] for record in records] == list(QUAD_CLASS.names)
    assert records[0]["vocabulary/quad_class/meaning_es"] == QUAD_CLASS.terms[0].es


def test_the_card_names_files_that_are_there(release: Path) -> None:
    text = (release / CARD).read_text(encoding="utf-8")
    front = yaml.safe_load(text.split("---")[1])
    assert {config["config_name"] for config in front["configs"]} == {
        name for name in TABLES if pl.read_parquet(release / "parquet" / f"{name}.parquet").height
    }
    assert all((release / config["data_files"]).is_file() for config in front["configs"])
    for link in (part.split(")")[0] for part in text.split("](")[1:]):
        assert link.startswith("http") or (release / link).is_file(), link
    assert ReleaseFiles.__dataclass_fields__["database"].default in text


def test_links_of_the_dictionary_lead_somewhere(release: Path) -> None:
    for page in (release / "dictionary").rglob("*.md"):
        for link in (part.split(")")[0] for part in page.read_text(encoding="utf-8").split("](")[1:]):
            assert link.startswith("http") or (page.parent / link).is_file(), f"{page.name}: {link}"


def test_citation_file_tells_what_the_descriptors_tell() -> None:
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert told["title"] == about.TITLES["en"]
    assert " ".join(told["abstract"].split()) == about.ABSTRACTS["en"]
    assert [author["name"] for author in told["authors"]] == [about.CREATOR]
    assert about.LICENCE.name in told["license"]
    assert tuple(told["keywords"]) == about.KEYWORDS
    assert str(told["date-released"]) == about.FIRST_PUBLISHED
    assert (told["type"], told["cff-version"]) == ("dataset", "1.2.0")


@pytest.fixture(scope="session")
def cffconvert() -> Path:
    """The validator of citation files in an environment of its own: it needs a jsonschema too old for the others."""
    folder = ROOT / ".cache" / "cffconvert"
    tool = folder / "bin" / "cffconvert"
    if not tool.exists():
        shutil.rmtree(folder, ignore_errors=True)
        python = Path(sys._base_executable)  # type: ignore[attr-defined]
        pip = [python, "-m", "pip", "--python", folder / "bin" / "python", "install", "--quiet"]
        lock = Path(__file__).with_name("cffconvert.lock")
        for command in (
            [python, "-m", "venv", "--without-pip", folder],
            [*pip, "--disable-pip-version-check", "--require-hashes", "--no-deps", "--requirement", lock],
        ):
            done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=300)
            if done.returncode:
                shutil.rmtree(folder, ignore_errors=True)
                pytest.skip(f"cffconvert cannot be installed: {done.stderr.strip().splitlines()[-1]}")
    return tool


def test_citation_file_is_valid(cffconvert: Path) -> None:
    result = run(cffconvert, "--validate", "--infile", ROOT / "CITATION.cff")
    assert result.returncode == 0, result.stderr


def test_a_wrong_citation_file_is_not_valid(cffconvert: Path, tmp_path: Path) -> None:
    wrong = (ROOT / "CITATION.cff").read_text(encoding="utf-8").replace("type: dataset", "type: notes")
    (tmp_path / "CITATION.cff").write_text(wrong, encoding="utf-8")
    assert run(cffconvert, "--validate", "--infile", tmp_path / "CITATION.cff").returncode == 1
