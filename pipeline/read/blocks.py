"""Text -> blocks: which of the readers a text is for.

Belongs here: telling Markdown from plain text. Does not belong here: how either is read (markdown, plain), what is
made of the blocks (document).
"""

from __future__ import annotations

import re

from pipeline.read.cues import is_furniture
from pipeline.read.markdown import read_markdown
from pipeline.read.model import Block
from pipeline.read.plain import read_plain

_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"^\*\*[^*\n]+\*\*:?\s*$", re.MULTILINE),
    re.compile(r"\*\*[^*\n]{2,}\*\*"),
    re.compile(r"\[[^\]]+\]\(https?://"),
    re.compile(r"^\|.*\|\s*\n\|[ :|-]+\|", re.MULTILINE),
    re.compile(r"^\\#|^<!-- -->", re.MULTILINE),
)


def read_blocks(text: str, body: int, layout: str, title: str | None = None) -> tuple[Block, ...]:
    """Blocks of a text from offset `body` on. layout: `markdown` or `plain`.

    A .txt file is read as Markdown where it is Markdown in all but name: it shows two signs of it, or front matter
    stands above a text that is no raw capture of a page.
    """
    if layout == "markdown" or _looks_like_markdown(text[body:]) or (body > 0 and not _looks_captured(text[body:])):
        return read_markdown(text, body, title)
    return read_plain(text, body, title)


def _looks_like_markdown(text: str) -> bool:
    """Whether text in a .txt file is Markdown: two signs of it, or headings or bold lines again and again."""
    counts = [len(sign.findall(text)) for sign in _MARKDOWN_SIGNS]
    return sum(c > 0 for c in counts) >= 2 or counts[0] >= 2 or counts[1] >= 2


def _looks_captured(text: str) -> bool:
    """Whether menus, buttons or typographic bullets betray a page that was copied as it stood."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return sum(line.startswith(("•", "·", "▪")) or is_furniture(line) for line in lines) >= 5
