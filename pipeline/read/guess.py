"""Metadata that nobody wrote down, from the text's own first lines: title, date, address, genre.

Belongs here: guesses by general signs. A guess never overrides front matter (sources).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read import cues, date_lines
from pipeline.read.layout import heading_text
from pipeline.read.model import Block

_URL = re.compile(r"https?://[^\s<>\"')\]]+")
_PLACE_LINE = re.compile(r"[A-Z][^a-z\n]{2,40}(?:, [^\n—–-]{2,40})?(?: \([^)\n]{2,30}\))? ?[—–-]{1,2} ")
_OWN = re.compile(r"(?:source|original|url|link)\b", re.IGNORECASE)
_DATED_PATH = re.compile(r"/(?P<y>(?:19|20)\d{2})[/-](?P<m>0[1-9]|1[0-2]|[1-9])(?:[/-](?P<d>\d{1,2}))?(?=[/-]|$)")
_CAPITALS = re.compile(r"(?:The )?(?P<name>[^a-z\n]{4,}?)(?=\s*\(|,|\s+(?:is|are|was|were|refers|has|have|[a-z])\b)")
_OFFICIAL_HOST = re.compile(
    r"https?://[^/\s]*(?:\.gov|\.mil|\.gob|\.gouv|\.int|europa\.eu|un\.org)(?:\.[a-z]{2})?(?=[/:]|$)"
)
_OFFICIAL_TITLE = re.compile(
    r"\b(?:joint statement|fact sheet|readout|remarks by|press (?:briefing|gaggle|release)|communiqu[eé]|proclamation"
    r"|statement (?:by|from)|letter to|executive order|memorandum)\b",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_POLICY = re.compile(
    r"\bpolicy (?:analysis|brief|proposal|goals?|options?|paper)\b|\brecommendations\b|\bstrategic\b", re.I
)
_ADVICE_HEADING = re.compile(r"\b(?:recommendations?|policy|takeaways|executive summary|options)\b", re.I)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|my)\b(?![’'”\"])")
_QUOTED = re.compile(r"[\"“][^\"”\n]*[\"”]")
_STOPS = (".", "!", "?", '"', "”", ":")
"""What running text ends with and a headline set as a paragraph does not."""
FIRST_PIECES = 12
"""How many blocks from the title on count as the first lines."""


def title(text: str, blocks: Sequence[Block]) -> str | None:
    """The title block; else the capitals an encyclopedia article opens with; else None."""
    for block in blocks:
        if block.kind == "title":
            return heading_text(text[block.char_start : block.char_end])
    first = next((b for b in blocks if b.kind == "paragraph"), None)
    if first is None or _PLACE_LINE.match(text, first.char_start, first.char_end):
        return None
    match = _CAPITALS.match(text, first.char_start, min(first.char_end, first.char_start + 200))
    name = match["name"].strip() if match else ""
    if sum(c.isalpha() for c in name) < 4 or (match and match.end() == first.char_end):
        return None
    pattern = re.escape(name).replace("\\ ", "[ _]")
    for again in re.finditer(pattern, text[first.char_start + len(name) :], re.IGNORECASE):
        if not again[0].isupper():
            return again[0][0].upper() + again[0][1:].replace("_", " ")
    return re.sub(r"[^\W\d_]+", lambda w: w[0].capitalize(), name)


def published(text: str, blocks: Sequence[Block], url: str | None) -> str | None:
    """EDTF date from a date line near the title, or from a dated address.

    The text's own address gives the day; the address of an article that the text is about gives the month alone.
    """
    for block in _first_lines(text, blocks):
        for line in text[block.char_start : block.char_end].splitlines():
            found = date_lines.date_line(line)
            if found is not None:
                return found
    own = url or own_address(text, blocks)
    if own is not None:
        return _dated(own)
    about = _pointed_at(text, blocks)
    dated = _dated(about) if about else None
    return dated[:7] if dated else None


def imprint(text: str, blocks: Sequence[Block]) -> str | None:
    """EDTF date that a line of place or publisher among the first lines ends in, for a text that has no date line. It
    says less about the genre: reports and transcripts carry one as newspapers do."""
    for block in _first_lines(text, blocks):
        lines = text[block.char_start : block.char_end].splitlines()
        if block.kind == "title" or (block.kind == "heading" and not _names_alone(lines[0])):
            continue  # "Storm over the harbour, March 1990" is what the text is about
        for line in lines:
            found = date_lines.imprint_date(line)
            if found is not None:
                return found
    return None


def _names_alone(line: str) -> bool:
    """Whether a heading has only names and numbers, as a line of place and publisher has."""
    return not any(w[0].islower() for w in re.findall(r"[^\W_][\w.’'-]*", line) if w not in ("of", "and", "the"))


def _first_lines(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks from the title to the first paragraph of running text."""
    at = next((i for i, b in enumerate(blocks) if b.kind == "title"), 0)
    out = []
    for block in blocks[at : at + FIRST_PIECES]:
        out.append(block)
        words = text[block.char_start : block.char_end].split()
        if block.kind == "paragraph" and (len(words) >= 30 or (len(words) >= 12 and words[-1].endswith(_STOPS))):
            break
    return out


def _dated(address: str) -> str | None:
    match = _DATED_PATH.search(address)
    if match is None:
        return None
    month = f"{match['y']}-{int(match['m']):02}"
    day = int(match["d"]) if match["d"] else 0
    return f"{month}-{day:02}" if 1 <= day <= 31 else month


def own_address(text: str, blocks: Sequence[Block]) -> str | None:
    """The address that the first lines give as the text's own ("Source: https://…"), if any."""
    return _pointed_at(text, blocks, _OWN)


def _pointed_at(text: str, blocks: Sequence[Block], label: re.Pattern[str] | None = None) -> str | None:
    """The first address among the first lines that stands alone or behind a label."""
    for block in _first_lines(text, blocks):
        words = text[block.char_start : block.char_end]
        if cues.is_pointer(words) and (label is None or label.match(words)) and (address := _URL.search(words)):
            return address[0]
    return None


def genre(text: str, blocks: Sequence[Block], address: str | None, heading: str | None, dated: bool) -> str:
    """The genre by general signs; `other` when none speaks.

    address: the source's own URL; heading: its title; dated: whether a date of publication is known.
    """
    body = "\n".join(text[b.char_start : b.char_end] for b in blocks if b.kind in ("paragraph", "list_item"))
    headings = [text[b.char_start : b.char_end] for b in blocks if b.kind == "heading"]
    gives_advice = any(_ADVICE_HEADING.search(h) for h in headings) or len(_POLICY.findall(body)) >= 2
    own_words = _QUOTED.sub(" ", body)
    first_person = len(_FIRST_PERSON.findall(own_words))
    if (address and _OFFICIAL_HOST.match(address)) or (heading and _OFFICIAL_TITLE.search(heading)):
        return "official"
    if len(headings) >= 3 and (_POLICY.search(heading or "") or gives_advice):
        return "policy_brief"
    if any(b.kind == "reference" for b in blocks) or (len(headings) >= 3 and not dated):
        return "encyclopedia"
    if _pointed_at(text, blocks) is not None and own_address(text, blocks) is None:
        return "commentary"
    if first_person >= 2 and not dated:
        return "opinion"
    if dated or _WEEKDAYS.search(body):
        return "news"
    return "other"
