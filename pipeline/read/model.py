"""What a reader hands on: a document, its blocks and its sentences.

Belongs here: the plain data every later stage builds on. Does not belong here: how a format is read
(one module per format beside this one) or what the words mean (pipeline.language).

All offsets count Unicode code points of `Document.text`, half open.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BODY_KINDS = frozenset({"title", "heading", "paragraph", "list_item", "table_row", "caption", "infobox"})
"""Kinds of block that are the document's own words (codebook, ground rule 1)."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What front matter, a side file or the text's own first lines say about a source.

    `published` and `accessed` are EDTF strings; `may_redistribute` is whether the text that was read may be
    passed on (false unless something says so for text that is not ours).
    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    accessed: str | None = None
    url: str | None = None
    genre: str = "other"
    language: str = "en"
    licence: str | None = None
    may_redistribute: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that is one thing on the page.

    kind: a term of the vocabulary `block` (title, heading, paragraph, list_item, table_row, caption, infobox,
        reference, chrome).
    section: the headings above it, outermost first.
    level: depth of a heading (1 = top) or of a list item (1 = outermost); 0 otherwise.
    lead_in: index of the block that introduces this list item or table ("... could involve:"), if any.
    cells: offsets of the cells of a table row, where the layout tells them apart.
    header: index of the table's header row, if any.
    number: the number printed before a reference entry, or its place in the list when none is printed.
    locator: where a reader finds it in the file, e.g. "line 45".
    """

    kind: str
    char_start: int
    char_end: int
    section: tuple[str, ...] = ()
    level: int = 0
    lead_in: int | None = None
    cells: tuple[tuple[int, int], ...] = ()
    header: int | None = None
    number: str | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or the whole of a block that has none (a heading, a list item, a table row)."""

    ordinal: int
    block: int
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One source as read. `text` is the decoded file (.txt, .md) or the extracted text (.html)."""

    document_id: str
    file_name: str
    sha256: str
    text: str
    text_kind: str
    meta: Metadata = field(default_factory=Metadata)
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    original_file_name: str | None = None
    original_sha256: str | None = None

    def slice(self, span: Block | Sentence) -> str:
        """The words of a block or sentence."""
        return self.text[span.char_start : span.char_end]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not become a document, and why, in one line that a person can act on."""

    file_name: str
    check: str
    reason: str
