"""One entry of a reference list, taken apart into authors, title, publisher, date and identifiers.

Belongs here: the order in which an entry is taken apart, and its head: identifiers, authors and date. Does not belong
here: titles and what follows them (titled, bare), which block is an entry, or who cites it (coder).

What an entry leaves open stays None: "Annual report" is a title and nothing else.
"""

from __future__ import annotations

import re

import pycountry

from pipeline.coding.citations import dates
from pipeline.coding.citations.bare import take_bare
from pipeline.coding.citations.found import Found
from pipeline.coding.citations.lead import take_dated_lead
from pipeline.coding.citations.marks import plain
from pipeline.coding.citations.titled import take_italic, take_quoted
from pipeline.coding.rows import Entry

_ACCESS = r"[(,]?\s*\b(?:last\s+)?(?:retrieved|accessed|viewed|consulted)(?:\s+(?:online|on|at))*:?\s*"
_ACCESSED = re.compile(_ACCESS + dates.PATTERN, re.IGNORECASE)
_IDENTIFIERS = {
    "doi": re.compile(r"(?:\bdoi:?\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/[^\s\]]+)", re.IGNORECASE),
    "isbn": re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][- ]?)?\d[\d -]{7,14}[\dXx])(?!\d)"),
    "issn": re.compile(r"\bISSN:?\s*(\d{4}-\d{3}[\dXx])\b"),
    "url": re.compile(r"(?<![\w/])(https?://[^\s<>\"|}\]]+|www\.[^\s<>\"|}\]]+/[^\s<>\"|}\]]*)"),
}
_OTHER = re.compile(r"\b(?:hdl|S2CID|PMID|PMC|OCLC|JSTOR|LCCN|arXiv|Bibcode):?\s*\S*\d\S*")
_ARCHIVED = re.compile(
    r"\(?\barchived\s+(?:\(PDF\)|from\s+(?:the\s+)?original|on\b|" + dates.UNNAMED + ")", re.IGNORECASE
)
_LANGUAGE = re.compile(r"\(in ([A-Z][^()]{2,60})\)")
_TEMPLATE = re.compile(r"\|\s*([a-z-]+)\s*=\s*([^|}]*)")
_PLACE = re.compile(r"(?:[A-Z][\w’'-]*\.?[\s/,]*){1,3}:\s+(?=[^\W\d_])")
"""The place before a publishing house: "Lisbon: "."""


def read_entry(text: str) -> Entry:
    """The parts of the entry `text`, printed without its number. Never raises; an empty entry gives an empty Entry."""
    found = Found(plain(text))
    _take_template(found)
    _take_identifiers(found)
    take_dated_lead(found)
    if not take_quoted(found) and not take_italic(found):
        take_bare(found)
    found.put("publisher", found.body)
    if found.authors and "publisher" in found.fields:
        found.fields["publisher"] = _PLACE.sub("", found.fields["publisher"], count=1)
    return Entry(authors=found.authors, **found.fields)


def _take_template(found: Found) -> None:
    """Keys that a wiki's citation template left behind: 'Title|website=example.org|access-date=2016-11-15}}'."""
    pairs = dict(_TEMPLATE.findall(found.rest))
    if not pairs:
        return
    found.rest = found.rest.split("|", 1)[0] if "{{!}}" not in found.rest else found.rest.split("{{!}}", 1)[0]
    found.put("publisher", pairs.get("publisher") or pairs.get("work") or pairs.get("website"))
    found.put("url", pairs.get("url", "").split("%7C")[0])
    for key, name in (("date", "date"), ("access-date", "accessed"), ("accessdate", "accessed")):
        found.put(name, dates.whole(pairs.get(key, "")))


def _take_identifiers(found: Found) -> None:
    """Identifiers, access date, language. What follows the first of them is a note, not the entry's head."""
    text, ends = found.rest, [len(found.rest)]
    for name, pattern in _IDENTIFIERS.items():
        for match in pattern.finditer(text):
            found.fields.setdefault(name, _address(match[1]))
            ends.append(match.start())
    access = _ACCESSED.search(text)
    if access:
        found.put("accessed", dates.edtf_of(access))
    ends += [m.start() for m in (access, _OTHER.search(text), _ARCHIVED.search(text)) if m]
    language = _LANGUAGE.search(text)
    if language:
        found.put("language", _language_codes(language[1]))
    found.rest = _LANGUAGE.sub(" ", text[: min(ends)]).strip()


def _address(text: str) -> str:
    """An identifier without the punctuation of the sentence around it."""
    text = text.rstrip(".,;: ")
    return text.removesuffix(")") if text.count(")") > text.count("(") else text


def _language_codes(names: str) -> str | None:
    codes = []
    for name in re.split(r",\s*|\s+and\s+", names):
        found = pycountry.languages.get(name=name.split()[-1]) if name.split() else None
        if found is None:
            return None
        codes.append(getattr(found, "alpha_2", found.alpha_3))
    return ", ".join(codes)
