"""A mail saved as a file (.eml), such as a newsletter: RFC 5322 with MIME. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.readers.head import Head
from extractors.readers.mail_message import count_headers, read_message
from extractors.readers.piece import Piece
from extractors.readers.source import Source

ENDING = ".eml"


def sniff(head: Head) -> bool:
    """True for four known headers at the beginning; two will do when the name says mail."""
    return count_headers(head.raw) >= (2 if head.ending == ENDING else 4)


def read(source: Source) -> Iterator[Piece]:
    """The message, and a piece for each document attached to it."""
    yield from read_message(source, source.read_all())
