"""Zstandard: what is packed in it, read as if it lay there unpacked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from extractors.extras import need
from extractors.readers.head import Head
from extractors.readers.limits import STEP_BYTES
from extractors.readers.piece import Piece
from extractors.readers.source import Source

LARGEST_WINDOW = 1 << 27  # 128 MiB, what the zstd command takes without being told
ENDINGS = {".zst": "", ".zstd": "", ".tzst": ".tar"}  # of packed names, and what they become


def sniff(head: Head) -> bool:
    """True for the magic number of RFC 8878, section 3.1.1."""
    return head.raw.startswith(b"\x28\xb5\x2f\xfd")


def read(source: Source) -> Iterator[Piece]:
    """Pieces of the unpacked stream, at the place of the packed one."""
    unpacker = need("zstandard").ZstdDecompressor(max_window_size=LARGEST_WINDOW)
    yield from source.read_unpacked(_Frames(source.stream, unpacker), ENDINGS)


class _Frames:
    """All frames of a stream; the library's own reader takes a stream that was cut off for whole.

    Raises EOFError where the stream ends inside a frame, and what zstandard raises.
    """

    def __init__(self, stream: BinaryIO, unpacker: object) -> None:
        self._stream, self._unpacker = stream, unpacker
        self._frame, self._packed, self._ready = None, b"", memoryview(b"")

    def seek(self, offset: int) -> None:
        """Begin again; `offset` is 0."""
        self._stream.seek(offset)
        self._frame, self._packed, self._ready = None, b"", memoryview(b"")

    def read(self, count: int) -> bytes:
        while not self._ready:
            self._packed = self._packed or self._stream.read(STEP_BYTES)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("the stream ends inside a frame")
                return b""
            self._frame = self._frame or self._unpacker.decompressobj()
            self._ready = memoryview(self._frame.decompress(self._packed))
            self._packed = b""
            if self._frame.eof:
                self._packed, self._frame = self._frame.unused_data, None
        given, self._ready = self._ready[:count], self._ready[count:]
        return bytes(given)
