"""What a run has to do: the files of the corpus against those the warehouse knows.

Each file seen gets exactly one outcome, so that the counts balance:
seen = loaded + unchanged + duplicate + quarantined + vanished.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.records import Rejection
from flows.planning.scan import FoundFile
from flows.planning.sidecars import Stated


class KnownFile(NamedTuple):
    """A row of source_file, as the last run left it."""

    path: str
    status: str  # loaded, duplicate, quarantined, vanished
    sha256: str | None
    byte_count: int
    modified_ns: int
    inode: int
    duplicate_of: str | None  # path of the file loaded in its stead
    has_document: bool  # at least one article
    reason: str | None = None  # why the whole file was refused, when it was
    detail: str | None = None
    sidecar_sha256: str | None = None  # of what sidecars state about it
    id_path: str | None = None  # what its ids are computed from; None: its path

    @property
    def refused(self) -> Rejection | None:
        """The refusal that is in force for the whole file."""
        return Rejection(self.reason, self.detail) if self.reason else None

    def looks_like(self, found: FoundFile) -> bool:
        """True when size, time and inode are those of the file: it need not be read to know it."""
        return (
            self.byte_count == found.byte_count
            and self.modified_ns == found.modified_ns
            and self.inode == found.inode
        )


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
    is_known: bool = False  # the last run saw it
    is_same: bool = False  # the bytes are those of which the warehouse has the rows
    stated: Stated | None = None  # by sidecars

    @property
    def sidecar_sha256(self) -> str | None:
        """Hash of what sidecars state about it."""
        return self.stated.sha256 if self.stated else None


@dataclass(frozen=True, slots=True)
class Plan:
    """The outcome of every file: of the decided ones by name, of the others as counts."""

    files: tuple[PlannedFile, ...]  # sorted by path
    vanished: tuple[str, ...]
    ignored_count: int
    still: Mapping[str, int] = field(default_factory=dict)  # as they were: files by outcome
    sidecar_count: int = 0
    id_paths: Mapping[str, str] = field(default_factory=dict)  # where they differ from the paths
    forgotten: frozenset[str] = frozenset()  # marks of documents that must not come back

    def having(self, outcome: str) -> list[PlannedFile]:
        """The decided files with this outcome."""
        return [file for file in self.files if file.outcome == outcome]

    def id_path(self, path: str) -> str:
        """What the ids of the file at this path are computed from."""
        return self.id_paths.get(path, path)

    def counts(self) -> dict[str, int]:
        """Files by planned outcome, and `seen`, their sum."""
        planned = Counter(self.still) + Counter(file.outcome for file in self.files)
        counts = {
            "loaded": planned["load"],
            "unchanged": planned["unchanged"],
            "duplicate": planned["duplicate"],
            "quarantined": planned["quarantined"],
            "vanished": len(self.vanished),
        }
        return {"seen": sum(counts.values()), **counts}

    @property
    def has_news(self) -> bool:
        """True when the run would change a row."""
        return bool(self.vanished) or any(file.is_news for file in self.files)
