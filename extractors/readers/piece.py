"""What a reader yields: the documents of a file, one by one, or why they are none."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.encodings.decoding import Decoded
from extractors.encodings.well_formed import mend_text
from extractors.reasons import Refused
from extractors.records import Page, Rejection
from extractors.sidecars import Facts


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a file, or why it could not be one."""

    place: str  # "" when the file is one document; else the same in every run: a name, id, number
    found: Page | Rejection
    encoding: str | None = None  # the bytes were read with; None when the format knows no other
    byte_order_mark: bool = False
    odd_bytes: tuple[tuple[int, int], ...] = ()  # as in Decoded
    stated: Facts = field(default_factory=dict)  # by sidecars in the archive it lies in

    @classmethod
    def decoded(cls, place: str, found: Page | Rejection, decoded: Decoded) -> Piece:
        """A piece with what was noted when its bytes were decoded."""
        return cls(place, found, decoded.encoding, decoded.byte_order_mark, decoded.odd_bytes)


def rejection_of(error: Exception) -> Rejection:
    """The rejection for a fault of a reader."""
    if isinstance(error, Refused):
        return error.rejection
    detail = f"It cannot be read ({type(error).__name__}: {error})"[:300]
    return Rejection("damaged", mend_text(detail))
