"""tar archives (ustar, pax, GNU, old ones): each member is read by its own format.

Walked header by header, so that memory does not grow with the archive: `tarfile` keeps all members
it has seen, and takes extended headers of any size. It decodes the single header.
"""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator
from typing import BinaryIO

from extractors.readers.archive import Member, read_archive
from extractors.readers.head import Head
from extractors.readers.limits import STEP_BYTES
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.reasons import Refused
from extractors.records import Rejection

BLOCK_BYTES = 512
MOST_HEADER_BYTES = 100_000  # of an extended header: names have at most 4,096
PAX_RECORD = re.compile(rb"(\d{1,7}) ([^=\n]+)=")  # POSIX.1-2001: "25 ctime=1084839148.1\n"
PAX_TYPES = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)
LONG_TYPES = {tarfile.GNUTYPE_LONGNAME: "path", tarfile.GNUTYPE_LONGLINK: "linkpath"}
NO_FILES = (tarfile.XGLTYPE, b"V", b"D")  # headers for all members, the volume's label, a listing
LINKS = (tarfile.SYMTYPE, tarfile.LNKTYPE)
DEVICES = (tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)


def sniff(head: Head) -> bool:
    """True when the first block is a header: the sum of its bytes is the one it states."""
    try:
        return bool(_decode_header(head.raw[:BLOCK_BYTES]))
    except tarfile.HeaderError:
        return False


def read(source: Source) -> Iterator[Piece]:
    """Pieces of all members in the order of the archive, each at its name."""
    source = source.restartable()
    return read_archive(source, lambda: _walk(source.stream))


def _walk(stream: BinaryIO) -> Iterator[Member]:
    """The members, each to be read before the next is asked for; raises Refused when damaged."""
    stream.seek(0)
    stated: dict[str, str] = {}  # by extended headers about the member that follows
    while header := _next_header(stream):
        size = header.size
        if header.type in LONG_TYPES:
            raw = _read_header_data(stream, size)
            stated[LONG_TYPES[header.type]] = _name(raw.split(b"\0")[0])
        elif header.type in PAX_TYPES:
            stated |= dict(_pax_records(_read_header_data(stream, size)))
        elif header.type in NO_FILES:
            _skip(stream, _padded(size))
        else:
            size = int(stated.get("size", size))
            content = _Content(stream, 0 if header.type in (*LINKS, *DEVICES) else size)
            yield _member(header, stated, content)
            _skip(stream, content.left + -content.size % BLOCK_BYTES)
            stated = {}


def _member(header: tarfile.TarInfo, stated: dict[str, str], content: _Content) -> Member:
    name, refused = stated.get("path", header.name), None
    if header.type in LINKS:
        refused = Rejection("unsafe_member", "It is a link. Put the file itself into the archive.")
    elif header.type in DEVICES:
        refused = Rejection("unsafe_member", "It is a device or a pipe.")
    elif header.type == tarfile.GNUTYPE_SPARSE or any(k.startswith("GNU.sparse") for k in stated):
        detail = "It is packed with holes. Pack it again without --sparse."
        refused = Rejection("unsupported_format", detail)
    is_folder = header.type == tarfile.DIRTYPE or name.endswith("/")
    return Member(name, lambda: io.BufferedReader(content), is_folder, refused)


def _next_header(stream: BinaryIO) -> tarfile.TarInfo | None:
    """The next header; None at the end. Archives may stand one behind the other."""
    while block := stream.read(BLOCK_BYTES):
        try:
            if header := _decode_header(block):
                return header
        except tarfile.HeaderError as error:
            raise Refused("damaged", f"The archive breaks off: {error}.") from None
    return None


def _decode_header(block: bytes) -> tarfile.TarInfo | None:
    """The header; None for a block of zeros. Raises tarfile.HeaderError."""
    try:
        header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.EOFHeaderError:
        return None
    if header.size < 0:
        raise tarfile.InvalidHeaderError("a negative size")
    return header


def _read_header_data(stream: BinaryIO, size: int) -> bytes:
    if size > MOST_HEADER_BYTES:
        raise Refused("damaged", f"The archive has a header of {size:,} bytes.")
    raw = stream.read(_padded(size))
    if len(raw) < size:
        raise Refused("damaged", "The archive ends inside a header.")
    return raw[:size]


def _pax_records(raw: bytes) -> Iterator[tuple[str, str]]:
    """Key and value of each record; raises Refused when one is broken."""
    at = 0
    while at < len(raw):
        match = PAX_RECORD.match(raw, at)
        end = at + int(match[1]) if match else 0
        if not match or not match.end() < end <= len(raw) or raw[end - 1 : end] != b"\n":
            raise Refused("damaged", "The archive has a header that cannot be read.")
        key, value = _name(match[2]), _name(raw[match.end() : end - 1])
        if key == "size" and not value.isdecimal():
            raise Refused("damaged", f"The archive states the size {value[:40]!r}.")
        yield key, value
        at = end


def _name(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _padded(size: int) -> int:
    return -(-size // BLOCK_BYTES) * BLOCK_BYTES


def _skip(stream: BinaryIO, count: int) -> None:
    while count > 0 and (raw := stream.read(min(count, STEP_BYTES))):
        count -= len(raw)


class _Content(io.RawIOBase):
    """The bytes of one member; raises EOFError where the archive ends inside it."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self.size = self.left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        raw = self._stream.read(min(len(buffer), self.left))
        if self.left and len(buffer) and not raw:
            raise EOFError("the archive ends inside this file")
        buffer[: len(raw)] = raw
        self.left -= len(raw)
        return len(raw)
