"""Missed and false rows in words, for a person who wants to know what went wrong.

Belongs here: which fields of a row tell it. Does not belong here: printing (pipeline.cli).
"""

from __future__ import annotations

import dataclasses
from typing import Any

from pipeline.quality.datasets import Corpus
from pipeline.quality.rows import Party
from pipeline.quality.score import Miss

_SHOWN_ELSEWHERE = frozenset({"span", "said"})


def told(miss: Miss, corpus: Corpus) -> dict[str, Any]:
    """A miss as plain values: what (missed, false), document, char_start, locator, words, fields.

    char_start, locator and words are None for rows that are told by their names alone.
    """
    row, text = miss.row, corpus.texts[miss.document].whole
    values = ((f.name, getattr(row, f.name)) for f in dataclasses.fields(row) if f.name not in _SHOWN_ELSEWHERE)
    words = row.said or (text[row.span[0] : row.span[1]] if row.span else "")
    return {
        "what": "missed" if miss.gold else "false",
        "document": miss.document,
        "char_start": row.span[0] if row.span else None,
        "locator": corpus.locator(miss.document, row.span[0]) if row.span else None,
        "words": " ".join(words.split()) or None,
        "fields": {name: _plain(value) for name, value in values if value not in (None, "", ())},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return " + ".join(str(_plain(one)) for one in value)
    if isinstance(value, Party):
        return value.name
    return f"{value:,.15g}" if isinstance(value, float) else value
