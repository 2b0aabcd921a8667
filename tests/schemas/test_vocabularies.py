"""Vocabularies explain every term, every one is used, and the scores of events agree with their class."""

from __future__ import annotations

import pytest

from schemas import TABLES
from schemas.vocabularies import EVENT_TYPE, MODES, VOCABULARIES, Vocabulary, cameo, goldstein, modes_of, quad_class
from schemas.vocabularies.modes import CAMEO_GOLDSTEIN


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
def test_every_term_is_explained_in_both_languages(vocabulary: Vocabulary) -> None:
    assert vocabulary.en.endswith(".")
    assert vocabulary.es.endswith(".")
    assert len(set(vocabulary.names)) == len(vocabulary.names) > 1
    for term in vocabulary:
        assert term.en.endswith("."), term.name
        assert term.es.endswith("."), term.name
        assert term.en != term.es


def test_every_vocabulary_is_used_by_a_column() -> None:
    used = {c.vocabulary.name for table in TABLES.values() for c in table.columns().values() if c.vocabulary}
    assert used == set(VOCABULARIES)


def test_there_are_seventeen_event_types() -> None:
    assert len(EVENT_TYPE.names) == 17
    assert quad_class("TRANSITION") is goldstein("TRANSITION") is cameo("TRANSITION", "elect") is None


@pytest.mark.parametrize("event_type", EVENT_TYPE.names)
def test_cooperation_scores_above_zero_and_conflict_below(event_type: str) -> None:
    quad = quad_class(event_type)
    for mode in (None, *modes_of(event_type)):
        score = goldstein(event_type, mode)
        assert (score is None) == (quad is None)
        if score is not None and quad is not None:
            assert (score > 0) == quad.endswith("cooperation")
            assert -10 <= score <= 10


@pytest.mark.parametrize("event_type", [name for name in EVENT_TYPE.names if name != "TRANSITION"])
def test_every_cameo_code_has_a_score(event_type: str) -> None:
    for mode in (None, *modes_of(event_type)):
        assert cameo(event_type, mode) in CAMEO_GOLDSTEIN


def test_no_score_is_for_a_code_that_nothing_has() -> None:
    used = {cameo(name) for name in EVENT_TYPE.names} | {mode.cameo for mode in MODES}
    assert CAMEO_GOLDSTEIN.keys() == used - {None}


@pytest.mark.parametrize(
    ("event_type", "mode", "score", "why"),
    [
        ("CONSULT", "visit", 1.9, "CAMEO 042"),
        ("CONSULT", None, 2.1, "a type without a mode takes the type's own score"),
        ("COERCE", "remove", -7.2, "a mode without a CAMEO code takes the type's score"),
        ("AID", "military", 8.3, "one mode name, two types: this is CAMEO 072"),
        ("COOPERATE", "military", 7.4, "one mode name, two types: this is CAMEO 062"),
        ("SANCTION", "convict", -2.0, "CAMEO 116"),
    ],
)
def test_scores(event_type: str, mode: str | None, score: float, why: str) -> None:
    assert goldstein(event_type, mode) == score, why


def test_an_unknown_type_is_an_error() -> None:
    with pytest.raises(KeyError, match="no term of event_type"):
        quad_class("DANCE")
