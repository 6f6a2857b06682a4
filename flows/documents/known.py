"""Documents that a changed file still holds as they are stored: they are not cleaned again.

A list that grows, a feed that is fetched again: most of what such a file holds is known. What a
document is read as, its text and what was known of it, has a mark; where the store has the same
mark, cleaning would give the same rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Set
from dataclasses import replace

from extractors.readers import Piece
from extractors.records import Rejection
from extractors.sidecars import state_nearer
from flows.documents.origin import Origin
from flows.documents.page_packing import pack_reading
from flows.ids import text_sha256

MARK_DIGITS = 16  # of a hash in hexadecimal: one of a file's documents is compared with the others


def known_id(piece: Piece, origin: Origin, known: Set[str]) -> str | None:
    """Id of the document when its mark is one of these, which are of its file; else None."""
    page = piece.found
    if not known or isinstance(page, Rejection):
        return None
    stated = state_nearer(origin.stated, piece.stated, f"{origin.path}!/")
    told = (
        piece.place,
        page.format,
        piece.encoding or "",
        text_sha256(page.text),
        pack_reading(page, stated) or "",
    )
    mark = hashlib.sha256("\0".join(told).encode()).hexdigest()[:MARK_DIGITS]
    return replace(origin, place=piece.place).document_id if mark in known else None
