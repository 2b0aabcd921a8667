"""What a table declaration is: columns with their meaning in two languages, keys, references and vocabularies.

Belongs here: the small language in which the files beside this one declare tables. Does not belong here: what is
derived from a declaration (pipeline.derive) or how a column's value is found (pipeline.coding, pipeline.merge).

A table is a pandera model, so `Documents.to_schema()` checks frames; what pandera has no word for (Spanish text,
references, units, EDTF) travels in each field's metadata and is read back with `Documents.columns()`.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

import pandera.polars as pa

from schemas.vocabularies import Vocabulary

Kind = Literal["string", "integer", "number", "boolean", "date", "list"]

_KINDS: dict[Any, Kind] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    dt.date: "date",
    list[str]: "list",
}

ISO3 = r"^[A-Z]{3}$"
"""ISO 3166-1 alpha-3 country code (XKX is the code in use for Kosovo)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column as declared.

    kind: the type of its values; a list holds strings.
    references: table whose key the values (of a list: each element) must be found in.
    vocabulary: terms the values may take; an open vocabulary only explains the usual ones.
    unit: unit of a number, None for none. edtf: the string is an Extended Date/Time Format expression.
    bound_of, bound: for a derived date, the EDTF column it bounds and whether it is the "first" or "last" day.
    """

    name: str
    kind: Kind
    en: str
    es: str
    key: bool = False
    references: str | None = None
    vocabulary: Vocabulary | None = None
    nullable: bool = False
    unit: str | None = None
    edtf: bool = False
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    bound_of: str | None = None
    bound: Literal["first", "last"] | None = None

    @property
    def closed_terms(self) -> tuple[str, ...] | None:
        """The only values allowed, or None where values are free."""
        return self.vocabulary.names if self.vocabulary and not self.vocabulary.open else None

    def describe(self, language: Literal["en", "es"]) -> str:
        """The column's meaning in English or Spanish."""
        return self.en if language == "en" else self.es


def column(
    en: str,
    es: str,
    *,
    key: bool = False,
    references: str | None = None,
    vocabulary: Vocabulary | None = None,
    nullable: bool = False,
    unit: str | None = None,
    edtf: bool = False,
    pattern: str | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    bound_of: str | None = None,
    bound: str | None = None,
    many: bool = False,
) -> Any:
    """Declares a column: its meaning in English and Spanish and what its values must satisfy (see `Column`).

    A table with one key column has unique values there; `key=True` on several makes them the key together.
    Of a list, pattern, vocabulary and references hold for each element; `many=True` says that it is one.
    """
    metadata = {
        name: value
        for name, value in locals().items()
        if name in Column.__dataclass_fields__ and value is not None and value is not False
    }
    terms = vocabulary.names if vocabulary and not vocabulary.open else None
    checks: dict[str, Any] = {"ge": minimum, "le": maximum, "str_matches": pattern, "isin": terms} if not many else {}
    return pa.Field(
        nullable=nullable,
        description=en,
        metadata=metadata,
        **{name: value for name, value in checks.items() if value is not None},
    )


def first_day(of: str) -> Any:
    """Declares the derived `<of>_min`: first possible day of an EDTF column, null where it has no beginning."""
    return column(
        f"First day that `{of}` can mean; null when `{of}` is null or has no known beginning.",
        f"Primer día que puede significar `{of}`; nulo si `{of}` es nulo o no tiene comienzo conocido.",
        nullable=True,
        bound_of=of,
        bound="first",
    )


def last_day(of: str) -> Any:
    """Declares the derived `<of>_max`: last possible day of an EDTF column, null where it has no end."""
    return column(
        f"Last day that `{of}` can mean; null when `{of}` is null or has no known end.",
        f"Último día que puede significar `{of}`; nulo si `{of}` es nulo o no tiene final conocido.",
        nullable=True,
        bound_of=of,
        bound="last",
    )


class Table(pa.DataFrameModel):
    """Base of all tables: `class Documents(Table, name="documents", en="...", es="...")`.

    order: columns by which files sort the rows, where it is not the key alone; the key is put behind them, so that the
    order is always whole. limits: what a user must know not to read too much into the table, as (English, Spanish).
    """

    _declared = ("", "", "")
    _order: tuple[str, ...] = ()
    _limits: tuple[tuple[str, str], ...] = ()

    class Config:
        strict = True

    def __init_subclass__(
        cls,
        *,
        name: str = "",
        en: str = "",
        es: str = "",
        order: tuple[str, ...] | None = None,
        limits: tuple[tuple[str, str], ...] = (),
        **kwargs: Any,
    ) -> None:
        cls._declared = (name, en, es)
        cls._order = cls._order if order is None else order
        cls._limits = limits
        key = [field for field, info in vars(cls).items() if getattr(info, "metadata", None) and "key" in info.metadata]
        options = {"name": name or cls.__name__, "description": en, "unique": key or None}
        cls.Config = type("Config", (cls.Config,), options)  # type: ignore[misc,assignment]
        super().__init_subclass__(**kwargs)

    @classmethod
    def table(cls) -> str:
        """The published name."""
        return cls._declared[0]

    @classmethod
    @cache
    def columns(cls) -> Mapping[str, Column]:
        """The declared columns by name: the table's own first, then those it shares with other tables."""
        fields = cls.__fields__
        own = [name for base in cls.__mro__ for name in _own_fields(base) if name in fields]
        return MappingProxyType({name: _column_of(name, *fields[name]) for name in dict.fromkeys(own)})

    @classmethod
    def key(cls) -> tuple[str, ...]:
        """Names of the key columns."""
        return tuple(name for name, declared in cls.columns().items() if declared.key)

    @classmethod
    def order(cls) -> tuple[str, ...]:
        """Names of the columns by which the published rows are sorted. No two rows are equal in all of them."""
        return tuple(dict.fromkeys((*cls._order, *cls.key())))

    @classmethod
    def limits(cls, language: Literal["en", "es"]) -> tuple[str, ...]:
        """What a user must know not to read too much into the table, in English or Spanish."""
        return tuple(limit[language == "es"] for limit in cls._limits)

    @classmethod
    def about(cls, language: Literal["en", "es"]) -> str:
        """What one row of the table is, in English or Spanish."""
        return cls._declared[1 if language == "en" else 2]

    @classmethod
    def has_evidence(cls) -> bool:
        """Whether rows carry the words they rest on."""
        return "evidence" in cls.columns()


def _own_fields(base: type) -> Iterator[str]:
    for name in inspect.get_annotations(base):
        if not name.startswith("_"):
            yield name


def _column_of(name: str, annotation: Any, field: Any) -> Column:
    return Column(name=name, kind=_KINDS[annotation.raw_annotation], **(field.metadata or {}))
