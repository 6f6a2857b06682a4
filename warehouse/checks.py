"""Data checks: the queries of warehouse/checks, each of which must return no row."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from warehouse.errors import CheckFailed
from warehouse.lending import registered
from warehouse.statements import read_sql, run_sql, sql_names

SHOWN_ROWS = 5  # of each failed check, enough to see what is wrong
SLICED = frozenset({"ledger_gives_raw_text_back"})  # run for one slice of the documents at a time


def run_checks(connection: duckdb.DuckDBPyConnection, run_id: str) -> tuple[str, ...]:
    """Names of the checks that passed; raises CheckFailed when any returns a row.

    Checks over all lines or mentions look at what `run_id` loaded, so that their cost grows with
    what is new, and those of SLICED at slices of it, so that their memory does not.
    """
    names = [name.removesuffix(".sql") for name in sql_names("checks")]
    with registered(connection, {"last_run": pa.table({"run_id": [run_id]})}):
        run_sql(connection, "check_steps", "slice_documents.sql")
        found = {name: _find_rows(connection, name) for name in names}
        connection.execute("DROP TABLE IF EXISTS checked_document")
    if failures := {name: rows for name, rows in found.items() if rows}:
        raise CheckFailed(failures)
    return tuple(names)


def _find_rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple]:
    """The first rows that a check returns."""
    sql = read_sql("checks", f"{name}.sql")
    if name not in SLICED:
        return connection.execute(sql).fetchmany(SHOWN_ROWS)
    rows: list[tuple] = []
    slices = run_sql(connection, "check_steps", "list_slices.sql").fetchall()
    for (slice_no,) in slices:
        connection.execute(f"SET VARIABLE checked_slice = {slice_no}")
        rows += connection.execute(sql).fetchmany(SHOWN_ROWS - len(rows))
    return rows
