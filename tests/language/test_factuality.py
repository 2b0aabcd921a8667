"""Whether a clause states a happening as fact, as announced, as alleged, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.factuality import factuality, negated
from tests.small_documents import sentence


def status(text: str, word: str) -> str | None:
    return factuality([t for t in sentence(text).doc if t.lower_ == word][-1]).status


STATED = [
    ("Norway recalled its envoy.", "recalled", "occurred", "the past"),
    ("Norway has recalled its envoy.", "recalled", "occurred", "the perfect"),
    ("Norway was forced to recall its envoy.", "recall", "occurred", "what one is forced to do, one does"),
    ("Norway managed to free the crew.", "free", "occurred", "success"),
    ("Norway began to arm the rebels.", "arm", "occurred", "a beginning"),
    ("Norway said that it had recalled its envoy.", "recalled", "occurred", "a report of one's own deed"),
    ("Norway said it recalled its envoy because Chile had seized a ship.", "seized", "occurred", "a cause"),
    ("Chile did not recognise Norway until 1931.", "recognise", "occurred", "not until: then it did"),
    ("In 1982 Norway expelled a journalist; Kenya did not protest.", "expelled", "occurred", "apart by a semicolon"),
    ("Norway left after expelling the envoy.", "expelling", "occurred", "a gerund of time"),
    ("Norway condemned the attack.", "attack", "occurred", "a noun that is given"),
    ("Norway is arming the rebels.", "arming", "ongoing", "the progressive"),
    ("Norway has been arming the rebels.", "arming", "ongoing", "the perfect progressive"),
    ("Norway will recall its envoy.", "recall", "announced", "the future"),
    ("Norway plans to recall its envoy.", "recall", "announced", "a plan"),
    ("Norway agreed to recall its envoy.", "recall", "announced", "a promise"),
    ("Norway is expected to recall its envoy.", "recall", "announced", "an expectation"),
    ("Norway said it would recall its envoy.", "recall", "announced", "a reported future"),
    ("Norway condemned the planned visit.", "visit", "announced", "a planned noun"),
    ("Kenya claimed that Norway armed the rebels.", "armed", "alleged", "a claim"),
    ("Kenya accused Norway of arming the rebels.", "arming", "alleged", "an accusation"),
    ("Kenya condemned the alleged attack.", "attack", "alleged", "an alleged noun"),
]


@pytest.mark.parametrize(("text", "word", "expected", "why"), STATED, ids=[row[3] for row in STATED])
def test_what_is_stated(text: str, word: str, expected: str, why: str) -> None:
    assert status(text, word) == expected, why


NOT_STATED = [
    ("Norway did not recall its envoy.", "recall", "a negation"),
    ("Norway never recalled its envoy.", "recalled", "never"),
    ("No envoy was recalled.", "recalled", "nobody"),
    ("Norway may recall its envoy.", "recall", "a possibility"),
    ("Norway should recall its envoy.", "recall", "advice"),
    ("Norway would have recalled its envoy.", "recalled", "an unreal past"),
    ("If Norway recalled its envoy, Chile would protest.", "recalled", "a condition"),
    ("If Norway recalled its envoy, Chile would protest.", "protest", "what depends on one"),
    ("Unless Chile leaves, Norway will protest.", "leaves", "unless"),
    ("Norway refused to recall its envoy.", "recall", "a refusal"),
    ("Norway tried to expel the envoy.", "expel", "an attempt"),
    ("Norway failed to expel the envoy.", "expel", "a failure"),
    ("Norway hopes to sign the treaty.", "sign", "a hope"),
    ("Norway threatened to recall its envoy.", "recall", "a threat"),
    ("Norway urged Chile to leave.", "leave", "a demand"),
    ("Norway denied arming the rebels.", "arming", "a denial"),
    ("Norway left without recalling its envoy.", "recalling", "without"),
    ("The possibility of an attack worries Chile.", "attack", "a possible noun"),
    ("Norway fears a future attack.", "attack", "a future noun"),
    ("Norway called for talks.", "talks", "what is called for"),
    ("Did Norway recall its envoy?", "recall", "a question"),
    ('"Did Norway recall its envoy?"', "recall", "a quoted question"),
]


@pytest.mark.parametrize(("text", "word", "why"), NOT_STATED, ids=[row[2] for row in NOT_STATED])
def test_what_is_not_stated(text: str, word: str, why: str) -> None:
    assert status(text, word) is None, why


def test_the_speaker_of_a_report_is_told() -> None:
    said = sentence("Kenya claimed that Norway armed the rebels.").doc
    found = factuality(next(t for t in said if t.text == "armed"))
    assert found.speaker is not None and found.speaker.text == "Kenya"


def test_a_reason_comes_with_what_is_left_out() -> None:
    reasons = {
        text: factuality([t for t in sentence(text).doc if t.lemma_ == "recall"][-1]).reason
        for text in ("Norway did not recall its envoy.", "Norway may recall its envoy.", "Did Norway recall its envoy?")
    }
    assert list(reasons.values()) == ["negated", "hypothetical", "question"]


def test_a_negation_is_its_own_words_alone() -> None:
    doc = sentence("Norway, which did not sign, recalled its envoy.").doc
    assert [t.text for t in doc if t.pos_ == "VERB" and negated(t)] == ["sign"]


VOCABULARY = "Norway not may if to recall recalled its envoy said that will of attack the was , and ? by"
LOOSE = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=25)


@given(LOOSE)
@settings(max_examples=60, deadline=None)
def test_any_parse_has_a_verdict(tokens: list[str]) -> None:
    for token in sentence(" ".join(tokens)).doc:
        found = factuality(token)
        assert found.status in ("occurred", "ongoing", "announced", "alleged", None)
        assert found.status is not None or found.reason, "what is left out has a reason"
