"""One document to rows: here the steps of floor 1 are introduced to each other.

    bytes -> pieces -> page -> lines with a verdict -> article -> fingerprint, mentions

Runs in worker processes and in the filters: no Prefect, no database, no disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.cleaning import clean
from extractors.cleaning.reading_walls import find_wall
from extractors.readers import Piece
from extractors.reasons import FORGOTTEN
from extractors.records import CleanText, Rejection
from extractors.sidecars import state_nearer
from extractors.site_notices import find_notice
from flows.documents.origin import Origin
from flows.documents.reading import read_bytes
from flows.documents.rows import Rows, add_article, add_document
from flows.ids import text_sha256


def extract_rows(raw: bytes, origin: Origin) -> Iterator[tuple[str, Rows, Rejection | None]]:
    """For each document in the bytes of a file its place, rows, and the reason if refused."""
    for piece in read_bytes(raw, origin.path).pieces:
        yield (piece.place, *extract_piece(piece, origin))


def extract_piece(
    piece: Piece, origin: Origin, cleaned: CleanText | None = None
) -> tuple[Rows, Rejection | None]:
    """Rows of one document of the file, and the reason if it gave no article.

    `cleaned`: what the cleaner makes of it, where that is known.
    """
    stated = state_nearer(origin.stated, piece.stated, f"{origin.path}!/")
    rows, origin = Rows(), replace(origin, place=piece.place, stated=stated)
    page = piece.found
    if isinstance(page, Rejection):
        return rows, page
    if is_forgotten(origin, page.text):
        return rows, FORGOTTEN
    cleaned = cleaned or clean(page)
    add_document(rows, page, piece, cleaned, origin)
    if not cleaned.text.strip():
        count = sum(line.end > line.start for line in cleaned.lines)
        return rows, Rejection("no_body", f"All {count} lines left the body.")
    told = cleaned.title, cleaned.text
    if notice := find_notice(*told) or find_wall(*told):
        return rows, Rejection("no_article", f"It is a notice of the site: {notice}")
    add_article(rows, page, cleaned, origin)
    if rows.tables["fingerprint"][0]["text_digest"] in origin.forgotten:
        return Rows(), FORGOTTEN
    return rows, None


def is_forgotten(origin: Origin, raw_text: str) -> bool:
    """True when the document, or one with the same raw text, was taken out for good."""
    if not origin.forgotten:
        return False
    return not origin.forgotten.isdisjoint((origin.document_id, text_sha256(raw_text)))
