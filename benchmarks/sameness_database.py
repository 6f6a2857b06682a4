"""A database for measuring sameness: schema, articles with their fingerprints, results."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from extractors.copies.fingerprints import fingerprint_rows
from flows.documents.rows import fingerprint_article
from flows.documents.staging import arrow_table
from warehouse.sameness import update_near_duplicates, update_stories
from warehouse.storage.migrations import migrate

BLOCK = 10_000


def open_database(path: Path | None = None) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(
        str(path) if path else ":memory:", config={"memory_limit": "1GB", "threads": 2}
    )
    migrate(connection)
    return connection


def read_fingerprints(rows: list[dict], persons: bool) -> list[dict[str, object]]:
    """The rows of fingerprint; with the persons that rules find where stories need them."""
    if persons:
        return [fingerprint_article(row["id"], None, row["text"], None) for row in rows]
    found = fingerprint_rows([row["id"] for row in rows], [row["text"] for row in rows])
    return [{**row, "persons": []} for row in found]


def load_rows(connection: duckdb.DuckDBPyConnection, rows: list[dict], persons: bool) -> None:
    """Rows with id and text into article and fingerprint."""
    for first in range(0, len(rows), BLOCK):
        block = rows[first : first + BLOCK]
        tables = {
            "article": pa.table(
                {"article_id": [row["id"] for row in block], "text": [row["text"] for row in block]}
            ),
            "fingerprint": arrow_table("fingerprint", read_fingerprints(block, persons)),
        }
        for table, arrow in tables.items():
            connection.register("rows", arrow)
            connection.execute(f"INSERT INTO {table} BY NAME FROM rows")
            connection.unregister("rows")


def add_articles(
    connection: duckdb.DuckDBPyConnection, rows: list[dict], stories: bool = True
) -> None:
    """Load articles and bring groups, and stories where wanted, up to date."""
    connection.execute("BEGIN")
    load_rows(connection, rows, persons=stories)
    names = [row["id"] for row in rows]
    update_near_duplicates(connection, names, [])
    if stories:
        update_stories(connection, names, [])
    connection.execute("COMMIT")


def read_groups(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = connection.execute("SELECT article_id, duplicate_group_id FROM duplicate_group")
    return dict(rows.fetchall())


def read_stories(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("SELECT article_id, story_id FROM story_article").fetchall())
