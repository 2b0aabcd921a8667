"""Validation: rows that break a rule go to `rejects`; keys that lead nowhere stop the release.

What happens to a row
- It breaks a rule of its own table (type of value, vocabulary, key, EDTF, evidence): it moves to `rejects` with the
  first check it failed and all the reasons. Of rows with one key the first stays.
- It refers to a row that was rejected: it goes with it (check `reference_rejected`), so that one bad row does not
  keep everything else from being published.
- It refers to a row that was never there: `BrokenKeys`. No bad input can cause this, only a fault of the stages
  before, so nothing is published.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandera.errors
import polars as pl

from pipeline.derive.evidence import misquoted, outside_sentence
from pipeline.derive.frames import empty, schema
from pipeline.derive.keys import BrokenKey, BrokenKeys, missing, references
from pipeline.derive.rejects import Reject, rejects_frame
from pipeline.derive.rules import row_schema
from schemas import TABLES, Column, Table

__all__ = ["BrokenKey", "BrokenKeys", "RowChecks", "Validated", "WrongColumns", "check_rows", "validate"]

_PUBLIC_NAMES = {
    "not_nullable": "not_null",
    "isin": "vocabulary",
    "str_matches": "pattern",
    "greater_than_or_equal_to": "minimum",
    "less_than_or_equal_to": "maximum",
}


class WrongColumns(RuntimeError):
    """A frame does not have its table's columns and types: a fault of the stage that made it."""


@dataclass(frozen=True, slots=True)
class RowChecks:
    """A table's rows that satisfy its rules, and those that do not."""

    valid: pl.DataFrame
    rejects: tuple[Reject, ...]


@dataclass(frozen=True, slots=True)
class Validated:
    """tables: every declared table with its valid rows, `rejects` included; rejects: that table again."""

    tables: dict[str, pl.DataFrame]
    rejects: pl.DataFrame


def validate(tables: Mapping[str, pl.DataFrame], texts: Mapping[str, str] | None = None) -> Validated:
    """Checks all tables. Tables that are not given count as empty; given `rejects` are kept.

    texts: document_id -> text, for the evidence rule; without it, evidence is only held to its sentence.
    Raises WrongColumns for a frame that does not fit its declaration and BrokenKeys for references to nothing.
    """
    unknown = sorted(tables.keys() - TABLES.keys())
    if unknown:
        raise WrongColumns(f"There is no declared table named {', '.join(unknown)}")
    valid: dict[str, pl.DataFrame] = {}
    lost: dict[str, pl.DataFrame] = {}
    rejects: list[Reject] = []
    broken: list[BrokenKey] = []
    for name, table in TABLES.items():
        given = tables.get(name, empty(table))
        checked = check_rows(table, given, valid.get("sentences"), texts)
        kept, dangling, missed = _check_references(table, checked.valid, valid, lost)
        valid[name] = kept
        lost[name] = _key_rows(table, [reject.row for reject in (*checked.rejects, *dangling)])
        rejects += [*checked.rejects, *dangling]
        broken += missed
    if broken:
        raise BrokenKeys(broken)
    valid["rejects"] = pl.concat([valid["rejects"], rejects_frame(rejects)])
    return Validated(valid, valid["rejects"])


def check_rows(
    table: type[Table],
    frame: pl.DataFrame,
    sentences: pl.DataFrame | None = None,
    texts: Mapping[str, str] | None = None,
) -> RowChecks:
    """Checks one table's rows by the rules of its declaration, and its evidence where sentences or texts are given.

    Raises WrongColumns when columns are missing, unknown or of another type.
    """
    _check_columns(table, frame)
    frame = frame.select(list(table.columns()))
    failures = _rule_failures(table, frame)
    for index, check, reason in _evidence_failures(table, frame, sentences, texts):
        failures.setdefault(index, []).append((check, reason))
    return _split(table, frame, failures)


def _check_columns(table: type[Table], frame: pl.DataFrame) -> None:
    wanted = schema(table)
    problems = [f"lacks column {name}" for name in wanted if name not in frame.columns]
    problems += [f"has column {name}, which is not declared" for name in frame.columns if name not in wanted]
    problems += [
        f"has {name} as {frame.schema[name]}, declared as {wanted[name]}"
        for name in wanted
        if name in frame.columns and frame.schema[name] != wanted[name]
    ]
    if problems:
        raise WrongColumns(f"Table {table.table()} " + "; ".join(problems))


