"""Arrow schemas of declared tables, with what each column means written into the fields.

Terms of vocabularies are plain strings: Parquet stores repeated strings once per chunk anyway, and a dictionary type
would come back as an ordered factor in R and as a type in polars that does not join with strings.
"""

from __future__ import annotations

import json

import pyarrow as pa

from schemas import Column, Table

_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "list": pa.list_(pa.field("element", pa.string())),  # the name that the Parquet format gives list elements
}


def arrow_schema(table: type[Table]) -> pa.Schema:
    """Fields in declared order, nullable as declared.

    Field metadata: description, description_es and, where they apply, key, references, vocabulary, terms (JSON list),
    unit, edtf. Schema metadata: table, description, description_es, primary_key.
    """
    fields = [
        pa.field(name, _TYPES[column.kind], nullable=column.nullable, metadata=field_metadata(column))
        for name, column in table.columns().items()
    ]
    return pa.schema(
        fields,
        metadata={
            "table": table.table(),
            "description": table.about("en"),
            "description_es": table.about("es"),
            "primary_key": ",".join(table.key()),
        },
    )


def field_metadata(column: Column) -> dict[str, str]:
    """What a Parquet field says about itself."""
    found = {"description": column.en, "description_es": column.es}
    if column.key:
        found["key"] = "true"
    if column.references:
        found["references"] = column.references
    if column.vocabulary:
        found["vocabulary"] = column.vocabulary.name
        found["open_vocabulary" if column.vocabulary.open else "terms"] = json.dumps(column.vocabulary.names)
    if column.unit:
        found["unit"] = column.unit
    if column.edtf:
        found["format"] = "EDTF"
    return found
