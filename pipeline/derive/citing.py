"""Citations as people print them: of the sources that were read, and of the dataset.

A citation tells only what is known; a source of which nothing is known is cited by the name of its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.derive import about


def cite_source(document: Mapping[str, Any]) -> str:
    """One row of `documents` as a citation: author, title, publisher, date, address, licence; and what was read."""
    return " ".join(_sentence(part) for part in _parts(document) if part)


def _parts(document: Mapping[str, Any]) -> Iterator[str | None]:
    yield document["author"]
    yield document["title"] or document["file_name"]
    yield ", ".join(part for part in (document["publisher"], document["published"]) if part)
    yield f"<{document['url']}>" if document["url"] else None  # in brackets, so that no full stop joins the address
    yield f"Accessed {document['accessed']}" if document["accessed"] else None
    if document["text_kind"] == "digest":
        original = document["original_file_name"]
        yield "Read in a digest" + (f" of {original}" if original else "")
    yield f"Licence of the text read: {document['licence']}" if document["licence"] else None


def _sentence(part: str) -> str:
    return part if part.endswith((".", "?", "!", "…")) else part + "."


def cite_dataset(version: str, private: bool = False) -> str:
    """A release of the dataset as one line; of a private one without a licence, since it has none."""
    licence = "" if private else f" {about.LICENCE.name}."
    return f"{about.CREATOR} ({_year()}). {about.TITLES['en']}. Version {version}.{licence}"


def bibtex(version: str, private: bool = False) -> str:
    """A release of the dataset as a BibTeX entry."""
    fields = {
        "title": f"{{{about.TITLES['en']}}}",
        "author": f"{{{about.CREATOR}}}",  # braces inside keep a group from being read as a person's name
        "year": _year(),
        "version": version,
        "note": "Private, not to be passed on" if private else f"Licence: {about.LICENCE.name}",
    }
    key = re.sub(r"\W", "_", about.NAME)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{key},\n{lines}}}"


def _year() -> str:
    return about.FIRST_PUBLISHED[:4]