Failures = dict[int, list[tuple[str, str]]]


def _rule_failures(table: type[Table], frame: pl.DataFrame) -> Failures:
    rules = row_schema(table)
    try:
        rules.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        cases = error.failure_cases
    else:
        return {}
    failures: Failures = {}
    for case in cases.iter_rows(named=True):
        if case["index"] is None:
            raise WrongColumns(f"Table {table.table()}, {case['column']}: {case['check']}")
        column = case["column"] if case["schema_context"] == "Column" else None
        owner = rules.columns[column].checks if column else rules.checks
        number = case["check_number"]
        name = owner[number].name if number is not None else case["check"]
        reason = _reason(table.columns()[column] if column else None, name, case["check"], case["failure_case"])
        failures.setdefault(case["index"], []).append((_PUBLIC_NAMES.get(name, name), reason))
    return failures


def _reason(column: Column | None, name: str, error: str, value: object) -> str:
    if column is None:
        return error
    if name == "not_nullable":
        return f"{column.name} is missing"
    told = {
        "isin": f"which is no term of {column.vocabulary.name}" if column.vocabulary else error,
        "str_matches": f"which does not match {column.pattern}",
        "greater_than_or_equal_to": f"which is below {column.minimum}",
        "less_than_or_equal_to": f"which is above {column.maximum}",
    }
    return f"{column.name} is {value}, {told.get(name, error)}"


def _evidence_failures(
    table: type[Table], frame: pl.DataFrame, sentences: pl.DataFrame | None, texts: Mapping[str, str] | None
) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    if table.has_evidence() and sentences is not None:
        reason = "the evidence leaves its sentence, or the sentence is in another document"
        found += [(index, "evidence_in_sentence", reason) for index in outside_sentence(frame, sentences)]
    if texts is not None and (table.has_evidence() or table.table() == "sentences"):
        words = "evidence" if table.has_evidence() else "text"
        found += [(index, "evidence_text", reason) for index, reason in misquoted(frame, texts, words)]
    return found


def _split(table: type[Table], frame: pl.DataFrame, failures: Failures) -> RowChecks:
    if not failures:
        return RowChecks(frame, ())
    rejects = []
    for index in sorted(failures):
        checks = failures[index]
        reasons = "; ".join(dict.fromkeys(reason for _, reason in checks))
        rejects.append(Reject(table.table(), frame.row(index, named=True), checks[0][0], reasons))
    keep = pl.Series([index not in failures for index in range(frame.height)], dtype=pl.Boolean)
    return RowChecks(frame.filter(keep), tuple(rejects))


def _check_references(
    table: type[Table], frame: pl.DataFrame, valid: Mapping[str, pl.DataFrame], lost: Mapping[str, pl.DataFrame]
) -> tuple[pl.DataFrame, tuple[Reject, ...], list[BrokenKey]]:
    failures: Failures = {}
    broken = []
    for column in references(table):
        parent = column.references or ""
        unanswered = missing(frame, column, {**valid, table.table(): frame})
        rejected = lost.get(parent, empty(TABLES[parent])).get_column(TABLES[parent].key()[0])
        of_rejected = pl.col("value").is_in(rejected.implode())
        for index, value in unanswered.filter(of_rejected).iter_rows():
            reason = f"{column.name} refers to {value!r} of {parent}, which was rejected"
            failures.setdefault(index, []).append(("reference_rejected", reason))
        nowhere = unanswered.filter(~of_rejected).get_column("value").unique().sort()
        if nowhere.len():
            broken.append(BrokenKey(table.table(), column.name, parent, tuple(nowhere)))
    result = _split(table, frame, failures)
    return result.valid, result.rejects, broken


def _key_rows(table: type[Table], rows: list[dict[str, object]]) -> pl.DataFrame:
    wanted = {name: dtype for name, dtype in schema(table).items() if name in table.key()}
    return pl.DataFrame([{name: row.get(name) for name in wanted} for row in rows], schema=wanted)
