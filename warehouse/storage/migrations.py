"""Schema changes: numbered .sql files in warehouse/schema, each applied once and in order."""

from __future__ import annotations

from contextlib import suppress

import duckdb

from warehouse.errors import StoreOfOther
from warehouse.statements import read_sql, sql_names

LEDGER = """
CREATE TABLE migration (name VARCHAR);
COMMENT ON TABLE migration IS 'Schema changes that were applied to this database.';
COMMENT ON COLUMN migration.name IS 'Name of the file in warehouse/schema.';
"""


def migrate(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Apply the schema files that the database has not seen yet; returns their names.

    All of them are applied, or none: the whole change is one transaction. Raises StoreOfOther for
    a database with changes that this version does not know, or on which its own are no use.
    """
    without_ledger = is_new(connection)  # asked before: what fails ends a transaction
    connection.execute("BEGIN")
    try:
        if without_ledger:
            connection.execute(LEDGER)  # only then: opening a store must not write to it
        applied = {name for (name,) in connection.execute("FROM migration").fetchall()}
        names = sql_names("schema")
        if unknown := sorted(applied.difference(names)):
            raise StoreOfOther(f"it has the change {unknown[-1]}")
        fresh = [name for name in names if name not in applied]
        for name in fresh:
            connection.execute(read_sql("schema", name))
            connection.execute("INSERT INTO migration VALUES (?)", [name])
        connection.execute("COMMIT")
    except (duckdb.Error, StoreOfOther) as error:
        with suppress(duckdb.Error):  # a COMMIT that failed has rolled back, and is what to tell
            connection.execute("ROLLBACK")
        if isinstance(error, (duckdb.CatalogException, duckdb.BinderException)):
            raise StoreOfOther(str(error).splitlines()[0]) from error
        raise
    return fresh


def is_new(connection: duckdb.DuckDBPyConnection) -> bool:
    """True for a database without any schema change of newsmill."""
    try:
        connection.execute(read_sql("state", "is_new.sql"))
    except duckdb.CatalogException:
        return True
    return False
