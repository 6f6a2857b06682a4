"""What cleaning stored documents again would change, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from extractors.records import CleanText
from flows.documents.batches import clean_pieces
from flows.replay.rounds import cut
from flows.shards.stored import StoredDocument
from warehouse.replay import ChosenDocument, read_documents


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
