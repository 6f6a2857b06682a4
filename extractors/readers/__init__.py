"""Readers: one small file per format behind one table of formats (extractors/readers/formats.py).

A reader takes a Source (a stream of bytes with a name) and yields Pieces: one for each document in
it, with its place, and either a Page or the Rejection that says why it is none. Nothing is
fetched, nothing is written, and no bytes make a reader raise.
"""

from extractors.parts import ELSEWHERE, WHOLE, Part
from extractors.readers.limits import LIMITS, Limits
from extractors.readers.piece import Piece
from extractors.readers.reading import Reading, read_pieces

__all__ = [
    "ELSEWHERE",
    "LIMITS",
    "WHOLE",
    "Limits",
    "Part",
    "Piece",
    "Reading",
    "read_pieces",
]
