"""Empty warehouses to copy: a new database gets its schema at a fifth of the price.

That the copy holds what the migrations make is a test of its own
(tests/warehouse/storage/test_schema.py); that a run into a copied store gives what one into a new
store gives is another (tests/flows/ingest/test_samples.py). The databases of tests work with one
thread, a fifth less computing where tables are small, and stores have blocks of 16 kB: a run of
five files writes 1 MB instead of 14.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb
import pytest

from warehouse.marts import build_marts
from warehouse.search import update_search
from warehouse.storage import opening
from warehouse.storage.migrations import migrate

SMALL_BLOCKS = {"default_block_size": 16384}
open_real_store = opening.open_store


@cache
def folder() -> Path:
    """Where the templates lie; gone after the session."""
    return Path(tempfile.mkdtemp(prefix="newsmill-blank-"))


@cache
def template() -> Path:
    """A database file that was migrated once."""
    path = folder() / "blank.duckdb"
    with duckdb.connect(str(path)) as connection:
        migrate(connection)
    return path


@cache
def store_template() -> Path:
    """A store as a run without a file would leave it: its marts are there, and empty."""
    path = folder() / "store.duckdb"
    with duckdb.connect(str(path), config=opening.SETTINGS | SMALL_BLOCKS) as connection:
        copy_schema(connection)
        update_search(connection)
        build_marts(connection)
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


def open_store(path: Path, published: Path) -> duckdb.DuckDBPyConnection:
    """What warehouse.storage.opening.open_store does; a new store is a copied one."""
    if not path.exists() and not published.exists():
        shutil.copyfile(store_template(), path)
    connection = open_real_store(path, published)
    connection.execute("SET threads = 1")
    return connection


@contextmanager
def quick_schema() -> Iterator[None]:
    """Inside the block new databases are copied instead of migrated."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warehouse.storage.memory.migrate", copy_schema)
        patch.setattr("warehouse.storage.store.open_store", open_store)
        yield


def remove_templates() -> None:
    """Delete the files, if any was made."""
    if folder.cache_info().currsize:
        shutil.rmtree(folder())
        for made in (folder, template, store_template):
            made.cache_clear()
