"""Shards: files that one task reads. Light to import, as each worker process does so first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extractors.parts import WHOLE, Part
from extractors.reasons import RETRIED
from extractors.records import Metadatum, Rejection
from flows.defaults import DEFAULT_FINDER
from flows.documents.file_outcome import FileOutcome


@dataclass(frozen=True, slots=True)
class ShardFile:
    """A file to read: its key and what the operating system calls it."""

    path: str
    location: bytes
    sha256: str | None = None  # as the plan found it
    stated: tuple[Metadatum, ...] = ()  # by sidecars
    id_path: str | None = None  # what ids are computed from; None: its path
    known: frozenset[str] = frozenset()  # marks of documents in it: see flows.documents.known


@dataclass(frozen=True, slots=True)
class Shard:
    """Files that one task reads, and what it needs to know about the run."""

    name: str  # number with leading zeros, for example 00003
    files: tuple[ShardFile, ...]
    staging: Path
    run_id: str
    today: date  # only to refuse dates in the future
    max_bytes: int
    finder: str = DEFAULT_FINDER  # what finds names: see flows.documents.finders
    fast: bool = False  # web pages are read in bulk
    one_by_one: bool = False  # documents are cleaned by themselves, to see which one does harm
    # places in its only file whose documents made a process die or hang, and so are refused
    skipped: tuple[tuple[str, Rejection], ...] = ()
    part: Part = WHOLE  # of its only file; others read the rest
    forgotten: frozenset[str] = frozenset()  # marks of documents that must not come back


def failed_outcome(file: ShardFile, reason: str, detail: str) -> FileOutcome:
    """The outcome of a file that could not be read to its end.

    Without a hash the next run tries again, so only a file that made its process fail keeps it.
    """
    sha256 = None if reason in RETRIED else file.sha256
    return FileOutcome(file.path, None, Rejection(reason, detail), sha256, 0, 0, 0)


def halve_shard(shard: Shard) -> list[Shard]:
    """The shard as two, to find the file that makes a worker die or hang."""
    middle = len(shard.files) // 2
    halves = (("a", shard.files[:middle]), ("b", shard.files[middle:]))
    return [replace(shard, name=shard.name + letter, files=files) for letter, files in halves]
