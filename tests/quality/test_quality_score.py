"""What counts as right, false and missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quality_builder import FILE, OURS_AND_GOLD, at, corpus, event, gold_actors, gold_event, write_gold

from pipeline.quality.corpora import rows_of
from pipeline.quality.gold import GoldError, read_gold
from pipeline.quality.score import Tallies, Tally, match, score

SIGNED = "Norway and Chile signed the Fjord Accord on 3 May 2011"
ARRESTED = "Norwegian police arrested Ola Berg in 2012"
CONDEMNED = "Kenya condemned the arrest"
OURS, GOLD = OURS_AND_GOLD


def tallies(folder: Path, gold: dict[str, Any], **rows: Any) -> Tallies:
    write_gold(folder, **{"actors": gold_actors(), **gold})
    measured = corpus(**rows)
    return score(read_gold(folder), measured.published, measured.texts)


def counts(tally: Tally) -> tuple[int, int, int]:
    return tally.right, tally.false, tally.missing


FULL, TYPED, FOUND, NONE = (1, 1, 1), (1, 1, 0), (1, 0, 0), (0, 0, 0)
"""Right rows by the figures found, typed, full."""


@pytest.mark.parametrize(
    ("gold", "ours", "right", "why"),
    [
        (GOLD, OURS, FULL, "the same"),
        (GOLD, OURS | at("signed the Fjord Accord"), FULL, "some of the same words"),
        (GOLD, OURS | at(CONDEMNED), NONE, "other words"),
        (GOLD, OURS | {"event_type": "AGREE"}, FOUND, "another type"),
        (GOLD, OURS | {"date": "2011"}, TYPED, "another date"),
        (GOLD, OURS | {"date": "2011-05-03~"}, FULL, "a mark of doubt is no other date"),
        (GOLD | {"date": None}, OURS | {"date": "XXXX-05"}, FULL, "a date without a year is none"),
        (GOLD, OURS | {"source_ids": ["nor"]}, FULL, "one of two doers"),
        (GOLD, OURS | {"source_ids": ["ken"]}, TYPED, "another doer"),
        (GOLD, OURS | {"source_ids": []}, TYPED, "no doer"),
        (GOLD, OURS | {"source_ids": ["nor"], "target_ids": ["chl"]}, TYPED, "a target where the text has none"),
        (
            GOLD | {"type": "COOPERATE"},
            OURS | {"event_type": "COOPERATE", "source_ids": ["nor"], "target_ids": ["chl"]},
            FULL,
            "in a joint deed a party may stand on either side",
        ),
        (
            GOLD | {"type": "COOPERATE"},
            OURS | {"event_type": "COOPERATE", "source_ids": ["nor", "ken"]},
            TYPED,
            "but two parties must be right",
        ),
    ],
)
def test_events(tmp_path: Path, gold: dict, ours: dict, right: tuple, why: str) -> None:
    found = tallies(tmp_path, {"events": [gold]}, event_mentions=[ours])
    assert tuple(found["events", figure].right for figure in ("found", "typed", "full")) == right, why


FACT = {
    "indicator": "export_share", "reporter": "CHL", "partner": "NOR", "commodity": "salmon", "comparator": "=",
    "value": 30.0, "unit": "percent",
}  # fmt: skip
MUTUAL = {"indicator": "trade_value"}
SOLD = "Chile sold 30 percent of its salmon to Norway in 2012"


@pytest.mark.parametrize(
    ("gold", "ours", "right", "why"),
    [
        ({}, {}, FULL, "the same"),
        ({"comparator": None}, {}, FULL, "no comparator is an equals sign"),
        ({"commodity": "salmons"}, {}, FULL, "a plural"),
        ({}, {"value": 30.0000001}, FULL, "the same number"),
        ({}, {"value": 31.0}, FOUND, "another number"),
        ({}, {"value": None}, FOUND, "no number"),
        ({}, {"commodity": None}, FOUND, "no commodity"),
        ({}, {"unit": "USD"}, TYPED, "another unit"),
        ({}, {"reporter": "NOR", "partner": "CHL"}, TYPED, "the other way round"),
        (
            MUTUAL,
            MUTUAL | {"reporter": "NOR", "partner": "CHL"},
            FULL,
            "mutual",
        ),
        (
            MUTUAL,
            MUTUAL | {"reporter": "NOR", "partner": "KEN"},
            TYPED,
            "other",
        ),
    ],
)
def test_trade_facts(tmp_path: Path, gold: dict, ours: dict, right: tuple, why: str) -> None:
    wanted = {"quote": SOLD} | FACT | gold
    found = tallies(tmp_path, {"trade_facts": [wanted]}, trade_facts=[at(SOLD) | FACT | ours])
    assert tuple(found["trade_facts", figure].right for figure in ("found", "typed", "full")) == right, why


@pytest.mark.parametrize(
    ("ours", "right", "why"),
    [
        ({}, (1, 1), "the same"),
        ({"area": "security"}, (1, 0), "another area, the addressee is right all the same"),
        ({"addressee_ids": []}, (0, 1), "nobody addressed"),
        ({"modality": "must"}, (0, 0), "of another type: no column counts"),
    ],
)
def test_figures_of_single_columns(tmp_path: Path, ours: dict, right: tuple, why: str) -> None:
    words = "Norway should open its ports"
    found = tallies(
        tmp_path,
        {"recommendations": [ADVICE | {"quote": words, "addressees": ["Norway"]}]},
        recommendations=[ADVICE | at(words) | {"addressee_ids": ["nor"]} | ours],
    )
    assert tuple(found["recommendations", figure].right for figure in ("addressee_ids", "area")) == right, why


ADVICE = {"action": "open its ports", "area": "trade", "modality": "should"}


@pytest.mark.parametrize(
    ("ours", "right", "why"),
    [
        ({}, FULL, "the same"),
        ({"modality": "must"}, FOUND, "another modality"),
        ({"area": "security"}, TYPED, "another area"),
        ({"addressee_ids": []}, TYPED, "nobody addressed"),
        ({"action": "do so"}, FULL, "the act is told by its words' place"),
    ],
)
def test_recommendations(tmp_path: Path, ours: dict, right: tuple, why: str) -> None:
    words = "Norway should open its ports"
    found = tallies(
        tmp_path,
        {"recommendations": [ADVICE | {"quote": words, "addressees": ["Norway"]}]},
        recommendations=[ADVICE | at(words) | {"addressee_ids": ["nor"]} | ours],
    )
    assert tuple(found["recommendations", figure].right for figure in ("found", "typed", "full")) == right, why


@pytest.mark.parametrize(
    ("gold", "right", "why"),
    [
        ({"name": "Norway"}, FULL, "by name"),
        ({"name": "Kingdom of Norway"}, FULL, "by an alias of ours"),
        ({"name": "Norge", "aliases": ["Norway"]}, FULL, "by an alias of theirs"),
        ({"name": "Norwai"}, NONE, "too short a name for a slip"),
        ({"kind": "group"}, FOUND, "another kind"),
        ({"country": None}, TYPED, "no country"),
    ],
)
def test_actors(tmp_path: Path, gold: dict, right: tuple, why: str) -> None:
    (actor,) = gold_actors("nor")
    found = tallies(tmp_path, {"actors": [actor | {"aliases": []} | gold]})
    assert tuple(found["actors", figure].right for figure in ("found", "typed", "full")) == right, why


@pytest.mark.parametrize(
    ("gold", "right", "why"),
    [
        ({}, FULL, "the same"),
        ({"name": "Accord on Fisheries", "acronym": "FA"}, FULL, "by its acronym"),
        ({"name": "Accord on Fisheries", "aliases": ["the Fjord Accord"]}, FULL, "by an alias"),
        ({"name": "Salmon Treaty"}, NONE, "another name"),
        ({"kind": "defence"}, FOUND, "another kind"),
        ({"parties": []}, FULL, "no party told"),
        ({"parties": ["Norway", "Kenya"]}, FULL, "half of the parties"),
        ({"parties": ["Kenya"]}, TYPED, "none of the parties"),
    ],
)
def test_agreements(tmp_path: Path, gold: dict, right: tuple, why: str) -> None:
    wanted = {"quote": "Fjord Accord", "name": "Fjord Accord", "kind": "trade", "parties": ["Norway", "Chile"]} | gold
    ours = {"agreement_id": "fa", "name": "Fjord Accord", "acronym": "FA", "kind": "trade", "party_ids": ["nor", "chl"]}
    found = tallies(
        tmp_path,
        {"agreements": [wanted]},
        agreements=[ours],
        agreement_mentions=[{"agreement_id": "fa", **at("Fjord Accord")}] * 2,
    )
    assert tuple(found["agreements", figure].right for figure in ("found", "typed", "full")) == right, why
    assert found["agreements", "found"].n_predicted == 1, "named twice, counted once"


@pytest.mark.parametrize(
    ("gold", "right", "why"),
    [
        ({}, FULL, "the same"),
        ({"number": 4}, NONE, "another number"),
        ({"title": "On kelp"}, FOUND, "another title"),
        ({"title": "Ships of the fjords: a history"}, FULL, "with its subtitle"),
        ({"date": "1999"}, TYPED, "another date"),
        ({"publisher": None}, TYPED, "no publisher"),
    ],
)
def test_citations(tmp_path: Path, gold: dict, right: tuple, why: str) -> None:
    entry = {"number": 3, "title": "Ships of the fjords", "publisher": "Oslo Press", "date": "2001"}
    found = tallies(tmp_path, {"citations": [entry | gold]}, citations=[at("Kenya") | entry])
    assert tuple(found["citations", figure].right for figure in ("found", "typed", "full")) == right, why


ARREST = gold_event(ARRESTED, "COERCE", "pol", "ola", date="2012")
OUR_ARREST = event(ARRESTED, "COERCE", "pol", "ola", date="2012")


@pytest.mark.parametrize(
    ("gold", "ours", "expected", "why"),
    [
        ([GOLD], [], (0, 0, 1), "missing"),
        ([], [OURS], (0, 1, 0), "false"),
        ([GOLD | {"optional": True}], [], (0, 0, 0), "an optional row may be missing"),
        ([GOLD | {"optional": True}], [OURS], (0, 0, 0), "or be there"),
        ([GOLD | {"optional": True}], [OURS, OURS], (0, 0, 0), "or be there twice"),
        ([GOLD], [OURS, OURS], (1, 1, 0), "a required row counts once"),
        ([GOLD, GOLD], [OURS], (1, 0, 1), "and so does ours"),
        ([GOLD, GOLD | {"optional": True}], [OURS], (1, 0, 0), "the required one first"),
        ([ARREST, GOLD], [OURS, OUR_ARREST], (2, 0, 0), "in any order"),
        ([GOLD | {"optional": True}], [OURS | {"event_type": "AGREE"}], (0, 0, 0), "over an optional row's words"),
    ],
)
def test_counting(tmp_path: Path, gold: list, ours: list, expected: tuple, why: str) -> None:
    assert counts(tallies(tmp_path, {"events": gold}, event_mentions=ours)["events", "typed"]) == expected, why


def test_of_several_rows_the_nearest_is_meant(tmp_path: Path) -> None:
    """Two deeds in the same words: each row of ours goes to the gold row that it agrees with most."""
    other = GOLD | {"date": "2012"}
    found = tallies(
        tmp_path, {"events": [other, GOLD]}, event_mentions=[OURS, OURS | {"date": "2012", "source_ids": ["chl"]}]
    )
    assert counts(found["events", "full"]) == (2, 0, 0)


def test_a_table_that_is_not_coded_has_no_figure(tmp_path: Path) -> None:
    found = tallies(tmp_path, {"events": []}, event_mentions=[OURS])
    assert {table for table, _ in found} == {"events", "actors"}
    assert {row["table_name"] for row in rows_of("x", found)} == {"actors"}, "and none without gold rows"


def test_a_quote_that_is_not_there_names_file_and_row(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=rf"{FILE}\.gold\.json: events, row 2 \(“Norway sank Chile”\): no sentence"):
        tallies(tmp_path, {"events": [GOLD, GOLD | {"quote": "Norway sank Chile"}]}, event_mentions=[])


def test_misses_are_kept(tmp_path: Path) -> None:
    found = tallies(tmp_path, {"events": [GOLD]}, event_mentions=[OUR_ARREST])
    missed, false = found["events", "found"].misses
    assert (missed.gold, missed.row.said) == (True, SIGNED)
    assert (false.gold, false.row.said) == (False, ARRESTED)


@pytest.mark.parametrize(
    ("tally", "shares"),
    [
        (Tally(right=3, false=1, missing=2), (0.75, 0.6, 2 / 3)),
        (Tally(missing=2), (None, 0.0, 0.0)),
        (Tally(false=2), (0.0, None, 0.0)),
        (Tally(), (None, None, None)),
    ],
)
def test_shares(tally: Tally, shares: tuple) -> None:
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx(shares)


calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Short tests on a machine that others use too: time says nothing about them."""
PAIRS = st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.floats(0, 5))


@calm
@given(PAIRS)
def test_matching_is_one_to_one_and_leaves_no_pair_over(nearness: dict) -> None:
    matched = match(nearness)
    assert len(set(matched.values())) == len(matched)
    assert all((i, j) in nearness for i, j in matched.items())
    assert all(i in matched or j in matched.values() for i, j in nearness)


@calm
@given(PAIRS.filter(bool))
def test_the_nearest_pair_is_matched(nearness: dict) -> None:
    best = max(nearness.values())
    assert any(nearness[pair] == best for pair in match(nearness).items())


@calm
@given(PAIRS)
def test_matching_does_not_depend_on_the_order_of_pairs(nearness: dict) -> None:
    assert match(nearness) == match(dict(reversed(nearness.items())))
