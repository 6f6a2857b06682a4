"""Opening the working store: from the published copy when it is gone, with the newest schema."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.errors import (
    NotAWarehouse,
    StoreBusy,
    StoreOfOther,
    StoreRefused,
    StoreUnreadable,
)
from warehouse.storage.machine_faults import find_machine_fault, mend_of
from warehouse.storage.migrations import migrate
from warehouse.storage.published_copy import LOCKED, copy_whole, is_warehouse, log_of

MEMORY_LIMIT = "1GB"  # DuckDB spills to disk beyond it; a run of 10,000 files stays below 1.5 GiB
SETTINGS = {
    "memory_limit": MEMORY_LIMIT,
    "storage_compatibility_version": "v1.4.0",  # other tools lag behind; read with 1.5.6
}


def open_store(path: Path, published: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the store, whose schema may be an older one.

    A store that was deleted comes back from the published copy, which holds the same.
    """
    if not path.exists() and published.exists():
        _bring_back(path, published)
    try:
        return duckdb.connect(str(path), config=SETTINGS)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        if LOCKED in reason:
            raise StoreBusy(f"{path} is open in another program: {reason}") from None
        if find_machine_fault(error):
            raise StoreRefused(
                f"{path} cannot be opened: {reason}. Nothing in it is lost: "
                f"{mend_of(error)} and run again."
            ) from None
        raise unreadable(path, published, error) from None


def prepare(connection: duckdb.DuckDBPyConnection, path: Path, published: Path) -> None:
    """Set what every connection needs and bring the schema of the store up to date."""
    connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
    try:
        migrate(connection)
    except StoreOfOther as error:
        raise StoreOfOther(
            f"{path} is of a version of newsmill that this one cannot follow ({error}). "
            "Go back to that version, or make a new warehouse from the corpus: move "
            f"{published.name} and {path.parent} away and run again."
        ) from None


def unreadable(path: Path, published: Path, error: duckdb.Error) -> StoreUnreadable:
    """What to raise for a store that is damaged."""
    return StoreUnreadable(
        f"{path} cannot be read: {str(error).splitlines()[0]}. Delete it and run again: it is "
        f"made again from {published.name}, as it was published last."
    )


def _bring_back(path: Path, published: Path) -> None:
    if not is_warehouse(published):
        raise NotAWarehouse(
            f"{published.name} exists and is not a newsmill warehouse. "
            "Name another file with --warehouse."
        )
    log_of(path).unlink(missing_ok=True)
    copy_whole(published, path)
