"""Who sends and who receives an envoy, where the sentence leaves one of them out."""

from __future__ import annotations

import pytest

from tests.small_documents import coded

BOTH = ("Norway and Kenya have traded since 1920.", "Norway buys tea from Kenya.")
"""Sentences that make a document one about two states."""

ENVOYS = [
    (
        (*BOTH, "Liv Dahl was appointed ambassador to Kenya in 1964."),
        (("Norway",), ("Liv Dahl",)),
        "the state that is not the host sends",
    ),
    (
        (*BOTH, "Norwegian diplomat Liv Dahl was appointed ambassador in 1964."),
        (("Norway",), ("Liv Dahl",)),
        "the envoy's own state sends",
    ),
    (
        (*BOTH, "Norway appointed Liv Dahl as consul in 1964.", "Olav Berg was appointed consul in 1971."),
        (("Norway",), ("Olav Berg",)),
        "the sender of the envoy before",
    ),
    (
        ("Olav Berg was appointed consul in 1971.",),
        (("Olav Berg",), ()),
        "nobody knows who sent him",
    ),
]


@pytest.mark.parametrize(("sentences", "expected", "why"), ENVOYS, ids=[row[2] for row in ENVOYS])
def test_senders(sentences: tuple[str, ...], expected: tuple, why: str) -> None:
    of = coded(*sentences)
    last = [e for e in of.events if e.mode == "appoint"][-1]
    assert (of.names_of(last.sources), of.names_of(last.targets)) == expected, why


HOSTS = [
    ("Norwegian ambassador Liv Dahl presented her credentials in 1964.", "the state that does not send"),
    ("Norwegian Minister Resident and Consul General Liv Dahl presented her credentials.", "behind a long title"),
    ("Consul Liv Dahl presented her credentials in Nairobi in 1964.", "the seat of government"),
]


@pytest.mark.parametrize(("text", "why"), HOSTS, ids=[row[1] for row in HOSTS])
def test_the_host_of_credentials(text: str, why: str) -> None:
    of = coded(*BOTH, text)
    last = [e for e in of.events if e.mode == "inaugurate"][-1]
    assert of.names_of(last.targets) == ("Kenya",), why
