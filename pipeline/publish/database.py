"""The DuckDB file: tables with keys and checks, views and macros, a comment on everything. One writer, one pass.

The bytes of a DuckDB file differ from run to run; `logical_hash` compares what two files hold.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import polars as pl

from pipeline.derive.ddl import comments, create_table, create_types, literal, quoted, sql_type
from pipeline.derive.views import MACROS, VIEWS, create_macro, create_view, macro_comment, view_comments
from pipeline.publish.parquet import sort_by_key
from schemas import TABLES, Table

STORAGE_VERSION = "v1.3.0"
"""The oldest DuckDB that keeps comments on columns of views; later releases and duckdb-wasm open it too."""

BLOCK_SIZE = 16384
"""Bytes. The smallest that DuckDB takes: with its usual 256 KiB, a file of many small columns is mostly empty."""

UNSAFE_COMPRESSION = "dict_fsst"
"""Compression not to use: DuckDB 1.3 opens strings that 2.0 stores with it, and reads every one of them as null."""


def write_database(tables: Mapping[str, pl.DataFrame], path: Path) -> None:
    """Writes every table and view into a new file. Raises duckdb.Error where a row breaks a constraint."""
    with duckdb.connect() as connection:
        connection.execute(f"SET disabled_compression_methods = '{UNSAFE_COMPRESSION}'")
        options = f"STORAGE_VERSION '{STORAGE_VERSION}', BLOCK_SIZE {BLOCK_SIZE}"
        connection.execute(f"ATTACH {literal(str(path))} AS release ({options})")
        connection.execute("USE release")
        connection.execute("BEGIN TRANSACTION")  # one write of the log, not one for each statement
        for statement in create_types():
            connection.execute(statement)
        for name, table in TABLES.items():
            _write_table(connection, table, tables[name])
        for view in VIEWS.values():
            connection.execute(create_view(view))
            for statement in view_comments(view):
                connection.execute(statement)
        for macro in MACROS.values():
            connection.execute(create_macro(macro))
            connection.execute(macro_comment(macro))
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT release")
        connection.execute("USE memory")
        connection.execute("DETACH release")


def _write_table(connection: duckdb.DuckDBPyConnection, table: type[Table], frame: pl.DataFrame) -> None:
    connection.execute(create_table(table))
    for statement in comments(table):
        connection.execute(statement)
    columns = table.columns().values()
    values = ", ".join(f"CAST({quoted(column.name)} AS {sql_type(column)})" for column in columns)
    for rows in _batches(table, sort_by_key(table, frame)):
        connection.register("incoming", rows.to_arrow())
        connection.execute(f"INSERT INTO {quoted(table.table())} SELECT {values} FROM incoming")
        connection.unregister("incoming")


def _batches(table: type[Table], frame: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The whole frame; of a table that refers to itself each row alone, since a row must find its parent stored."""
    refers_to_itself = any(column.references == table.table() for column in table.columns().values())
    return frame.iter_slices(1) if refers_to_itself else iter([frame])


def logical_hash(path: Path) -> str:
    """SHA-256 of all that a DuckDB release holds: schema, comments, views, macros, and all rows in order of their keys.

    Two files with equal hashes hold the same release, however their bytes differ.
    """
    digest = hashlib.sha256()
    with duckdb.connect(str(path), read_only=True) as connection:
        for query in _queries(connection):
            for row in connection.execute(query).fetchall():
                digest.update(repr(row).encode())
                digest.update(b"\n")
    return digest.hexdigest()


def _queries(connection: duckdb.DuckDBPyConnection) -> list[str]:
    catalogue = [
        "SELECT type_name, labels FROM duckdb_types() WHERE NOT internal AND labels IS NOT NULL ORDER BY ALL",
        "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal ORDER BY ALL",
        "SELECT view_name, comment, sql FROM duckdb_views() WHERE NOT internal ORDER BY ALL",
        "SELECT function_name, list_sort(parameters), comment, macro_definition FROM duckdb_functions() "
        "WHERE NOT internal ORDER BY ALL",
        "SELECT table_name, column_index, column_name, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE NOT internal ORDER BY ALL",
        "SELECT table_name, constraint_text FROM duckdb_constraints() ORDER BY ALL",
    ]
    names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL").fetchall()
    return catalogue + [f"SELECT {literal(name)}, * FROM {quoted(name)} ORDER BY ALL" for (name,) in names]


def faults(path: Path, tables: Mapping[str, pl.DataFrame]) -> list[str]:
    """What is wrong with a file just written: missing rows or comments, views or macros that do not run.

    Empty when sound.
    """
    found = []
    with duckdb.connect(str(path), read_only=True) as connection:
        for name in TABLES:
            (rows,) = connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchall()[0]
            if rows != tables[name].height:
                found.append(f"{name} has {rows} rows in the database, {tables[name].height} were written")
        uncommented = (
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = ''"
        )
        for table, column in connection.execute(uncommented).fetchall():
            found.append(f"{table}.{column} has no comment")
        queries = {f"view {name}": f"SELECT * FROM {quoted(name)}" for name in VIEWS}
        queries |= {f"macro {name}": macro.example for name, macro in MACROS.items()}
        for name, query in queries.items():
            try:
                connection.execute(query).fetchall()
            except duckdb.Error as error:
                found.append(f"{name} does not run: {error}")
    return found
