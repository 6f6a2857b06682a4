"""Ranked full-text search, kept up to date inside the database: FROM search('words').

No extension of DuckDB is needed: words and where they stand are three tables, the ranking is a
macro (warehouse/search/macros.sql). Only articles that are new, changed or gone are touched.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import duckdb

from warehouse.statements import read_sql, run_sql, sql_names

BATCH_ARTICLES = 10_000  # their words stand in memory together: some 0.2 GB for usual articles


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What an update did, as counts of articles."""

    new_count: int  # made searchable: new or changed
    gone_count: int  # forgotten: gone or changed


def update_search(connection: duckdb.DuckDBPyConnection) -> SearchReport:
    """Make what stands in article searchable, and nothing else.

    Call it inside the run's transaction, when new and changed articles stand in the table and
    those of removed files are gone. Finds by itself what has changed since the last call.
    """
    _forget_other_versions(connection)
    _run(connection, "find_stale")
    gone, new, first = _run(connection, "count_changes").fetchone()
    if gone:
        _run(connection, "forget")
    for batch in range(first, first + new, BATCH_ARTICLES):
        numbers = {"first_no": batch, "last_no": min(batch + BATCH_ARTICLES, first + new) - 1}
        _run(connection, "read_batch", numbers)
        _run(connection, "store_batch", numbers)
    if gone:
        _run(connection, "prune")
    _run(connection, "close")
    return SearchReport(new, gone)


def digest_search() -> str:
    """Digest of the SQL that says what a word is: 16 hexadecimal digits of BLAKE2b."""
    texts = "\0".join(read_sql("search", name) for name in sql_names("search"))
    return hashlib.blake2b(texts.encode(), digest_size=8).hexdigest()


def _forget_other_versions(connection: duckdb.DuckDBPyConnection) -> None:
    digest = digest_search()
    if _run(connection, "read_version").fetchall() != [(digest,)]:
        _run(connection, "macros")
        _run(connection, "forget_all", {"sql_digest": digest})


def _run(
    connection: duckdb.DuckDBPyConnection, step: str, values: dict[str, object] | None = None
) -> duckdb.DuckDBPyConnection:
    name = f"{step}.sql"
    if values:
        return connection.execute(read_sql("search", name), values)
    return run_sql(connection, "search", name)
