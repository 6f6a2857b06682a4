"""Faults of the machine in what DuckDB and the operating system say, and what mends them."""

from __future__ import annotations

import errno
import os

import duckdb

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.ENOMEM)
DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
OTHERS = (errno.EIO, errno.EMFILE, errno.ENFILE)
MENDS = dict.fromkeys(NO_ROOM, "make room") | dict.fromkeys(DENIED, "allow it")

DAMAGED = ("Could not read enough bytes", "Corrupt database file")  # in DuckDB's own words


def find_machine_fault(error: Exception) -> int | None:
    """Number of the fault (errno) that says nothing about the data; None for any other error.

    DuckDB passes faults on in the words of the operating system.
    """
    if isinstance(error, OSError):
        return error.errno
    if isinstance(error, duckdb.OutOfMemoryException):
        return errno.ENOMEM
    told = str(error)
    return next((n for n in (*NO_ROOM, *DENIED, *OTHERS) if os.strerror(n) in told), None)


def is_damage(error: duckdb.Error) -> bool:
    """True when a database file is cut off, or its bytes are not those that were written."""
    return any(words in str(error) for words in DAMAGED)


def mend_of(error: Exception) -> str:
    """What a person is to do about a fault of the machine, as the beginning of a sentence."""
    return MENDS.get(find_machine_fault(error) or 0, "mend that")
