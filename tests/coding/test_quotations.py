"""Who speaks: in quotations over one or more sentences, and in clauses after "X said that"."""

from __future__ import annotations

import pytest

from pipeline.coding.actors import Registry
from pipeline.coding.events import EventCoder
from pipeline.coding.quotations import quotations
from pipeline.language.parser import parse
from pipeline.read.model import Block, Document, Metadata, Sentence
from tests.small_documents import coded, parsed

SPOKEN = [
    (
        ['Foreign Minister Ana Silva of Uruguay said, "Paraguay must reopen the bridge."'],
        ("REQUEST", "Ana Silva", "Paraguay"),
        "in front of the quotation",
    ),
    (
        ['"Paraguay must reopen the bridge," said Foreign Minister Ana Silva of Uruguay.'],
        ("REQUEST", "Ana Silva", "Paraguay"),
        "behind it",
    ),
    (
        ["Foreign Minister Ana Silva said that Paraguay must reopen the bridge."],
        ("REQUEST", "Ana Silva", "Paraguay"),
        "in reported words",
    ),
    (
        ['President Kamau Mwangi said, "We condemn the raid by Tunisia."'],
        ("ACCUSE", "Kamau Mwangi", "Tunisia"),
        "we, who speak",
    ),
    (
        ['President Kamau Mwangi said, "I applaud Tunisia for its help."'],
        ("SUPPORT", "Kamau Mwangi", "Tunisia"),
        "I, who speak",
    ),
    (
        ['Kenyan President Kamau Mwangi said, "We must defend our friends."'],
        ("REQUEST", "Kamau Mwangi", "Kenya"),
        "a demand to one's own side",
    ),
    (
        ['President Kamau Mwangi said, "I must say that the sale of the port is a disgrace."'],
        ("ACCUSE", "Kamau Mwangi", ""),
        "said by saying that it must be said",
    ),
    (
        ["Minister Ana Silva posted a message on Facebook blaming Chad for the fire."],
        ("ACCUSE", "Ana Silva", "Chad"),
        "the author and not the place where it was posted",
    ),
    (
        ['President Kamau Mwangi said, "The sale of the port is a disgrace."'],
        ("ACCUSE", "Kamau Mwangi", ""),
        "a verdict on a thing",
    ),
    (
        ["Bolivia's ambassador to Peru Ana Silva said that the tariff was unfair."],
        ("ACCUSE", "Ana Silva", ""),
        "a name behind a long title",
    ),
]
SILENT = [
    ("Paraguay must reopen the bridge before winter.", "the text's own advice is no deed"),
    ('President Kamau Mwangi said, "If Paraguay must wait, we will wait."', "a condition"),
    ('President Kamau Mwangi said, "I must thank the cooks."', "a turn of phrase"),
    ('President Kamau Mwangi said, "The guide should have known the road."', "what was not done"),
    ("President Kamau Mwangi said that it was not a mistake.", "denied"),
    ("President Kamau Mwangi asked how Paraguay should answer.", "a question"),
    ('President Kamau Mwangi said, "The new law on illegal fishing comes in May."', "what kind, not a verdict"),
    ('The sign beside the road says "must" and nothing else.', "a word, not speech"),
]


@pytest.mark.parametrize(("texts", "expected", "why"), SPOKEN)
def test_saying_it_is_the_deed(texts: list[str], expected: tuple[str, str, str], why: str) -> None:
    of = coded(*texts)
    rows = {(e.event_type, " + ".join(of.names_of(e.sources)), " + ".join(of.names_of(e.targets))) for e in of.events}
    assert expected in rows, (why, rows)


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_not_every_must_is_a_demand(text: str, why: str) -> None:
    assert not {e.event_type for e in coded(text).events} & {"REQUEST", "ACCUSE"}, why


def _one_block(*sentences: str) -> Document:
    spans, at = [], 0
    for i, text in enumerate(sentences):
        spans.append(Sentence(i, 0, at, at + len(text)))
        at += len(text) + 1
    text = " ".join(sentences)
    block = Block("paragraph", 0, len(text))
    return Document("d", "d.txt", "0" * 64, text, "original", Metadata(), (block,), tuple(spans))


def _coded_block(*sentences: str) -> set[tuple[str, str]]:
    registry = Registry(next(iter(parse([_one_block(*sentences)]))))
    return {(e.event_type, *(registry.actors[i].name for i in e.sources)) for e in EventCoder(registry).code()}


LONG = [
    (
        ['President Kamau Mwangi said, "The rains were long.', 'Tunisia must open its port to our grain."'],
        {("REQUEST", "Kamau Mwangi")},
        "over two sentences",
    ),
    (
        ["President Kamau Mwangi criticised the plan.", '"Tunisia must open its port to our grain."'],
        {("ACCUSE", "Kamau Mwangi"), ("REQUEST", "Kamau Mwangi")},
        "brought in by the sentence before",
    ),
    (
        ['"The rains were long," said President Kamau Mwangi.', '"Tunisia must open its port to our grain."'],
        {("REQUEST", "Kamau Mwangi")},
        "going on behind the first part",
    ),
]


@pytest.mark.parametrize(("sentences", "expected", "why"), LONG)
def test_quotation_runs_on(sentences: list[str], expected: set[tuple[str, str]], why: str) -> None:
    assert _coded_block(*sentences) == expected, why


def test_quotation_that_never_closes_ends_with_its_block() -> None:
    of = parsed('He said, "The bridge is closed for the winter.', "The town slept for a week and a day.")
    assert [p[0] for q in quotations(of.sentences) for p in q.pieces] == [0]
