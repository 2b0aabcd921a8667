"""One entry of a reference list, taken apart into authors, title, publisher, date and identifiers.

Belongs here: what a bibliographic entry looks like. Does not belong here: which block is an entry, or who cites it
(coder).

What an entry leaves open stays None: "Annual report" is a title and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pycountry

from pipeline.coding.citations import dates
from pipeline.coding.citations.marks import plain
from pipeline.coding.citations.names import authors, is_body, is_issuer, is_publisher, split_trailing_publisher

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
_ROMAN = re.compile(r"[IVXLC]+\b[^a-z]*$")
_LANGUAGE = re.compile(r"\(in ([A-Z][^()]{2,60})\)")
_TEMPLATE = re.compile(r"\|\s*([a-z-]+)\s*=\s*([^|}]*)")
_PAGES = re.compile(r"(?:pp?\.?\s*\d|pages?\b|vol(?:ume|\.)|no\.|issue\b|\d|\(|ch\.|archived\b)", re.IGNORECASE)
_TAIL = re.compile(
    r"[,.]?\s*\b(?:pp?\.\s*\d|pages?\s+\d|vol(?:ume)?\b|no\b\.?\s*\d).*$|\s+\d+\s*[(:].*$|\s*\(\s*\)", re.IGNORECASE
)
_BREAK = re.compile(
    r"\s+[.](?=\s|$)\s*|(?<![\s.]pp)(?<!vol)(?<!Vol)(?<![\s.][Nn]o)(?<![\s(][Ee]d)(?<!\bal)(?<=[^\W\d_][^\W\d_])[.]\s+(?=\W*(?:[^\W_a-z])|pp?\.)|(?<=[)\]_”\"])[.](?=\s|$)\s*"
)
_LEAD_BARE = re.compile(
    r"(?P<who>[^\"“”‘_]{4,160}?)[\s,.]+(?P<when>(?:19|20)\d\d)[a-z]?[.:,]\s+(?P<rest>\S.*)",
    re.DOTALL,
)
"""Authors and the year without brackets: "Haugen, I. 2011. A book. Press"."""
_PLACE = re.compile(r"(?:[A-Z][\w’'-]*\.?[\s/,]*){1,3}:\s+(?=[^\W\d_])")
"""The place before a publishing house: "Lisbon: "."""
_ITALIC = re.compile(r"(?<!\w)_([^_]+)_(?!\w)")
_LEAD = re.compile(r"(?P<who>[^\"“”‘(]{0,160}?)[\s,]*\((?P<when>[^()]{4,40})\)[.:,]?\s*(?P<rest>.*)", re.DOTALL)
_QUOTES = {'"': '"', "“": "”", "‘": "’", "«": "»"}
_PLACE_HOUSE = re.compile(r"\s*\((?:[A-Z][\w. ]+:\s*)?([A-Z][^():,]*?)[,\s]*\)")
_BY = re.compile(r"[\s.,]*\bby\s+([A-Z][^,]+),\s*(.*)")
_EDGES = " \t\n\r,;:_*-–—\u00a0"


@dataclass(frozen=True, slots=True)
class Entry:
    """The parts of an entry. `date` and `accessed` are EDTF, `language` ISO 639 codes joined by ", "."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: str | None = None
    doi: str | None = None
    isbn: str | None = None
    issn: str | None = None
    url: str | None = None
    accessed: str | None = None
    language: str | None = None


@dataclass(slots=True)
class _Found:
    """What has been read so far, and the words that are left."""

    rest: str
    fields: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()

    def put(self, name: str, value: str | None) -> None:
        cleaned = _tidy(value or "")
        if cleaned and name not in self.fields:
            self.fields[name] = cleaned


def read_entry(text: str) -> Entry:
    """The parts of the entry `text`, printed without its number. Never raises; an empty entry gives an empty Entry."""
    found = _Found(plain(text))
    _take_template(found)
    _take_identifiers(found)
    _take_lead(found)
    if not _take_quoted(found) and not _take_italic(found):
        _take_bare(found)
    if found.authors and "publisher" in found.fields:
        found.fields["publisher"] = _PLACE.sub("", found.fields["publisher"], count=1)
    return Entry(authors=found.authors, **found.fields)


