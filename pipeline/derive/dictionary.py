"""Pages of the data dictionary in Markdown, in English and Spanish."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.derive.descriptions import ColumnDescription, Language, describe
from schemas import TABLES, Table
from schemas.vocabularies import Vocabulary

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "column": "Column",
        "type": "Type",
        "meaning": "Meaning",
        "key": "Key",
        "term": "Term",
        "vocabularies": "Vocabularies",
        "open": "Open: other values may occur.",
        "table": "Table",
        "row": "What a row is",
    },
    "es": {
        "column": "Columna",
        "type": "Tipo",
        "meaning": "Significado",
        "key": "Clave",
        "term": "Término",
        "vocabularies": "Vocabularios",
        "open": "Abierto: puede haber otros valores.",
        "table": "Tabla",
        "row": "Qué es una fila",
    },
}


def page(table: type[Table], language: Language = "en") -> str:
    """The dictionary page of one table: its columns, then the vocabularies they use."""
    words = _WORDS[language]
    rows = (_row(column) for column in describe(table, language))
    lines = [
        f"# {table.table()}",
        "",
        table.about(language),
        "",
        f"{words['key']}: {', '.join(f'`{name}`' for name in table.key())}",
        "",
        *_table((words["column"], words["type"], words["meaning"]), rows),
    ]
    vocabularies = {c.vocabulary.name: c.vocabulary for c in table.columns().values() if c.vocabulary}
    if vocabularies:
        lines += ["", f"## {words['vocabularies']}"]
    for vocabulary in vocabularies.values():
        lines += ["", *_vocabulary(vocabulary, language)]
    return "\n".join(lines) + "\n"


def table_list(language: Language = "en", link: str = "") -> str:
    """All tables with what a row of each is, as a Markdown table. link: pattern such as "dictionary/{}.md"."""
    words = _WORDS[language]
    rows = (
        (f"[{name}]({link.format(name)})" if link else f"`{name}`", table.about(language))
        for name, table in TABLES.items()
    )
    return "\n".join(_table((words["table"], words["row"]), rows)) + "\n"


def _row(column: ColumnDescription) -> tuple[str, str, str]:
    return f"`{column.name}`", "; ".join((column.type, *column.constraints)), column.description


def _vocabulary(vocabulary: Vocabulary, language: Language) -> Iterable[str]:
    words = _WORDS[language]
    yield f"### {vocabulary.name}"
    yield ""
    yield vocabulary.en if language == "en" else vocabulary.es
    if vocabulary.open:
        yield words["open"]
    yield ""
    rows = ((f"`{term.name}`", term.en if language == "en" else term.es) for term in vocabulary)
    yield from _table((words["term"], words["meaning"]), rows)


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    yield "| " + " | ".join(header) + " |"
    yield "| " + " | ".join("---" for _ in header) + " |"
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"
