"""What is derived for people and for other tools says what the declarations say."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from example_tables import example_tables

from pipeline.derive import about
from pipeline.derive.arrow import arrow_schema
from pipeline.derive.card import card, size_category
from pipeline.derive.citing import bibtex, cite_source
from pipeline.derive.croissant import LOOSE_REFERENCE, croissant
from pipeline.derive.datapackage import descriptor, field
from pipeline.derive.descriptions import describe
from pipeline.derive.diagram import diagram
from pipeline.derive.frames import empty
from pipeline.derive.release_files import PublishedFile, ReleaseFiles
from pipeline.derive.views import VIEWS, View, create_view
from schemas import TABLES, Table
from schemas.vocabularies import ACTOR_KIND, COMPARATOR

ALL = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


@ALL
def test_every_column_is_described_for_user_interfaces(table: type[Table]) -> None:
    for language in ("en", "es"):
        described = describe(table, language)  # type: ignore[arg-type]
        assert [column.name for column in described] == list(table.columns())
        assert all(column.description and column.type for column in described)


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
    for stored in schema:
        declared = table.columns()[stored.name]
        assert stored.nullable == declared.nullable
        assert stored.metadata[b"description"].decode() == declared.en
        assert stored.metadata[b"description_es"].decode() == declared.es


def release(**changes: Any) -> ReleaseFiles:
    """A made-up release of all tables with the example's documents."""
    files = {
        kind: {name: PublishedFile(f"{kind}/{name}.{kind}", 10, "0" * 64) for name in TABLES}
        for kind in ("parquet", "csv")
    }
    counts = dict.fromkeys(TABLES, 0) | {"events": 1200, "actors": 30}
    return ReleaseFiles(
        **{
            "version": "0.3.0+abc",
            **files,
            "documents": example_tables()["documents"].to_dicts(),
            "row_counts": counts,
            **changes,
        }
    )


def test_the_data_package_describes_every_table() -> None:
    package = json.loads(json.dumps(descriptor(release())))
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert resources.keys() == TABLES.keys() | {f"{name}.parquet" for name in TABLES}
    for name, table in TABLES.items():
        schema = resources[name]["schema"]
        assert [field["name"] for field in schema["fields"]] == list(table.columns())
        assert all(field["description"] and field["description_es"] for field in schema["fields"])
        assert schema["primaryKey"] == list(table.key())
        single = [c for c in table.columns().values() if c.references and c.kind != "list"]
        assert len(schema.get("foreignKeys", [])) == len(single)
        for foreign in schema.get("foreignKeys", []):
            parent = foreign["reference"].get("resource", name)
            assert foreign["reference"]["fields"] == list(TABLES[parent].key())


@pytest.mark.parametrize(
    ("table", "column", "told", "why"),
    [
        ("actors", "actor_id", {"required": True, "unique": True}, "the key alone"),
        ("event_participants", "actor_id", {"required": True}, "a part of the key can repeat"),
        ("actors", "kind", {"required": True, "enum": list(ACTOR_KIND.names)}, "a closed vocabulary"),
        ("event_counts", "comparator", {"required": True, "enum": list(COMPARATOR.names)}, "with signs for terms"),
        ("trade_facts", "unit", None, "an open vocabulary allows other values"),
        ("events", "goldstein", {"minimum": -10, "maximum": 10}, "bounds"),
        ("actors", "country", {"pattern": "^[A-Z]{3}$"}, "a pattern"),
        ("events", "contexts", {"required": True}, "what holds for elements is no constraint of the list"),
    ],
)
def test_constraints(table: str, column: str, told: dict[str, Any] | None, why: str) -> None:
    declared = TABLES[table].columns()[column]
    assert field(declared, unique=TABLES[table].key() == (column,)).get("constraints") == told, why


def test_what_holds_for_elements_of_a_list() -> None:
    contexts, countries = (TABLES["events"].columns()[name] for name in ("contexts", "source_countries"))
    assert field(contexts)["arrayItem"]["constraints"]["enum"] == list(contexts.vocabulary.names)
    assert field(countries)["arrayItem"] == {"type": "string", "constraints": {"pattern": "^[A-Z]{3}$"}}
    assert field(TABLES["events"].columns()["source_ids"])["references"] == "actors"


