"""Figures as readers see them: on dictionary pages, in descriptors, in the README."""

from __future__ import annotations

import pytest

from pipeline.derive.datapackage import descriptor
from pipeline.derive.dictionary import page
from pipeline.derive.frames import conform, empty
from pipeline.derive.measured import NOT_CODED, figures, section, summary
from pipeline.derive.release_files import PublishedFile, ReleaseFiles
from schemas import TABLES
from schemas.vocabularies import CORPUS, FIGURE
from schemas.vocabularies.compared import COMPARED, MEASURED_WITH, OF_ALL


def row(table: str, figure: str, corpus: str, **numbers: float | None) -> dict:
    shares = {"precision": 0.9, "recall": 0.5, "f1": 0.643} | numbers
    return {
        "table_name": table,
        "figure": figure,
        "corpus": corpus,
        "n_gold": 1234,
        "n_predicted": 7,
        "n_documents": 3,
    } | shares


QUALITY = conform(
    TABLES["quality"],
    [
        row("events", "full", "own texts"),
        row("events", "full", "digests", recall=0.25),
        row("events", "found", "digests", precision=None),
        row("actors", "typed", "held_back"),
    ],
)
NONE = empty(TABLES["quality"])


def test_figures_come_by_corpus_and_figure() -> None:
    found = figures(TABLES["events"], QUALITY.iter_rows(named=True))
    assert [(r["corpus"], r["figure"]) for r in found] == [
        ("digests", "found"),
        ("digests", "full"),
        ("own texts", "full"),
    ]


@pytest.mark.parametrize(("part", "whole"), MEASURED_WITH.items())
def test_parts_are_measured_with_their_whole(part: str, whole: str) -> None:
    rows = list(QUALITY.iter_rows(named=True))
    assert figures(TABLES[part], rows) == figures(TABLES[whole], rows)
    if whole in set(QUALITY["table_name"]):
        assert f"[{whole}]({whole}.md)" in "\n".join(section(TABLES[part], QUALITY))


@pytest.mark.parametrize(("language", "header"), [("en", "Hand-coded rows"), ("es", "Filas codificadas a mano")])
def test_a_page_tells_figures_and_rows(language, header: str) -> None:
    lines = section(TABLES["events"], QUALITY, language)
    assert any(header in line for line in lines)
    assert "| digests | `full` | 0.90 | 0.25 | 0.64 | 1,234 | 7 | 3 |" in lines
    assert "| digests | `found` | – | 0.50 | 0.64 | 1,234 | 7 | 3 |" in lines
    assert any("`event_type`, `source_ids`, `target_ids`, `date`" in line for line in lines)


@pytest.mark.parametrize("name", TABLES)
def test_a_page_without_figures_says_so(name: str) -> None:
    lines = section(TABLES[name], NONE)
    assert bool(lines) is (name not in NOT_CODED)
    if lines:
        assert "No document has been coded by hand" in lines[-1]


def test_pages_and_descriptors_carry_them() -> None:
    tables = {name: empty(table) for name, table in TABLES.items()} | {"quality": QUALITY}
    assert "0.25" in page(TABLES["event_mentions"], "en", tables)
    files = {name: PublishedFile(f"csv/{name}.csv", 1, "0" * 64) for name in TABLES}
    package = descriptor(ReleaseFiles("1", {}, files, quality=QUALITY.to_dicts()))
    told = {resource["name"]: resource.get("quality") for resource in package["resources"]}
    assert [r["recall"] for r in told["events"]] == [0.5, 0.25, 0.5]
    assert told["citations"] == [], "coded, and not measured"
    assert told["releases"] is None
    assert [r["corpus"] for r in told["actor_mentions"]] == ["held_back"]


def test_the_summary_has_a_column_per_corpus() -> None:
    lines = summary(QUALITY, link="{}.md").splitlines()
    assert lines[0] == "| Table | What agrees | digests | held_back | own texts |"
    assert "| [events](events.md) | `full` | 0.90 / 0.25 / 0.64 (1,234) | – | 0.90 / 0.50 / 0.64 (1,234) |" in lines
    assert "| [actors](actors.md) | `typed` | – | 0.90 / 0.50 / 0.64 (1,234) | – |" in lines
    assert len(lines) == 4
    assert "No document" in summary(NONE)


def test_figures_of_single_columns_stand_on_the_page_and_not_in_the_readme() -> None:
    quality = conform(TABLES["quality"], [row("recommendations", name, "digests") for name in ("full", "area")])
    lines = section(TABLES["recommendations"], quality)
    assert any(line.startswith("| digests | `area` | 0.90 |") for line in lines)
    assert "- `area` compares `modality`, `area`. Typed, and the column `area` agrees too." in lines
    in_spanish = section(TABLES["recommendations"], quality, "es")
    assert (
        "- `area` compara `modality`, `area`. De la clase correcta, y además coincide la columna `area`." in in_spanish
    )
    assert "`area`" not in summary(quality)


def test_compared_columns_are_columns() -> None:
    for name, compared in COMPARED.items():
        assert set(compared.fields("full")) <= set(TABLES[name].columns())
        assert set(compared.typed) < set(compared.fields("full"))
        assert compared.fields("found") == ()
        assert compared.figures[: len(OF_ALL)] == OF_ALL == FIGURE.names[: len(OF_ALL)]
        assert set(compared.figures) <= set(FIGURE.names)
        assert all(set(compared.fields(name)) < set(compared.fields("full")) for name in compared.alone)
        assert len(compared.alone) != 1, "the figure of a single column would be `full` under another name"
    assert set(MEASURED_WITH.values()) <= set(COMPARED)
    assert "digests" in CORPUS
