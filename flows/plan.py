"""What a run has to do: the files of the corpus against those the warehouse knows.

Each file seen gets exactly one outcome, so that the counts balance:
seen = loaded + unchanged + duplicate + quarantined + vanished.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from extractors.records import Rejection
from flows.scan import FoundFile, Scan, hash_file


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A row of source_file, as the last run left it."""

    path: str
    status: str  # loaded, duplicate, quarantined, vanished
    sha256: str | None
    byte_count: int
    modified_ns: int
    inode: int
    duplicate_of: str | None  # path of the file loaded in its stead
    has_document: bool
    refused: Rejection | None = None  # why, while the status is quarantined


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file of the corpus and what is to become of it."""

    found: FoundFile
    sha256: str | None
    outcome: str  # load, unchanged, duplicate, quarantined
    duplicate_of: str | None = None  # path
    refused: Rejection | None = None
    is_news: bool = True  # False when the warehouse says so already
    is_touched: bool = False  # same bytes, another time or inode


@dataclass(frozen=True, slots=True)
class Plan:
    """The outcome of every file, sorted by path."""

    files: tuple[PlannedFile, ...]
    vanished: tuple[str, ...]
    ignored_count: int

    def having(self, outcome: str) -> list[PlannedFile]:
        """The files with this outcome."""
        return [file for file in self.files if file.outcome == outcome]

    def counts(self) -> dict[str, int]:
        """Files by planned outcome, and `seen`, their sum."""
        counts = {
            "loaded": len(self.having("load")),
            "unchanged": len(self.having("unchanged")),
            "duplicate": len(self.having("duplicate")),
            "quarantined": len(self.having("quarantined")),
            "vanished": len(self.vanished),
        }
        return {"seen": sum(counts.values()), **counts}

    @property
    def has_news(self) -> bool:
        """True when the run would change a row."""
        return bool(self.vanished) or any(file.is_news for file in self.files)


def plan_run(
    scan: Scan,
    known: Mapping[str, KnownFile],
    *,
    reprocess: bool = False,
    hash_of: Callable[[bytes], str] = hash_file,
) -> Plan:
    """Decide the outcome of every file. `reprocess`: load again what has not changed.

    Size, modification time and inode tell what to look at; the hash tells whether it changed.
    """
    hashed = [_with_hash(found, known.get(found.path), hash_of) for found in scan.files]
    originals = _originals(hashed, known)
    planned = tuple(
        _decide(file, known.get(file.found.path), originals, reprocess) for file in hashed
    )
    present = {found.path for found in scan.files}
    vanished = tuple(
        sorted(p for p, file in known.items() if p not in present and file.status != "vanished")
    )
    return Plan(planned, vanished, scan.ignored_count)


def _with_hash(
    found: FoundFile, known: KnownFile | None, hash_of: Callable[[bytes], str]
) -> PlannedFile:
    if found.refused:
        return PlannedFile(found, None, "quarantined", refused=found.refused)
    if known and known.sha256 and _stat(known) == _stat(found):
        return PlannedFile(found, known.sha256, "load")
    try:
        return PlannedFile(found, hash_of(found.location), "load")
    except OSError as error:
        refused = Rejection("unreadable", f"It cannot be read: {error.strerror}.")
        return PlannedFile(found, None, "quarantined", refused=refused)


def _stat(file: FoundFile | KnownFile) -> tuple[int, int, int]:
    return (file.byte_count, file.modified_ns, file.inode)


def _originals(hashed: list[PlannedFile], known: Mapping[str, KnownFile]) -> dict[str, str]:
    """For each content the path that stands for it: one already loaded, else the first by name."""
    paths: dict[str, list[str]] = defaultdict(list)
    for file in hashed:
        if file.sha256:
            paths[file.sha256].append(file.found.path)

    def is_loaded(path: str, sha256: str) -> bool:
        before = known.get(path)
        if before is None or before.status == "quarantined":
            return False
        return before.has_document and before.sha256 == sha256

    return {
        sha: next((path for path in same if is_loaded(path, sha)), same[0])
        for sha, same in paths.items()
    }


def _decide(
    file: PlannedFile, known: KnownFile | None, originals: Mapping[str, str], reprocess: bool
) -> PlannedFile:
    if file.refused:
        same = known is not None and known.status == "quarantined" and known.sha256 is None
        return replace(file, is_news=not same)
    same_bytes = known is not None and known.sha256 == file.sha256
    file = replace(file, is_touched=same_bytes and _stat(known) != _stat(file.found))
    if same_bytes and known.status == "quarantined" and not reprocess:
        return replace(file, outcome="quarantined", refused=known.refused, is_news=False)
    original = originals[file.sha256 or ""]
    if original != file.found.path:
        told = same_bytes and known.status == "duplicate" and known.duplicate_of == original
        return replace(file, outcome="duplicate", duplicate_of=original, is_news=not told)
    if same_bytes and known.has_document and not reprocess:
        return replace(file, outcome="unchanged", is_news=known.status != "loaded")
    return file
