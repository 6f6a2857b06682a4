"""Zstandard: what is packed in it, read as if it lay there unpacked."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.readers.extras import need
from extractors.readers.source import Head, Piece, Source

LARGEST_WINDOW = 1 << 27  # 128 MiB, what the zstd command takes without being told


def sniff(head: Head) -> bool:
    """True for the magic number of RFC 8878, section 3.1.1."""
    return head.raw.startswith(b"\x28\xb5\x2f\xfd")


def read(source: Source) -> Iterator[Piece]:
    """Pieces of the unpacked stream, at the place of the packed one."""
    unpacker = need("zstandard").ZstdDecompressor(max_window_size=LARGEST_WINDOW)
    stream = unpacker.stream_reader(source.stream, read_across_frames=True, closefd=False)
    yield from source.read_unpacked(stream, ".zst", ".zstd")
