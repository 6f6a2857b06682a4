"""An empty warehouse to copy: databases in memory get its schema at a fifth of the price.

That the copy holds what the migrations make is a test of its own (tests/warehouse/test_schema.py).
"""

import shutil
import tempfile
from functools import cache
from pathlib import Path

import duckdb

from warehouse.migrations import migrate


@cache
def template() -> Path:
    """A database file that was migrated once; gone after the session."""
    path = Path(tempfile.mkdtemp(prefix="newsmill-blank-")) / "blank.duckdb"
    with duckdb.connect(str(path)) as connection:
        migrate(connection)
    return path


def copy_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """What `migrate` does to a new database."""
    ((name,),) = connection.execute("SELECT current_database()").fetchall()
    connection.execute(f"ATTACH '{template()}' AS blank (READ_ONLY)")
    connection.execute(f'COPY FROM DATABASE blank TO "{name}"; DETACH blank')


def remove_template() -> None:
    """Delete the file, if it was made."""
    if template.cache_info().currsize:
        shutil.rmtree(template().parent)
        template.cache_clear()
