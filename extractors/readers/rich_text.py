"""RTF: its text, one paragraph a line; exports of Nexis and Factiva are taken apart."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.extras import need
from extractors.readers.exports import pieces_of_text
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source


def sniff(head: Head) -> bool:
    """True for the opening group of an RTF document."""
    return head.raw.lstrip().startswith(b"{\\rtf")


def read(source: Source) -> Iterator[Piece]:
    """The text without its formatting."""
    raw = source.read_all()
    text = need("striprtf.striprtf").rtf_to_text(raw.decode("latin-1"), errors="replace")
    text = text.encode("utf-8", "replace").decode()
    yield from pieces_of_text(source, text, "rtf")
