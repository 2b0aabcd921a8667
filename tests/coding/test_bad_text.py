"""Text that no reader would want: coded in bounded time, without a crash, and every row rests on its own sentence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.coding.coder import code
from pipeline.coding.rows import CodedDocument, Evidence
from pipeline.language.model import ParsedDocument
from pipeline.language.parser import LONGEST, parse
from pipeline.read.model import Document
from tests.small_documents import document, parsed

SECONDS = 30.0
"""More than ten times what the slowest of these took; a cost that grows with the square of the length would pass it."""

CLAUSE = "Norway and Chile signed a treaty , and the Kenyan minister visited Oslo , while Japan attacked the port"
GIVEN = ("Anna", "Kamau", "Luis", "Hiroshi", "Ingrid", "Wanjiru", "Pedro", "Yuki")
FAMILY = ("Berg", "Mwangi", "Rojas", "Tanaka", "Solvang", "Otieno", "Vidal", "Sato", "Holm", "Kibaki")
PEOPLE = [f"{given} {family}" for given in GIVEN for family in FAMILY]
CAPITALS = "NORWAY AND CHILE SIGNED A TREATY IN OSLO ON 3 MAY 1920 AND THE KENYAN PRESIDENT VISITED JAPAN."
PLAIN = "norway signed a treaty with chile in 1920 the kenyan president visited oslo he condemned japan "

BAD = {
    "a sentence of 5,000 words": " ".join((CLAUSE.split() * 250)[:5000]) + ".",
    "a page of names": ", ".join(PEOPLE * 3),
    "a page of names without commas": " ".join(PEOPLE * 3),
    "a list of countries": "Norway, Kenya, Chile, Japan, " * 300,
    "capitals": CAPITALS * 20,
    "noise of a scanner": "N0rway s1gned a tr3aty w1th Ch|le 0n 3 M@y l920 ; ~~ ,,, th e K enyan m1n- ister left ¬ "
    * 20,
    "no punctuation": PLAIN * 40,
    "quotes that never close": '"Norway said "we will “never leave Kenya, and \'he said that "Chile recalled its envoy'
    * 10,
    "brackets that never close": "(" * 500 + "Norway (signed [a {treaty " * 50 + ")" * 20,
    "marks alone": "!!! ??? ... ((( ))) [[ ]] ** __ ## \\\\ // -- — … «»" * 20,
    "one word without end": "a" * 20000,
    "hyphens without end": "Norwegian-Chilean-Kenyan-" * 150 + "talks",
    "of-phrases without end": "the Ministry of " * 200 + "Trade",
    "titles without end": "President Prime Minister Foreign Minister Ambassador Secretary " * 50,
    "who said that who said": "Norway said that Chile said that " * 150 + "Kenya left.",
    "odd spaces": "Norway\t\t\tsigned\u00a0a\u200btreaty\u2028with\u3000Chile\x0b.",
    "pictures and other scripts": "🇳🇴 Norway 🤝 Chile signed 🎉 a treaty 𝔘𝔫𝔦 النرويج وقعت معاهدة 挪威 签署 " * 10,
    "blanks": " \n\t ",
}


def evidence_of(coded: CodedDocument) -> list[Evidence]:
    rows = [*coded.actor_mentions, *coded.actor_roles, *coded.event_mentions, *coded.agreement_mentions]
    rows += [*coded.trade_facts, *coded.recommendations, *coded.citations]
    return [r.evidence for r in rows] + [c.evidence for e in coded.event_mentions for c in e.counts]


def rests_on_its_sentences(coded: CodedDocument) -> None:
    text, sentences = coded.document.text, {s.ordinal: s for s in coded.document.sentences}
    for evidence in evidence_of(coded):
        sentence = sentences[evidence.sentence]
        assert sentence.char_start <= evidence.char_start < evidence.char_end <= sentence.char_end
        words = text[evidence.char_start : evidence.char_end]
        assert words.strip(), "evidence has words"
    for event in coded.event_mentions:
        assert all(0 <= i < len(coded.actors) for i in (*event.sources, *event.targets))
        words = text[event.evidence.char_start : event.evidence.char_end].casefold()
        assert all(w.casefold() in words for w in event.trigger.split()), "the trigger stands in the evidence"


@pytest.mark.parametrize("name", BAD)
def test_bad_text_is_coded_in_bounded_time(name: str) -> None:
    start = time.process_time()
    coded = code(parsed(BAD[name]))
    assert time.process_time() - start < SECONDS
    rests_on_its_sentences(coded)


def test_many_bad_sentences_stay_linear() -> None:
    start = time.process_time()
    coded = code(parsed(*[PLAIN.strip() * 2] * 60, *[", ".join(PEOPLE[:30])] * 30))
    assert time.process_time() - start < 2 * SECONDS
    rests_on_its_sentences(coded)


def test_a_good_sentence_beside_bad_ones_is_coded_as_alone() -> None:
    good = "Norway expelled the Chilean envoy on 3 May 1999."
    alone = code(parsed(good)).event_mentions[0]
    beside = code(parsed(BAD["marks alone"], good, BAD["quotes that never close"], CAPITALS)).event_mentions
    found = [e for e in beside if e.evidence.sentence == 1]
    assert [(e.trigger, e.event_type, e.date) for e in found] == [(alone.trigger, alone.event_type, alone.date)]


def test_states_and_deeds_in_capitals_are_found() -> None:
    coded = code(parsed(CAPITALS))
    signing = next(e for e in coded.event_mentions if e.trigger.casefold() == "signed")
    assert {coded.actors[i].name for i in signing.sources} == {"Norway", "Chile"}
    assert signing.date == "1920-05-03"


def test_the_rest_of_an_endless_sentence_is_left_out_not_misplaced() -> None:
    text = BAD["a sentence of 5,000 words"]
    assert len(text) > LONGEST
    assert all(e.char_end <= LONGEST for e in evidence_of(code(parsed(text))))


def whole(of: Document) -> ParsedDocument:
    return next(iter(parse([of])))


PIECES = [
    *'Norway Chilean signed the treaty on 1999 " ( said by , . [3] who will KENYA $5 million killed 12 people'.split(
        " "
    ),
    *("*", "they", "’s", "—", "3 May", "President Mwangi", "the two countries", "\n", "should", "exports"),
]


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map(" ".join), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_words_are_coded(sentences: list[str]) -> None:
    rests_on_its_sentences(code(whole(document(*sentences))))


@given(st.text(max_size=150))
@settings(max_examples=30, deadline=None)
def test_any_text_is_coded(text: str) -> None:
    rests_on_its_sentences(code(whole(document(text))))
