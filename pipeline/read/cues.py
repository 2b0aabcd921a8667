"""What a single line looks like: furniture, byline, file name, list mark, section name.

Belongs here: questions about one line on its own. Does not belong here: what the lines around it make of it (plain),
lines of a date (date_lines).
"""

from __future__ import annotations

import re

from pipeline.read.date_lines import MONTH
from pipeline.read.layout import bare, heading_text
from pipeline.read.phrases import (
    ASIDE_SECTIONS,
    CAPTION_HEADS,
    CONTENTS,
    FURNITURE,
    IMAGE_SUFFIXES,
    NOTICE_LABELS,
    NOTICE_OPENINGS,
    READING_SECTIONS,
    REFERENCE_SECTIONS,
    TAIL_CUES,
)

BULLET = re.compile(r"(?P<mark>[•·▪◦‣∙●○■□–—*+\-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])(?P<space>[ \t\u00a0]+)(?=\S)")
"""A list item's mark; the words begin behind `space`."""

_BACK_LINKS = r"(?:\^|(?<=:)[a-z](?: [a-z])*(?= )|↑|1 2(?: \d{1,2})*(?= )|a b(?: [a-z])*(?= ))"
NUMBERED_ENTRY = re.compile(
    r"(?:\[\^?(?P<bracket>\w{1,4})\]:?|(?P<dot>\d{1,3})[.)](?=\s)|\^(?=\s))(?:\s*Jump up(?: to)?:?\s*)?"
    + rf"(?:\s*{_BACK_LINKS})?\s*"
)
"""The number before a reference entry, with the back links "1 2 3" or "a b" that some pages print."""

SPEAKER = re.compile(
    r"(?:[A-Z][A-Z.,'\u2019\- ]{1,60}(?:\([^)\n]{1,60}\))?:|[QA](?:\s{2,}|[:.]\s))(?=\s|$)|Q(?= [A-Z])"
)
"""A speaker's label at the head of a line of a transcript: "MINISTER:", "Q  "."""

BRACKET_ENTRY = re.compile(r"\[\^?\d{1,4}\](?=\s|$)")
"""An entry of a list printed as "[1] …"."""

IMAGE_NAME = re.compile(rf"(?<!\S)\S+\.(?:{'|'.join(IMAGE_SUFFIXES)})\b(?:\.?\|\S*)?", re.IGNORECASE)
"""The last word of an image's file name; earlier words may belong to it."""

