"""The copy of the store that analysts open: what it is, and how it is put in place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.errors import StoreBusy, StoreRefused
from warehouse.statements import read_sql
from warehouse.storage.machine_faults import find_machine_fault

LOCKED = "Conflicting lock"  # DuckDB's words when another process has a database open


def is_warehouse(path: Path) -> bool:
    """True when the file is a DuckDB database that newsmill made.

    Raises StoreBusy when another program has it open for writing, and StoreRefused when it may
    not be read.
    """
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            connection.execute(read_sql("state", "is_warehouse.sql"))
            return True
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        if LOCKED in reason:
            raise StoreBusy(
                f"{path.name} is open for writing in another program; close it there and run "
                f"again. {reason}"
            ) from None
        if find_machine_fault(error):
            raise StoreRefused(f"{path} cannot be read: {reason}.") from None
        return False


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that the target is the old one or the new one, never a part of it."""
    fresh = target.with_name(f".{target.name}.fresh")
    try:
        shutil.copyfile(source, fresh)
        with fresh.open("rb") as handle:
            os.fsync(handle.fileno())
        fresh.replace(target)
    finally:  # on a full disk a part of it would keep others from what room there is
        fresh.unlink(missing_ok=True)


def log_of(database: Path) -> Path:
    """Where DuckDB keeps what is not yet in the file; beside another file it cannot be opened."""
    return database.with_name(database.name + ".wal")


def stamp_of(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"
