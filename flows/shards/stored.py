"""Stored documents as they were read, so that they can be cleaned again without their files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from extractors.readers import Piece
from extractors.records import CleanText, Metadatum, Rejection
from flows.defaults import DEFAULT_FINDER
from flows.documents.batches import clean_pieces
from flows.documents.document import extract_piece
from flows.documents.origin import Origin
from flows.documents.page_packing import unpack_reading
from flows.documents.staging import Staging
from flows.faults import blame_machine
from flows.ids import source_file_id

READ_TOGETHER = 32  # documents that are cleaned at once, whatever their length


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A row of document with its raw text."""

    document_id: str
    path: str  # of its file, below the corpus
    place: str
    text: str
    format: str
    encoding: str | None
    byte_order_mark: bool
    odd_bytes: tuple[tuple[int, int], ...]
    reading: str | None  # as pack_reading made it
    recurring: frozenset[int] = frozenset()  # lines that source memory takes out
    id_path: str | None = None  # what ids are computed from; None: the path

    @classmethod
    def from_row(cls, row: Mapping[str, object]) -> StoredDocument:
        """From a row of warehouse.replay.read_documents."""
        values = {field.name: row[field.name] for field in fields(cls) if field.name in row}
        values["text"] = "".join(row["texts"])
        values["odd_bytes"] = tuple((o["char_offset"], o["byte"]) for o in row["odd_bytes"])
        values["recurring"] = frozenset(
            number for number, v in enumerate(row["verdicts"]) if v["rule"] == "source_memory"
        )
        return cls(**values)

    def read(self) -> tuple[Piece, tuple[Metadatum, ...]]:
        """The document as its reader gave it, and what sidecars stated then."""
        page, stated = unpack_reading(self.text, self.format, self.reading)
        page = replace(page, recurring=self.recurring)
        odd = (self.byte_order_mark, self.odd_bytes)
        return Piece(self.place, page, self.encoding, *odd), stated


@dataclass(frozen=True, slots=True)
class StoredShard:
    """Stored documents that one task cleans again; `files` as in a shard of files."""

    name: str
    files: tuple[StoredDocument, ...]
    staging: Path
    run_id: str
    today: date
    finder: str = DEFAULT_FINDER
    keeps_refused: bool = False  # a document that would be refused now stays as it was


@dataclass(frozen=True, slots=True)
class DocumentOutcome:
    """What became of one stored document."""

    document_id: str
    source_file_id: str
    path: str
    place: str
    refused: Rejection | None = None  # nothing of its body is left
    failed: Rejection | None = None  # it could not be cleaned, and stays as it was

    def row(self) -> dict[str, str | None]:
        """As warehouse.replay.settle_replayed takes it."""
        return {
            "document_id": self.document_id,
            "source_file_id": self.source_file_id,
            "place": self.place,
            "reason": self.refused.reason if self.refused else None,
            "detail": self.refused.detail if self.refused else None,
        }


def clean_shard(shard: StoredShard) -> list[DocumentOutcome]:
    """Clean every document of the shard and stage its rows; each gets an outcome, in order."""
    staging = Staging(shard.staging, shard.name)
    outcomes = []
    for first in range(0, len(shard.files), READ_TOGETHER):
        documents = shard.files[first : first + READ_TOGETHER]
        read = [document.read() for document in documents]
        cleaned = clean_pieces([piece for piece, _ in read])
        for document, (piece, stated), clean_text in zip(documents, read, cleaned, strict=True):
            origin = Origin(
                document.path,
                shard.run_id,
                shard.today,
                shard.finder,
                stated=stated,
                id_path=document.id_path,
            )
            outcomes.append(_stage(document, piece, origin, clean_text, shard, staging))
    staging.commit()
    return outcomes


def _stage(
    document: StoredDocument,
    piece: Piece,
    origin: Origin,
    cleaned: CleanText | None,
    shard: StoredShard,
    staging: Staging,
) -> DocumentOutcome:
    try:
        rows, refused = extract_piece(piece, origin, cleaned)
    except MemoryError:
        raise
    except Exception as error:  # any fault of a step on hostile input; kept with its detail
        blame_machine(error)
        return failed_document(document, "crashed", f"{type(error).__name__}: {error}"[:500])
    if refused and shard.keeps_refused:
        return failed_document(document, refused.reason, refused.detail)
    staging.add(rows.tables)
    return _outcome(document, refused=refused)


def failed_document(document: StoredDocument, reason: str, detail: str) -> DocumentOutcome:
    """The outcome of a document that made its process fail."""
    return _outcome(document, failed=Rejection(reason, detail))


def _outcome(document: StoredDocument, **found: Rejection | None) -> DocumentOutcome:
    file_id = source_file_id(document.id_path or document.path)
    return DocumentOutcome(document.document_id, file_id, document.path, document.place, **found)