_REFERENCES_AND = re.compile(r"(?:references|notes|citations|sources|bibliography) (?:and|&) [a-z ]{1,30}")
_NAME_WORD = r"(?:[A-Z][\w.'’-]*|and|de|van|von|der|la|&)"
_DAY = rf"(?:(?:{MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{MONTH})),? \d{{4}}"
_BYLINE = re.compile(
    rf"(?:[Ww]ritten )?[Bb][Yy]:? {_NAME_WORD}(?:,? {_NAME_WORD}){{0,12}}"
    rf"(?:[.,|·•–—-]?\s+(?i:(?:[|·•–—-]\s+)?(?:on\s+)?{_DAY}.{{0,40}}))?"
)
_DATE_AT_END = re.compile(rf"(?:\b(?:{MONTH})\.? (?:\d{{1,2}},? )?)?\b\d{{4}}(?:[-–]\d{{2,4}})?\.$", re.IGNORECASE)
_COUNTER = re.compile(
    r"[\d.,]+\s?[km]?(?:\s+(?:shares?|views?|comments?|likes?|min(?:ute)?s?(?: read)?|reads?|replies))?", re.IGNORECASE
)
_CALENDAR = re.compile(r"(?:[MTWFS](?: [MTWFS]){6}|\d[\d ]{5,}|[«‹<»›>] ?[A-Z][a-z]{2}.{0,8})")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))\s?.{0,80}", re.IGNORECASE)
_TIME_STAMP = re.compile(r"(?:END\s+)?\d{1,2}:\d{2} [AP]\.?M\.?(?: [A-Z]{2,5})?", re.IGNORECASE)
_TAGS = re.compile(r"(?:tags|filed under|categories|posted in|topics|keywords):\s?.{0,300}", re.IGNORECASE)
_NOTICE = re.compile(
    rf"(?:(?:{'|'.join(sorted(NOTICE_LABELS))})\s*:|(?:{'|'.join(sorted(NOTICE_OPENINGS))})).{{0,200}}"
    r"|.{0,120} contributed (?:reporting|to this (?:report|story)).{0,60}",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[\[(]?(?:(?:photo(?:graph)?|image|picture|video)(?: credit| courtesy| source)?s?(?: by|:)|credits?:|courtesy of) "
    r".{1,100}",
    re.IGNORECASE,
)
_WIKI_REST = re.compile(
    r".*\b[Cc]ategory:\S.*|[a-z]{2,3}:[^\W\d_]\S*(?: \S+){0,5}|\{\{.*\}\}|[^\s_]+_\S+|Template:\S+", re.DOTALL
)
_POINTER = re.compile(
    r"(?:article|source|original(?: article)?|link|url|via)(?: \w+)?\s*:?\s*.{0,60}?"
    r"(?:https?://\S+|(?<=\()[\w.-]+\.(?:com|org|net|gov|int|edu|info)\)\.?)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    rf"(?:(?:modern|current|official|historic|national) )?(?:{'|'.join(sorted(CAPTION_HEADS))})s?"
    r"(?: \w+){0,2} (?:of|showing) [^.]{1,60}",
    re.IGNORECASE,
)
_URL_ONLY = re.compile(r"(?:https?://|www\.)\S+")


def key(line: str) -> str:
    """A line as the phrase lists write it: lower case, no bullet, emphasis, closing colon or doubled space."""
    match = BULLET.match(line.strip())
    return heading_text(line.strip()[match.end() :] if match else line).casefold()


def is_reference_section(line: str) -> bool:
    """Whether the line is the heading of a reference list."""
    words = key(line)
    return words in REFERENCE_SECTIONS or bool(_REFERENCES_AND.fullmatch(words))


def is_aside_section(line: str) -> bool:
    """Whether the line is the heading of links, contents or the like."""
    return key(line) in ASIDE_SECTIONS


def is_reading_section(line: str) -> bool:
    """Whether the line is the heading of such a part that may list works."""
    return key(line) in READING_SECTIONS


def is_contents(line: str) -> bool:
    """Whether the line is the heading of a table of contents."""
    return key(line) in CONTENTS


def is_tail_cue(line: str) -> bool:
    """Whether a page's own text is over here."""
    k = key(line)
    return k in TAIL_CUES or bool(_TAGS.fullmatch(bare(line)))


def is_section(line: str) -> bool:
    """Whether the line is the heading of a part that every page may have: references, links, contents."""
    return is_reference_section(line) or is_aside_section(line)


def has_edit_link(line: str) -> bool:
    """Whether a wiki's link for editing shows the line to be a heading: "History[edit]"."""
    return line.rstrip().casefold().endswith("[edit]")


def is_speech(line: str) -> bool:
    """Whether the line begins with a speaker's label or the Q of a question."""
    return bool(SPEAKER.match(line))


def is_furniture(line: str) -> bool:
    """Whether the whole line is a menu entry, button, counter, calendar row or footer."""
    line = bare(line)
    if key(line) in FURNITURE:
        return True
    patterns = (_COUNTER, _CALENDAR, _COPYRIGHT, _TIME_STAMP, _WIKI_REST, _NOTICE, _CREDIT)
    return any(p.fullmatch(line) for p in patterns)


def is_byline(line: str) -> bool:
    """Whether the line names who wrote the text: "by Ada Example"."""
    return bool(_BYLINE.fullmatch(bare(line)))


def is_pointer(line: str) -> bool:
    """Whether the line only leads to another text: "Article: https://…", a bare address."""
    return bool(_POINTER.fullmatch(bare(line)) or _URL_ONLY.fullmatch(bare(line)))


def ends_in_dated_heading(line: str) -> bool:
    """Whether a line with a full stop is a heading all the same: "Treaty of Friendship, 1897."."""
    match = _DATE_AT_END.search(line)
    return match is not None and line[: match.start()].rstrip().endswith(",")


def is_caption_alone(line: str) -> bool:
    """Whether a short line standing alone is what is written under a picture: "Modern flag of Norway"."""
    return bool(_CAPTION.fullmatch(line.strip()))


def image_name(line: str) -> re.Match[str] | None:
    """Where an image's file name ends in the line, if one stands there."""
    return IMAGE_NAME.search(line)
