"""A small dataset, made with the helpers the pipeline uses: two documents, three actors, two events."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import polars as pl

from pipeline.derive.frames import conform
from schemas import TABLES

TEXTS = {
    "norway-chile": "Norway signed a fishing pact with Chile on 3 May 2011. Ten Norwegian boats followed in 2012.",
    "kenya-note": "Kenya welcomed the pact of Norway and Chile. It said that Chile should open its ports.",
}


def span(document_id: str, words: str) -> dict[str, Any]:
    """The evidence columns of the first place where `words` stand."""
    start = TEXTS[document_id].index(words)
    first_end = TEXTS[document_id].index(". ") + 1
    ordinal = 0 if start < first_end else 1
    return {
        "document_id": document_id,
        "sentence_id": f"{document_id}-s{ordinal}",
        "char_start": start,
        "char_end": start + len(words),
        "evidence": words,
        "rule_id": "example",
        "confidence": 0.75,
    }


def _documents() -> list[dict[str, Any]]:
    return [
        {
            "document_id": document_id,
            "file_name": f"{document_id}.md",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "text_kind": "original",
            "title": f"A note: {document_id}",
            "published": "2013-02",
            "published_min": dt.date(2013, 2, 1),
            "published_max": dt.date(2013, 2, 28),
            "genre": "news",
            "language": "en",
            "licence": "CC-BY-4.0",
            "may_redistribute": True,
            "n_chars": len(text),
            "n_words": len(text.split()),
            "n_sentences": 2,
        }
        for document_id, text in TEXTS.items()
    ]


def _sentences() -> list[dict[str, Any]]:
    rows = []
    for document_id, text in TEXTS.items():
        cut = text.index(". ") + 1
        for ordinal, (start, end) in enumerate([(0, cut), (cut + 1, len(text))]):
            rows.append(
                {
                    "sentence_id": f"{document_id}-s{ordinal}",
                    "document_id": document_id,
                    "ordinal": ordinal,
                    "block": "paragraph",
                    "locator": "line 1",
                    "char_start": start,
                    "char_end": end,
                    "text": text[start:end],
                    "coding": "coded",
                }
            )
    return rows


def _actors() -> list[dict[str, Any]]:
    return [
        {
            "actor_id": name.lower(),
            "name": name,
            "kind": "state",
            "country": code,
            "sector": "GOV",
            "aliases": aliases,
            "n_mentions": 2,
            "n_documents": 2,
            "first_document_id": "kenya-note",
        }
        for name, code, aliases in [("Norway", "NOR", ["Norwegian"]), ("Chile", "CHL", []), ("Kenya", "KEN", [])]
    ]


def _events() -> list[dict[str, Any]]:
    common = {"quad_class": "verbal_cooperation", "status": "occurred", "n_mentions": 1, "n_documents": 1}
    return [
        {
            "event_id": "signing",
            "event_type": "SUPPORT",
            "mode": "sign",
            "goldstein": 8.0,
            "contexts": ["economic", "resource"],
            "date": "2011-05-03",
            "date_min": dt.date(2011, 5, 3),
            "date_max": dt.date(2011, 5, 3),
            "date_precision": "day",
            "source_ids": ["chile", "norway"],
            "source_countries": ["CHL", "NOR"],
            "agreement_id": "pact",
            **common,
        },
        {
            "event_id": "welcome",
            "event_type": "SUPPORT",
            "mode": "endorse",
            "goldstein": 3.4,
            "contexts": [],
            "source_ids": ["kenya"],
            "target_ids": ["chile", "norway"],
            "source_countries": ["KEN"],
            "target_countries": ["CHL", "NOR"],
            **common,
        },
    ]


def _event_mentions() -> list[dict[str, Any]]:
    common = {"event_type": "SUPPORT", "status": "occurred"}
    signing = "Norway signed a fishing pact with Chile on 3 May 2011"
    return [
        {
            "event_mention_id": "signing-1",
            "event_id": "signing",
            "trigger": "signed",
            "mode": "sign",
            "date": "2011-05-03",
            "date_basis": "explicit",
            "source_ids": ["chile", "norway"],
            **common,
            **span("norway-chile", signing),
        },
        {
            "event_mention_id": "welcome-1",
            "event_id": "welcome",
            "trigger": "welcomed",
            "mode": "endorse",
            "date_basis": "none",
            "source_ids": ["kenya"],
            "target_ids": ["chile", "norway"],
            "attribution_id": "kenya",
            **common,
            **span("kenya-note", "Kenya welcomed the pact of Norway and Chile"),
        },
    ]


def _participants() -> list[dict[str, Any]]:
    rows = []
    for event in _events():
        for role in ("source", "target"):
            ids = event.get(f"{role}_ids", [])
            rows += [{"event_id": event["event_id"], "actor_id": actor, "role": role} for actor in ids]
    return rows


def example_rows() -> dict[str, list[dict[str, Any]]]:
    """Rows of every table that the example fills, by table name."""
    return {
        "documents": _documents(),
        "sentences": _sentences(),
        "actors": _actors(),
        "actor_mentions": [
            {
                "mention_id": "m1",
                "actor_id": "norway",
                "surface": "Norwegian",
                "resolution": "demonym",
                **span("norway-chile", "Norwegian"),
            }
        ],
        "agreements": [
            {
                "agreement_id": "pact",
                "name": "fishing pact",
                "kind": "trade",
                "status": "in_force",
                "date": "2011-05-03",
                "date_min": dt.date(2011, 5, 3),
                "date_max": dt.date(2011, 5, 3),
                "date_kind": "signed",
                "party_ids": ["chile", "norway"],
                "n_mentions": 1,
                "n_documents": 1,
            }
        ],
        "agreement_parties": [{"agreement_id": "pact", "actor_id": actor} for actor in ("chile", "norway")],
        "agreement_mentions": [
            {
                "agreement_mention_id": "am1",
                "agreement_id": "pact",
                "surface": "fishing pact",
                **span("norway-chile", "fishing pact"),
            }
        ],
        "events": _events(),
        "event_mentions": _event_mentions(),
        "event_participants": _participants(),
        "event_counts": [
            {
                "event_count_id": "c1",
                "event_id": "signing",
                "what": "boats",
                "comparator": "=",
                "value": 10,
                **span("norway-chile", "Ten Norwegian boats"),
            }
        ],
        "recommendations": [
            {
                "recommendation_id": "r1",
                "action": "open its ports",
                "addressee_ids": ["chile"],
                "issuer_id": "kenya",
                "area": "trade",
                "area_basis": "act",
                "modality": "should",
                "polarity": "do",
                **span("kenya-note", "Chile should open its ports"),
            }
        ],
    }


def example_tables() -> dict[str, pl.DataFrame]:
    """The example as typed frames; every declared table but rejects, quality and releases is there."""
    rows = example_rows()
    later = {"rejects", "quality", "releases"}
    return {name: conform(table, rows.get(name, [])) for name, table in TABLES.items() if name not in later}
