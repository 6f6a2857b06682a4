"""An empty warehouse to copy: a new database gets its schema at a fifth of the price.

That the copy holds what the migrations make is a test of its own
(tests/warehouse/storage/test_schema.py). The databases of tests work with one thread: a fifth less
computing where tables are small.
"""

import shutil
import tempfile
from functools import cache
from pathlib import Path

import duckdb

from warehouse.storage.migrations import is_new, migrate


@cache
def template() -> Path:
    """A database file that was migrated once; gone after the session."""
    path = Path(tempfile.mkdtemp(prefix="newsmill-blank-")) / "blank.duckdb"
    with duckdb.connect(str(path)) as connection:
        migrate(connection)
    return path


def copy_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """What `migrate` does to a new database."""
    copy_database(connection, template())


def copy_database(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Schema and rows of a file into an empty database."""
    connection.execute("SET threads = 1")
    ((name,),) = connection.execute("SELECT current_database()").fetchall()
    connection.execute(f"ATTACH '{path}' AS blank (READ_ONLY)")
    connection.execute(f'COPY FROM DATABASE blank TO "{name}"; DETACH blank')


def make_blank(path: Path) -> None:
    """A file that is a warehouse without a row."""
    shutil.copyfile(template(), path)


def bring_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    """What `migrate` does to the database of a store, which may be new."""
    if is_new(connection):
        copy_schema(connection)
    else:
        connection.execute("SET threads = 1")
        migrate(connection)


def remove_template() -> None:
    """Delete the file, if it was made."""
    if template.cache_info().currsize:
        shutil.rmtree(template().parent)
        template.cache_clear()
