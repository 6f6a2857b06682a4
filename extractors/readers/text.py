"""Plain text in any encoding: one document, every character of it kept."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Page


def sniff(head: Head) -> bool:
    """Never: what no other format claims is a text."""
    return False


def read(source: Source) -> Iterator[Piece]:
    """The text; refused when it is empty or binary."""
    decoded = source.read_text()
    yield Piece.decoded(source.place, Page(decoded.text, "text"), decoded)
