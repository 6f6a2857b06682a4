"""gzip: what is packed in it, read as if it lay there unpacked."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from extractors.readers.source import Head, Piece, Source


def sniff(head: Head) -> bool:
    """True for the signature of RFC 1952, section 2.3.1."""
    return head.raw.startswith(b"\x1f\x8b\x08")


def read(source: Source) -> Iterator[Piece]:
    """Pieces of the unpacked stream, at the place of the packed one."""
    name = source.name
    inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    yield from source.read_member(gzip.GzipFile(fileobj=source.stream), inner, "")
