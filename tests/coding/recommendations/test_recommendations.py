"""Recommendations of invented texts about other countries: what is advice, to whom, which acts, in which voice."""

from __future__ import annotations

import pytest

from pipeline.coding import recommendations
from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.lexicon import Frame, areas, frames
from tests.advice_text import advice, names, parsed

ADVISORY = "Norway must act now. "
"""Makes an opinion piece of whatever follows, so that its weaker words count as advice."""


def rows(text: str, prefix: str = ADVISORY) -> list[tuple[str, str, str]]:
    """(modality, addressees, action) of the advice behind the prefix."""
    found, registry = advice(prefix + text)
    return [(r.modality, names(r, registry), r.action) for r in found if r.evidence.char_start >= len(prefix)]


# -- the lexicon's own examples ----------------------------------------------------------------


def _rules(text: str) -> set[str]:
    prefix = ADVISORY + "\n\n"
    found, _ = advice(prefix + text)
    return {r.evidence.rule_id for r in found if r.evidence.char_start >= len(prefix)}


@pytest.mark.parametrize("frame", frames(), ids=lambda f: f.id)
def test_a_frame_reads_its_example(frame: Frame) -> None:
    assert f"recommendation.{frame.id}" in _rules(frame.example)


@pytest.mark.parametrize("frame", frames(), ids=lambda f: f.id)
def test_a_frame_leaves_its_counterexample(frame: Frame) -> None:
    assert f"recommendation.{frame.id}" not in _rules(frame.counterexample)


@pytest.mark.parametrize("area", areas(), ids=lambda a: a.area)
def test_an_area_claims_its_example(area) -> None:
    found, _ = advice(area.example)
    assert [r.area for r in found] == [area.area]


# -- which acts --------------------------------------------------------------------------------

