"""The Croissant (version 1.1) descriptor of a release: JSON-LD that search engines and loaders of datasets read.

Record sets are read from the Parquet files; each closed or open vocabulary is a record set of its own, an enumeration
that lies in the descriptor, so that a column can refer to its terms as it refers to another table. Texts are given in
English and Spanish, which is what 1.1 adds to 1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.derive import about
from pipeline.derive.citing import bibtex, cite_source
from pipeline.derive.release_files import PublishedFile, ReleaseFiles
from schemas import TABLES, Column, Table
from schemas.vocabularies import Vocabulary

CONFORMS_TO = "http://mlcommons.org/croissant/1.1"

PARQUET = "application/x-parquet"
"""Not the registered media type: Croissant names Parquet so, and its readers know no other name."""

LOOSE_REFERENCE = "dct:references"
"""References of list elements, of values that may be null, and of a table to itself. Croissant's own `references` is
a join to its reader mlcroissant (1.1.1), which carries it out at once and fails on lists, on columns that happen to
be all null, and on cycles."""

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
    "list": "sc:Text",
}

_BY_LANGUAGE = {"@container": "@language"}

_TERMS = """arrayShape citeAs column equivalentProperty extract field fileObject fileProperty fileSet format includes
isArray isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate
separator source subField transform containedIn""".split()
"""Words of the descriptor that mean Croissant's own terms; all others are schema.org's."""

CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "name": _BY_LANGUAGE,
    "description": _BY_LANGUAGE,
    **{term: f"cr:{term}" for term in _TERMS},
}


def croissant(release: ReleaseFiles) -> dict[str, Any]:
    """The descriptor, ready for json.dumps. Nothing in it depends on time."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": about.NAME,
        "alternateName": about.TITLES["en"],
        "description": {"en": about.abstract("en", release.private), "es": about.abstract("es", release.private)},
        "version": release.version,
        "license": about.PRIVATE["en"] if release.private else about.LICENCE.path,
        "creator": {"@type": "sc:Organization", "name": about.CREATOR},
        "keywords": list(about.KEYWORDS),
        "inLanguage": release.languages,
        "datePublished": about.FIRST_PUBLISHED,
        "citeAs": bibtex(release.version, release.private),
        "citation": [cite_source(document) for document in release.documents],
        "isLiveDataset": False,
        "distribution": list(_distribution(release)),
        "recordSet": [*(_record_set(TABLES[name]) for name in release.parquet), *map(_enumeration, _used(release))],
    }


def _distribution(release: ReleaseFiles) -> Iterator[dict[str, Any]]:
    for name, file in release.parquet.items():
        yield _file(_file_id(name), file, PARQUET, f"The table {name}.", f"La tabla {name}.")
    for name, file in release.csv.items():
        en = f"The table {name} for spreadsheets: lists as JSON, see README.md."
        yield _file(f"{name}.csv", file, "text/csv", en, f"La tabla {name} para hojas de cálculo: listas como JSON.")


def _file_id(table: str) -> str:
    return f"{table}.parquet"


def _file(name: str, file: PublishedFile, encoding: str, en: str, es: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "description": {"en": en, "es": es},
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": encoding,
        "sha256": file.sha256,
    }


def _record_set(table: type[Table]) -> dict[str, Any]:
    name = table.table()
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": {"en": table.about("en"), "es": table.about("es")},
        "key": [{"@id": _field_id(name, column)} for column in table.key()],
        "field": [_field(name, column) for column in table.columns().values()],
    }


def _field_id(record_set: str, column: str) -> str:
    return f"{record_set}/{column}"


def _field(table: str, column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": _field_id(table, column.name),
        "name": column.name,
        "description": {"en": column.en, "es": column.es},
        "dataType": [_TYPES[column.kind], EDTF] if column.edtf else _TYPES[column.kind],
        "source": {"fileObject": {"@id": _file_id(table)}, "extract": {"column": column.name}},
    }
    if column.kind == "list":
        found |= {"isArray": True, "arrayShape": "-1"}
    target = _referred_to(column)
    if target and (column.nullable or column.kind == "list" or column.references == table):
        found[LOOSE_REFERENCE] = {"@id": target}
    elif target:
        found["references"] = {"field": {"@id": target}}
    return found


def _referred_to(column: Column) -> str | None:
    """The field that a column's values, or their elements, are values of."""
    if column.references:
        (key,) = TABLES[column.references].key()
        return _field_id(column.references, key)
    return _field_id(_vocabulary_id(column.vocabulary), "value") if column.vocabulary else None


def _used(release: ReleaseFiles) -> list[Vocabulary]:
    """The vocabularies of the release's columns, each once, in order of first use."""
    columns = [column for name in release.parquet for column in TABLES[name].columns().values()]
    return list({column.vocabulary.name: column.vocabulary for column in columns if column.vocabulary}.values())


def _vocabulary_id(vocabulary: Vocabulary) -> str:
    return f"vocabulary/{vocabulary.name}"


def _enumeration(vocabulary: Vocabulary) -> dict[str, Any]:
    """A vocabulary as an enumeration: the value, and what it means in each language."""
    name = _vocabulary_id(vocabulary)
    value, en, es = (_field_id(name, column) for column in ("value", "meaning_en", "meaning_es"))
    told = [
        (value, "The value as it stands in the tables.", "El valor tal como figura en las tablas."),
        (en, "What it means, in English.", "Qué significa, en inglés."),
        (es, "What it means, in Spanish.", "Qué significa, en español."),
    ]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": {"en": vocabulary.en, "es": vocabulary.es},
        "dataType": "sc:Enumeration",
        "key": {"@id": value},
        "field": [
            {
                "@type": "cr:Field",
                "@id": field,
                "name": field.rsplit("/", 1)[1],
                "description": {"en": english, "es": spanish},
                "dataType": "sc:Text",
            }
            for field, english, spanish in told
        ],
        "data": [{value: term.name, en: term.en, es: term.es} for term in vocabulary],
    }
