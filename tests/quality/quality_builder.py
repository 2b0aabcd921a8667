"""A small measured document for the tests of quality: its text, its published rows and its gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.derive.frames import conform
from pipeline.quality.datasets import Corpus
from pipeline.quality.expected import text_of
from pipeline.quality.published import Published
from pipeline.quality.rows import TABLES_READ
from schemas import TABLES

FILE = "fjords.md"
SENTENCES = (
    "Norway and Chile signed the Fjord Accord on 3 May 2011.",
    "Norwegian police arrested Ola Berg in 2012.",
    "Chile sold 30 percent of its salmon to Norway in 2012.",
    "Norway should open its ports.",
    "Kenya condemned the arrest.",
)
TEXT = "\n".join(SENTENCES)
SPANS = [(TEXT.index(s), TEXT.index(s) + len(s)) for s in SENTENCES]
ACTORS = {
    "nor": ("Norway", ["Kingdom of Norway"], "state", "NOR"),
    "chl": ("Chile", [], "state", "CHL"),
    "ken": ("Kenya", [], "state", "KEN"),
    "pol": ("Norwegian police", [], "government_body", "NOR"),
    "ola": ("Ola Berg", ["Berg"], "person", "NOR"),
}


def at(words: str) -> dict[str, Any]:
    """The evidence columns of the first place where `words` stand."""
    start = TEXT.index(words)
    ordinal = next(n for n, (a, b) in enumerate(SPANS) if a <= start < b)
    return {
        "document_id": "fjords",
        "sentence_id": f"s{ordinal}",
        "char_start": start,
        "char_end": start + len(words),
        "evidence": words,
        "rule_id": "test",
        "confidence": 0.9,
    }


def event(words: str, event_type: str, sources: str = "", targets: str = "", **fields: Any) -> dict[str, Any]:
    """A row of event_mentions; sources and targets are ids of ACTORS with a space between."""
    sides = {"source_ids": sources.split(), "target_ids": targets.split()}
    return {**at(words), "event_type": event_type, "trigger": "", "status": "occurred", **sides, **fields}


def corpus(**rows: list[dict[str, Any]]) -> Corpus:
    """The document with the published rows given by table; its actors are those of ACTORS, each mentioned once."""
    given: dict[str, list[dict[str, Any]]] = {
        "documents": [{"document_id": "fjords", "file_name": FILE, "text_kind": "digest"}],
        "sentences": [
            {
                "sentence_id": f"s{n}",
                "document_id": "fjords",
                "char_start": a,
                "char_end": b,
                "locator": f"line {n + 1}",
            }
            for n, (a, b) in enumerate(SPANS)
        ],
        "actors": [
            {"actor_id": i, "name": name, "aliases": aliases, "kind": kind, "country": country}
            for i, (name, aliases, kind, country) in ACTORS.items()
        ],
        "actor_mentions": [{"mention_id": f"m-{i}", "actor_id": i, **at("Norway")} for i in ACTORS],
        **rows,
    }
    for table in ("event_mentions", "trade_facts", "recommendations", "citations", "agreement_mentions"):
        key = TABLES[table].key()[0]
        given[table] = [{key: f"{n:03}", **row} for n, row in enumerate(given.get(table, []))]
    tables = {name: conform(TABLES[name], given.get(name, [])) for name in (*TABLES_READ, "sentences")}
    return Corpus(Published(tables), {FILE: text_of(TEXT, SPANS)})


def gold_event(quote: str, event_type: str, sources: str = "", targets: str = "", **fields: Any) -> dict[str, Any]:
    """A gold event; sources and targets are ids of ACTORS with a space between."""
    sides = {"sources": [ACTORS[i][0] for i in sources.split()], "targets": [ACTORS[i][0] for i in targets.split()]}
    return {"quote": quote, "type": event_type, "status": "occurred", "trigger": "", **sides, **fields}


def gold_actors(ids: str = " ".join(ACTORS), **fields: Any) -> list[dict[str, Any]]:
    """Gold actors that agree with ACTORS."""
    named = (ACTORS[i] for i in ids.split())
    return [{"name": name, "aliases": aliases, "kind": kind, "country": c} for name, aliases, kind, c in named]


def write_gold(folder: Path, content: Any = None, document: str = FILE, **tables: Any) -> Path:
    """A gold file in a folder that is made where it is missing. content: what to write instead of the tables."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{document}.gold.json"
    text = content if isinstance(content, str) else json.dumps(content or {"document": document, **tables})
    path.write_text(text, encoding="utf-8")
    return path


OURS_AND_GOLD = (
    event(SENTENCES[0][:-1], "SUPPORT", "nor chl", date="2011-05-03"),
    gold_event(SENTENCES[0][:-1], "SUPPORT", "nor chl", date="2011-05-03"),
)
"""A row of event_mentions and the gold event that it agrees with in full."""
