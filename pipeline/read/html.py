"""HTML -> the page's own text, as Markdown, and what the page says about itself.

Belongs here: the call of trafilatura. The text that it extracts is stored with the document, and offsets count in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import trafilatura
from trafilatura.settings import Document as Extracted

from pipeline.read.metadata import FrontMatter


@dataclass(frozen=True, slots=True)
class Page:
    """text: the body as Markdown; front: metadata from the page's head."""

    text: str
    front: FrontMatter


def read_html(source: str) -> Page | None:
    """The page's text and metadata; None when no body text is found in it."""
    text = trafilatura.extract(
        source,
        output_format="markdown",
        include_formatting=True,
        include_tables=True,
        include_comments=False,
        include_links=False,
        include_images=False,
        favor_recall=True,
    )
    if not text or not text.strip():
        return None
    return Page(text, _front(source))


def _front(source: str) -> FrontMatter:
    """Only what the page states in its head: no date or author is searched for in the running text."""
    found: Extracted | None = trafilatura.extract_metadata(
        source,
        date_config={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
        extensive=False,
    )
    if found is None:
        return FrontMatter()
    return FrontMatter(
        title=found.title,
        author=found.author,
        publisher=found.sitename,
        url=found.url,
        published=found.date,
        licence=found.license,
    )
