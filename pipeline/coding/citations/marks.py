"""Marks that pages leave in an entry of a reference list: back references, notices, ways to set italics and quotes.

Belongs here: bringing an entry into one notation. Does not belong here: taking it apart (entry).
"""

from __future__ import annotations

import re

_BACK_LETTERS = re.compile(r"^\s*[\^↑]\s*(?:[a-z]\b\s*)*|\s*[\^↑]\s*$")
_ADOPTED = re.compile(
    r"^.{0,60}?\b(?:incorporates|contains|is based on)\s+(?:public domain\s+)?(?:material|text|information)\s+from\s+"
    r"(?:the\s+)?(?=[A-Z\"“_])"
)
"""The notice that a page took over another's text; what follows is the entry."""
_EMPHASIS = re.compile(r"(?<![\w*'])(\*{1,2}|'{2,3})\s*([^*']+(?:'[^*']+)*?)\s*\1(?![\w*'])")
"""Other ways to set italics: *so*, **so**, and ''so'' in wikis."""
_SINGLE_QUOTED = re.compile(r"(?<=[\s,.)])'([^'\s][^\"“”]{6,}?[^\s])'(?:(?=[,.;]|\s*$)|(?<=[,.?!]')(?=\s))")
_CITED_HERE = re.compile(r"(?:\s*\[\d{1,3}\])+\s*$")
"""Markers behind an entry, which cite others for it."""
_FORMAT = re.compile(r"\s*[(\[](?:PDF|DOC|HTML|XLS|MP3)[)\]](?!\s+from)", re.IGNORECASE)
"""Of which kind the file is."""


_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?P<to>https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
"""A link of Markdown: its address goes behind the entry, where addresses stand."""


def plain(text: str) -> str:
    """The entry without back references, markers and notices, italics _so_, quotation marks double, on one line."""
    words = " ".join(_BACK_LETTERS.sub("", _without_back_references(text)).split())
    words = " ".join([_LINK.sub(r"\g<words>", words), *(m["to"] for m in _LINK.finditer(words))])
    words = _CITED_HERE.sub("", _FORMAT.sub("", words))
    words = _EMPHASIS.sub(r"_\2_", words)
    if not re.search(r"[\"“”‘]", words):
        words = _SINGLE_QUOTED.sub(r"“\1”", words)
    return _ADOPTED.sub("", words)


def _without_back_references(text: str) -> str:
    """'1 2 3 Haugen, Ida' without the counters 1 2 3 that lead back to the places citing it."""
    lead = re.match(r"\s*((?:\d{1,2}\s+){2,})(?=\D)", text)
    if lead and [int(n) for n in lead[1].split()] == list(range(1, len(lead[1].split()) + 1)):
        return text[lead.end() :]
    return text
