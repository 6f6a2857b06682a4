"""xz: what is packed in it, read as if it lay there unpacked."""

from __future__ import annotations

import lzma
from collections.abc import Iterator

from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source

ENDINGS = {".xz": "", ".txz": ".tar"}  # of packed names, and what they become


def sniff(head: Head) -> bool:
    """True for the signature of the .xz file format, section 2.1.1.1."""
    return head.raw.startswith(b"\xfd7zXZ\0")


def read(source: Source) -> Iterator[Piece]:
    """Pieces of the unpacked stream, at the place of the packed one."""
    with lzma.LZMAFile(source.stream) as stream:
        yield from source.read_unpacked(stream, ENDINGS)
