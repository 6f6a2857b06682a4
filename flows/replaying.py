"""Stored documents on their way to be cleaned again, and what that would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from extractors.cleaning import CLEANER_VERSION
from extractors.records import CleanText
from flows.defaults import DEFAULT_FINDER, FILES_PER_SHARD
from flows.documents.batches import clean_pieces
from flows.settings import ReplayParameters
from flows.shards.stored import StoredDocument, StoredShard
from warehouse.replay import ChosenDocument, Selection, read_documents

SHARD_CHARACTERS = 2_000_000  # of raw text
ROUND_SHARDS = 8  # read from the store together: their texts stand in memory


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that gets another verdict or category."""

    path: str
    place: str
    document_id: str
    line_no: int
    former_verdict: str
    former_category: str | None
    verdict: str
    category: str | None
    rule: str
    score: float
    text: str


def selection(parameters: ReplayParameters) -> Selection:
    """Which stored documents the parameters mean."""
    version = CLEANER_VERSION if parameters.stale else None
    return Selection(parameters.targets, parameters.outlet, version)


def cut(chosen: Iterable[ChosenDocument]) -> Iterator[list[ChosenDocument]]:
    """Documents in parts of at most FILES_PER_SHARD and SHARD_CHARACTERS, or one that has more."""
    part: list[ChosenDocument] = []
    characters = 0
    for document in chosen:
        full = len(part) == FILES_PER_SHARD or characters + document.char_count > SHARD_CHARACTERS
        if part and full:
            yield part
            part, characters = [], 0
        part.append(document)
        characters += document.char_count
    if part:
        yield part


def stored_rounds(
    connection: duckdb.DuckDBPyConnection,
    chosen: list[ChosenDocument],
    staging: Path,
    run_id: str,
    today: date,
    finder: str = DEFAULT_FINDER,
    recurring: Mapping[str, frozenset[int]] | None = None,
) -> Iterator[list[StoredShard]]:
    """Shards of stored documents, read from the store ROUND_SHARDS at a time.

    `recurring` are the lines that source memory takes out now, by document_id. With them, a
    document that would be refused stays as it was.
    """
    parts = list(cut(chosen))
    for start in range(0, len(parts), ROUND_SHARDS):
        taken = parts[start : start + ROUND_SHARDS]
        ids = [document.document_id for part in taken for document in part]
        stored = {
            row["document_id"]: StoredDocument.from_row(row)
            for row in read_documents(connection, ids)
        }
        for document_id in stored.keys() & (recurring or {}).keys():
            again = replace(stored[document_id], recurring=recurring[document_id])
            stored[document_id] = again
        yield [
            StoredShard(
                f"{number:05}",
                tuple(stored[document.document_id] for document in part),
                staging,
                run_id,
                today,
                finder,
                keeps_refused=recurring is not None,
            )
            for number, part in enumerate(taken, start + 1)
        ]


def preview(
    connection: duckdb.DuckDBPyConnection, chosen: Iterable[ChosenDocument]
) -> Iterator[LineChange]:
    """Lines of these documents that would get another verdict or category; nothing is written.

    A document that the cleaner fails on has none: a replay leaves it as it is, and says so.
    """
    for part in cut(chosen):
        rows = list(read_documents(connection, [document.document_id for document in part]))
        pieces = [StoredDocument.from_row(row).read()[0] for row in rows]
        for row, piece, found in zip(rows, pieces, clean_pieces(pieces), strict=True):
            cleaned = found or clean_pieces([piece])[0]
            if cleaned is not None:
                yield from _changes(row, cleaned)


def _changes(row: dict, cleaned: CleanText) -> Iterator[LineChange]:
    for former, line, text in zip(row["verdicts"], cleaned.lines, row["texts"], strict=True):
        if (former["verdict"], former["category"]) != (line.verdict, line.category):
            yield LineChange(
                row["path"], row["place"], row["document_id"], line.line_no,
                former["verdict"], former["category"], line.verdict, line.category,
                line.rule, line.score, text.rstrip("\r\n\u2028\u2029"),
            )  # fmt: skip
