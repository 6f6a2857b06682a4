"""Running the statements of warehouse/sameness and handing Arrow tables to them."""

from __future__ import annotations

from contextlib import AbstractContextManager

import duckdb
import pyarrow as pa

from warehouse import lending, statements


def run_sql(connection: duckdb.DuckDBPyConnection, step: str) -> duckdb.DuckDBPyConnection:
    """Execute warehouse/sameness/STEP.sql; the result of its last statement can be fetched."""
    return statements.run_sql(connection, "sameness", f"{step}.sql")


def mint_ids(connection: duckdb.DuckDBPyConnection, subject: str, run_id: str | None) -> None:
    """Give ids to the clusters of fresh_member: see warehouse/sameness/mint_ids.sql."""
    connection.execute("SET VARIABLE subject = $subject", {"subject": subject})
    connection.execute("SET VARIABLE run_id = $run_id", {"run_id": run_id})
    run_sql(connection, "mint_ids")


def registered(
    connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table
) -> AbstractContextManager[None]:
    """An Arrow table that statements see under `name` inside the block."""
    return lending.registered(connection, {name: rows})
