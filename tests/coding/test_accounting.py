"""Why a sentence yielded no row. Sentences are invented."""

from __future__ import annotations

import pytest

from pipeline.coding.accounting import account, main_verbs
from pipeline.coding.actors import Registry
from pipeline.coding.rows import AgreementMention, CodedDocument, Evidence, TradeFact
from schemas.vocabularies import SENTENCE_CODING
from tests.agreement_text import parsed


def terms(*sentences: str | tuple[str, str], reasons: dict[int, str] | None = None, **rows: list) -> list[str]:
    """The account of a document whose only rows are its actors and `rows`."""
    document = parsed(*sentences)
    registry = Registry(document)
    coded = CodedDocument(document.document, actors=registry.actors, actor_mentions=registry.mentions, **rows)
    return account(document, coded, reasons or {})


CASES = [
    ("Norway could close its embassy in Chile.", "hypothetical", "could"),
    ("Kenya should train more judges.", "hypothetical", "should"),
    ("If Japan refuses, Kenya will leave.", "hypothetical", "a condition"),
    ("Did Norway close its embassy?", "hypothetical", "a question"),
    ("Kenya never closed its embassy in Norway.", "hypothetical", "denied"),
    ("Both governments want to see more tourists.", "hypothetical", "a wish"),
    ("Improve roads near the harbour.", "hypothetical", "advice that nobody has taken"),
    ("Relations between Kenya and Japan are strained.", "evaluation", "state of relations"),
    ("Chile is a vital partner for Norway.", "evaluation", "copula and judgement"),
    ("Ties between Norway and Chile deteriorated in spring.", "evaluation", "relations, even when they change"),
    ("Kenya faces serious challenges.", "evaluation", "faces"),
    ("The dispute has strained relations.", "evaluation", "what relations suffer"),
    ("The port offers important opportunities.", "evaluation", "an object that judges"),
    ("Kenya underestimated the strength of Norway.", "evaluation", "a judgement of what was known"),
    ("Thank you to the dancers of Kenya.", "evaluation", "a courtesy"),
    ("Norway ruled the islands for four centuries.", "background", "a state of things that lasted"),
    ("She specialised in the law of the sea.", "background", "a trade that somebody has"),
    ("Kenya made clear that its ports are open.", "unrecognised", "words that somebody said"),
    ("Norway is a country in northern Europe.", "background", "a definition"),
    ("The mission is located in Oslo.", "background", "a place"),
    ("She was born in 1950 and studied law.", "background", "a life"),
    ("Fishing boats leave the harbour at dawn.", "background", "what is usual"),
    ("View of the old harbour", "background", "no verb at all"),
    ("The storm reached the coast in May.", "background", "nobody acted"),
    ("Norway repainted its embassy in Chile.", "unrecognised", "an actor did something"),
    ("The Kenyan government has renumbered its roads.", "unrecognised", "perfect, the state by a noun"),
    ("Kenya has been repainted by Norway.", "unrecognised", "passive"),
    ("The minister said that Norway repainted its embassy.", "unrecognised", "reported"),
]


@pytest.mark.parametrize(("text", "term", "why"), CASES, ids=[c[2] for c in CASES])
def test_reasons(text: str, term: str, why: str) -> None:
    assert terms(text) == [term], why


BLOCKS = [
    ("title", "Norway repainted its embassy", "heading"),
    ("heading", "Trade", "heading"),
    ("reference", "[1] Harbour Notes, 1990", "reference"),
    ("chrome", "Share this page", "chrome"),
    ("caption", "Norway repainted its embassy in Chile.", "unrecognised"),
]


@pytest.mark.parametrize(("kind", "text", "term"), BLOCKS)
def test_blocks(kind: str, text: str, term: str) -> None:
    assert terms((kind, text)) == [term]


def _fact(sentence: int) -> TradeFact:
    return TradeFact(Evidence(sentence, 0, 1, "trade.test", 1.0), "gdp")


def test_a_row_makes_its_sentence_coded_whatever_it_says() -> None:
    said = terms(
        "Norway could export fish.", "Norway could export timber.", ("title", "Fish"), trade_facts=[_fact(0), _fact(2)]
    )
    assert said == ["coded", "hypothetical", "coded"]


def test_a_bare_noun_that_points_back_states_nothing() -> None:
    again = AgreementMention(Evidence(0, 0, 1, "agreement.again", 1.0), 0, "treaty")
    named = AgreementMention(Evidence(1, 0, 1, "agreement.named", 1.0), 0, "Bergen Treaty")
    assert terms("The treaty is long.", "The Bergen Treaty is long.", agreement_mentions=[again, named]) == [
        "background",
        "coded",
    ]


REASONS = [
    ("Norway oversees a mission to Chile.", "unrecognised", "unrecognised", "a trigger that no frame took"),
    ("Norway oversees a mission to Chile.", "purpose", "hypothetical", "a trigger that is no statement"),
    ("Norway is a vital partner of Chile.", "unrecognised", "evaluation", "the main clause judges"),
    ("Norway could oversee a mission.", "unrecognised", "hypothetical", "the main clause is imagined"),
    ("The harbour handles ships.", "unrecognised", "background", "nobody is named"),
]


@pytest.mark.parametrize(("text", "reason", "term", "why"), REASONS, ids=[r[3] for r in REASONS])
def test_what_the_event_coder_says(text: str, reason: str, term: str, why: str) -> None:
    assert terms(text, reasons={0: reason}) == [term], why


def test_every_sentence_gets_a_term_of_the_vocabulary() -> None:
    words = ["", ".", "—", "Norway", "Was ist das?", "1,234", "if", "Kenya and", "the " * 40]
    found = terms(*[w for w in words if w.strip()])
    assert len(found) == 8
    assert all(term in SENTENCE_CODING for term in found)


def test_reported_speech_counts_as_a_main_clause() -> None:
    (sentence,) = parsed("The minister said that Norway left and that Kenya stayed.").sentences
    assert [v.text for v in main_verbs(sentence)] == ["said", "left", "stayed"]
