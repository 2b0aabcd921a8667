"""Pages of the data dictionary in Markdown, in English and Spanish: one per table, and an index.

Belongs here: the layout of the pages and the words around what is declared. Does not belong here: meanings (schemas),
figures of quality (pipeline.derive.measured).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from pipeline.derive import measured
from pipeline.derive.descriptions import ColumnDescription, Language, describe
from pipeline.derive.diagram import diagram
from pipeline.derive.dictionary_words import CONVENTIONS, WORDS
from pipeline.derive.joins import Join, joins
from pipeline.derive.markdown import code
from pipeline.derive.markdown import table as lines_of_table
from pipeline.derive.samples import samples, shown
from schemas import TABLES, Table
from schemas.vocabularies import Vocabulary

Tables = Mapping[str, pl.DataFrame]


def page(table: type[Table], language: Language = "en", tables: Tables | None = None) -> str:
    """The dictionary page of one table: columns, joins, vocabularies, known limits.

    tables: those of a release, whose files lie two folders above the page. With them the page also shows the number of
    rows, where the files are, example rows and the measured quality.
    """
    parts = [
        _head(table, language, tables),
        _columns(table, language),
        _joins(table, language),
        _vocabularies(table, language),
        _examples(table, language, tables) if tables else (),
        _limits(table, language),
        measured.section(table, tables["quality"], language) if tables else (),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def index(language: Language = "en") -> str:
    """The first page of the dictionary: all tables, what holds for all of them, and how they hang together."""
    words = WORDS[language]
    lines = [f"# {words['dictionary']}", "", words["about"], "", table_list(language, "{}.md").rstrip(), ""]
    lines += [f"## {words['conventions']}", ""]
    lines += [f"- {told}" for told in CONVENTIONS[language]]
    lines += ["", f"## {words['diagram']}", "", "```mermaid", diagram(with_keys=True).rstrip(), "```"]
    return "\n".join(lines) + "\n"


def table_list(language: Language = "en", link: str = "") -> str:
    """All tables with what a row of each is, as a Markdown table. link: pattern such as "dictionary/{}.md"."""
    words = WORDS[language]
    rows = (
        (f"[{name}]({link.format(name)})" if link else f"`{name}`", table.about(language))
        for name, table in TABLES.items()
    )
    return "\n".join(lines_of_table((words["table"], words["row"]), rows)) + "\n"


def _head(table: type[Table], language: Language, tables: Tables | None) -> Iterator[str]:
    words, name = WORDS[language], table.table()
    yield f"# {name}"
    yield ""
    yield table.about(language)
    yield ""
    key = ", ".join(map(code, table.key()))
    if not tables:
        yield f"{words['key']}: {key}"
        return
    yield f"- {words['key']}: {key}"
    yield f"- {words['rows']}: {tables[name].height:,}"
    yield f"- {words['files']}: [Parquet](../../parquet/{name}.parquet), [CSV](../../csv/{name}.csv)"
    yield f"- {words['order']}: {', '.join(map(code, table.order()))}"


def _columns(table: type[Table], language: Language) -> Iterator[str]:
    words = WORDS[language]
    yield f"## {words['columns']}"
    yield ""
    rows = (_row(column) for column in describe(table, language))
    yield from lines_of_table((words["column"], words["type"], words["meaning"]), rows)


def _row(column: ColumnDescription) -> tuple[str, str, str]:
    return code(column.name), "; ".join((column.type, *column.constraints)), column.description


def _joins(table: type[Table], language: Language) -> Iterator[str]:
    found = joins(table)
    if not found:
        return
    words = WORDS[language]
    yield f"## {words['joins']}"
    yield ""
    yield words["joins_about"]
    yield ""
    rows = ((code(join.column), _leads_to(join, language), code(join.sql)) for join in found)
    yield from lines_of_table((words["column"], words["joins_to"], "SQL"), rows)


def _leads_to(join: Join, language: Language) -> str:
    other = f"[{join.other}]({join.other}.md).{code(join.other_column)}"
    return f"{other} {WORDS[language]['each']}" if join.each else other


def _vocabularies(table: type[Table], language: Language) -> Iterator[str]:
    used = {c.vocabulary.name: c.vocabulary for c in table.columns().values() if c.vocabulary}
    if used:
        yield f"## {WORDS[language]['vocabularies']}"
    for vocabulary in used.values():
        yield ""
        yield from _vocabulary(vocabulary, language)


def _vocabulary(vocabulary: Vocabulary, language: Language) -> Iterable[str]:
    words = WORDS[language]
    yield f"### {vocabulary.name}"
    yield ""
    yield vocabulary.en if language == "en" else vocabulary.es
    if vocabulary.open:
        yield words["open"]
    yield ""
    rows = ((code(term.name), term.en if language == "en" else term.es) for term in vocabulary)
    yield from lines_of_table((words["term"], words["meaning"]), rows)


def _examples(table: type[Table], language: Language, tables: Tables) -> Iterator[str]:
    words = WORDS[language]
    rows = samples(table, tables[table.table()])
    yield f"## {words['examples']}"
    yield ""
    if not rows:
        yield words["empty"]
        return
    header = [words["column"], *(f"{words['example']} {number}" for number in range(1, len(rows) + 1))]
    yield from lines_of_table(header, ([code(name), *(shown(row[name]) for row in rows)] for name in table.columns()))


def _limits(table: type[Table], language: Language) -> Iterator[str]:
    told = table.limits(language)
    if told:
        yield f"## {WORDS[language]['limits']}"
        yield ""
        yield from (f"- {limit}" for limit in told)
