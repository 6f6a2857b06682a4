"""What a reader is given, and what it yields."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from types import ModuleType
from typing import BinaryIO

from extractors.decoding import Decoded, decode
from extractors.html import read_html
from extractors.readers.limits import HEAD_BYTES, Account, Refused, Unpacked, mb
from extractors.records import Page, Rejection

HEAD_CHARACTERS = 20_000
PageReader = Callable[[str, str | None], Page]


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a file, or why it could not be one."""

    place: str  # "" when the file is one document; else the same in every run: a name, id, number
    found: Page | Rejection
    encoding: str | None = None  # the bytes were read with; None when the format knows no other
    byte_order_mark: bool = False
    odd_bytes: tuple[tuple[int, int], ...] = ()  # as in Decoded

    @classmethod
    def decoded(cls, place: str, found: Page | Rejection, decoded: Decoded) -> Piece:
        """A piece with what was noted when its bytes were decoded."""
        return cls(place, found, decoded.encoding, decoded.byte_order_mark, decoded.odd_bytes)


@dataclass(frozen=True)
class Head:
    """The beginning of a file and its name: what a format is recognised by."""

    raw: bytes  # at most HEAD_BYTES
    name: str

    @cached_property
    def ending(self) -> str:
        """Of the name, lower case, with its point; "" when there is none."""
        return PurePosixPath(self.name.lower()).suffix

    @cached_property
    def is_whole(self) -> bool:
        """True when the file has no more bytes."""
        return len(self.raw) < HEAD_BYTES

    @cached_property
    def text(self) -> str:
        """Its first characters; "" when the bytes are no text."""
        raw = self.raw if self.is_whole else self.raw[: HEAD_BYTES - 4]
        decoded = decode(raw, html=True)
        return "" if isinstance(decoded, Rejection) else decoded.text[:HEAD_CHARACTERS]


@dataclass(frozen=True)
class Source:
    """A stream that one reader reads, and its place in the file of the corpus."""

    stream: BinaryIO  # at its beginning
    name: str  # file name or the like, for its ending
    account: Account
    read_inner: Callable[[Source], Iterator[Piece]]  # reads what lies inside, whatever its format
    place: str = ""  # of the stream in the file; "" for the file itself
    depth: int = 0  # streams around it
    columns: Mapping[str, str] = field(default_factory=dict)  # field -> name of a user's column
    reader: ModuleType | None = None  # when the format is known without looking
    read_html: PageReader = read_html  # of a web page and the address it came from, if known

    def at(self, place: str) -> str:
        """Place in the file of what lies at `place` in this stream."""
        return f"{self.place}!/{place}" if self.place and place else self.place or place

    def peek(self) -> Head:
        """The beginning of the stream, which stays where it is."""
        if self.stream.seekable():
            raw = self.stream.read(HEAD_BYTES)
            self.stream.seek(0)
        else:
            raw = self.stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        return Head(raw, self.name)

    def read_all(self, limit: int | None = None) -> bytes:
        """All bytes of the stream; raises Refused when they are more than a document may have."""
        limit = limit or self.account.limits.document_bytes
        raw = self.stream.read(limit + 1)
        if len(raw) > limit:
            raise Refused("too_large", f"More than {mb(limit)}, the limit of one document.")
        return raw

    def seekable_stream(self) -> BinaryIO:
        """The stream, or its bytes in memory when it cannot be read in any order."""
        if self.stream.seekable():
            return self.stream
        return io.BytesIO(self.read_all(self.account.limits.archive_bytes))

    def piece(self, place: str, make: Callable[[], Page | Rejection]) -> Piece:
        """The piece at `place` of a container; a fault in making it costs this piece only."""
        try:
            found = make()
        except MemoryError:
            raise
        except Exception as error:  # any fault of a parser on hostile input; kept with its detail
            found = rejection_of(error)
        return Piece(self.at(place), found)

    def read_unpacked(self, stream: BinaryIO, *endings: str) -> Iterator[Piece]:
        """Pieces of this source unpacked; `endings` of the name go with the packing."""
        name = self.name
        for ending in endings:
            name = name[: -len(ending)] if name.lower().endswith(ending) else name
        return self.read_member(stream, name, "")

    def read_member(
        self, stream: BinaryIO, name: str, place: str, reader: ModuleType | None = None
    ) -> Iterator[Piece]:
        """Pieces of something unpacked from this source; `place` is its place in it."""
        unpacked = Unpacked(stream, self.account)
        inner = replace(
            self,
            stream=io.BufferedReader(unpacked, HEAD_BYTES),
            name=name,
            place=self.at(place),
            depth=self.depth + 1,
            reader=reader,
        )
        is_one = False
        for piece in self.read_inner(inner):
            is_one |= piece.place == inner.place
            # half a document is none; of a container what came before the fault is good
            cut_off = is_one and unpacked.fault
            yield replace(piece, found=rejection_of(unpacked.fault)) if cut_off else piece
        if unpacked.fault and not is_one:
            yield Piece(inner.at("rest"), rejection_of(unpacked.fault))


def rejection_of(error: Exception) -> Rejection:
    """The rejection for a fault of a reader."""
    if isinstance(error, Refused):
        return error.rejection
    return Rejection("damaged", f"It cannot be read ({type(error).__name__}: {error})"[:300])
