"""What became of one file that was read: records of their own, light to import."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from extractors.records import Rejection


@dataclass(slots=True)
class Found:
    """What lay in one file: document_count = article_count + len(refused)."""

    format: str | None = None
    document_count: int = 0
    article_count: int = 0
    staged_count: int = 0  # documents with rows, those without a body included
    refused: list[tuple[str, Rejection]] = field(default_factory=list)  # with their places
    is_container: bool = False  # documents have places of their own
    kept_ids: list[str] = field(default_factory=list)  # documents that are as they are stored

    def count(self, place: str, staged_count: int, refused: Rejection | None) -> None:
        """Count one more document, refused or an article."""
        self.document_count += 1
        self.is_container |= place != ""
        self.staged_count += staged_count
        if refused:
            self.refused.append((place, refused))
        else:
            self.article_count += 1

    def keep(self, document_id: str) -> None:
        """Count one more document, an article that is stored as it was read now."""
        self.document_count += 1
        self.article_count += 1
        self.is_container = True
        self.kept_ids.append(document_id)

    def rejection(self) -> Rejection | None:
        """Why the file gives no article; None when it does."""
        if self.article_count:
            return None
        if not self.is_container:
            return self.refused[0][1]
        reasons = Counter(rejection.reason for _, rejection in self.refused).most_common()
        if [reason for reason, _ in reasons] == ["forgotten"]:
            return self.refused[0][1]
        told = ", ".join(f"{count:,} {reason}" for reason, count in reasons)
        count = f"{self.document_count:,}"
        return Rejection("no_documents", f"None of {count} documents became an article: {told}.")


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file, with its size, time and inode as they were when it was read."""

    path: str
    format: str | None
    rejected: Rejection | None  # of the whole file: nothing in it became an article
    sha256: str | None
    byte_count: int
    modified_ns: int  # 0 when it could not be read
    inode: int
    found: Found = field(default_factory=Found)
    is_gone: bool = False  # it went away before it was read

    def settled(self) -> FileOutcome:
        """With the refusal of the whole file, when what was found in it has been counted."""
        if self.is_gone or self.rejected is not None:
            return self
        return replace(self, rejected=self.found.rejection())
