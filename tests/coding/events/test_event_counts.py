"""Numbers of people that a happening is told with."""

from __future__ import annotations

import pytest

from tests.small_documents import coded


def counts(text: str) -> list[tuple[str, str, float]]:
    return [(c.what, c.comparator, c.value) for e in coded(text).events for c in e.counts]


COUNTED = [
    ("Norwegian troops killed 14 civilians.", ("killed", "=", 14), "a numeral"),
    ("Norwegian troops killed fourteen civilians.", ("killed", "=", 14), "a number in words"),
    ("Norwegian troops killed about 200 civilians.", ("killed", "~", 200), "about"),
    ("Norwegian troops killed more than 200 civilians.", ("killed", ">", 200), "more than"),
    ("Norwegian troops killed at least 200 civilians.", ("killed", ">=", 200), "at least"),
    ("Norwegian troops killed 1,500 civilians.", ("killed", "=", 1500), "a comma in the number"),
    ("More than 30 soldiers were killed by Norwegian troops.", ("killed", ">", 30), "the passive"),
    ("Norwegian troops killed a total of 60 civilians.", ("killed", "=", 60), "a total of"),
    ("Nine people died in the clashes.", ("killed", "=", 9), "those who die"),
    ("The killing of 12 villagers by Norwegian soldiers was condemned.", ("killed", "=", 12), "a noun"),
    ("The Norwegian bombing injured 40 people.", ("injured", "=", 40), "the hurt"),
    ("Kenyan soldiers shot at a bus, wounding six.", ("injured", "=", 6), "a bare number"),
    ("In 2012 Kenya deported 125 Chileans.", ("deported", "=", 125), "people by their country"),
    ("A Kenyan court convicted two foundry owners of fraud.", ("convicted", "=", 2), "people by what they do"),
    ("Kenyan police arrested dozens of protesters.", ("arrested", ">", 24), "dozens"),
    ("Kenyan police arrested thousands of protesters.", ("arrested", ">", 1000), "thousands"),
    ("Norway expelled three Chilean diplomats.", ("expelled", "=", 3), "diplomats"),
    ("Norway deployed 400 troops to Kenya.", ("deployed", "=", 400), "troops"),
    ("Norway sent a force of 300 soldiers to Kenya.", ("deployed", "=", 300), "a force of"),
    ("Norway withdrew about 1,500 soldiers from Kenya.", ("withdrawn", "~", 1500), "the withdrawn"),
    ("The 400 Norwegian troops left Kenya.", ("withdrawn", "=", 400), "those who move are the subject"),
    ("Chile released twelve prisoners.", ("released", "=", 12), "the freed"),
    ("A Kenyan court convicted four Norwegian sailors.", ("convicted", "=", 4), "the convicted"),
    ("A bombing by Norwegian rebels left nine people dead.", ("killed", "=", 9), "what the attack left"),
    ("A bomb that rebels set off in Kenya left nine people dead.", ("killed", "=", 9), "in the subject's clause"),
    (
        "Rebels attacked Kenya, leaving 12 people injured.",
        ("injured", "=", 12),
        "left, as a participle",
    ),
    ("Japan granted asylum to 25 refugees.", ("admitted", "=", 25), "the admitted"),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTED, ids=[row[2] for row in COUNTED])
def test_people_are_counted(text: str, expected: tuple[str, str, float], why: str) -> None:
    assert counts(text) == [expected], why


NOT_COUNTED = [
    ("Norway's army bombed the port, leaving 300 people homeless.", "neither dead nor hurt"),
    ("The storm left nine people dead, and Norway attacked Kenya.", "another subject's toll"),
    ("Norwegian troops killed civilians.", "no number"),
    ("Norway bombed the port for three days.", "days"),
    ("Norway arrested the envoy in 2011.", "a year"),
    ("Norway gave Kenya $40 million.", "money"),
    ("Norway released 5 tons of grain.", "goods"),
    ("Norway withdrew 40 percent of its troops from Kenya.", "a share"),
    ("Norway sentenced the sailor to 10 years in prison.", "a term"),
    ("Norway condemned 12 Kenyan protesters.", "a deed that is not counted"),
    ("The third soldier was killed by Norwegian troops.", "a rank"),
]


@pytest.mark.parametrize(("text", "why"), NOT_COUNTED, ids=[row[1] for row in NOT_COUNTED])
def test_what_is_no_count_of_people(text: str, why: str) -> None:
    assert counts(text) == [], why


def test_a_count_rests_on_its_number() -> None:
    of = coded("In May, Norwegian troops killed more than **1,500** civilians.")
    evidence = of.events[0].counts[0].evidence
    assert of.parsed.document.text[evidence.char_start : evidence.char_end].endswith("1,500")
