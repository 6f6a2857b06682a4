"""Bytes of a file as its pieces, and what became of one."""

import io

from extractors.readers import read_pieces
from extractors.records import Page


def read(raw, name, **options):
    return list(read_pieces(io.BytesIO(raw), name, len(raw), **options).pieces)


def outcome(piece):
    """`page`, or the reason of the refusal."""
    return "page" if isinstance(piece.found, Page) else piece.found.reason
