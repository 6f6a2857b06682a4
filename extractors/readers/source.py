"""What a reader is given: a stream, where it lies, and what is known of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import BinaryIO

from extractors.encodings.decoding import Decoded, decode
from extractors.pages.html import read_html
from extractors.parts import ELSEWHERE
from extractors.readers.head import Head
from extractors.readers.limits import HEAD_BYTES, Account, Unpacked, mb
from extractors.readers.piece import Piece, rejection_of
from extractors.reasons import Refused
from extractors.records import Page, Rejection
from extractors.sidecars import Facts, list_metadata, take_columns

PageReader = Callable[[str, str | None], Page]


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
    stated: Facts = field(default_factory=dict)  # by sidecars in the archives around it
    can_restart: bool = True  # the stream can be unpacked again from its beginning

    def at(self, place: str) -> str:
        """Place in the file of what lies at `place` in this stream."""
        return f"{self.place}!/{place}" if self.place and place else self.place or place

    def peek(self) -> Head:
        """The beginning of the stream, which stays where it is."""
        if self._is_unpacked():
            raw = self.stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        else:
            raw = self.stream.read(HEAD_BYTES)
            self.stream.seek(0)
        return Head(raw, self.name)

    def _is_unpacked(self) -> bool:
        """True for a stream that can go back to its beginning only, by unpacking it again."""
        return isinstance(getattr(self.stream, "raw", None), Unpacked)

    def read_all(self, limit: int | None = None) -> bytes:
        """All bytes of the stream; raises Refused when they are more than a document may have."""
        limit = limit or self.account.limits.document_bytes
        raw = self.stream.read(limit + 1)
        if len(raw) > limit:
            raise Refused("too_large", f"More than {mb(limit)}, the limit of one document.")
        return raw

    def read_text(self, *, html: bool = False) -> Decoded:
        """The stream as text; raises Refused when it is too large, empty or binary.

        `html`: a page may name its own encoding.
        """
        decoded = decode(self.read_all(), html=html)
        if isinstance(decoded, Rejection):
            raise Refused(decoded.reason, decoded.detail)
        return decoded

    def seekable_stream(self) -> BinaryIO:
        """The stream, or its bytes in memory when it cannot be read in any order."""
        return self._held() if self._is_unpacked() else self.stream

    def restartable(self) -> Source:
        """This source, its bytes in memory when they cannot be read once more."""
        return self if self.can_restart else replace(self, stream=self._held(), can_restart=True)

    def _held(self) -> BinaryIO:
        return io.BytesIO(self.read_all(self.account.limits.archive_bytes))

    def stating(self, facts: Facts) -> Source:
        """This source where sidecars in it state these facts; the nearer go before the farther."""
        if not facts:
            return self
        columns, _ = take_columns(list_metadata(facts))
        stated = {**self.stated, **facts}
        return replace(self, stated=stated, columns={**self.columns, **columns})

    def piece(self, place: str, make: Callable[[], Page | Rejection]) -> Piece:
        """The piece at `place` of a container; a fault in making it costs this piece only.

        Readers that make one piece after the other call it; others build theirs themselves.
        """
        if not self.account.wants_next():
            return Piece(self.at(place), ELSEWHERE)
        try:
            found = make()
        except MemoryError:
            raise
        except Exception as error:  # any fault of a parser on hostile input; kept with its detail
            found = rejection_of(error)
        return Piece(self.at(place), found)

    def read_unpacked(self, stream: BinaryIO, endings: Mapping[str, str]) -> Iterator[Piece]:
        """Pieces of this source unpacked; `endings` of the name become others with it."""
        name = self.name
        for packed, unpacked in endings.items():
            if name.lower().endswith(packed):
                name = name[: -len(packed)] + unpacked
                break
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
            can_restart=self.can_restart and unpacked.seekable(),
        )
        is_one = False
        for piece in self.read_inner(inner):
            is_one |= piece.place == inner.place
            # half a document is none; of a container what came before the fault is good
            cut_off = is_one and unpacked.fault
            found = rejection_of(unpacked.fault) if cut_off else piece.found
            yield replace(piece, found=found, stated=piece.stated or inner.stated)
        if unpacked.fault and not is_one:
            yield Piece(inner.at("rest"), rejection_of(unpacked.fault))