def _take_template(found: _Found) -> None:
    """Keys that a wiki's citation template left behind: 'Title|website=example.org|access-date=2016-11-15}}'."""
    pairs = dict(_TEMPLATE.findall(found.rest))
    if not pairs:
        return
    found.rest = found.rest.split("|", 1)[0] if "{{!}}" not in found.rest else found.rest.split("{{!}}", 1)[0]
    found.put("publisher", pairs.get("publisher") or pairs.get("work") or pairs.get("website"))
    found.put("url", pairs.get("url", "").split("%7C")[0])
    for key, name in (("date", "date"), ("access-date", "accessed"), ("accessdate", "accessed")):
        found.put(name, dates.whole(pairs.get(key, "")))


def _take_identifiers(found: _Found) -> None:
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


def _take_lead(found: _Found) -> None:
    """'Haugen, Ida; Soto, Luis (3 May 2011). ...': authors and the date in brackets behind them."""
    lead = _LEAD.match(found.rest)
    when = dates.whole(lead["when"]) if lead else None
    if lead is None or when is None:
        lead = _LEAD_BARE.match(found.rest)
        when = lead["when"] if lead else None
    initialled = lead is not None and re.search(r"\b[A-Z]$", lead["who"])
    who = authors(lead["who"] + "." * bool(initialled)) if lead else None
    if lead is None or when is None or who is None or (lead.re is _LEAD_BARE and not _surnames_first(lead["who"])):
        return
    found.put("date", when)
    found.authors, found.rest = who, lead["rest"]


def _surnames_first(who: str) -> bool:
    """Whether names are turned round or initialled ("Haugen, I."): a title before a year is neither."""
    return bool(re.search(r"\w,\s+[A-Z]|\b[A-Z]\.", who))


def _take_quoted(found: _Found) -> bool:
    """A title in quotation marks, with authors before it and the publisher behind it."""
    start = next((i for i, c in enumerate(found.rest) if c in _QUOTES), None)
    if start is None:
        return False
    who = authors(found.rest[:start])
    end = _closing(found.rest, start)
    if end is None or (who is None and start > 0):
        found.rest = found.rest[:start] + found.rest[start + 1 :] if end is None and start == 0 else found.rest
        return False
    found.authors = found.authors or who or ()
    found.put("title", found.rest[start + 1 : end])
    _take_imprint(found, found.rest[end + 1 :])
    return True


def _closing(text: str, start: int) -> int | None:
    """Index of the mark that closes the one at `start`; quotations inside the title are counted in and out."""
    opening, closing = text[start], _QUOTES[text[start]]
    depth = 0
    for i in range(start, len(text)):
        inner_open = text[i] == opening and (
            i == start or (text[i - 1] in " ([¿¡" and text[i + 1 : i + 2].strip() != "")
        )
        if inner_open:
            depth += 1
        elif text[i] == closing and not (closing == "’" and text[i + 1 : i + 2].isalpha()):
            depth -= 1
            if depth == 0:
                return i
    return None


def _take_italic(found: _Found) -> bool:
    """_A title_ alone or behind its authors; or the _publisher_ behind a bare title."""
    italic = _ITALIC.search(found.rest)
    if italic is None:
        return False
    before, after = found.rest[: italic.start()], found.rest[italic.end() :]
    if is_issuer(before.strip(_EDGES + ".")):
        found.put("title", italic[1])
        found.put("publisher", before)
        _take_date(found, after)
        return True
    who = authors(before) if before.rstrip()[-1:] in ("", ",", ".", ":") or found.authors else None
    who = None if who and ":" in before and " " not in before.strip() else who  # "Profile: _A Life_"
    if who is not None:
        found.authors = found.authors or who
        found.put("title", italic[1])
        _take_imprint(found, after)
    else:
        found.put("title", _take_date(found, re.sub(r",?\s*\bin\s*$", "", before, flags=re.IGNORECASE)))
        found.put("publisher", italic[1])
        _take_date(found, after)
    return True


