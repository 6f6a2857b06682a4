"""bzip2: what is packed in it, read as if it lay there unpacked."""

from __future__ import annotations

import bz2
from collections.abc import Iterator

from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source

ENDINGS = {".bz2": "", ".tbz2": ".tar", ".tbz": ".tar"}  # of packed names, and what they become


def sniff(head: Head) -> bool:
    """True for "BZh", the block size and the magic number of a block (pi) or of the end."""
    mark = head.raw[4:10]
    return head.raw.startswith(b"BZh") and mark in (b"1AY&SY", b"\x17\x72\x45\x38\x50\x90")


def read(source: Source) -> Iterator[Piece]:
    """Pieces of the unpacked stream, at the place of the packed one."""
    with bz2.BZ2File(source.stream) as stream:
        yield from source.read_unpacked(stream, ENDINGS)
