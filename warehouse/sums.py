"""Figures about the warehouse, for the report of a run."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from warehouse.load import registered
from warehouse.statements import read_sql


def table_sums(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows that people ask for first: article, story, duplicate, entity, mention."""
    return dict(connection.execute(read_sql("state", "table_sums.sql")).fetchall())


def removed_lines(connection: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, int]:
    """Lines that this run took out of bodies, by category; titles are not counted."""
    with registered(connection, {"this_run": pa.table({"run_id": [run_id]})}):
        return dict(connection.execute(read_sql("state", "removed_lines.sql")).fetchall())


def open_rejections(connection: duckdb.DuckDBPyConnection) -> tuple[dict[str, str], ...]:
    """Every rejection in force: path, place, reason, detail."""
    rows = connection.execute(read_sql("state", "open_rejections.sql")).fetchall()
    names = ("path", "place", "reason", "detail")
    return tuple(dict(zip(names, row, strict=True)) for row in rows)
