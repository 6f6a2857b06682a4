"""The SQL of the warehouse, read from the .sql files that ship beside the code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import duckdb

_parsed: dict[str, list[duckdb.Statement]] = {}


@cache
def read_sql(*path: str) -> str:
    """Text of a .sql file below warehouse/, for example `read_sql("load", "line.sql")`."""
    return files("warehouse").joinpath(*path).read_text(encoding="utf-8")


def sql_names(folder: str) -> list[str]:
    """Names of the .sql files in a folder below warehouse/, sorted."""
    found = files("warehouse").joinpath(folder).iterdir()
    return sorted(entry.name for entry in found if entry.name.endswith(".sql"))


def run_sql(connection: duckdb.DuckDBPyConnection, *path: str) -> duckdb.DuckDBPyConnection:
    """Run the statements of a .sql file; the result of the last one can be fetched."""
    return run_text(connection, read_sql(*path))


def count_rows(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Rows of a table."""
    sql = read_sql("state", "count_rows.sql")
    return connection.execute(sql, {"name": table}).fetchone()[0]


def run_text(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.DuckDBPyConnection:
    """Run the statements of a text that comes again, for each slice or each run of a process.

    It is parsed once: where tables are small, parsing takes a sixth of the time.
    """
    if sql not in _parsed:
        _parsed[sql] = connection.extract_statements(sql)
    for statement in _parsed[sql]:
        connection.execute(statement)
    return connection
