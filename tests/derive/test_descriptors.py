"""What is derived for people and for other tools says what the declarations say."""

from __future__ import annotations

import json
import re
from typing import Literal

import pytest

from pipeline.derive.arrow import arrow_schema
from pipeline.derive.datapackage import PublishedFile, descriptor
from pipeline.derive.descriptions import describe
from pipeline.derive.diagram import diagram
from pipeline.derive.dictionary import page, table_list
from pipeline.derive.views import VIEWS, View, create_view
from schemas import TABLES, Table

ALL = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


@ALL
def test_every_column_is_described_for_user_interfaces(table: type[Table]) -> None:
    for language in ("en", "es"):
        described = describe(table, language)  # type: ignore[arg-type]
        assert [column.name for column in described] == list(table.columns())
        assert all(column.description and column.type for column in described)


@ALL
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_dictionary_page_has_every_column_and_term(table: type[Table], language: Literal["en", "es"]) -> None:
    text = page(table, language)
    for column in table.columns().values():
        assert f"| `{column.name}` |" in text
        assert column.describe(language).replace("|", "\\|") in text
        for term in column.vocabulary.names if column.vocabulary else ():
            assert f"| `{term}` |" in text


def test_cells_of_a_page_never_break_the_table() -> None:
    for table in TABLES.values():
        for line in page(table).splitlines():
            if line.startswith("|"):
                assert len(re.findall(r"(?<!\\)\|", line)) in {3, 4}


def test_the_table_list_links_every_table() -> None:
    text = table_list("en", "dictionary/{}.md")
    assert all(f"[{name}](dictionary/{name}.md)" in text for name in TABLES)


def test_the_diagram_joins_every_reference() -> None:
    text = diagram(with_keys=True)
    assert text.startswith("erDiagram\n")
    assert "documents ||--o{ sentences" in text
    assert 'actors }o--o{ events : "source_ids, target_ids"' in text
    assert all(f"  {name} {{" in text for name in TABLES)


@ALL
def test_arrow_fields_are_described(table: type[Table]) -> None:
    schema = arrow_schema(table)
    assert schema.names == list(table.columns())
    for field in schema:
        declared = table.columns()[field.name]
        assert field.nullable == declared.nullable
        assert field.metadata[b"description"].decode() == declared.en
        assert field.metadata[b"description_es"].decode() == declared.es


def test_the_data_package_describes_every_table() -> None:
    files = {name: PublishedFile(f"parquet/{name}.parquet", 10, "0" * 64) for name in TABLES}
    package = json.loads(json.dumps(descriptor("peru-us", "0.1.0", files)))
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert resources.keys() == TABLES.keys()
    for name, table in TABLES.items():
        schema = resources[name]["schema"]
        assert [field["name"] for field in schema["fields"]] == list(table.columns())
        assert schema["primaryKey"] == list(table.key())
        for foreign in schema.get("foreignKeys", []):
            parent = foreign["reference"].get("resource", name)
            assert foreign["reference"]["fields"] == list(TABLES[parent].key())
    enum = next(field for field in resources["actors"]["schema"]["fields"] if field["name"] == "kind")
    assert "state" in enum["constraints"]["enum"]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_views_are_described_in_both_languages(view: View) -> None:
    assert all(said.en and said.es and said.en != said.es for said in (view, *view.columns.values()))


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_column_of_a_view_is_named(view: View) -> None:
    """A name that DuckDB makes up from an expression differs between its releases."""
    statement = create_view(view)
    assert all(f' AS "{name}"' in statement for name in view.columns)
