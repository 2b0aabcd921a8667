"""The Frictionless Data Package (version 2) descriptor of a release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schemas import TABLES, Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

TITLE = "Peru-United States relations, coded from prose"
DESCRIPTION = (
    "Events, actors, agreements, trade facts, recommendations and citations that documents on relations between Peru "
    "and the United States state, each with the words it rests on."
)
LICENCE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}

_TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "list": "list",
}


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of the release: path relative to its folder, length in bytes, SHA-256."""

    path: str
    bytes: int
    sha256: str


def descriptor(name: str, version: str, files: Mapping[str, PublishedFile]) -> dict[str, Any]:
    """The descriptor. files: table name -> its Parquet file. Ready for json.dumps, nothing in it depends on time."""
    return {
        "$schema": PROFILE,
        "name": name,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": version,
        "licenses": [LICENCE],
        "resources": [resource(TABLES[table], file) for table, file in files.items()],
    }


def resource(table: type[Table], file: PublishedFile) -> dict[str, Any]:
    """One table as a tabular resource."""
    return {
        "name": table.table(),
        "type": "table",
        "description": table.about("en"),
        "description_es": table.about("es"),
        "path": file.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": table_schema(table),
    }


def table_schema(table: type[Table]) -> dict[str, Any]:
    """The Table Schema: fields, primary key and the foreign keys that are single values."""
    columns = table.columns().values()
    found: dict[str, Any] = {"fields": [field(column) for column in columns], "primaryKey": list(table.key())}
    foreign = [
        {
            "fields": [column.name],
            # a table that refers to itself is named by leaving the resource out
            "reference": ({} if column.references == table.table() else {"resource": column.references})
            | {"fields": list(TABLES[column.references].key())},
        }
        for column in columns
        if column.references and column.kind != "list"
    ]
    if foreign:
        found["foreignKeys"] = foreign
    return found


def field(column: Column) -> dict[str, Any]:
    """One column as a Table Schema field. Properties outside the standard: description_es, unit, references, terms."""
    found: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], "description": column.en}
    found["description_es"] = column.es
    limits = {
        "required": True if not column.nullable else None,
        "minimum": column.minimum,
        "maximum": column.maximum,
        "pattern": column.pattern if column.kind == "string" else None,
        "enum": list(column.closed_terms) if column.closed_terms and column.kind == "string" else None,
    }
    limits = {name: value for name, value in limits.items() if value is not None}
    if column.kind == "list":
        found["itemType"] = "string"
        if column.references:
            found["references"] = column.references
    if column.closed_terms:
        found["categories"] = _categories(column)
    if column.unit:
        found["unit"] = column.unit
    if column.edtf:
        found["rdfType"] = "http://id.loc.gov/datatypes/edtf/EDTF"
    if limits:
        found["constraints"] = limits
    return found


def _categories(column: Column) -> list[dict[str, str]]:
    terms = column.vocabulary.terms if column.vocabulary else ()
    return [{"value": term.name, "label": term.en} for term in terms]
