"""A database in memory with the schema of the warehouse, for the filters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from warehouse.statements import read_sql
from warehouse.storage.migrations import migrate


@contextmanager
def open_in_memory() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse that lives as long as the block."""
    connection = duckdb.connect(":memory:")
    try:
        connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        migrate(connection)
        yield connection
    finally:
        connection.close()


def groups_and_stories(
    connection: duckdb.DuckDBPyConnection,
) -> dict[str, tuple[str, str, str]]:
    """(duplicate_group_id, canonical article_id, story_id) by article_id."""
    rows = connection.execute(read_sql("questions", "groups_and_stories.sql")).fetchall()
    return {article_id: tuple(rest) for article_id, *rest in rows}


def entity_names(connection: duckdb.DuckDBPyConnection) -> dict[str, list[dict[str, object]]]:
    """The mentions of each text in order, with the id and name of their entities."""
    found: dict[str, list[dict[str, object]]] = {}
    cursor = connection.execute(read_sql("questions", "entity_names.sql"))
    columns = [column[0] for column in cursor.description][1:]
    for article_id, *values in cursor.fetchall():
        found.setdefault(article_id, []).append(dict(zip(columns, values, strict=True)))
    return found
