"""A shard of files, read and turned into staged rows; runs in worker processes without Prefect."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extractors.records import Rejection
from flows.defaults import DEFAULT_FINDER
from flows.document import Origin, Rows, extract_rows
from flows.staging import write_rows

READ_AGAIN = 3  # a file that changes while it is read is read again so many times


@dataclass(frozen=True, slots=True)
class ShardFile:
    """A file to read: its key and what the operating system calls it."""

    path: str
    location: bytes
    sha256: str | None = None  # as the plan found it


@dataclass(frozen=True, slots=True)
class Shard:
    """Files that one task reads, and what it needs to know about the run."""

    name: str  # number with leading zeros, for example 0003
    files: tuple[ShardFile, ...]
    staging: Path
    run_id: str
    today: date  # only to refuse dates in the future
    max_bytes: int
    finder: str = DEFAULT_FINDER  # what finds names: tagger or rules


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file, with its size, time and inode as they were when it was read."""

    path: str
    format: str | None
    rejected: Rejection | None
    sha256: str | None
    byte_count: int
    modified_ns: int
    inode: int


class FileChanging(Exception):
    """The file changed each time it was read."""


def extract_shard(shard: Shard) -> list[FileOutcome]:
    """Read every file of the shard and stage its rows; each file gets an outcome, in order."""
    rows, outcomes = Rows(), []
    for file in shard.files:
        outcomes.append(_extract_file(file, shard, rows))
    write_rows(rows.tables, shard.staging, shard.name)
    return outcomes


def _extract_file(file: ShardFile, shard: Shard, rows: Rows) -> FileOutcome:
    try:
        raw, status = _read_unchanging(file.location, shard.max_bytes)
    except OSError as error:
        return failed_outcome(file, "unreadable", f"It cannot be read: {error.strerror}.")
    except FileChanging:
        return failed_outcome(file, "changing", f"It changed {READ_AGAIN} times while it was read.")
    if len(raw) > shard.max_bytes:
        detail = f"{status.st_size / 1e6:.1f} MB; the limit is {shard.max_bytes / 1e6:g} MB."
        sha256, refused, form = file.sha256, Rejection("too_large", detail), None
    else:
        sha256 = hashlib.sha256(raw).hexdigest()
        refused, form = _stage(raw, file, shard, rows)
    return FileOutcome(
        file.path, form, refused, sha256, status.st_size, status.st_mtime_ns, status.st_ino
    )


def _stage(
    raw: bytes, file: ShardFile, shard: Shard, rows: Rows
) -> tuple[Rejection | None, str | None]:
    """Add the file's rows; a failure of our own steps costs this file only, and says so."""
    try:
        origin = Origin(file.path, shard.run_id, shard.today, shard.finder)
        found, refused, form = extract_rows(raw, origin)
    except MemoryError:
        raise
    except Exception as error:  # any fault of a parser on hostile input; kept with its detail
        return Rejection("crashed", f"{type(error).__name__}: {error}"[:500]), None
    for table, new in found.tables.items():
        rows.add(table, *new)
    return refused, form


def _read_unchanging(location: bytes, max_bytes: int) -> tuple[bytes, os.stat_result]:
    """At most max_bytes + 1 bytes of the file, and its status while it held them."""
    for _ in range(READ_AGAIN):
        with open(location, "rb") as handle:  # noqa: PTH123 - bytes names, any encoding
            before = os.fstat(handle.fileno())
            raw = handle.read(max_bytes + 1)
            after = os.fstat(handle.fileno())
        whole = len(raw) == after.st_size or len(raw) > max_bytes
        if whole and (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            return raw, after
    raise FileChanging


def failed_outcome(file: ShardFile, reason: str, detail: str) -> FileOutcome:
    """The outcome of a file that could not be read to its end."""
    return FileOutcome(file.path, None, Rejection(reason, detail), None, 0, 0, 0)


def halve_shard(shard: Shard) -> list[Shard]:
    """The shard as two, to find the file that makes a worker die or hang."""
    middle = len(shard.files) // 2
    halves = (("a", shard.files[:middle]), ("b", shard.files[middle:]))
    return [replace(shard, name=shard.name + letter, files=files) for letter, files in halves]
