"""Documents of a shard, cleaned together: several times as quick as one by one, same rows.

What a step does to one document still costs that document only: when a batch fails, its documents
are cleaned one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.cleaning import clean_many
from extractors.readers import Piece
from extractors.records import CleanText, Rejection
from flows.documents.document import extract_piece
from flows.documents.file_outcome import Found
from flows.documents.origin import Origin
from flows.documents.rows import Rows
from flows.documents.staging import Staging
from flows.faults import MachineFailed, blame_machine

BATCH_DOCUMENTS = 128  # a twentieth to a tenth less time than 32; more are hardly quicker
BATCH_CHARACTERS = 1_000_000  # of text: longer texts gain little from company


class Batch:
    """Documents that wait until there are enough of them; rows are staged in the order of `add`."""

    def __init__(self, staging: Staging, beat: Callable[[str], None], most: int) -> None:
        self._staging = staging
        self._beat = beat  # is told the place of the document that comes next
        self._most = most
        self._waiting: list[tuple[Piece, Origin, Found]] = []
        self._characters = 0

    def add(self, piece: Piece, origin: Origin, found: Found) -> None:
        """Take a document, which is counted in `found` when it is done.

        Raises MachineFailed.
        """
        if piece.place:
            self._beat(piece.place)
        self._waiting.append((piece, origin, found))
        if not isinstance(piece.found, Rejection):
            self._characters += len(piece.found.text)
        if len(self._waiting) >= self._most or self._characters > BATCH_CHARACTERS:
            self.flush()

    def flush(self) -> None:
        """Stage the rows of all that wait; raises MachineFailed."""
        waiting, self._waiting, self._characters = self._waiting, [], 0
        cleaned = clean_pieces([piece for piece, _, _ in waiting])
        for (piece, origin, found), clean_text in zip(waiting, cleaned, strict=True):
            if piece.place:
                self._beat(piece.place)
            rows, refused = _extract(piece, origin, clean_text)
            try:
                self._staging.add(rows.tables)
            except OSError as error:  # the fault of no file: the whole shard is done again
                raise MachineFailed(*error.args) from error
            found.count(piece.place, len(rows.tables.get("document", ())), refused)

    def forget(self) -> None:
        """Drop what waits."""
        self._waiting, self._characters = [], 0


def clean_pieces(pieces: Sequence[Piece]) -> list[CleanText | None]:
    """Clean texts, None for what was refused, and for all of them when one cannot be cleaned."""
    pages = [piece.found for piece in pieces if not isinstance(piece.found, Rejection)]
    try:
        cleaned = iter(clean_many(pages))
    except MemoryError:
        raise
    except Exception:  # any fault on hostile input: whose it is will show one by one
        return [None] * len(pieces)
    return [None if isinstance(piece.found, Rejection) else next(cleaned) for piece in pieces]


def _extract(
    piece: Piece, origin: Origin, cleaned: CleanText | None
) -> tuple[Rows, Rejection | None]:
    """Rows of one document; a failure of our own steps costs this document only, and says so."""
    if isinstance(piece.found, Rejection):
        return Rows(), piece.found
    try:
        return extract_piece(piece, origin, cleaned)
    except MemoryError:
        raise
    except Exception as error:  # any fault of a step on hostile input; kept with its detail
        blame_machine(error)
        return Rows(), Rejection("crashed", f"{type(error).__name__}: {error}"[:500])
