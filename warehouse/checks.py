"""Data checks: the queries of warehouse/checks, each of which must return no row."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from warehouse.errors import CheckFailed
from warehouse.load import registered
from warehouse.statements import read_sql, sql_names

SHOWN_ROWS = 5  # of each failed check, enough to see what is wrong


def run_checks(connection: duckdb.DuckDBPyConnection, run_id: str) -> tuple[str, ...]:
    """Names of the checks that passed; raises CheckFailed when any returns a row.

    Checks over all lines or mentions look at what `run_id` loaded, so that their cost grows with
    what is new.
    """
    passed, failures = [], {}
    with registered(connection, {"last_run": pa.table({"run_id": [run_id]})}):
        for name in sql_names("checks"):
            rows = connection.execute(read_sql("checks", name)).fetchmany(SHOWN_ROWS)
            if rows:
                failures[name.removesuffix(".sql")] = rows
            passed.append(name.removesuffix(".sql"))
    if failures:
        raise CheckFailed(failures)
    return tuple(passed)
