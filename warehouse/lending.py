"""Arrow tables that statements see under a name, for as long as a block lasts.

Inside a transaction DuckDB keeps whatever was registered until the transaction ends, long after it
was unregistered. A run is one transaction: what it registers is lent, and taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb
import pyarrow as pa


class LentTable:
    """Gives the rows of a table to each scan until it is taken back (Arrow PyCapsule interface)."""

    def __init__(self, rows: pa.Table) -> None:
        self._rows: pa.Table | None = rows

    def __arrow_c_schema__(self) -> object:
        return self._rows.schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._rows.__arrow_c_stream__(requested_schema)

    def take_back(self) -> None:
        """From now on nothing holds the rows, and no scan is possible."""
        self._rows = None


@contextmanager
def registered(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]
) -> Iterator[None]:
    """Arrow tables that SQL can name inside the block; behind it nothing holds them.

    After an error the transaction is over and the names cannot be taken back; closing the
    connection does that, and the error itself is what the caller gets to see.
    """
    lent = {name: LentTable(rows) for name, rows in tables.items()}
    try:
        for name, table in lent.items():
            connection.register(name, table)
        yield
        for name in lent:
            connection.unregister(name)
    finally:
        for table in lent.values():
            table.take_back()