ACTS = [
    (
        "Japan should double its aid, train coast guards and share satellite images.",
        ["double its aid", "train coast guards", "share satellite images"],
        "three verbs are three acts",
    ),
    (
        "Japan should cooperate on fisheries, tea and tourism.",
        ["cooperate on fisheries, tea and tourism"],
        "several objects of one verb are one act",
    ),
    (
        "Japan should draft and publish a timetable.",
        ["draft and publish a timetable"],
        "two verbs with one object are one act",
    ),
    (
        "Japan should use the summit to announce a youth exchange and to revive the trade talks.",
        ["announce a youth exchange", "revive the trade talks"],
        "the purposes of a means are the acts",
    ),
    (
        "Japan should propose a plan that includes more aid for farmers, support for courts, and cooperation on ports.",
        ["more aid for farmers", "support for courts", "cooperation on ports"],
        "an umbrella has its parts as acts",
    ),
    (
        "Japan should support the farmers of Kenya, training them in irrigation.",
        ["support the farmers of Kenya", "train them in irrigation"],
        "a tail that names a new act",
    ),
    (
        "Japan should support the farmers of Kenya, fostering stability.",
        ["support the farmers of Kenya"],
        "a tail that names a hoped-for result",
    ),
    (
        "Japan should go on helping Kenya as it rebuilds its ports.",
        ["go on helping Kenya as it rebuilds its ports"],
        "what the act accompanies is a part of it",
    ),
    (
        "Japan should lower its tariffs, as it promised.",
        ["lower its tariffs"],
        "a comment behind a comma is none",
    ),
    (
        "Japan should lower its tariffs rather than raise subsidies.",
        ["lower its tariffs"],
        "a contrast is no part of the act",
    ),
    (
        "Japan should lower its tariffs, and Kenya will answer in kind.",
        ["lower its tariffs"],
        "a new clause is no part of the act",
    ),
    (
        "The tariffs on tea must be lowered before the harvest.",
        ["lower tariffs on tea before the harvest"],
        "a passive is put into the active",
    ),
    (
        "Closing the consulate early and recalling the staff is essential.",
        ["close the consulate early", "recall the staff"],
        "gerunds in the subject",
    ),
    (
        "What Japan should do is open its ports to Kenyan ships.",
        ["open its ports to Kenyan ships"],
        "what X should do is named behind it",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ACTS, ids=[a[2] for a in ACTS])
def test_acts(text: str, expected: list[str], why: str) -> None:
    assert [action for _, _, action in rows(text)] == expected, why


# -- who, with which modality ------------------------------------------------------------------

WHO = [
    ("Chile ought to open its archives.", ("should", "Chile"), "the subject"),
    ("Chile and Norway must share their data.", ("must", "Chile + Norway"), "both subjects"),
    (
        "Chile and Norway have met. Both countries should share their data.",
        ("should", "Chile + Norway"),
        "both countries",
    ),
    ("It is vital for Chile to share its data.", ("needs", "Chile"), "for X to do"),
    ("It is vital that Chile share its data.", ("needs", "Chile"), "that X do"),
    ("It is vital to share the data.", ("needs", "Norway"), "carried from the advice before"),
    ("There is an opportunity for Chile to invest in ports.", ("could", "Chile"), "an opportunity for X"),
    ("By lifting the quota, Chile can win friends.", ("could", "Chile"), "by doing A, X can"),
    ("Chile can win friends by lifting the quota.", ("could", "Chile"), "X can by doing A"),
    ("It is in the interest of Chile to lift the quota.", ("should", "Chile"), "in the interest of"),
    ("The quota must be lifted by Chile.", ("must", "Chile"), "the agent of a passive"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WHO, ids=[w[2] for w in WHO])
def test_addressees_and_modality(text: str, expected: tuple[str, str], why: str) -> None:
    assert [(modality, who) for modality, who, _ in rows(text)] == [expected], why


NONE = [
    ("Exports should reach two billion dollars next year.", "a prediction"),
    ("The minister must have known of the shipment.", "a guess about the past"),
    ("Kenya should have lifted the quota.", "hindsight"),
    ('"Norway and Kenya should", he said.', "a quotation that breaks off"),
    ("Why should Kenya lift the quota?", "a question"),
    ("Kenya does not need to lift the quota.", "negated need"),
    ("Should Kenya lift the quota, prices would fall.", "a condition"),
    ("If Kenya should lift the quota, prices would fall.", "a condition with if"),
    ("They argued about whether Kenya should lift the quota.", "an indirect question"),
    ("Kenya will lift the quota.", "a promise"),
    ("Under the 1999 treaty, disputes must be settled by judges.", "a rule"),
    ("Visitors must hold a passport.", "a rule of entry"),
    ("It should be noted that Kenya lifted the quota.", "an aside"),
    ("Kenya urged Japan to lift the quota.", "an actor's demand is an event"),
    ("Kenya could lose its harvest.", "a risk"),
    ("The talks should end on Friday.", "what is expected of talks"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[n[1] for n in NONE])
def test_no_advice(text: str, why: str) -> None:
    assert rows(text) == [], why


def test_not_to_do_is_to_be_avoided() -> None:
    found, _ = advice("Kenya must not close the border.")
    assert [(r.action, r.polarity) for r in found] == [("close the border", "avoid")]


# -- whose voice -------------------------------------------------------------------------------


def test_a_report_names_the_issuer_and_takes_strong_words_only() -> None:
    found, registry = advice("Chile said that Norway must lower its tariffs. Chile said that it needs to hurry.")
    assert [(registry.actors[r.issuer].name, r.action) for r in found if r.issuer is not None] == [
        ("Chile", "lower its tariffs")
    ]
    assert len(found) == 1


def test_weak_words_count_only_where_the_text_advises() -> None:
    sentence = "Norway can support Chile by sharing its data."
    assert advice(sentence)[0] == []
    assert [r.action for r in advice(ADVISORY + sentence)[0]][1:] == ["share its data"]


def test_a_rule_in_a_long_description_is_no_advice() -> None:
    filler = "The river rises in the mountains and flows through the plain to the sea. " * 80
    assert advice(filler + "The president must sign every law.", genre="encyclopedia")[0] == []


def test_titles_give_no_advice() -> None:
    assert advice("# Norway Should Lower Its Tariffs\n\nThe debate goes on.")[0] == []


def test_help_given_names_the_beneficiary() -> None:
    found, registry = advice("Norway should send aid to Kenya.")
    assert [registry.actors[i].name for r in found for i in r.beneficiaries] == ["Kenya"]


# -- evidence ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [a[0] for a in ACTS] + [w[0] for w in WHO])
def test_evidence_lies_inside_its_sentence(text: str) -> None:
    document = parsed(ADVISORY + text)
    spans = {s.ordinal: s.sentence for s in document.sentences}
    for row in recommendations.code(document, Registry(document)):
        span = spans[row.evidence.sentence]
        assert span.char_start <= row.evidence.char_start < row.evidence.char_end <= span.char_end
        assert 0 < row.evidence.confidence <= 1


def test_evidence_runs_from_whoever_acts_to_the_end_of_the_act() -> None:
    text = "In any case, Japan should double its aid, train coast guards and wait."
    found, _ = advice(text)
    assert [text[r.evidence.char_start : r.evidence.char_end] for r in found][:2] == [
        "Japan should double its aid",
        "Japan should double its aid, train coast guards",
    ]


# -- bad input ---------------------------------------------------------------------------------

BROKEN = [
    "should",
    "must must must",
    "Norway should",
    "Norway should:",
    "Norway should (and must",
    "“Norway must",
    "½ should 30-40%",
    "It is essential for",
    "There is an opportunity for",
    "Norway can by",
    "- should\n- must",
    "| a | Recommended |\n| --- | --- |\n| x | |\n| | |",
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_words_give_no_row_and_no_crash(text: str) -> None:
    assert advice(text)[0] == []