def test_croissant_describes_every_column_in_both_languages() -> None:
    found = {record["@id"]: record for record in json.loads(json.dumps(croissant(release())))["recordSet"]}
    for name, table in TABLES.items():
        fields = {field["name"]: field for field in found[name]["field"]}
        assert list(fields) == list(table.columns())
        assert [key["@id"] for key in found[name]["key"]] == [f"{name}/{column}" for column in table.key()]
        for column in table.columns().values():
            told = fields[column.name]
            assert told["description"] == {"en": column.en, "es": column.es}
            assert told.get("isArray", False) == (column.kind == "list")
            refers = told.get("references", {}).get("field", told.get(LOOSE_REFERENCE))
            assert bool(refers) == bool(column.references or column.vocabulary)
            if refers:
                record, _, inner = refers["@id"].rpartition("/")
                assert inner in {field["name"] for field in found[record]["field"]}


def test_a_private_release_bears_no_licence() -> None:
    package, jsonld = descriptor(release(private=True)), croissant(release(private=True))
    page_text = card(release(private=True), empty(TABLES["quality"]))
    assert "licenses" not in package
    assert package["private"] is True
    for told in (package["description"], jsonld["description"]["en"], jsonld["license"], page_text):
        assert "may not be passed on" in told
    assert all(about.LICENCE.path not in told for told in (json.dumps(package), json.dumps(jsonld), page_text))
    assert yaml.safe_load(page_text.split("---")[1])["license"] == "other"


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        (0, "n<1K"),
        (999, "n<1K"),
        (1000, "1K<n<10K"),
        (99_999, "10K<n<100K"),
        (100_000, "100K<n<1M"),
        (10**12 - 1, "100B<n<1T"),
        (10**12, "n>1T"),
    ],
)
def test_size_categories(rows: int, size: str) -> None:
    assert size_category(rows) == size


def test_the_card_names_each_table_with_rows() -> None:
    front = yaml.safe_load(card(release(), empty(TABLES["quality"])).split("---")[1])
    assert front["configs"] == [
        {"config_name": "actors", "data_files": "parquet/actors.parquet"},
        {"config_name": "events", "data_files": "parquet/events.parquet", "default": True},
    ]
    assert (front["license"], front["language"], front["size_categories"]) == ("cc-by-4.0", ["en"], ["1K<n<10K"])


@pytest.mark.parametrize(
    ("known", "cited"),
    [
        ({}, "A note. Licence of the text read: CC0-1.0."),
        ({"title": None, "licence": None}, "a.md."),
        (
            {"author": "Ana Example", "publisher": "The Daily", "published": "2020-01"},
            "Ana Example. A note. The Daily, 2020-01. Licence of the text read: CC0-1.0.",
        ),
        (
            {"title": "Who pays?", "url": "https://example.org/a", "accessed": "2021"},
            "Who pays? <https://example.org/a>. Accessed 2021. Licence of the text read: CC0-1.0.",
        ),
        (
            {"text_kind": "digest", "original_file_name": "b.txt"},
            "A note. Read in a digest of b.txt. Licence of the text read: CC0-1.0.",
        ),
    ],
)
def test_citations_of_sources(known: dict[str, Any], cited: str) -> None:
    nothing = dict.fromkeys(("author", "publisher", "published", "url", "accessed", "original_file_name"))
    row = nothing | {"title": "A note", "file_name": "a.md", "text_kind": "original", "licence": "CC0-1.0"}
    assert cite_source(row | known) == cited


def test_bibtex_keeps_the_group_from_being_a_person() -> None:
    assert "author = {{" in bibtex("1.0.0")
    assert bibtex("1.0.0").count("{") == bibtex("1.0.0").count("}")


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_views_are_described_in_both_languages(view: View) -> None:
    assert all(said.en and said.es and said.en != said.es for said in (view, *view.columns.values()))


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_column_of_a_view_is_named(view: View) -> None:
    """A name that DuckDB makes up from an expression differs between its releases."""
    statement = create_view(view)
    assert all(f' AS "{name}"' in statement for name in view.columns)
