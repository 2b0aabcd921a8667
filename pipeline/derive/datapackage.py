"""The Frictionless Data Package (version 2) descriptor of a release.

Each table is a resource of its CSV copy, which every Data Package tool can read, with its whole Table Schema. The
Parquet files and the database are resources of their own, with length and hash but without a schema: the tools cannot
judge lists in Parquet, and would say that sound files are broken. They find the schema in the table of the same name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.derive import about
from pipeline.derive.citing import cite_dataset, cite_source
from pipeline.derive.measured import NOT_CODED, figures
from pipeline.derive.release_files import PublishedFile, ReleaseFiles
from schemas import TABLES, Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

PARQUET_FORMAT = "apache-parquet"
"""Not `parquet`: frictionless takes what bears that name for a table, whatever `type` says."""

_TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "list": "array",  # in CSV a list is JSON
}


def descriptor(release: ReleaseFiles) -> dict[str, Any]:
    """The descriptor, ready for json.dumps. Nothing in it depends on time."""
    return {
        "$schema": PROFILE,
        "name": about.NAME,
        "title": about.TITLES["en"],
        "title_es": about.TITLES["es"],
        "description": about.abstract("en", release.private),
        "description_es": about.abstract("es", release.private),
        "version": release.version,
        "citation": cite_dataset(release.version, release.private),
        "keywords": list(about.KEYWORDS),
        **_licences(release),
        "contributors": [{"title": about.CREATOR, "roles": ["creator"]}],
        "sources": [source(document) for document in release.documents],
        "resources": list(_resources(release)),
    }


def _licences(release: ReleaseFiles) -> dict[str, Any]:
    """No licence for what may not be passed on."""
    if release.private:
        return {"private": True}
    return {"licenses": [{"name": about.LICENCE.name, "path": about.LICENCE.path, "title": about.LICENCE.title}]}


def source(document: Mapping[str, Any]) -> dict[str, Any]:
    """One document as a source of the package. Properties outside the standard: citation, licence, sha256 and ids."""
    found = {
        "title": document["title"] or document["file_name"],
        "path": document["url"],
        "citation": cite_source(document),
        "document_id": document["document_id"],
        "licence": document["licence"],
        "may_redistribute": document["may_redistribute"],
        "sha256": document["sha256"],
        "original_sha256": document["original_sha256"],
    }
    return {name: value for name, value in found.items() if value is not None}


def _resources(release: ReleaseFiles) -> Iterator[dict[str, Any]]:
    for name, file in release.csv.items():
        yield resource(TABLES[name], file) | _quality(TABLES[name], release)
    for name, file in release.parquet.items():
        about_table = f"The table {name} as Parquet: the same rows, with typed columns and lists."
        yield _file(f"{name}.parquet", about_table, file, PARQUET_FORMAT, "application/vnd.apache.parquet")


def _quality(table: type[Table], release: ReleaseFiles) -> dict[str, Any]:
    """The property `quality`, outside the standard: figures of a coded table, none where there is no hand coding."""
    return {} if table.table() in NOT_CODED else {"quality": figures(table, release.quality)}


def _file(name: str, description: str, file: PublishedFile, kind: str, mediatype: str) -> dict[str, Any]:
    return {
        "name": name,
        "description": description,
        "path": file.path,
        "format": kind,
        "mediatype": mediatype,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }


def resource(table: type[Table], file: PublishedFile) -> dict[str, Any]:
    """One table as a tabular resource: its CSV copy."""
    return (
        {"type": "table", "title": table.table()}
        | _file(table.table(), table.about("en"), file, "csv", "text/csv")
        | {"description_es": table.about("es"), "encoding": "utf-8", "schema": table_schema(table)}
    )


def table_schema(table: type[Table]) -> dict[str, Any]:
    """The Table Schema: fields, primary key and the foreign keys that are single values."""
    columns = table.columns().values()
    fields = [field(column, unique=table.key() == (column.name,)) for column in columns]
    found: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key())}
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


def field(column: Column, unique: bool = False) -> dict[str, Any]:
    """One column as a Table Schema field.

    Properties outside the standard: description_es, unit, references (of a list: table whose key each element is),
    vocabulary. What holds for each element of a list stands in arrayItem. unique: it alone is the table's key.
    """
    found: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.en,
        "description_es": column.es,
    }
    limits = _limits(column)
    if column.kind == "list":
        found["arrayItem"] = {"type": "string"} | ({"constraints": limits} if limits else {})
        limits = {}
        if column.references:
            found["references"] = column.references
    if not column.nullable:
        limits["required"] = True
    if unique:
        limits["unique"] = True
    if column.vocabulary:
        found["vocabulary"] = column.vocabulary.name
        found["categories" if _may_have_categories(column) else "terms"] = _terms(column)
    if column.unit:
        found["unit"] = column.unit
    if column.edtf:
        found["rdfType"] = "http://id.loc.gov/datatypes/edtf/EDTF"
    if limits:
        found["constraints"] = limits
    return found


def _limits(column: Column) -> dict[str, Any]:
    """Constraints on a value, of a list on each element."""
    limits = {
        "minimum": column.minimum,
        "maximum": column.maximum,
        "pattern": column.pattern,
        "enum": list(column.closed_terms) if column.closed_terms else None,
    }
    return {name: value for name, value in limits.items() if value is not None}


def _may_have_categories(column: Column) -> bool:
    """The standard has categories for strings, and takes them for all values there are."""
    return column.kind == "string" and column.closed_terms is not None


def _terms(column: Column) -> list[dict[str, str]]:
    terms = column.vocabulary.terms if column.vocabulary else ()
    return [{"value": term.name, "label": term.en, "label_es": term.es} for term in terms]
