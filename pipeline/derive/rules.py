"""The rules a row must satisfy, as pandera checks made from the table's declaration.

pandera itself checks types, nulls, closed vocabularies, patterns and bounds of single values (schemas.base); this
module adds what needs more: EDTF, the elements of lists, keys, and rules that compare columns of one row.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache, lru_cache

import pandera.polars as pa
import polars as pl
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from schemas import Column, Table
from schemas.vocabularies import MODES

_MODE_OF_TYPE = [f"{mode.event_type}/{mode.name}" for mode in MODES]


@lru_cache(maxsize=65536)
def is_edtf(text: str) -> bool:
    """Whether a string is a date in Extended Date/Time Format (ISO 8601-2)."""
    try:
        parse_edtf(text)
    except (EDTFParseException, ValueError):
        return False
    return True


@cache
def row_schema(table: type[Table]) -> pa.DataFrameSchema:
    """The table's pandera schema with every rule of a single row and the uniqueness of its key.

    Each check's name is what the table `rejects` shows and each error is its reason.
    """
    schema = copy.deepcopy(table.to_schema())
    schema.unique = None  # pandera would report every copy of a key; the rule below keeps the first
    for column in table.columns().values():
        schema.columns[column.name].checks.extend(_of_column(column))
    schema.checks = [*schema.checks, *_of_row(table)]
    return schema


def _of_column(column: Column) -> list[pa.Check]:
    rules = []
    if column.edtf:
        rules.append(_column_rule("edtf", "which is no EDTF date", _each(is_edtf)))
    if column.kind == "list":
        rules.append(
            _column_rule("no_null_element", "which has a null among its elements", _every(pl.element().is_not_null()))
        )
        if column.closed_terms is not None:
            terms = list(column.closed_terms)
            text = f"with an element that is no term of {column.vocabulary.name}" if column.vocabulary else ""
            rules.append(_column_rule("vocabulary", text, _every(pl.element().is_in(terms))))
        if column.pattern is not None:
            text = f"with an element that does not match {column.pattern}"
            rules.append(_column_rule("pattern", text, _every(pl.element().str.contains(column.pattern))))
    return rules


def _of_row(table: type[Table]) -> list[pa.Check]:
    columns = table.columns()
    key = table.key()
    rules = [_row_rule("unique_key", f"repeats the key ({', '.join(key)}) of an earlier row", _first_of(key))]
    for column in columns.values():
        if column.bound == "first":
            first, last = column.name, f"{column.bound_of}_max"
            rules.append(_row_rule("bounds", f"{first} is after {last}", pl.col(first) <= pl.col(last)))
    if {"char_start", "char_end"} <= columns.keys():
        rules.append(_row_rule("span", "char_end is not after char_start", pl.col("char_start") < pl.col("char_end")))
        words = "evidence" if "evidence" in columns else "text"
        length = pl.col("char_end") - pl.col("char_start")
        rules.append(
            _row_rule("length", f"{words} is not as long as its offsets say", pl.col(words).str.len_chars() == length)
        )
    if {"event_type", "mode"} <= columns.keys():
        pair = pl.concat_str("event_type", pl.lit("/"), "mode")
        rules.append(_row_rule("mode_of_type", "the event type does not have this mode", pair.is_in(_MODE_OF_TYPE)))
    return rules


def _first_of(key: tuple[str, ...]) -> pl.Expr:
    return pl.struct(*key).is_first_distinct()


def _each(holds: Callable[[str], bool]) -> Callable[[str], pl.Expr]:
    return lambda name: pl.col(name).map_elements(holds, return_dtype=pl.Boolean, skip_nulls=True)


def _every(holds: pl.Expr) -> Callable[[str], pl.Expr]:
    return lambda name: pl.col(name).list.eval(holds).list.all()


def _column_rule(name: str, error: str, rule: Callable[[str], pl.Expr]) -> pa.Check:
    def check(data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(rule(data.key).fill_null(True))

    return pa.Check(check, name=name, error=error)


def _row_rule(name: str, error: str, holds: pl.Expr) -> pa.Check:
    def check(data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(holds.fill_null(True).alias(name))

    return pa.Check(check, name=name, error=error)
