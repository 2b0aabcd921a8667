"""The dataset card: README.md of a release, with the YAML front matter that dataset hubs read.

With it the folder of a release can be uploaded as it is: each table is a configuration with its Parquet file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl
import yaml

from pipeline.derive import about, measured
from pipeline.derive.citing import bibtex, cite_source
from pipeline.derive.markdown import table as lines_of_table
from pipeline.derive.release_files import ReleaseFiles
from schemas import TABLES

DEFAULT_TABLE = "events"
"""The configuration that a hub shows first."""

TASKS = ("text-classification", "token-classification")
"""What the rows can train and test, in a hub's words: kinds of sentences, and marked spans of text."""

_MARKS = ("1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T")
"""1,000 and its tenfolds, as a hub writes them in its classes of size."""


def card(release: ReleaseFiles, quality: pl.DataFrame) -> str:
    """The whole page. quality: the table of that name."""
    front = yaml.safe_dump(front_matter(release), sort_keys=False, allow_unicode=True, width=1000)
    sections = (
        _opening(release),
        _load(),
        _tables(release),
        _files(release),
        _csv_rule(),
        _quality(quality),
        _cite(release),
        _sources(release),
    )
    return f"---\n{front}---\n\n" + "\n\n".join("\n".join(lines) for lines in sections) + "\n"


def front_matter(release: ReleaseFiles) -> dict[str, Any]:
    """What hubs read. Tables without rows are no configuration: loaders take one for a mistake."""
    filled = [name for name in release.parquet if release.row_counts.get(name)]
    return {
        "pretty_name": about.TITLES["en"],
        "license": "other" if release.private else about.LICENCE.name.lower(),
        "language": release.languages,
        "multilinguality": "monolingual" if len(release.languages) == 1 else "multilingual",
        "annotations_creators": ["machine-generated"],
        "source_datasets": ["original"],
        "size_categories": [size_category(sum(release.row_counts.values()))],
        "task_categories": list(TASKS),
        "tags": [keyword.lower().replace(" ", "-") for keyword in about.KEYWORDS],
        "configs": [_config(name, release.parquet[name].path) for name in filled],
    }


def size_category(rows: int) -> str:
    """A hub's class for a number of rows."""
    place = next((place for place in range(len(_MARKS)) if rows < 1000 * 10**place), len(_MARKS))
    if place == 0:
        return f"n<{_MARKS[0]}"
    return f"{_MARKS[place - 1]}<n<{_MARKS[place]}" if place < len(_MARKS) else f"n>{_MARKS[-1]}"


def _config(name: str, path: str) -> dict[str, Any]:
    default = {"default": True} if name == DEFAULT_TABLE else {}
    return {"config_name": name, "data_files": path} | default


def _opening(release: ReleaseFiles) -> Iterator[str]:
    yield f"# {about.TITLES['en']}"
    yield ""
    yield about.abstract("en", release.private)
    yield ""
    yield f"*{about.TITLES['es']}.* {about.abstract('es', release.private)}"
    yield "[Diccionario en español](dictionary/es/README.md)."
    yield ""
    yield f"Version {release.version}. {_licence(release)}"


def _licence(release: ReleaseFiles) -> str:
    if release.private:
        return "Not licensed: it is not to be passed on."
    return f"Licence: [{about.LICENCE.title}]({about.LICENCE.path})."


def _load() -> Iterator[str]:
    yield "## Load it"
    yield ""
    yield "```python"
    yield 'polars.read_parquet("parquet/events.parquet")'
    yield 'pandas.read_parquet("parquet/events.parquet")'
    yield "duckdb.sql(\"SELECT * FROM 'parquet/events.parquet'\")"
    yield "```"
    yield ""
    yield 'In R: `arrow::read_parquet("parquet/events.parquet")`. [What every column means](dictionary/en/README.md).'


def _tables(release: ReleaseFiles) -> Iterator[str]:
    yield "## Tables"
    yield ""
    rows = (
        (f"[{name}](dictionary/en/{name}.md)", f"{release.row_counts.get(name, 0):,}", TABLES[name].about("en"))
        for name in release.parquet
    )
    yield from lines_of_table(("Table", "Rows", "What a row is"), rows)


def _files(release: ReleaseFiles) -> Iterator[str]:
    told = {
        "`parquet/`": "one file per table, with typed columns and the meaning of each column in its metadata",
        f"`{release.database}`": "all tables with keys, comments and views, for DuckDB 1.3 or later",
        "`csv/`": "one copy per table for spreadsheets; the next section tells how to read it",
        "`dictionary/`": "what tables, columns and terms mean, in English and Spanish",
        "`datapackage.json`": "Frictionless Data Package 2: `frictionless validate datapackage.json` checks the folder",
        "`croissant.json`": "Croissant 1.1, for search engines and loaders of datasets",
        "`CHANGES.md`": "what the last releases changed, and why",
        "`SHA256SUMS`": "`sha256sum --check SHA256SUMS` says whether every file is whole",
    }
    yield "## Files"
    yield ""
    yield from lines_of_table(("File", "What it is"), told.items())


def _csv_rule() -> Iterator[str]:
    yield "## Reading the CSV copies"
    yield ""
    yield "UTF-8 with byte order mark, separated by commas. Nothing between two commas is null. Lists are JSON arrays."
    yield ""
    yield "An apostrophe at the beginning of a text is not part of it: take it away. It stands before text that a"
    yield "spreadsheet would take for a formula (`=`, `+`, `-`, `@` and the like, also after blanks), before text that"
    yield "begins with an apostrophe of its own (so there are two), and alone for text that is empty. With this rule"
    yield "every value reads back as it was. Numbers and dates are never marked."
    yield ""
    yield "Spreadsheets turn what looks like a date into one: import `date`, `published` and other EDTF columns as"
    yield "text, and say that the comma separates, where your system expects semicolons."


def _quality(quality: pl.DataFrame) -> Iterator[str]:
    yield "## How far to trust it"
    yield ""
    yield "Rows are made by rules, not by people. Precision / recall / F1 against documents coded by hand, with the"
    yield "number of hand-coded rows in brackets; the dictionary pages tell the known limits of each table."
    yield ""
    yield measured.summary(quality, link="dictionary/en/{}.md").rstrip()


def _cite(release: ReleaseFiles) -> Iterator[str]:
    yield "## Cite it"
    yield ""
    yield "```bibtex"
    yield bibtex(release.version, release.private)
    yield "```"


def _sources(release: ReleaseFiles) -> Iterator[str]:
    yield "## Sources"
    yield ""
    yield "What was read and coded. Words of a source stand in the tables only where its licence allows it."
    yield ""
    yield from (f"- `{document['document_id']}`: {cite_source(document)}" for document in release.documents)
