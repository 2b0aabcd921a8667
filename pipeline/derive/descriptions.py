"""A table's description without any framework's types, for user interfaces and pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from schemas import Column, Table

Language = Literal["en", "es"]

_TYPES: dict[str, tuple[str, str]] = {
    "string": ("string", "texto"),
    "integer": ("integer", "entero"),
    "number": ("number", "número"),
    "boolean": ("boolean", "lógico"),
    "date": ("date", "fecha"),
    "list": ("list of strings", "lista de textos"),
    "edtf": ("EDTF string", "texto EDTF"),
}

_UNITS_IN_SPANISH = {"code points": "puntos de código", "words": "palabras", "sentences": "oraciones"}


@dataclass(frozen=True, slots=True)
class ColumnDescription:
    """One column for people: its type, its meaning, and what its values must satisfy, in words."""

    name: str
    type: str
    nullable: bool
    unique: bool
    description: str
    constraints: tuple[str, ...]


def describe(table: type[Table], language: Language = "en") -> list[ColumnDescription]:
    """Every column of a table, in order."""
    key = table.key()
    return [
        ColumnDescription(
            name=column.name,
            type=_TYPES["edtf" if column.edtf else column.kind][language == "es"],
            nullable=column.nullable,
            unique=key == (column.name,),
            description=column.describe(language),
            constraints=tuple(found[language == "es"] for found in _constraints(column)),
        )
        for column in table.columns().values()
    ]


def _constraints(column: Column) -> Iterator[tuple[str, str]]:
    if column.key:
        yield "key", "clave"
    elif not column.nullable:
        yield "required", "obligatoria"
    if column.references:
        yield f"refers to {column.references}", f"remite a {column.references}"
    if column.vocabulary:
        name = column.vocabulary.name
        yield (
            (f"usually one of {name}", f"suele ser de {name}")
            if column.vocabulary.open
            else (
                f"one of {name}",
                f"uno de {name}",
            )
        )
    if column.pattern:
        yield f"matches `{column.pattern}`", f"cumple `{column.pattern}`"
    if column.minimum is not None:
        yield f"at least {column.minimum:g}", f"al menos {column.minimum:g}"
    if column.maximum is not None:
        yield f"at most {column.maximum:g}", f"a lo sumo {column.maximum:g}"
    if column.unit:
        yield f"in {column.unit}", f"en {_UNITS_IN_SPANISH[column.unit]}"
