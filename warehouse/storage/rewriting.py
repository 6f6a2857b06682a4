"""A database written anew, so that its file holds nothing that was deleted from it.

DuckDB only marks what is deleted: the bytes stay in the file until something else is written over
them, which may be never. A copy made table by table has none of them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import duckdb


def rewrite(database: Path, settings: Mapping[str, str]) -> None:
    """Replace the database by a copy of what stands in its tables; nobody may have it open.

    Tables, views, macros, comments and the order of rows stay. `settings`: with which the database
    is opened, storage_compatibility_version among them. Needs room for a second file as large;
    raises duckdb.Error or OSError where there is none, and then leaves all as it was.
    """
    fresh = database.with_name(f".{database.name}.rewritten")
    version = settings["storage_compatibility_version"]
    fresh.unlink(missing_ok=True)  # of one that was killed
    try:
        with duckdb.connect(str(database), config=dict(settings)) as connection:
            connection.execute("SET enable_progress_bar = false")
            ((name,),) = connection.execute("SELECT current_database()").fetchall()
            where = str(fresh).replace("'", "''")
            connection.execute(f"ATTACH '{where}' AS rewritten (STORAGE_VERSION '{version}')")
            connection.execute(f'COPY FROM DATABASE "{name}" TO rewritten')
            connection.execute("DETACH rewritten")
        with fresh.open("rb") as handle:
            os.fsync(handle.fileno())
        fresh.replace(database)
    finally:
        fresh.unlink(missing_ok=True)
