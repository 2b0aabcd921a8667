"""`describe`: dictionary pages on the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from schemas import TABLES


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["describe", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described(name: str, lang: str) -> None:
    table = TABLES[name]
    for shown in (run(name, "--lang", lang), run(name, "--lang", lang, "--json")):
        assert table.about(lang) in shown
        for column in table.columns().values():
            assert column.name in shown
            assert json.dumps(column.describe(lang), ensure_ascii=False)[1:-1] in shown.replace("\\|", "|")


def test_json_tells_key_and_terms() -> None:
    events = json.loads(run("events", "--json"))
    assert events["key"] == ["event_id"]
    assert {"occurred", "announced"} <= set(events["vocabularies"]["status"])
    assert all(events["vocabularies"]["status"].values())


def test_without_a_table_all_are_listed() -> None:
    assert set(json.loads(run("--json"))) == set(TABLES)
    assert all(name in run() for name in TABLES)


def test_an_unknown_table_is_refused_with_the_known_ones() -> None:
    result = CliRunner().invoke(main, ["describe", "evnets"])
    assert result.exit_code == 2
    assert "evnets" in result.stderr
    assert "event_mentions" in result.stderr