def _take_imprint(found: _Found, text: str) -> None:
    """What follows a title: journal or book, publisher, date, pages."""
    text = re.sub(r"^[\s.,:;]*(?:in\s+)?", "", _take_date(found, text))
    by = _BY.match(text)
    if by and not found.authors:
        found.authors, text = authors(by[1]) or (), by[2]
    named = _ITALIC.match(text) or _PLACE_HOUSE.match(text)
    if named:
        found.put("publisher", named[1])
        return
    parts = [
        p for p in (_TAIL.sub("", s).strip(_EDGES).rstrip(".") for s in _segments(text)) if p and not _PAGES.match(p)
    ]
    parts = [p for p in parts if p[0].isupper() or len(p.split()) == 1 or is_publisher(p)]
    if parts and not _ROMAN.match(parts[0]):
        found.put("publisher", parts[-1] if "isbn" in found.fields else parts[0])


def _take_bare(found: _Found) -> None:
    """An entry without quotation marks or italics: sentence case, stops, commas and dates are all there is."""
    text = found.rest
    match = dates.FULL.search(text)
    if match and dates.edtf_of(match) and not _of_the_title(text, match):
        found.put("date", dates.edtf_of(match))
        before, after = text[: match.start()], text[match.end() :].strip(_EDGES + ".()")
        if re.search(r"[^\W\d_]{2}", after) and is_publisher(after):
            found.put("title", before)
            found.put("publisher", after)
            return
        text = before.rstrip(" ,.(") if not after or _PAGES.match(after) else text
        if ", " in text and len(_segments(text)) == 1:
            title, _, last = text.rpartition(", ")
            if is_publisher(last):
                found.put("title", title)
                found.put("publisher", last)
                return
    _take_segments(found, text)


def _of_the_title(text: str, match: re.Match[str]) -> bool:
    """Whether a date is part of the title: it opens it ("1 May 1950: A day at sea") or a preposition governs it."""
    if match.start() == 0:
        return True
    return text[match.end() :].lstrip().startswith(":") or bool(
        re.search(r"\b(?:of|on|in|to|from|and)\s+$", text[: match.start()])
    )


def _take_segments(found: _Found, text: str) -> None:
    parts = [p for p in (s.strip(_EDGES) for s in _segments(text)) if re.search(r"[^\W\d_]{2}", p)]
    if not parts:
        return
    if len(parts) == 1:
        _take_single(found, parts[0])
        return
    found.put("title", parts[0])
    rest = [p for p in (_TAIL.sub("", p).strip(_EDGES).rstrip(".") for p in parts[1:]) if p and not _PAGES.match(p)]
    if rest and (is_publisher(rest[0]) or found.authors):
        found.put("publisher", rest[0])


def _take_single(found: _Found, text: str) -> None:
    if is_body(text):
        found.put("publisher", text)
        return
    text = text.removesuffix(".") if re.search(r"\w{2}\.$", text) else text
    head, colon, _ = text.partition(": ")
    if colon and is_issuer(head):
        found.put("title", text)
        found.put("publisher", head)
        return
    title, publisher = (text, None) if "language" in found.fields else split_trailing_publisher(text)
    found.put("title", title)
    found.put("publisher", publisher)


def _take_date(found: _Found, text: str) -> str:
    """Text without its date, which is kept when none was found before."""
    match = dates.FULL.search(text) or dates.YEAR.search(text)
    if match is None:
        return text
    found.put("date", dates.whole(match.group()))
    return text[: match.start()] + text[match.end() :]


def _segments(text: str) -> list[str]:
    return [s for s in _BREAK.split(text) if s and s.strip(_EDGES)]


def _tidy(text: str) -> str:
    """A field's words without emphasis, empty brackets or loose punctuation at its ends (a leading ... stays)."""
    text = re.sub(r"\s*\(\s*\)|(?<!\w)_+(?=\w)|(?<=\S)_+(?!\w)", "", _ITALIC.sub(r"\1", text)).strip(" \t\u00a0_*")
    text = text.rstrip(" ,;:-–—(")
    text = text.lstrip(" ,;:-–—)")
    if not re.search(r"\.\.\.$|(?:^|[\s.])[A-Z]\.$", text):
        text = text.rstrip(" .,")
    return " ".join(text.split())
