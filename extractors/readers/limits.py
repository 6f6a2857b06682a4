"""How much one file may hold: limits as data, and the account that keeps them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import BinaryIO

from extractors.parts import WHOLE, Part
from extractors.reasons import Refused

STEP_BYTES = 8_192  # of a broken stream at most so much good text is lost
HEAD_BYTES = 65_536  # enough to know a format, and the encoding of a text


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one file of the corpus, everything packed into it included."""

    document_bytes: int = 20_000_000  # the longest articles have 1 MB; beyond 20 it is a dump
    total_bytes: int = 20_000_000_000  # unpacked, all levels together
    ratio: float = 200  # unpacked to packed: texts shrink to a tenth, logs of one line to a 50th
    ratio_free_bytes: int = 20_000_000  # unpacked; below it no ratio does harm
    archive_bytes: int = 200_000_000  # of an archive inside an archive, which is held in memory
    depth: int = 4  # formats inside each other: a mail in a mailbox in a gzip in a zip
    member_count: int = 1_000_000  # documents or archive members


LIMITS = Limits()


class Account:
    """What was unpacked from one file so far; raises Refused beyond its limits."""

    def __init__(self, limits: Limits, packed_bytes: int, part: Part = WHOLE) -> None:
        self.limits = limits
        self.part = part
        self.piece_count = 0  # that have left the file
        self.packed_bytes = packed_bytes
        self.unpacked_bytes = 0
        self.member_count = 0

    def add_bytes(self, count: int) -> None:
        """Note that `count` more bytes were unpacked."""
        limits = self.limits
        self.unpacked_bytes += count
        if self.unpacked_bytes > limits.total_bytes:
            raise Refused("too_much_inside", f"More than {mb(limits.total_bytes)} unpacked.")
        allowed = max(limits.ratio_free_bytes, limits.ratio * self.packed_bytes)
        if self.unpacked_bytes > allowed:
            packed = f"the file has {self.packed_bytes:,} bytes"
            raise Refused("too_much_inside", f"More than {mb(allowed)} unpacked, and {packed}.")

    def wants_next(self) -> bool:
        """True when the next piece that leaves the file is to be made here."""
        return self.part.holds(self.piece_count)

    def add_member(self) -> None:
        """Note that there is one more document or archive member."""
        self.member_count += 1
        if self.member_count > self.limits.member_count:
            detail = f"More than {self.limits.member_count:,} documents in one file."
            raise Refused("too_much_inside", detail)


class Unpacked(io.RawIOBase):
    """A stream of unpacked bytes, each of which is put on the account."""

    def __init__(self, stream: BinaryIO, account: Account) -> None:
        self._stream = stream
        self._read = getattr(stream, "read1", stream.read)
        self._account = account
        self._has_given = False
        self._position = 0
        self.fault: Exception | None = None  # what cut the stream off

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        seekable = getattr(self._stream, "seekable", None)
        return seekable() if seekable else hasattr(self._stream, "seek")

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go back to the beginning, no other place; what is unpacked again counts once."""
        if offset or whence != io.SEEK_SET:
            raise io.UnsupportedOperation("a packed stream has no places but its beginning")
        self._stream.seek(0)
        self._account.unpacked_bytes -= self._position
        self._position, self.fault = 0, None
        return 0

    def readinto(self, buffer: memoryview) -> int:
        """Fill the buffer, short only at the end.

        A fault ends the stream, so that what came before it is read; the caller looks at `fault`.
        """
        filled = 0
        while filled < len(buffer) and self.fault is None:
            try:
                chunk = self._read(min(len(buffer) - filled, STEP_BYTES))
                self._position += len(chunk)
                self._account.add_bytes(len(chunk))
            except MemoryError:
                raise
            except Exception as fault:  # whatever a library says of a broken stream
                self.fault = fault
                break
            if not chunk:
                break
            buffer[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        self._has_given |= filled > 0
        if self.fault and not self._has_given:
            raise self.fault
        return filled


def mb(count: float) -> str:
    """Bytes as megabytes for a person."""
    return f"{count / 1e6:,.1f} MB"
