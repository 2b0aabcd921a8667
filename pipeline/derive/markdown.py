"""Small pieces of Markdown that pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table. Bars and line ends inside a cell never break it."""
    names = list(header)
    yield "| " + " | ".join(names) + " |"
    yield "| " + " | ".join("---" for _ in names) + " |"
    for row in rows:
        yield "| " + " | ".join(cell(text) for text in row) + " |"


def cell(text: str) -> str:
    """Text that can stand in a table."""
    return text.replace("|", "\\|").replace("\r", " ").replace("\n", " ")


def code(text: str) -> str:
    """Text as a code span, whatever backticks it holds; nothing for empty text."""
    if not text.strip():
        return ""
    fence = "`" * (max((len(run) for run in _runs(text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _runs(text: str) -> Iterator[str]:
    """Runs of backticks."""
    run = ""
    for char in text:
        if char == "`":
            run += char
            continue
        yield run
        run = ""
    yield run
