"""gzip: what is packed in it, read as if it lay there unpacked."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source

ENDINGS = {".gz": "", ".gzip": "", ".tgz": ".tar"}  # of packed names, and what they become


def sniff(head: Head) -> bool:
    """True for the signature of RFC 1952, section 2.3.1, with deflate, the one method there is."""
    return head.raw.startswith(b"\x1f\x8b\x08")


def read(source: Source) -> Iterator[Piece]:
    """Pieces of the unpacked stream, at the place of the packed one."""
    with gzip.GzipFile(fileobj=source.stream) as stream:
        yield from source.read_unpacked(stream, ENDINGS)
