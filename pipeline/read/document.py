"""A decoded text and what is said about it -> a document: blocks, sentences, metadata, id.

Belongs here: putting together what the readers of text and metadata give. Does not belong here: which files make a
document (sources), how blocks are found (blocks), what is guessed from them (guess).
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from pipeline.read import guess
from pipeline.read.blocks import read_blocks
from pipeline.read.decode import Unusable, check_language, foreign
from pipeline.read.folder import File
from pipeline.read.html import read_html
from pipeline.read.layout import heading_text
from pipeline.read.metadata import FrontMatter, merged
from pipeline.read.model import Block, Document, Metadata
from pipeline.read.sentences import sentences


def document_of(
    file: File,
    text: str,
    body: int,
    front: FrontMatter,
    may_redistribute: bool,
    text_kind: str,
    id_from: str,
) -> Document:
    """The document of a decoded text whose words begin at offset `body`.

    text_kind: `original` or `digest`. id_from: name of the file that gives the id where the metadata give none.
    Raises Unusable where the text is not English or has no words.
    """
    if front.language is not None and not re.match(r"en\b|eng(?:lish)?$", front.language, re.IGNORECASE):
        raise foreign(f"{front.language!r} as its metadata say")
    layout = file.layout or "plain"
    if layout == "html":
        page = read_html(text)
        if page is None:
            raise Unusable("empty", "no body text is found on the page; save its text as .txt or .md")
        text, body, front = page.text, 0, merged(front, page.front)
    blocks = read_blocks(text, body, "markdown" if layout == "html" else layout, front.title)
    prose = " ".join(text[b.char_start : b.char_end] for b in blocks if b.kind in ("paragraph", "list_item"))
    check_language(prose)
    if not blocks:
        raise Unusable("empty", "the file has no words besides its front matter; add its text or remove it")
    return Document(
        document_id=_safe_id(front.id or Path(id_from).stem),
        file_name=file.name,
        sha256=file.sha256,
        text=text,
        text_kind=text_kind,
        meta=_metadata(text, blocks, front, may_redistribute),
        blocks=blocks,
        sentences=sentences(text, blocks),
    )


def _metadata(text: str, blocks: tuple[Block, ...], front: FrontMatter, may_redistribute: bool) -> Metadata:
    """Front matter where it speaks, guesses where it is silent."""
    title = heading_text(front.title) if front.title else guess.title(text, blocks)
    said_date = "published" in front.model_fields_set
    published = front.published if said_date else guess.published(text, blocks, front.url)
    address = front.url or guess.own_address(text, blocks)
    genre = front.genre or guess.genre(text, blocks, front.url, title, published is not None)
    return Metadata(
        title=title,
        author=front.author,
        publisher=front.publisher,
        published=published if published or said_date else guess.imprint(text, blocks),
        accessed=front.accessed,
        url=address,
        genre=genre,
        language="en",
        licence=front.licence,
        may_redistribute=may_redistribute,
    )


def _safe_id(name: str) -> str:
    """The name with letters, digits, `.`, `_` and `-` only, so that it can stand in keys and file names."""
    plain = unicodedata.normalize("NFC", name).strip()
    return re.sub(r"[^\w.-]+", "-", plain).strip("-.") or "document"
