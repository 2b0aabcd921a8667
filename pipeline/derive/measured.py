"""The table `quality` for readers: in descriptors, on dictionary pages, in the README.

Belongs here: wording and layout of figures. Does not belong here: measuring (pipeline.quality).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from pipeline.derive.descriptions import Language
from pipeline.derive.markdown import table as lines_of_table
from schemas import TABLES, Table
from schemas.vocabularies import CORPUS, FIGURE
from schemas.vocabularies.compared import COMPARED, MEASURED_WITH

NOT_CODED = frozenset({"documents", "quality", "rejects", "releases"})
"""Tables about sources and releases: nobody codes their rows, so there is nothing to measure."""
IN_README = ("typed", "full")
"""Figures that the README tells; the table has them all."""
_NONE = "–"

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "Measured quality",
        "about": "How far rows agree with documents that people coded by hand, measured when the release was built "
        "(table [quality](quality.md)). On other documents expect less.",
        "with": "Measured with the table [{0}]({0}.md), to which these rows belong.",
        "none": "No document has been coded by hand for this table, so how good its rows are is not known.",
        "compares": "`{figure}` compares {columns}.",
        "header": "Corpus|What agrees|Precision|Recall|F1|Hand-coded rows|Our rows|Documents",
        "summary": "Table|What agrees",
        "no figures": "No document has been coded by hand, so no figure is known.",
    },
    "es": {
        "title": "Calidad medida",
        "about": "Cuánto coinciden las filas con documentos codificados a mano, medido al construir la versión (tabla "
        "[quality](quality.md)). En otros documentos cabe esperar menos.",
        "with": "Se mide con la tabla [{0}]({0}.md), a la que pertenecen estas filas.",
        "none": "Ningún documento se ha codificado a mano para esta tabla, así que no se sabe cuán buenas son sus "
        "filas.",
        "compares": "`{figure}` compara {columns}.",
        "header": "Corpus|Qué coincide|Precisión|Exhaustividad|F1|Filas codificadas a mano|Filas nuestras|Documentos",
        "summary": "Tabla|Qué coincide",
        "no figures": "Ningún documento se ha codificado a mano, así que no se conoce ninguna medida.",
    },
}


def figures(table: type[Table], quality: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Of the rows of `quality`, those that tell of a table, by corpus and figure; empty where nothing was measured.

    The rows of a table that is part of another one, such as mentions, are measured with it: `table_name` says which.
    """
    name = MEASURED_WITH.get(table.table(), table.table())
    rows = (dict(row) for row in quality if row["table_name"] == name)
    return sorted(rows, key=lambda row: (_place(row["corpus"]), FIGURE.names.index(row["figure"])))


def section(table: type[Table], quality: pl.DataFrame, language: Language = "en") -> list[str]:
    """The lines of a dictionary page on the quality of a table, or that there is no gold; none if it is not coded."""
    if table.table() in NOT_CODED:
        return []
    words, found, whole = (
        _WORDS[language],
        figures(table, quality.iter_rows(named=True)),
        MEASURED_WITH.get(table.table()),
    )
    lines = [f"## {words['title']}", ""]
    if not found:
        return [*lines, words["none"]]
    lines += [words["about"], ""]
    if whole:
        lines += [words["with"].format(whole), ""]
    lines += lines_of_table(
        words["header"].split("|"), ([row["corpus"], f"`{row['figure']}`", *_numbers(row)] for row in found)
    )
    return [*lines, "", *_compared(found[0]["table_name"], language)]


def summary(quality: pl.DataFrame, language: Language = "en", link: str = "") -> str:
    """All measured tables with precision / recall / F1 and, in brackets, the hand-coded rows: one column per corpus.

    link: pattern of the address of a table's dictionary page, such as "dictionary/{}.md".
    """
    words = _WORDS[language]
    corpora = sorted(set(quality["corpus"]), key=_place)
    if not corpora:
        return words["no figures"] + "\n"
    at = {(row["table_name"], row["figure"], row["corpus"]): row for row in quality.iter_rows(named=True)}
    rows = []
    for name in (name for name in TABLES if name in COMPARED):
        shown = f"[{name}]({link.format(name)})" if link else f"`{name}`"
        for figure in IN_README:
            cells = [at.get((name, figure, corpus)) for corpus in corpora]
            if any(cells):
                rows.append([shown, f"`{figure}`", *map(_cell, cells)])
    return "\n".join(lines_of_table((*words["summary"].split("|"), *corpora), rows)) + "\n"


def share(value: float | None) -> str:
    """A share with two decimals, a dash for none."""
    return _NONE if value is None else f"{value:.2f}"


def _place(corpus: str) -> tuple[int, str]:
    """Corpora in the order of their vocabulary, then those of a user's own."""
    return (CORPUS.names.index(corpus) if corpus in CORPUS else len(CORPUS.names), corpus)


def _numbers(row: dict[str, Any]) -> list[str]:
    shares = [share(row[name]) for name in ("precision", "recall", "f1")]
    return [*shares, *(f"{row[name]:,}" for name in ("n_gold", "n_predicted", "n_documents"))]


def _cell(row: dict[str, Any] | None) -> str:
    if row is None:
        return _NONE
    return f"{share(row['precision'])} / {share(row['recall'])} / {share(row['f1'])} ({row['n_gold']:,})"


def _compared(table: str, language: Language) -> list[str]:
    """What each figure of a table compares, a list item each."""
    words, lines = _WORDS[language], []
    for term in map(FIGURE.__getitem__, COMPARED[table].figures):
        columns = ", ".join(f"`{name}`" for name in COMPARED[table].fields(term.name))
        said = words["compares"].format(figure=term.name, columns=columns) if columns else f"`{term.name}`:"
        meaning = term.en if language == "en" else term.es
        lines.append(f"- {said} {meaning}")
    return lines
