"""Keys stay what they are when other sources come and go; CHANGES.md tells which."""

from __future__ import annotations

import shutil
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from pipeline.cli import main
from schemas import TABLES

PORT = """---
title: A loan for a port
published: "2021-06-04"
genre: policy_brief
may_redistribute: true
---

# A loan for a port

Japan granted Kenya a loan of 40 million dollars for a port on 4 May 2021. President Amina Odhiambo of Kenya visited
Tokyo in June 2021. Odhiambo met the prime minister of Japan. Kenya and Japan signed the Mombasa Agreement on
8 March 2020. Japan exported cars worth 700 million dollars to Kenya in 2020. Kenya should train more engineers.
"""
FISH = """---
title: Fisheries
published: "2020-02-01"
may_redistribute: true
---

# Fisheries

Norway and Chile signed a fisheries treaty on 3 January 2020. Chile thanked Norway.
"""
EARLIER = """---
title: Talks in Nairobi
published: "2021-06-03"
genre: policy_brief
may_redistribute: true
---

# Talks in Nairobi

Kenya and Japan signed the Mombasa Agreement on 8 March 2020. President Amina Odhiambo of Kenya visited Tokyo in
June 2021. Japan granted Kenya a loan of 40 million dollars on 4 May 2021. Norway recalled its ambassador to Kenya in
2021. Japan should open its market for Kenyan tea.
"""
"""Tells of the same actors, agreement and events as PORT, and comes first by date and by name."""


def build(here: Path) -> dict[str, pl.DataFrame]:
    where = ["--seeds", str(here / "seeds"), "--outputs", str(here / "outputs"), "--cache", str(here / "cache")]
    result = CliRunner().invoke(main, ["build", *where])
    assert result.exit_code == 0, result.output
    return {name: pl.read_parquet(here / "outputs" / "parquet" / f"{name}.parquet") for name in TABLES}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, pl.DataFrame]]:
    """The tables of three releases: of two sources, with a third one, and without it again."""
    here = tmp_path_factory.mktemp("stable")
    (here / "seeds").mkdir()
    (here / "seeds" / "port.md").write_text(PORT, encoding="utf-8")
    (here / "seeds" / "fish.md").write_text(FISH, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PERU_US_GOLD", "")
        two = build(here)
        (here / "seeds" / "a-first.md").write_text(EARLIER, encoding="utf-8")
        three = build(here)
        pages = {"with": (here / "outputs" / "CHANGES.md").read_text(encoding="utf-8")}
        (here / "seeds" / "a-first.md").unlink()
        again = build(here)
        shutil.copytree(here / "outputs", here / "copy")
        assert build(here)["releases"].equals(again["releases"])
    text = pl.DataFrame({"text": [pages["with"], (here / "copy" / "CHANGES.md").read_text(encoding="utf-8")]})
    return {"two": two, "three": three, "again": again, "pages": {"changes": text}}


OWNED = [name for name, table in TABLES.items() if table.has_evidence() or name == "sentences"]


@pytest.mark.parametrize(
    "name", [name for name in TABLES if name not in {"releases", "quality", "rejects", "conflicts"}]
)
def test_no_key_of_the_others_moved(built: dict[str, dict[str, pl.DataFrame]], name: str) -> None:
    key = list(TABLES[name].key())
    two, three = built["two"][name].select(key), built["three"][name].select(key)
    assert two.join(three, on=key, how="anti").is_empty()


@pytest.mark.parametrize("name", OWNED)
def test_rows_of_the_other_documents_are_the_same(built: dict[str, dict[str, pl.DataFrame]], name: str) -> None:
    """Not their keys alone: what they say, and which event, actor or agreement they belong to."""
    others = built["two"]["documents"]["document_id"].to_list()
    three = built["three"][name].filter(pl.col("document_id").is_in(others))
    assert three.sort(TABLES[name].key()).equals(built["two"][name].sort(TABLES[name].key()))


def test_the_new_source_tells_of_known_things(built: dict[str, dict[str, pl.DataFrame]]) -> None:
    """Else the tests above would show little: it shares events, actors and the agreement with another source."""
    for name in ("events", "actors", "agreements"):
        known = built["two"][name].select(TABLES[name].key())
        grown = built["three"][name].join(known, on=TABLES[name].key(), how="semi")
        assert grown.filter(pl.col("n_documents") > 1).height, name


def test_without_the_source_all_is_as_before(built: dict[str, dict[str, pl.DataFrame]]) -> None:
    for name in TABLES:
        if name != "releases":
            assert built["again"][name].equals(built["two"][name]), name
    contents = built["again"]["releases"].sort("ordinal")["content_sha256"].to_list()
    assert contents[0] == contents[2] != contents[1]
    versions = built["again"]["releases"].sort("ordinal")["version"].to_list()
    assert [version.split("+")[0] for version in versions] == ["0.1.0", "0.2.0", "0.3.0"]
    assert versions[0].split("+")[1] == versions[2].split("+")[1]


def test_the_page_tells_what_came_and_went(built: dict[str, dict[str, pl.DataFrame]]) -> None:
    came, went = (text.replace("\\", "") for text in built["pages"]["changes"]["text"])
    assert "- source added: Talks in Nairobi (a-first.md)" in came
    assert "code changed" not in came
    assert "events added: 2021: Norway - SANCTION (recall) - Kenya" in came
    assert "- source removed: Talks in Nairobi (a-first.md)" in went
    assert "events removed: 2021: Norway - SANCTION (recall) - Kenya" in went
    assert went.index("source removed") < went.index("source added")
