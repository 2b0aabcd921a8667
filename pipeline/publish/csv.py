"""Tables as CSV copies for spreadsheets, in the published order of rows.

The rule by which a copy is read back without loss:

- UTF-8 with a byte order mark, comma, double quotes where needed, one header row, lines end in LF;
- nothing between two commas is null;
- text that begins with an apostrophe stands for what follows the apostrophe. It is put before text that a spreadsheet
  would take for a formula, before text that begins with an apostrophe itself, and for text that is empty. Terms of
  closed vocabularies stand as they are: no source can plant anything there, and `=` alone is no formula;
- a list is a JSON array of strings; true and false are booleans; dates are YYYY-MM-DD; numbers have a decimal point.

`read_csv` is that rule. Does not belong here: what columns mean.
"""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl

from pipeline.derive.frames import dtype, schema
from pipeline.publish.parquet import in_order
from schemas import Column, Table

FOLDER = "csv"
"""Folder of the CSV copies inside a release."""

DATES = "%Y-%m-%d"

MARK = "'"
"""What spreadsheets take for the sign that text follows."""

MUST_BE_MARKED = r"^(?:'|$|[\s\p{Cc}\p{Cf}]*[=+\-@\u{FF0B}\u{FF0D}\u{FF1D}\u{FF20}|%]|[\t\r\n\x00])"
"""Text that needs the mark: empty; or beginning with a mark; with a sign that opens a formula in a spreadsheet, after
blanks and invisible characters too, and in full width, which some versions fold; or with a control character that moves
the rest into a cell of its own. OWASP's page on CSV injection names these; `|` and `%` are of older programs."""


_ESCAPES = {char: json.dumps(char)[1:-1] for char in ('"', "\\", *map(chr, range(0x20)))}
"""Characters that cannot stand in a JSON string as they are, with what stands for them."""


def csv_path(outputs: Path, table: type[Table]) -> Path:
    """Where the copy of a table lies inside a release."""
    return outputs / FOLDER / f"{table.table()}.csv"


def write_csv(table: type[Table], frame: pl.DataFrame, path: Path) -> None:
    """Writes the copy of one table."""
    cells = [_cell(column) for column in table.columns().values()]
    rows = in_order(table, frame).select(cells)
    rows.write_csv(path, include_bom=True, line_terminator="\n", quote_style="necessary", date_format=DATES)


def read_csv(table: type[Table], path: Path) -> pl.DataFrame:
    """A copy as a frame with the declared columns and types. Raises PolarsError where it does not follow the rule."""
    raw = pl.read_csv(path, glob=False, schema=dict.fromkeys(table.columns(), pl.String()), infer_schema=False)
    return raw.select(_value(column) for column in table.columns().values()).cast(schema(table))


def faults(table: type[Table], frame: pl.DataFrame, path: Path) -> list[str]:
    """What is wrong with a copy just written. Empty when it reads back as the rows that were written."""
    if read_csv(table, path).equals(in_order(table, frame)):
        return []
    return [f"{path.name} does not read back as the rows that were written"]


def _cell(column: Column) -> pl.Expr:
    """A column as it stands in the file."""
    cell = pl.col(column.name)
    if column.kind == "list":
        return as_json(cell).alias(column.name)
    if column.kind != "string" or column.closed_terms:
        return cell
    return pl.when(cell.str.contains(MUST_BE_MARKED)).then(MARK + cell).otherwise(cell).alias(column.name)


def as_json(strings: pl.Expr) -> pl.Expr:
    """Lists of strings as JSON arrays, as json.dumps writes them without escaping beyond ASCII; null stays null."""
    quoted = '"' + pl.element().str.replace_many(list(_ESCAPES), list(_ESCAPES.values())) + '"'
    return "[" + strings.list.eval(quoted).list.join(", ") + "]"


def _value(column: Column) -> pl.Expr:
    """A column of the file as it was."""
    cell = pl.col(column.name)
    if column.kind == "list":
        return cell.str.json_decode(dtype(column))
    if column.kind == "boolean":
        return cell.replace_strict({"true": True, "false": False}, return_dtype=pl.Boolean)
    if column.kind == "date":
        return cell.str.to_date(DATES, strict=True)
    return cell.str.strip_prefix(MARK) if column.kind == "string" else cell
