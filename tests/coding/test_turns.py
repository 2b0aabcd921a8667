"""Whose turn it is in a transcript, and whom "I", "we" and "you" stand for there and in other official texts."""

from __future__ import annotations

import pytest

from tests.small_documents import Coded, coded

TITLE = "Remarks by President Mwangi and Prime Minister Ingrid Solvang of Norway Before a Meeting"
HERE = {"genre": "official", "title": TITLE, "url": "https://www.presidency.go.ke/remarks"}
OPEN = ["The leaders of Kenya and Norway spoke in Nairobi.", "PRESIDENT MWANGI:"]
REPLY = ["Welcome.", "PRIME MINISTER SOLVANG:"]
BOTH = {"Mwangi", "Ingrid Solvang", "Kenya", "Norway"}


def transcript(*sentences: str) -> Coded:
    return coded(*OPEN, *sentences, **HERE)


MEANS = [
    (["I left."], "I", {"Mwangi"}, "the speaker"),
    ([*REPLY, "I left."], "I", {"Ingrid Solvang"}, "the next speaker, by the title's full name"),
    (["You left."], "You", {"Ingrid Solvang"}, "the one spoken to"),
    (["You and I left."], "You", {"Mwangi", "Ingrid Solvang"}, "both"),
    (["We left."], "We", BOTH, "both with their states"),
    (["My government left."], "government", {"Kenya"}, "the speaker's state"),
    ([*REPLY, "My country left."], "country", {"Norway"}, "and the other one's"),
    (["Q", "Will it rain?", "I left."], "I", set(), "the press"),
    (["Q", "Will it rain?", "PRESIDENT MWANGI:", "You left."], "You", set(), "an answer to the press"),
    (
        [*REPLY, "Hello.", "Q", "Will it rain?", "PRESIDENT MWANGI:", "Madam Prime Minister, hello.", "You left."],
        "You",
        {"Ingrid Solvang"},
        "until it turns to the other one",
    ),
]


@pytest.mark.parametrize(("sentences", "word", "expected", "why"), MEANS, ids=[row[3] for row in MEANS])
def test_who_is_meant(sentences: list[str], word: str, expected: set[str], why: str) -> None:
    tail = [] if any("SOLVANG" in s for s in sentences) else ["PRIME MINISTER SOLVANG:", "Yes."]
    of = transcript(*sentences, *tail)
    assert set(of.meaning(len(of.parsed.sentences) - 1 - len(tail), word)) == expected, why


ROWS = [
    ("We discussed the harbour.", ("CONSULT", "Ingrid Solvang + Mwangi", ""), "people meet"),
    ("We thank you for the ferries.", ("SUPPORT", "Kenya + Mwangi", "Ingrid Solvang"), "one side thanks the other"),
    ("We delivered rice to Norway.", ("AID", "Kenya + Mwangi", "Norway"), "one side gives to the other"),
    ("Together we delivered rice to Chile.", ("AID", " + ".join(sorted(BOTH)), "Chile"), "both give"),
    ("I would like to thank Norway for the ferries.", ("SUPPORT", "Mwangi", "Norway"), "a wish to say says it"),
    ("I also want to congratulate Chile.", ("SUPPORT", "Mwangi", "Chile"), "another"),
    ("Let me thank you for the ferries.", ("SUPPORT", "Mwangi", "Ingrid Solvang"), "leave to say it"),
]


@pytest.mark.parametrize(("text", "row", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_events_of_a_turn(text: str, row: tuple[str, str, str], why: str) -> None:
    of = transcript(text, "PRIME MINISTER SOLVANG:", "Yes.")
    assert [(r[0], r[2], r[3]) for r in of.rows if r[0] == row[0]] == [row], why


@pytest.mark.parametrize(
    "text",
    [
        "I wanted to leave before thanking Norway.",
        "He would like to thank Norway.",
        "I would not like to thank Norway.",
        "Norway takes time to thank Kenya.",  # "take" is the whole sentence's verb: nothing above it to climb to
    ],
)
def test_wishes_that_say_nothing(text: str) -> None:
    assert coded(text).rows == []


def test_capitals_make_a_label() -> None:
    of = coded("President Mwangi:", "I left.", "President Mwangi:", "I left again.", **HERE)
    assert of.meaning(1, "I") != ("Mwangi",) or of.registry.issuing.issuer is not None
    assert of.registry.reference.turns.at(of.parsed.sentences[1]) is None


def test_a_statement_speaks_for_its_state_and_issuer() -> None:
    of = coded(
        "Kenya mourns.",
        "We condemn Chile.",
        "I left.",
        genre="official",
        title="Statement by Foreign Ministry Spokesperson Amina Diallo on Ferries",
        url="https://mfa.go.ke/x",
    )
    assert set(of.meaning(1, "We")) == {"Kenya", "Amina Diallo"}
    assert of.meaning(2, "I") == ("Amina Diallo",)


def test_an_official_texts_administration_is_its_government() -> None:
    of = coded(
        "Kenya mourns.", "Norway sings.", "The Administration left.", genre="official", url="https://mfa.go.ke/x"
    )
    assert of.meaning(2, "Administration") == ("Kenya",)
    assert coded("Kenya mourns.", "The Administration left.").meaning(1, "Administration") == ()


def test_all_people_of_a_long_subject_take_part() -> None:
    text = (
        "President Kamau Mwangi of Kenya, Prime Minister Ingrid Solvang of Norway, and President Pedro Rojas of Chile "
        "discussed the harbour."
    )
    assert [r[2] for r in coded(text).rows] == ["Ingrid Solvang + Kamau Mwangi + Pedro Rojas"]


def test_plans_read_as_a_noun_are_announced() -> None:
    rows = [(e.event_type, e.status) for e in coded("UNICEF plans to provide $10 million to Kenya.").events]
    assert rows == [("AID", "announced")]
    assert coded("The plans to provide $10 million to Kenya failed.").rows == []


TRIO = {"genre": "official", "title": "Fact Sheet: The Norway – Kenya – Chile Partnership"}


def test_a_text_about_three_states_means_them() -> None:
    opening = ["Norway and Kenya sing.", "Chile mourns.", *["Rain fell."] * 4]
    for last, word in (
        ("The three countries left.", "countries"),
        ("Our nations left.", "nations"),
        ("We left.", "We"),
    ):
        of = coded(*opening, last, **TRIO)
        assert set(of.meaning(len(opening), word)) == {"Norway", "Kenya", "Chile"}, last
    assert coded(*opening, "The four countries left.", **TRIO).meaning(len(opening), "countries") == ()


def test_a_letter_is_from_whoever_signs_it() -> None:
    of = coded("I declare a state of emergency.", "Sincerely,", "Amina Diallo", genre="official", title="Letter to All")
    assert [(r[0], r[2]) for r in of.rows] == [("COERCE", "Amina Diallo")]


def test_what_is_to_happen_is_announced() -> None:
    of = coded("The foreign minister of Norway is to visit Kenya.", "The goal of Norway is to visit Kenya.")
    assert [(e.event_type, e.status) for e in of.events] == [("CONSULT", "announced")]
    assert coded("It is in the interest of Norway to stand with Kenya.").rows == []
